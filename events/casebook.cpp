// The document in memory: what was read, and reading a report again.
#include "events/casebook.hpp"

#include <fmt/format.h>

#include "events/model_json.hpp"

namespace events {
namespace {

template <typename Id>
std::uint64_t number_of(Id id) {
    return static_cast<std::uint64_t>(id);
}

template <typename Thing, typename Map, typename Id>
const Thing* find_in(const std::vector<Thing>& things, const Map& at, Id id) {
    const auto found = at.find(number_of(id));
    return found == at.end() ? nullptr : &things[found->second];
}

/// The report that an event or flow is shown by.
template <typename Thing>
ReportId report_of(const Thing& thing) {
    return thing.claims.empty() ? ReportId{} : thing.claims.front().span.report;
}

/// Two readings of one sentence may hash to one id: the later takes the next free one, the same one
/// each time the report is read.
template <typename Thing>
void make_ids_unique(std::vector<Thing>& things) {
    std::set<std::uint64_t> taken;
    for (Thing& thing : things) {
        std::uint64_t id = number_of(thing.id);
        while (!taken.insert(id).second) {
            ++id;
        }
        thing.id = decltype(thing.id){id};
    }
}

/// Claims of other reports that were joined to the event stay with it.
template <typename Thing>
void keep_other_claims(const Thing& old, Thing& read, ReportId report) {
    for (const Claim& claim : old.claims) {
        if (claim.span.report != report)
            read.claims.push_back(claim);
    }
}

/// Puts what was read in place of what the report had: same id, same place in the list; new ones
/// go to the end; old ones that are no longer found stay only when `decided` says so.
template <typename Thing, typename Decided>
void replace_reading(std::vector<Thing>& things, std::vector<Thing> read, ReportId report,
                     const Decided& decided) {
    std::unordered_map<std::uint64_t, std::size_t> read_at;
    for (std::size_t i = 0; i < read.size(); ++i) {
        read_at[number_of(read[i].id)] = i;
    }
    std::vector<bool> used(read.size(), false);
    std::vector<Thing> kept;
    kept.reserve(things.size() + read.size());
    for (Thing& old : things) {
        const auto found = read_at.find(number_of(old.id));
        if (found != read_at.end()) {
            used[found->second] = true;
            Thing& again = read[found->second];
            keep_other_claims(old, again, report);
            kept.push_back(std::move(again));
        } else if (report_of(old) != report || decided(to_string(old.id))) {
            kept.push_back(std::move(old));
        }
    }
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (!used[i])
            kept.push_back(std::move(read[i]));
    }
    things = std::move(kept);
}

template <typename Thing>
bool append(const std::vector<Thing>& things, std::size_t from,
            std::unordered_map<std::uint64_t, std::size_t>& at) {
    for (std::size_t i = from; i < things.size(); ++i) {
        if (!at.emplace(number_of(things[i].id), i).second)
            return false;
    }
    return true;
}

}  // namespace

const Report* Casebook::find(ReportId id) const {
    return find_in(m_reports, m_report_at, id);
}
const Event* Casebook::find(EventId id) const {
    return find_in(m_events, m_event_at, id);
}
const Flow* Casebook::find(FlowId id) const {
    return find_in(m_flows, m_flow_at, id);
}

void Casebook::keep_decisions(std::vector<Event>& events, std::vector<Flow>& flows) const {
    std::unordered_map<std::string, std::vector<Change>> changes;
    for (const std::size_t i : m_done) {
        if (auto change = change_from_json(m_decisions[i].after)) {
            changes[m_decisions[i].subject].push_back(std::move(*change));
        }
    }
    const auto carry_over = [&](auto& things) {
        for (auto& thing : things) {
            const auto found = changes.find(to_string(thing.id));
            if (found == changes.end())
                continue;
            for (const Change& change : found->second) {
                apply(change, thing);
            }
        }
    };
    carry_over(events);
    carry_over(flows);
}

void Casebook::add(ReadReport read) {
    const ReportId id = read.report.id;
    make_ids_unique(read.events);
    make_ids_unique(read.flows);
    const auto known = m_report_at.find(number_of(id));
    const auto clashes = [&] {
        const auto has_event = [&](const Event& e) { return find(e.id) != nullptr; };
        const auto has_flow = [&](const Flow& f) { return find(f.id) != nullptr; };
        return std::any_of(read.events.begin(), read.events.end(), has_event) ||
               std::any_of(read.flows.begin(), read.flows.end(), has_flow);
    };
    ++m_revision;
    if (known == m_report_at.end() && !clashes()) {
        const std::size_t reports = m_reports.size();
        const std::size_t events = m_events.size();
        const std::size_t flows = m_flows.size();
        m_reports.push_back(std::move(read.report));
        std::move(read.events.begin(), read.events.end(), std::back_inserter(m_events));
        std::move(read.flows.begin(), read.flows.end(), std::back_inserter(m_flows));
        append(m_reports, reports, m_report_at);
        append(m_events, events, m_event_at);
        append(m_flows, flows, m_flow_at);
        return;
    }
    keep_decisions(read.events, read.flows);
    std::set<std::string> subjects;
    for (const Decision& decision : m_decisions) {
        subjects.insert(decision.subject);
    }
    const auto decided = [&](const std::string& subject) { return subjects.contains(subject); };
    replace_reading(m_events, std::move(read.events), id, decided);
    replace_reading(m_flows, std::move(read.flows), id, decided);
    if (known == m_report_at.end()) {
        m_reports.push_back(std::move(read.report));
    } else {
        m_reports[known->second] = std::move(read.report);
    }
    index();
}

void Casebook::index() {
    m_report_at.clear();
    m_event_at.clear();
    m_flow_at.clear();
    append(m_reports, 0, m_report_at);
    append(m_events, 0, m_event_at);
    append(m_flows, 0, m_flow_at);
}

geo::Result<void> Casebook::restore(std::vector<Report> reports, std::vector<Event> events,
                                    std::vector<Flow> flows, std::vector<Decision> decisions) {
    Casebook restored;
    restored.m_revision = m_revision + 1;
    restored.m_reports = std::move(reports);
    restored.m_events = std::move(events);
    restored.m_flows = std::move(flows);
    const bool unique = append(restored.m_reports, 0, restored.m_report_at) &&
                        append(restored.m_events, 0, restored.m_event_at) &&
                        append(restored.m_flows, 0, restored.m_flow_at);
    *this = Casebook{};
    m_revision = restored.m_revision;
    if (!unique)
        return geo::fail("two records have the same id");
    for (const Decision& decision : decisions) {
        const auto change = restored.check(decision);
        if (!change)
            return tl::unexpected(change.error());
        restored.record(decision);
    }
    restored.m_revision = m_revision;
    *this = std::move(restored);
    return {};
}

}  // namespace events
