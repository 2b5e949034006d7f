// The document: reports, events, flows and the decisions about them, in memory.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "events/decisions/change.hpp"
#include "events/decisions/decision.hpp"
#include "events/event.hpp"
#include "events/reading/read_report.hpp"
#include "events/report.hpp"
#include "geo/result.hpp"

namespace events {

class Casebook {
  public:
    std::span<const Report> reports() const { return m_reports; }
    std::span<const Event> events() const { return m_events; }
    std::span<const Flow> flows() const { return m_flows; }
    std::span<const Decision> decisions() const { return m_decisions; }

    const Report* find(ReportId id) const;
    const Event* find(EventId id) const;
    const Flow* find(FlowId id) const;

    /// Grows with every change: derived lists are rebuilt when it differs.
    std::uint64_t revision() const { return m_revision; }

    /// Adds what was read. A report that is there already is read again: events and flows keep
    /// their ids, status and decisions; those no longer found stay when a decision was made on
    /// them.
    void add(ReadReport read);

    /// For the file that loads it: everything at once, in the order stored. Fails, and leaves the
    /// casebook empty, when two records share an id or the decisions do not follow one another.
    geo::Result<void> restore(std::vector<Report> reports, std::vector<Event> events,
                              std::vector<Flow> flows, std::vector<Decision> decisions);

    /// What the command would do, as a decision to store; the casebook is not changed. An edit of a
    /// proposed or accepted event makes it `edited`.
    geo::Result<Decision> plan(const Command& command, std::string utc, std::string person) const;
    /// Carries out a decision planned at this revision, or the next one from a file. One that does
    /// not fit (a gap in the sequence, an unknown subject, damaged JSON) fails and changes nothing.
    geo::Result<void> carry_out(const Decision& decision);

    bool can_undo() const { return !m_done.empty(); }
    bool can_redo() const { return !m_undone.empty(); }
    /// The decision that an undo (a redo) would take back (carry out again); null when none.
    const Decision* next_undo() const;
    const Decision* next_redo() const;
    /// What was decided and not taken back, oldest first.
    std::vector<const Decision*> decisions_in_force() const;

  private:
    geo::Result<Decision> plan_change(const Command& command) const;
    /// Checks the decision against the stacks and the subjects; gives what it changes.
    geo::Result<Change> check(const Decision& decision) const;
    void record(const Decision& decision);
    void keep_decisions(std::vector<Event>& events, std::vector<Flow>& flows) const;
    void index();

    std::vector<Report> m_reports;
    std::vector<Event> m_events;
    std::vector<Flow> m_flows;
    std::vector<Decision> m_decisions;
    std::vector<std::size_t> m_done;    ///< decisions in force, oldest first
    std::vector<std::size_t> m_undone;  ///< decisions that redo would bring back, newest last
    std::unordered_map<std::uint64_t, std::size_t> m_report_at, m_event_at, m_flow_at;
    std::uint64_t m_revision = 1;
};

}  // namespace events
