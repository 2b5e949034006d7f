// Furniture of the map, drawn over its picture.
#include "app/panels/map_overlays.hpp"

#include <imgui.h>

#include "app/panels/drawing.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

/// Of the map: a taller or wider legend starts folded.
constexpr float kLegendHeightShare = 0.6F;
constexpr float kLegendWidthShare = 0.33F;

/// Lays rows out twice: once to measure the box, once to draw them.
struct LegendPen {
    const Theme& theme;
    const MapStyle& style;
    ImDrawList* list = nullptr;  ///< null while measuring
    ImVec2 at;
    float widest = 0;

    float row_px() const { return theme.small->FontSize + theme.em * 0.42F; }
    float sign_px() const { return theme.em * 2.2F; }
    ImU32 ink() const { return to_imgui(style.of(TextRole::furniture).colour); }

    void text(const std::string& words, float indent, ImFont* font) {
        const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, words.c_str());
        widest = std::max(widest, indent + size.x);
        if (list == nullptr)
            return;
        const float y = at.y + (row_px() - font->FontSize) / 2;
        list->AddText(font, font->FontSize, {at.x + indent, y}, ink(), words.c_str());
    }

    void title(const std::string& words) {
        if (words.empty())
            return;
        at.y += theme.em * 0.25F;
        text(words, 0, theme.small_strong);
        at.y += row_px();
    }

    void row(const std::string& words) {
        text(words, sign_px(), theme.small);
        at.y += row_px();
    }

    ImVec2 sign_centre() const { return {at.x + sign_px() * 0.4F, at.y + row_px() / 2}; }

    void kind(const LegendKind& kind) {
        if (list != nullptr)
            draw_symbol(*list, sign_centre(), theme.em * 0.42F, kind.style);
        row(kind.text + "  " + std::to_string(kind.count));
    }

    void size(const LegendSize& size) {
        const float radius = static_cast<float>(size.radius_px) * theme.scale;
        const float height = std::max(row_px(), 2 * radius + 3);
        const float extra = height - row_px();
        at.y += extra / 2;
        if (list != nullptr)
            list->AddCircle(sign_centre(), radius, ink(), 0, 1.2F);
        row(size.text);
        at.y += extra / 2;
    }

    void precision(const LegendPrecision& precision) {
        if (list != nullptr) {
            const SymbolFill fill = fill_of(precision.precision);
            const ImVec2 c = sign_centre();
            const float r = theme.em * 0.34F;
            if (fill == SymbolFill::solid)
                list->AddCircleFilled(c, r, ink());
            if (fill != SymbolFill::solid)
                list->AddCircle(c, r, ink(), 0, 1.4F);
            if (fill == SymbolFill::pale) {
                list->AddCircleFilled(c, r, (ink() & 0x00FFFFFFU) | 0x55000000U);
                list->AddCircle(c, r * 1.9F, ink(), 0, 1.0F);
            }
        }
        row(precision.text + "  " + std::to_string(precision.count));
    }

    void flow(const LegendFlow& flow) {
        if (list != nullptr) {
            const ImVec2 c = sign_centre();
            const float half = sign_px() * 0.36F;
            const ImU32 colour = to_imgui(flow.colour);
            const float width = static_cast<float>(flow.width_px) * theme.scale;
            for (float x = -half; x < half; x += flow.dashed ? 7.0F : 2 * half) {
                const float to = flow.dashed ? std::min(half, x + 4.5F) : half;
                list->AddLine({c.x + x, c.y}, {c.x + to, c.y}, colour, width);
            }
        }
        row(flow.text);
    }
};

void lay_out(LegendPen& pen, const Legend& legend) {
    pen.title(legend.kinds_title);
    for (const auto& kind : legend.kinds)
        pen.kind(kind);
    if (!legend.sizes.empty())
        pen.title(legend.sizes_title);
    for (const auto& size : legend.sizes)
        pen.size(size);
    if (!legend.precisions.empty())
        pen.title(legend.precisions_title);
    for (const auto& precision : legend.precisions)
        pen.precision(precision);
    if (!legend.flows.empty())
        pen.title(legend.flows_title);
    for (const auto& flow : legend.flows)
        pen.flow(flow);
    if (!legend.possibly_inside.empty())
        pen.row(legend.possibly_inside);
}

}  // namespace

float draw_legend(const Model& model, const Theme& theme, const Region& region,
                  std::optional<bool>& choice) {
    const auto& legend = model.map.legend;
    if (legend.kinds.empty() && legend.flows.empty())
        return 0;
    const auto& style = model.map.style;
    const float pad = theme.em * 0.7F;
    LegendPen measure{theme, style, nullptr, {0, 0}};
    lay_out(measure, legend);
    const bool open = choice.value_or(measure.at.y < region.height * kLegendHeightShare &&
                                      measure.widest < region.width * kLegendWidthShare);
    if (!open)
        measure.widest = 0;
    const char* title = model.tr("legend.title");
    const float head = theme.small_strong->FontSize + theme.em * 0.5F;
    const float title_width =
        theme.small_strong->CalcTextSizeA(theme.small_strong->FontSize, FLT_MAX, 0, title).x;
    const float width = std::max(measure.widest, title_width + theme.em * 2) + 2 * pad;
    const float room = region.height - 2 * theme.em - head - pad;
    const float body = std::min(measure.at.y, room);
    const float height = head + pad + (open ? body : 0);
    const ImVec2 corner{region.x + region.width - width - theme.em * 0.8F,
                        region.y + region.height - height - theme.em * 0.8F};
    const ImVec2 far_corner{corner.x + width, corner.y + height};
    auto& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(corner, far_corner, to_imgui(style.panel), theme.em * 0.25F);
    list.AddRect(corner, far_corner, to_imgui(style.panel_edge), theme.em * 0.25F);
    ImGui::SetCursorScreenPos(corner);
    if (ImGui::InvisibleButton("##legend", {width, head + pad * 0.8F}))
        choice = !open;
    tip(model.tr(open ? "legend.close" : "legend.open"));
    const ImVec2 sign{far_corner.x - pad - theme.em * 0.3F, corner.y + pad * 0.6F + head * 0.45F};
    const float h = theme.em * 0.24F;
    const float up = open ? 1.0F : -1.0F;
    list.AddTriangleFilled({sign.x - h, sign.y - up * h * 0.6F},
                           {sign.x + h, sign.y - up * h * 0.6F}, {sign.x, sign.y + up * h * 0.8F},
                           theme.palette.muted);
    LegendPen pen{theme, style, &list, {corner.x + pad, corner.y + pad * 0.6F}};
    pen.text(title, 0, theme.small_strong);
    if (!open)
        return 0;
    list.PushClipRect(corner, far_corner, true);
    pen.at.y += head;
    lay_out(pen, legend);
    list.PopClipRect();
    return region.x + region.width - corner.x;
}

void draw_scale_bar(const Model& model, const Theme& theme, const Region& region) {
    const auto& bar = model.map.scale_bar;
    if (bar.length_px <= 0)
        return;
    auto& list = *ImGui::GetWindowDrawList();
    const auto& text_style = model.map.style.of(TextRole::furniture);
    const ImU32 ink = to_imgui(text_style.colour);
    const float length = static_cast<float>(bar.length_px) * theme.scale;
    const float left = region.x + theme.em;
    const float bottom = region.y + region.height - theme.em;
    const std::string note = bar.text + "  \u00B7  " + model.map.projection.label();
    const float tick = theme.em * 0.35F;
    const auto size = theme.small->CalcTextSizeA(theme.small->FontSize, FLT_MAX, 0, note.c_str());
    const float width = std::max(length, size.x);
    list.AddRectFilled({left - theme.em * 0.4F, bottom - tick - size.y - theme.em * 0.5F},
                       {left + width + theme.em * 0.4F, bottom + theme.em * 0.3F},
                       (to_imgui(model.map.style.panel) & 0x00FFFFFFU) | 0xE0000000U,
                       theme.em * 0.2F);
    list.AddLine({left, bottom}, {left + length, bottom}, ink, 1.5F);
    list.AddLine({left, bottom - tick}, {left, bottom}, ink, 1.5F);
    list.AddLine({left + length, bottom - tick}, {left + length, bottom}, ink, 1.5F);
    list.AddText(theme.small, theme.small->FontSize,
                 {left, bottom - tick - size.y - theme.em * 0.2F}, ink, note.c_str());
}

void draw_marked_place(const Model& model, const Theme& theme, const Region& region) {
    if (!model.marked_place)
        return;
    const auto point = model.map.projection.forward(model.marked_place->point);
    if (!point)
        return;
    const auto screen = model.map.view.to_screen(*point);
    const ImVec2 at{region.x + static_cast<float>(screen.x_px) * theme.scale,
                    region.y + static_cast<float>(screen.y_px) * theme.scale};
    auto& list = *ImGui::GetWindowDrawList();
    const float r = theme.em * 0.5F;
    list.AddCircle(at, r + 1.5F, theme.palette.on_accent, 0, 4);
    list.AddCircle(at, r + 1.5F, theme.palette.accent, 0, 2);
    list.AddCircleFilled(at, 2.5F, theme.palette.accent);
    const auto& name = model.marked_place->name;
    const auto size = theme.strong->CalcTextSizeA(theme.strong->FontSize, FLT_MAX, 0, name.c_str());
    const ImVec2 corner{at.x + r * 2, at.y - size.y / 2};
    list.AddRectFilled({corner.x - 4, corner.y - 2}, {corner.x + size.x + 4, corner.y + size.y + 2},
                       theme.palette.panel, 3);
    list.AddText(theme.strong, theme.strong->FontSize, corner, theme.palette.accent, name.c_str());
}

}  // namespace app
