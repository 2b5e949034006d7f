// Identities: hashes of what a thing was read from, so that reading again changes none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace events {

enum class ReportId : std::uint64_t {};
enum class EventId : std::uint64_t {};
enum class FlowId : std::uint64_t {};

/// A letter and 16 hex digits: "r0123...", "e0123...", "f0123...".
std::string to_string(ReportId id);
std::string to_string(EventId id);
std::string to_string(FlowId id);

std::optional<ReportId> parse_report_id(std::string_view text);
std::optional<EventId> parse_event_id(std::string_view text);
std::optional<FlowId> parse_flow_id(std::string_view text);

/// From the SHA-256 of the file.
ReportId report_id_of(std::string_view sha256_hex);

}  // namespace events
