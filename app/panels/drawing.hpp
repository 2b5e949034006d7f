// Small things that several panels draw: event symbols, status marks, wrapped words, regions.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "app/map/symbology.hpp"
#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"
#include "events/event.hpp"

namespace app {

/// A fixed, undecorated window over the region; always pair with ImGui::End().
void begin_region(const char* id, const Region& region, const Theme& theme,
                  ImGuiWindowFlags flags = 0);

/// The map's symbol, centred.
void draw_symbol(ImDrawList& list, ImVec2 centre, float radius_px, const SymbolStyle& style,
                 bool hollow = false);

/// Tick, cross, question mark, pencil; a small ring for what nobody decided about.
void draw_status_mark(ImDrawList& list, ImVec2 centre, float size_px, events::ReviewStatus status,
                      const Palette& palette);

/// Words in a font and colour, wrapped at the region's right edge unless told otherwise.
void words(std::string_view text, ImFont* font, ImU32 colour, bool wrap = true);
void muted(const Theme& theme, std::string_view text, bool wrap = true);

/// The text, or as much of it as fits with an ellipsis.
std::string cut_to_width(std::string_view text, const ImFont* font, float width_px);

/// Cut with an ellipsis to the width, as one item; the tooltip shows it whole when it was cut.
void words_cut(std::string_view text, ImFont* font, ImU32 colour, float width_px);

/// A window in the middle that holds everything else up; when true, end with ImGui::EndPopup.
bool begin_modal(const Theme& theme, const char* id);

/// A button filled with the accent colour.
bool accent_button(const Theme& theme, const char* label, ImVec2 size = {0, 0});

/// ImGui::BeginCombo with a quiet arrow; pair with ImGui::EndCombo when it returns true.
bool begin_combo(const Theme& theme, const char* id, const char* shown, float width_px,
                 ImGuiComboFlags flags = 0);

/// A tooltip in the body font for the last item, also when it is disabled.
void tip(const char* text);

/// A heading in small strong muted type with room above.
void heading(const Theme& theme, const char* text);

/// A hairline over the region's width.
void hairline(const Theme& theme);

}  // namespace app
