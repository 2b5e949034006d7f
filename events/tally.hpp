// How many people (or houses), as a range with the words it was read from.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace events {

/// "some 500" is 500 to 500, approximate; "at least 17" is 17 to unknown; "up to 30" is unknown
/// to 30. What "dozens" means as a number is the lexicon's table.
struct Figure {
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;
    bool approximate = false;
    std::string words;
    friend bool operator==(const Figure&, const Figure&) = default;
};

enum class Harm : std::uint8_t {
    killed, injured, abducted, detained, disappeared, raped, displaced, houses,
};
inline constexpr std::size_t kHarmCount = 8;
/// "killed", ..., "houses": the prefix of the GeoJSON properties.
std::string_view to_string(Harm harm);
std::optional<Harm> parse_harm(std::string_view text);

/// One figure per harm; empty where nothing is said.
struct Tally {
    std::array<std::optional<Figure>, kHarmCount> figures;
    const std::optional<Figure>& operator[](Harm harm) const {
        return figures[static_cast<std::size_t>(harm)];
    }
    std::optional<Figure>& operator[](Harm harm) { return figures[static_cast<std::size_t>(harm)]; }
    bool empty() const;
};

}  // namespace events
