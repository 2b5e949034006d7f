// A colour with opacity, as bytes.
#pragma once

#include <cstdint>

namespace app {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// The same colour at another opacity, 0 to 1.
constexpr Colour with_opacity(Colour colour, double opacity) {
    colour.a = static_cast<std::uint8_t>(static_cast<double>(colour.a) * opacity + 0.5);
    return colour;
}

/// `share` of b in a, 0 to 1; opacity stays that of a.
constexpr Colour mix(Colour a, Colour b, double share) {
    const auto blend = [share](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(x + (y - x) * share + 0.5);
    };
    return {blend(a.r, b.r), blend(a.g, b.g), blend(a.b, b.b), a.a};
}

}  // namespace app
