// Ids to text and back.
#include "events/ids.hpp"

#include <charconv>

#include <fmt/format.h>

namespace events {
namespace {

template <typename Id>
std::optional<Id> parse_id(char letter, std::string_view text) {
    if (text.size() != 17 || text[0] != letter) return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 17, value, 16);
    if (error != std::errc{} || end != text.data() + 17) return std::nullopt;
    return Id{value};
}

}  // namespace

std::string to_string(ReportId id) { return fmt::format("r{:016x}", static_cast<std::uint64_t>(id)); }
std::string to_string(EventId id) { return fmt::format("e{:016x}", static_cast<std::uint64_t>(id)); }
std::string to_string(FlowId id) { return fmt::format("f{:016x}", static_cast<std::uint64_t>(id)); }

std::optional<ReportId> parse_report_id(std::string_view text) { return parse_id<ReportId>('r', text); }
std::optional<EventId> parse_event_id(std::string_view text) { return parse_id<EventId>('e', text); }
std::optional<FlowId> parse_flow_id(std::string_view text) { return parse_id<FlowId>('f', text); }

ReportId report_id_of(std::string_view sha256_hex) {
    std::uint64_t value = 0;
    std::from_chars(sha256_hex.data(), sha256_hex.data() + std::min<std::size_t>(16, sha256_hex.size()),
                    value, 16);
    return ReportId{value};
}

}  // namespace events
