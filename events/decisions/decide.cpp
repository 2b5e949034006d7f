// Decisions planned and carried out: nothing changes in the casebook but through here.
#include <fmt/format.h>

#include "events/casebook.hpp"
#include "events/model_json.hpp"

namespace events {
namespace {

std::string_view verb_of(ReviewStatus status) {
    switch (status) {
        case ReviewStatus::proposed:
            return "propose";
        case ReviewStatus::accepted:
            return "accept";
        case ReviewStatus::edited:
            return "edit";
        case ReviewStatus::disputed:
            return "dispute";
        case ReviewStatus::rejected:
            return "reject";
    }
    return "propose";
}

std::string_view action_of(const Command& command) {
    if (const auto* status = std::get_if<SetStatus>(&command))
        return verb_of(status->status);
    if (std::holds_alternative<MovePlace>(command))
        return "place";
    if (std::holds_alternative<SetTime>(command))
        return "date";
    if (std::holds_alternative<SetKind>(command))
        return "kind";
    if (std::holds_alternative<SetFigure>(command))
        return "figure";
    return std::holds_alternative<UndoLast>(command) ? "undo" : "redo";
}

bool is_action(std::string_view action) {
    constexpr std::string_view kActions[] = {"propose", "accept", "edit", "dispute",
                                             "reject",  "place",  "date", "kind",
                                             "figure",  "undo",   "redo"};
    return std::find(std::begin(kActions), std::end(kActions), action) != std::end(kActions);
}

SubjectId subject_of(const Command& command) {
    return std::visit(
        [](const auto& c) -> SubjectId {
            if constexpr (requires { c.event; })
                return c.event;
            if constexpr (requires { c.subject; })
                return c.subject;
            return EventId{};
        },
        command);
}

std::string to_text(const SubjectId& subject) {
    return std::visit([](auto id) { return to_string(id); }, subject);
}

/// An edit is a person's work: what was only proposed or accepted as read becomes edited.
void mark_edited(Change& change, ReviewStatus now) {
    if (change.status)
        return;
    if (now == ReviewStatus::proposed || now == ReviewStatus::accepted) {
        change.status = ReviewStatus::edited;
    }
}

/// The decision that takes `taken_back` back (undo) or does it again (redo).
Decision reversal(std::string_view action, const Decision& of) {
    Decision decision;
    decision.action = action;
    decision.subject = of.subject;
    decision.before = action == "undo" ? of.after : of.before;
    decision.after = action == "undo" ? of.before : of.after;
    decision.reason = fmt::format("decision {}", of.sequence);
    return decision;
}

}  // namespace

const Decision* Casebook::next_undo() const {
    return m_done.empty() ? nullptr : &m_decisions[m_done.back()];
}

const Decision* Casebook::next_redo() const {
    return m_undone.empty() ? nullptr : &m_decisions[m_undone.back()];
}

std::vector<const Decision*> Casebook::decisions_in_force() const {
    std::vector<const Decision*> decisions;
    for (const std::size_t i : m_done)
        decisions.push_back(&m_decisions[i]);
    return decisions;
}

geo::Result<Decision> Casebook::plan_change(const Command& command) const {
    const SubjectId subject = subject_of(command);
    Decision decision;
    decision.action = action_of(command);
    decision.subject = to_text(subject);
    if (const auto* flow_id = std::get_if<FlowId>(&subject)) {
        const Flow* flow = find(*flow_id);
        if (flow == nullptr)
            return geo::fail("there is no flow " + decision.subject);
        Change change;
        change.status = std::get<SetStatus>(command).status;
        decision.before = to_json(present_values(change, *flow));
        decision.after = to_json(change);
    } else {
        const Event* event = find(std::get<EventId>(subject));
        if (event == nullptr)
            return geo::fail("there is no event " + decision.subject);
        auto change = requested_change(command, *event);
        if (!change)
            return tl::unexpected(change.error());
        // Asked before the status is added: an edit that edits nothing is no edit.
        if (to_json(present_values(*change, *event)) != to_json(*change)) {
            mark_edited(*change, event->status);
        }
        decision.before = to_json(present_values(*change, *event));
        decision.after = to_json(*change);
    }
    if (decision.before == decision.after) {
        return geo::fail(fmt::format("{} {}: already so", decision.action, decision.subject));
    }
    return decision;
}

geo::Result<Decision> Casebook::plan(const Command& command, std::string utc,
                                     std::string person) const {
    const auto planned = [&]() -> geo::Result<Decision> {
        if (std::holds_alternative<UndoLast>(command)) {
            if (!can_undo())
                return geo::fail("there is nothing to undo");
            return reversal("undo", *next_undo());
        }
        if (std::holds_alternative<RedoLast>(command)) {
            if (!can_redo())
                return geo::fail("there is nothing to redo");
            return reversal("redo", *next_redo());
        }
        return plan_change(command);
    };
    auto decision = planned();
    if (!decision)
        return decision;
    decision->sequence = m_decisions.size() + 1;
    decision->utc = std::move(utc);
    decision->person = std::move(person);
    return decision;
}

geo::Result<Change> Casebook::check(const Decision& decision) const {
    const auto wrong = [&](std::string_view what) {
        return geo::fail(fmt::format("decision {}: {}", decision.sequence, what));
    };
    if (decision.sequence != m_decisions.size() + 1) {
        return wrong(fmt::format("number {} was expected", m_decisions.size() + 1));
    }
    if (!is_action(decision.action))
        return wrong("its action is unknown");
    if (decision.action == "undo" || decision.action == "redo") {
        const Decision* of = decision.action == "undo" ? next_undo() : next_redo();
        if (of == nullptr)
            return wrong(fmt::format("there is nothing to {}", decision.action));
        const Decision expected = reversal(decision.action, *of);
        if (decision.subject != expected.subject || decision.after != expected.after) {
            return wrong(
                fmt::format("it is not the {} of decision {}", decision.action, of->sequence));
        }
    }
    if (const auto before = change_from_json(decision.before); !before) {
        return wrong("what was before cannot be read: " + before.error().message);
    }
    auto change = change_from_json(decision.after);
    if (!change)
        return wrong("what is after cannot be read: " + change.error().message);
    if (const auto event = parse_event_id(decision.subject)) {
        if (find(*event) == nullptr)
            return wrong("there is no event " + decision.subject);
        return change;
    }
    const auto flow_id = parse_flow_id(decision.subject);
    const Flow* flow = flow_id ? find(*flow_id) : nullptr;
    if (flow == nullptr)
        return wrong("there is no event or flow " + decision.subject);
    if (Flow copy = *flow; !apply(*change, copy))
        return wrong("it changes what a flow has not");
    return change;
}

void Casebook::record(const Decision& decision) {
    const std::size_t at = m_decisions.size();
    m_decisions.push_back(decision);
    if (decision.action == "undo") {
        m_undone.push_back(m_done.back());
        m_done.pop_back();
    } else if (decision.action == "redo") {
        m_done.push_back(m_undone.back());
        m_undone.pop_back();
    } else {
        m_done.push_back(at);
        m_undone.clear();
    }
    ++m_revision;
}

geo::Result<void> Casebook::carry_out(const Decision& decision) {
    const auto change = check(decision);
    if (!change)
        return tl::unexpected(change.error());
    if (const auto event = parse_event_id(decision.subject)) {
        apply(*change, m_events[m_event_at.at(static_cast<std::uint64_t>(*event))]);
    } else {
        const auto flow = static_cast<std::uint64_t>(*parse_flow_id(decision.subject));
        apply(*change, m_flows[m_flow_at.at(flow)]);
    }
    record(decision);
    return {};
}

}  // namespace events
