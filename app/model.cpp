// Derived lists, and the questions that panels ask before they offer a button.
#include "app/model.hpp"

namespace app {
namespace {

using events::Event;

constexpr std::size_t kMaxTimelineBins = 240;

void add_marks(MarksByReport& marks, const std::vector<events::Claim>& claims,
               events::SubjectId subject, std::optional<events::EventKind> kind) {
    for (const auto& claim : claims)
        marks[claim.span.report].push_back({claim.span, subject, kind});
}

MarksByReport make_marks(const events::Casebook& casebook) {
    MarksByReport marks;
    for (const auto& event : casebook.events())
        add_marks(marks, event.claims, event.id, event.kind);
    for (const auto& flow : casebook.flows())
        add_marks(marks, flow.claims, flow.id, std::nullopt);
    for (auto& [report, in_report] : marks) {
        std::stable_sort(in_report.begin(), in_report.end(), [](const auto& a, const auto& b) {
            return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
        });
    }
    return marks;
}

bool is_listed(const Event& event, ListScope scope, const std::optional<events::DayRange>& days) {
    if (scope == ListScope::undated)
        return !event.time.days;
    if (scope == ListScope::unplaced)
        return !event.place.point;
    return !days || events::inside(event.time, *days) != events::Inside::no;
}

void list_events(Model& model, const std::optional<events::DayRange>& days) {
    auto& lists = model.lists;
    const auto all = model.casebook.events();
    lists.listed.clear();
    for (const std::size_t i : lists.passing) {
        if (is_listed(all[i], model.scope, days))
            lists.listed.push_back(i);
    }
    sort_events(lists.listed, model.casebook, model.order);
    lists.flows.clear();
    for (const std::size_t i : events::passing_flows(model.casebook, model.filter)) {
        const auto& flow = model.casebook.flows()[i];
        if (!days || events::inside(flow.time, *days) != events::Inside::no) {
            lists.flows.push_back(i);
        }
    }
}

void count_passing(Model& model) {
    auto& lists = model.lists;
    const auto all = model.casebook.events();
    lists.passing = events::passing_events(model.casebook, model.filter);
    lists.undated = lists.unplaced = 0;
    for (const std::size_t i : lists.passing) {
        if (!all[i].time.days)
            ++lists.undated;
        if (!all[i].place.point)
            ++lists.unplaced;
    }
    lists.timeline = model.clock.empty()
                         ? Timeline{}
                         : build_timeline(all, lists.passing, model.clock.extent, kMaxTimelineBins);
}

void remember_row(Model& model) {
    if (!model.selection.event)
        return;
    const auto all = model.casebook.events();
    const auto& listed = model.lists.listed;
    const auto found = std::find_if(listed.begin(), listed.end(), [&](std::size_t i) {
        return all[i].id == *model.selection.event;
    });
    if (found != listed.end()) {
        model.selection.row = static_cast<std::size_t>(found - listed.begin());
    }
}

}  // namespace

const Event* selected_event(const Model& model) {
    return model.selection.event ? model.casebook.find(*model.selection.event) : nullptr;
}

const events::Flow* selected_flow(const Model& model) {
    return model.selection.flow ? model.casebook.find(*model.selection.flow) : nullptr;
}

const char* why_no_decision(const Model& model) {
    if (model.saving)
        return "why.saving";
    if (model.read_only)
        return "why.read_only";
    return nullptr;
}

const char* why_not_status(const Model& model, events::ReviewStatus status) {
    const Event* event = selected_event(model);
    const events::Flow* flow = selected_flow(model);
    if (event == nullptr && flow == nullptr)
        return "why.nothing_selected";
    const auto now = event != nullptr ? event->status : flow->status;
    if (now == status)
        return "why.already_so";
    return why_no_decision(model);
}

std::optional<std::size_t> next_proposed_row(const Model& model) {
    const auto& listed = model.lists.listed;
    const auto all = model.casebook.events();
    const auto* event = selected_event(model);
    const std::size_t row = model.selection.row;
    const bool in_list =
        event != nullptr && row < listed.size() && all[listed[row]].id == event->id;
    const std::size_t start = in_list ? row + 1 : row;  // a rejected event's row holds the next one
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const std::size_t at = (start + i) % listed.size();
        const auto& candidate = all[listed[at]];
        const bool is_selected = event != nullptr && candidate.id == event->id;
        if (candidate.status == events::ReviewStatus::proposed && !is_selected)
            return at;
    }
    return std::nullopt;
}

bool DerivedLists::refresh(Model& model) {
    const bool casebook_changed = m_casebook_revision != model.casebook.revision();
    if (casebook_changed) {
        set_extent(model.clock, dated_extent(model.casebook.events(), model.casebook.flows()));
        model.marks = make_marks(model.casebook);
        model.lists.kinds.fill(0);
        for (const Event& event : model.casebook.events()) {
            ++model.lists.kinds[static_cast<std::size_t>(event.kind)];
        }
        model.lists.reviewed = static_cast<std::size_t>(std::count_if(
            model.casebook.events().begin(), model.casebook.events().end(),
            [](const Event& e) { return e.status != events::ReviewStatus::proposed; }));
    }
    const bool passing_changed = casebook_changed || m_filter_revision != model.filter_revision;
    if (passing_changed)
        count_passing(model);
    const auto days = shown_days(model.clock);
    const bool listed_changed =
        passing_changed || days != m_days || !(m_order == model.order) || m_scope != model.scope;
    if (listed_changed)
        list_events(model, days);
    if (listed_changed || m_selection_changes != model.selection.changes)
        remember_row(model);
    m_casebook_revision = model.casebook.revision();
    m_filter_revision = model.filter_revision;
    m_order = model.order;
    m_scope = model.scope;
    m_days = days;
    m_selection_changes = model.selection.changes;
    return listed_changed;
}

}  // namespace app
