// Verification of casebooks and their sources.
#include "events/verify.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "events/casebook_file.hpp"
#include "events/model_json.hpp"
#include "events/record_reader.hpp"
#include "geo/input_file.hpp"

namespace events {
namespace {

/// Carrying out once more what is in force must change nothing.
template <typename Thing>
bool is_as_decided(Thing thing, const std::vector<const Decision*>& decisions) {
    const std::string now = to_json(thing);
    for (const Decision* decision : decisions) {
        if (const auto change = change_from_json(decision->after))
            apply(*change, thing);
    }
    return to_json(thing) == now;
}

void check_decided(const Casebook& casebook, std::vector<geo::Problem>& damage) {
    std::unordered_map<std::string, std::vector<const Decision*>> about;
    for (const Decision* decision : casebook.decisions_in_force())
        about[decision->subject].push_back(decision);
    for (const auto& [subject, decisions] : about) {
        const auto event_id = parse_event_id(subject);
        const auto flow_id = parse_flow_id(subject);
        const Event* event = event_id ? casebook.find(*event_id) : nullptr;
        const Flow* flow = flow_id ? casebook.find(*flow_id) : nullptr;
        const bool as_decided = event != nullptr  ? is_as_decided(*event, decisions)
                                : flow != nullptr ? is_as_decided(*flow, decisions)
                                                  : false;
        if (!as_decided) {
            damage.push_back({subject, fmt::format("is not as decision {} left it",
                                                   decisions.back()->sequence)});
        }
    }
}

SourceCheck check_source(const Casebook& casebook, const std::string& path) {
    const auto file = geo::read_input_file(path, geo::kMaxTableBytes);
    if (!file)
        return {path, SourceState::unreadable, file.error().message, std::nullopt};
    const auto reports = casebook.reports();
    const auto same = std::find_if(reports.begin(), reports.end(), [&](const Report& report) {
        return report.sha256 == file->sha256;
    });
    if (same != reports.end()) {
        return {path, SourceState::same,
                fmt::format("the bytes that report {} was read from", to_string(same->id)),
                same->id};
    }
    const auto named = std::find_if(reports.begin(), reports.end(), [&](const Report& report) {
        return !report.file_name.empty() && report.file_name == file->name;
    });
    if (named != reports.end()) {
        return {path, SourceState::changed,
                fmt::format("report {} was read from a file of this name with SHA-256 {}; it now "
                            "has {}",
                            to_string(named->id), named->sha256, file->sha256),
                std::nullopt};
    }
    return {path, SourceState::unknown, "no report of the casebook was read from it", std::nullopt};
}

}  // namespace

geo::Result<CasebookCheck> check_casebook(const std::string& path) {
    const auto file = CasebookFile::open(path, CasebookFile::Mode::read_only);
    if (!file)
        return tl::unexpected(file.error());
    auto stored = file->read_everything();
    if (!stored)
        return tl::unexpected(stored.error());
    CasebookCheck check;
    check.reports = stored->reports.size();
    check.events = stored->events.size();
    check.flows = stored->flows.size();
    check.decisions = stored->decisions.size();
    check.head = std::move(stored->head);
    check.damage = std::move(stored->damage);
    check.overwritten = std::move(stored->overwritten);
    // With records missing, what the decisions are about may be missing too: that says nothing new.
    if (!check.damage.empty())
        return check;
    Casebook casebook;
    const auto restored = casebook.restore(std::move(stored->reports), std::move(stored->events),
                                           std::move(stored->flows), std::move(stored->decisions));
    if (!restored) {
        check.damage.push_back({"decisions", restored.error().message});
    } else {
        check_decided(casebook, check.damage);
    }
    return check;
}

std::vector<SourceCheck> check_sources(const Casebook& casebook,
                                       std::span<const std::string> paths) {
    std::vector<SourceCheck> checks;
    for (const std::string& path : paths)
        checks.push_back(check_source(casebook, path));
    return checks;
}

std::vector<ReportId> unchecked_reports(const Casebook& casebook,
                                        std::span<const SourceCheck> checks) {
    std::vector<ReportId> unchecked;
    for (const Report& report : casebook.reports()) {
        const bool seen = std::any_of(checks.begin(), checks.end(), [&](const SourceCheck& check) {
            return check.report == report.id;
        });
        if (!seen)
            unchecked.push_back(report.id);
    }
    return unchecked;
}

}  // namespace events
