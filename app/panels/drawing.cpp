// Drawing with ImGui's draw lists.
#include "app/panels/drawing.hpp"

#include <array>
#include <cmath>

namespace app {

void begin_region(const char* id, const Region& region, const Theme& theme,
                  ImGuiWindowFlags flags) {
    ImGui::SetNextWindowPos({region.x, region.y});
    ImGui::SetNextWindowSize({region.width, region.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, theme.palette.panel);
    ImGui::Begin(id, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoNavFocus | flags);
    ImGui::PopStyleColor();
}

void draw_symbol(ImDrawList& list, ImVec2 centre, float radius_px, const SymbolStyle& style,
                 bool hollow) {
    const ImU32 colour = to_imgui(style.colour);
    const auto outline = unit_outline(style.shape);
    if (outline.empty()) {
        if (hollow) {
            list.AddCircle(centre, radius_px, colour, 0, 1.5F);
        } else {
            list.AddCircleFilled(centre, radius_px, colour);
        }
        return;
    }
    std::vector<ImVec2> corners;
    for (const auto& corner : outline) {
        corners.emplace_back(centre.x + radius_px * static_cast<float>(corner.x),
                             centre.y + radius_px * static_cast<float>(corner.y));
    }
    const int count = static_cast<int>(corners.size());
    if (hollow) {
        list.AddPolyline(corners.data(), count, colour, ImDrawFlags_Closed, 1.5F);
        return;
    }
    if (style.shape != Shape::star) {
        list.AddConvexPolyFilled(corners.data(), count, colour);
        return;
    }
    // A star is not convex: a fan without soft edges, so that no seams show, inside a soft outline.
    const auto flags = list.Flags;
    list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (int i = 0; i < count; ++i) {
        const auto& a = corners[static_cast<std::size_t>(i)];
        const auto& b = corners[static_cast<std::size_t>((i + 1) % count)];
        list.AddTriangleFilled(centre, a, b, colour);
    }
    list.Flags = flags;
    list.AddPolyline(corners.data(), count, colour, ImDrawFlags_Closed, 1.0F);
}

void draw_status_mark(ImDrawList& list, ImVec2 centre, float size_px, events::ReviewStatus status,
                      const Palette& palette) {
    const ImU32 colour = status_colour(palette, status);
    const float h = size_px / 2;
    const float thick = std::max(1.4F, size_px * 0.16F);
    switch (status) {
        case events::ReviewStatus::accepted: {
            const std::array<ImVec2, 3> tick{ImVec2{centre.x - h, centre.y + h * 0.05F},
                                             ImVec2{centre.x - h * 0.25F, centre.y + h * 0.75F},
                                             ImVec2{centre.x + h, centre.y - h * 0.75F}};
            list.AddPolyline(tick.data(), 3, colour, 0, thick);
            break;
        }
        case events::ReviewStatus::rejected:
            list.AddLine({centre.x - h * 0.75F, centre.y - h * 0.75F},
                         {centre.x + h * 0.75F, centre.y + h * 0.75F}, colour, thick);
            list.AddLine({centre.x - h * 0.75F, centre.y + h * 0.75F},
                         {centre.x + h * 0.75F, centre.y - h * 0.75F}, colour, thick);
            break;
        case events::ReviewStatus::disputed: {
            const auto size = ImGui::CalcTextSize("?");
            list.AddText({centre.x - size.x / 2, centre.y - size.y / 2}, colour, "?");
            break;
        }
        case events::ReviewStatus::edited:
            list.AddCircleFilled(centre, h * 0.6F, colour);
            break;
        case events::ReviewStatus::proposed:
            list.AddCircle(centre, h * 0.6F, colour, 0, 1.2F);
            break;
    }
}

void words(std::string_view text, ImFont* font, ImU32 colour, bool wrap) {
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    if (wrap)
        ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    if (wrap)
        ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void muted(const Theme& theme, std::string_view text, bool wrap) {
    words(text, theme.small, theme.palette.muted, wrap);
}

std::string cut_to_width(std::string_view text, const ImFont* font, float width_px) {
    const char* begin = text.data();
    const char* end = begin + text.size();
    const auto measure = [font](const char* from, const char* to) {
        return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, from, to).x;
    };
    if (measure(begin, end) <= width_px)
        return std::string(text);
    constexpr std::string_view kEllipsis = "\u2026";
    const float room = width_px - measure(kEllipsis.data(), kEllipsis.data() + kEllipsis.size());
    const char* fits = begin;
    font->CalcTextSizeA(font->FontSize, std::max(1.0F, room), 0, begin, end, &fits);
    while (fits > begin && fits[-1] == ' ')
        --fits;
    return std::string(begin, fits).append(kEllipsis);
}

void words_cut(std::string_view text, ImFont* font, ImU32 colour, float width_px) {
    const std::string cut = cut_to_width(text, font, width_px);
    words(cut, font, colour, false);
    if (cut.size() == text.size() || !ImGui::IsItemHovered())
        return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(font->FontSize * 28);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

bool begin_modal(const Theme& theme, const char* id) {
    if (!ImGui::IsPopupOpen(id))
        ImGui::OpenPopup(id);
    ImGui::SetNextWindowPos(ImGui::GetMainViewport()->GetCenter(), ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.em * 1.3F, theme.em * 1.1F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.em * 0.4F);
    const bool open = ImGui::BeginPopupModal(
        id, nullptr,
        ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoTitleBar);
    ImGui::PopStyleVar(2);
    return open;
}

bool accent_button(const Theme& theme, const char* label, ImVec2 size) {
    ImGui::PushStyleColor(ImGuiCol_Button, theme.palette.accent);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, theme.palette.accent);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, theme.palette.accent);
    ImGui::PushStyleColor(ImGuiCol_Text, theme.palette.on_accent);
    const bool pressed = ImGui::Button(label, size);
    ImGui::PopStyleColor(4);
    return pressed;
}

bool begin_combo(const Theme& theme, const char* id, const char* shown, float width_px,
                 ImGuiComboFlags flags) {
    const float width = width_px > 0 ? width_px : ImGui::GetContentRegionAvail().x;
    ImGui::SetNextItemWidth(width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetFrameHeight();
    const float arrow = theme.em * 1.2F;
    const auto label =
        cut_to_width(shown, ImGui::GetFont(), width - arrow - ImGui::GetStyle().FramePadding.x);
    auto& list = *ImGui::GetWindowDrawList();
    const bool open = ImGui::BeginCombo(id, label.c_str(), flags | ImGuiComboFlags_NoArrowButton);
    const float h = theme.em * 0.22F;
    const ImVec2 c{at.x + width - arrow * 0.7F, at.y + height / 2};
    list.AddLine({c.x - h, c.y - h * 0.5F}, {c.x, c.y + h * 0.5F}, theme.palette.muted, 1.5F);
    list.AddLine({c.x, c.y + h * 0.5F}, {c.x + h, c.y - h * 0.5F}, theme.palette.muted, 1.5F);
    return open;
}

void tip(const char* text) {
    if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
        return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ImGui::GetFontSize() * 26);
    ImGui::TextUnformatted(text);
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

void heading(const Theme& theme, const char* text) {
    ImGui::Dummy({0, theme.em * 0.2F});
    words(text, theme.small_strong, theme.palette.muted);
}

void hairline(const Theme& theme) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float left = ImGui::GetWindowPos().x;
    ImGui::GetWindowDrawList()->AddLine({left, at.y}, {left + ImGui::GetWindowWidth(), at.y},
                                        theme.palette.line);
    ImGui::Dummy({0, 1});
}

}  // namespace app
