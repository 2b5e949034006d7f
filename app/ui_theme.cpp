// Palettes, fonts through fontconfig and FreeType, and ImGui's style.
#include "app/ui_theme.hpp"

#include <fontconfig/fontconfig.h>
#include <imgui_freetype.h>

#include <array>
#include <cmath>
#include <memory>

namespace app {
namespace {

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) {
    return IM_COL32((hex >> 16) & 0xFFU, (hex >> 8) & 0xFFU, hex & 0xFFU, alpha);
}

ImVec4 vec(ImU32 colour) {
    return ImGui::ColorConvertU32ToFloat4(colour);
}

/// Latin with its extensions (African and Turkish letters), punctuation, arrows, mathematics.
constexpr std::array<ImWchar, 15> kGlyphs{0x0020, 0x024F, 0x0250, 0x02FF, 0x1E00,
                                          0x1EFF, 0x2010, 0x205F, 0x20A0, 0x20BF,
                                          0x2190, 0x21FF, 0x2200, 0x226F, 0};

std::string match_font(FcConfig* config, const char* pattern_text) {
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> pattern{
        FcNameParse(reinterpret_cast<const FcChar8*>(pattern_text)), &FcPatternDestroy};
    if (!pattern)
        return {};
    FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultNoMatch;
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> match{
        FcFontMatch(config, pattern.get(), &result), &FcPatternDestroy};
    FcChar8* file = nullptr;
    if (!match || FcPatternGetString(match.get(), FC_FILE, 0, &file) != FcResultMatch)
        return {};
    return reinterpret_cast<const char*>(file);
}

ImFont* load_font(const std::string& file, const std::string& fallback, float size_px) {
    auto& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    ImFont* font = atlas.AddFontFromFileTTF(file.c_str(), size_px, &config, kGlyphs.data());
    if (font != nullptr && !fallback.empty() && fallback != file) {
        config.MergeMode = true;
        atlas.AddFontFromFileTTF(fallback.c_str(), size_px, &config, kGlyphs.data());
    }
    return font;
}

}  // namespace

Palette light_palette() {
    Palette p{};
    p.panel = rgb(0xFFFFFF);
    p.field = rgb(0xF4F5F7);
    p.line = rgb(0xDFE2E6);
    p.hover = rgb(0xEEF3F8);
    p.selected = rgb(0xDCEBF8);
    p.text = rgb(0x20262E);
    p.muted = rgb(0x5F6873);
    p.faint = rgb(0xAAB1BA);
    p.accent = rgb(0x0063B3);
    p.accent_pale = rgb(0xCCE5F9);
    p.on_accent = rgb(0xFFFFFF);
    p.accepted = rgb(0x1B7F5C);
    p.disputed = rgb(0x9A6700);
    p.rejected = rgb(0xB3403A);
    p.edited = rgb(0x0063B3);
    p.highlight = rgb(0xFFF0B8);
    p.highlight_edge = rgb(0xD9A400);
    p.water = rgb(0xD3E3EE);
    return p;
}

Palette dark_palette() {
    Palette p{};
    p.panel = rgb(0x1F242A);
    p.field = rgb(0x2A3038);
    p.line = rgb(0x3A424C);
    p.hover = rgb(0x2C353F);
    p.selected = rgb(0x23405A);
    p.text = rgb(0xE8EBEF);
    p.muted = rgb(0xA3ACB7);
    p.faint = rgb(0x6A7480);
    p.accent = rgb(0x66B0EC);
    p.accent_pale = rgb(0x23405A);
    p.on_accent = rgb(0x10161C);
    p.accepted = rgb(0x4FC79A);
    p.disputed = rgb(0xE3B341);
    p.rejected = rgb(0xF0857C);
    p.edited = rgb(0x66B0EC);
    p.highlight = rgb(0x5A4A12);
    p.highlight_edge = rgb(0xE3B341);
    p.water = rgb(0x16202A);
    return p;
}

ImU32 to_imgui(Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

ImU32 status_colour(const Palette& palette, events::ReviewStatus status) {
    switch (status) {
        case events::ReviewStatus::accepted:
            return palette.accepted;
        case events::ReviewStatus::edited:
            return palette.edited;
        case events::ReviewStatus::disputed:
            return palette.disputed;
        case events::ReviewStatus::rejected:
            return palette.rejected;
        case events::ReviewStatus::proposed:
            break;
    }
    return palette.faint;
}

geo::Result<FontFiles> find_font_files() {
    const std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)> config{FcInitLoadConfigAndFonts(),
                                                                       &FcConfigDestroy};
    if (!config)
        return geo::fail("fontconfig has no configuration; install fontconfig-config");
    FontFiles files{match_font(config.get(), "Inter:weight=80"),
                    match_font(config.get(), "Inter:weight=180"),
                    match_font(config.get(), "Noto Sans")};
    if (files.regular.empty())
        return geo::fail("no font found; install fonts-inter");
    if (files.semibold.empty())
        files.semibold = files.regular;
    return files;
}

void load_fonts(Theme& theme, const FontFiles& files, float scale) {
    auto& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    const auto size = [scale](float px) { return std::max(8.0F, std::round(px * scale)); };
    theme.body = load_font(files.regular, files.fallback, size(kBodySizePx));
    theme.strong = load_font(files.semibold, {}, size(kBodySizePx));
    theme.small = load_font(files.regular, files.fallback, size(kSmallSizePx));
    theme.small_strong = load_font(files.semibold, {}, size(kSmallSizePx));
    theme.title = load_font(files.semibold, {}, size(17.0F));
    if (theme.body == nullptr || theme.strong == nullptr) {
        atlas.Clear();
        ImFont* plain = atlas.AddFontDefault();
        theme.body = theme.strong = theme.small = theme.small_strong = theme.title = plain;
    }
    theme.em = size(kBodySizePx);
}

Theme plain_theme() {
    Theme theme;
    theme.palette = light_palette();
    ImFont* plain = ImGui::GetIO().Fonts->AddFontDefault();
    theme.body = theme.strong = theme.small = theme.small_strong = theme.title = plain;
    theme.em = 13;
    return theme;
}

namespace {

void apply_colours(ImGuiStyle& style, const Palette& p) {
    const ImVec4 clear{0, 0, 0, 0};
    auto* c = style.Colors;
    c[ImGuiCol_Text] = vec(p.text);
    c[ImGuiCol_TextDisabled] = vec(p.muted);
    c[ImGuiCol_WindowBg] = c[ImGuiCol_PopupBg] = c[ImGuiCol_MenuBarBg] = vec(p.panel);
    c[ImGuiCol_ChildBg] = clear;
    c[ImGuiCol_Border] = c[ImGuiCol_Separator] = vec(p.line);
    c[ImGuiCol_BorderShadow] = clear;
    c[ImGuiCol_FrameBg] = vec(p.field);
    c[ImGuiCol_FrameBgHovered] = c[ImGuiCol_FrameBgActive] = vec(p.hover);
    c[ImGuiCol_TitleBg] = c[ImGuiCol_TitleBgActive] = c[ImGuiCol_TitleBgCollapsed] = vec(p.panel);
    c[ImGuiCol_ScrollbarBg] = clear;
    c[ImGuiCol_ScrollbarGrab] = vec(p.line);
    c[ImGuiCol_ScrollbarGrabHovered] = c[ImGuiCol_ScrollbarGrabActive] = vec(p.faint);
    c[ImGuiCol_CheckMark] = c[ImGuiCol_SliderGrab] = c[ImGuiCol_SliderGrabActive] = vec(p.accent);
    c[ImGuiCol_Button] = vec(p.field);
    c[ImGuiCol_ButtonHovered] = vec(p.hover);
    c[ImGuiCol_ButtonActive] = vec(p.selected);
    c[ImGuiCol_Header] = vec(p.selected);
    c[ImGuiCol_HeaderHovered] = vec(p.hover);
    c[ImGuiCol_HeaderActive] = vec(p.selected);
    c[ImGuiCol_SeparatorHovered] = c[ImGuiCol_SeparatorActive] = vec(p.accent);
    c[ImGuiCol_TableHeaderBg] = vec(p.panel);
    c[ImGuiCol_TableBorderStrong] = c[ImGuiCol_TableBorderLight] = vec(p.line);
    c[ImGuiCol_TableRowBg] = c[ImGuiCol_TableRowBgAlt] = clear;
    c[ImGuiCol_TextSelectedBg] = vec(p.accent_pale);
    c[ImGuiCol_NavHighlight] = vec(p.accent);
    c[ImGuiCol_ModalWindowDimBg] = ImVec4(0.08F, 0.1F, 0.13F, 0.35F);
    c[ImGuiCol_PlotHistogram] = vec(p.accent);
    c[ImGuiCol_DragDropTarget] = vec(p.accent);
}

/// Whole pixels, so that rows of a list do not drift from where the clipper expects them.
ImVec2 whole(float x, float y) {
    return {std::round(x), std::round(y)};
}

}  // namespace

void apply_style(const Theme& theme) {
    ImGuiStyle style;
    const float em = theme.em;
    style.WindowPadding = whole(em * 0.8F, em * 0.7F);
    style.FramePadding = whole(em * 0.55F, em * 0.32F);
    style.ItemSpacing = whole(em * 0.5F, em * 0.4F);
    style.ItemInnerSpacing = whole(em * 0.4F, em * 0.3F);
    style.CellPadding = whole(em * 0.3F, em * 0.22F);
    style.IndentSpacing = em;
    style.ScrollbarSize = em * 0.72F;
    style.GrabMinSize = em * 0.7F;
    style.WindowRounding = 0;
    style.ChildRounding = 0;
    style.FrameRounding = em * 0.22F;
    style.PopupRounding = em * 0.3F;
    style.ScrollbarRounding = em * 0.36F;
    style.GrabRounding = em * 0.2F;
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.DisabledAlpha = 0.45F;
    apply_colours(style, theme.palette);
    ImGui::GetStyle() = style;
}

}  // namespace app
