// The colours, line widths and type of the map, read from a style file (assets/styles).
#pragma once

#include <array>
#include <string>

#include "app/map/colour.hpp"
#include "geo/result.hpp"

namespace app {

/// Sizes and widths in logical pixels (at 96 dpi).
struct LineStyle {
    Colour colour;
    double width_px = 1;
};

/// Roles that text plays on the map, most prominent first.
enum class TextRole : unsigned char {
    country,
    admin1,
    capital,
    town,
    village,
    water,
    flow,
    badge,
    count,
    furniture,
    furniture_title,
};
inline constexpr std::size_t kTextRoleCount = 11;

struct TextStyle {
    std::string font = "Inter";  ///< families for fontconfig: "Inter, Noto Sans"
    double size_px = 12;
    Colour colour;
    Colour halo{255, 255, 255, 230};
    double halo_px = 1.5;   ///< 0: none
    double spacing_px = 0;  ///< between letters
    int weight = 400;       ///< 100 to 900
    bool italic = false;
    bool capitals = false;  ///< shown in capitals
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

struct MapStyle {
    std::string name;
    Colour water, land, lake, ice;
    LineStyle coast, river, lake_shore, border, disputed, admin1;
    Colour symbol_edge;  ///< thin, around solid symbols
    Colour symbol_halo;  ///< between symbol and map
    Colour leader;
    Colour selection;
    Colour hatch;              ///< of areas
    Colour panel, panel_edge;  ///< behind legend and badges
    std::array<TextStyle, kTextRoleCount> text;

    const TextStyle& of(TextRole role) const { return text[static_cast<std::size_t>(role)]; }
    TextStyle& of(TextRole role) { return text[static_cast<std::size_t>(role)]; }
};

/// Fails naming the file and the key that is missing or malformed ("light.json: text.town: no
/// size"). Colours are "#rrggbb" or "#rrggbbaa".
geo::Result<MapStyle> parse_style(const std::string& json, const std::string& file_name);

/// `name` is "light" or "dark": styles/<name>.json in the share folder.
geo::Result<MapStyle> load_style(const std::string& share_folder, const std::string& name);

}  // namespace app
