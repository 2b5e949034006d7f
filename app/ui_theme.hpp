// How the interface looks: colours, type and spacing, beside the map in the same quiet manner.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "app/map/colour.hpp"
#include "events/event.hpp"
#include "geo/result.hpp"

namespace app {

struct Palette {
    ImU32 panel, field, line, hover, selected;  ///< surfaces
    ImU32 text, muted, faint;                   ///< faint only for marks, never for words
    ImU32 accent, accent_pale, on_accent;
    ImU32 accepted, disputed, rejected, edited;
    ImU32 highlight, highlight_edge;  ///< behind the selected sentence
    ImU32 water;                      ///< where the map is not drawn yet
};
Palette light_palette();
Palette dark_palette();

ImU32 to_imgui(Colour colour);
/// The colour of a review status; `faint` for proposed.
ImU32 status_colour(const Palette& palette, events::ReviewStatus status);

/// Fonts are owned by the ImGui context that loaded them.
struct Theme {
    Palette palette;
    ImFont* body = nullptr;
    ImFont* strong = nullptr;
    ImFont* small = nullptr;
    ImFont* small_strong = nullptr;
    ImFont* title = nullptr;
    /// The unit of layout: the height of body text in pixels.
    float em = 15;
    float scale = 1;  ///< interface pixels for one logical pixel of the map
};

inline constexpr float kBodySizePx = 15;  ///< at 96 dpi
inline constexpr float kSmallSizePx = 13;

/// Files of the interface's type, found through fontconfig: Inter in two weights, and a font for
/// what Inter has not. Fails when there is no font at all.
struct FontFiles {
    std::string regular;
    std::string semibold;
    std::string fallback;
};
geo::Result<FontFiles> find_font_files();

/// Fills the current context's atlas with FreeType at `scale` (1: 96 dpi) and sets theme.*font.
void load_fonts(Theme& theme, const FontFiles& files, float scale);

/// Colours and spacing of the current ImGui context, from the theme's palette and size.
void apply_style(const Theme& theme);

/// ImGui's built-in font in all roles: for tests without font files.
Theme plain_theme();

}  // namespace app
