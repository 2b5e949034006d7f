// What kinds of event there are, and their ACLED types (codebook of March 2023). One table.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace events {

enum class EventKind : std::uint8_t {
    battle, takeover, air_strike, shelling, explosive_device, suicide_attack, attack_on_civilians,
    killing, summary_execution, mass_grave, abduction, enforced_disappearance, arrest, torture,
    sexual_violence, child_recruitment, protest, riot, looting, property_destruction,
    heritage_destruction, siege, attack_on_aid, attack_on_health, attack_on_education,
    displacement, other,
};
inline constexpr std::size_t kEventKindCount = 27;

struct KindInfo {
    EventKind kind;
    std::string_view key;  ///< in files: "air_strike"
    std::string_view label_en;
    std::string_view label_fr;
    std::string_view acled_event_type;
    std::string_view acled_sub_event_type;
};

const std::array<KindInfo, kEventKindCount>& all_kinds();
const KindInfo& info(EventKind kind);
std::optional<EventKind> parse_kind(std::string_view key);

}  // namespace events
