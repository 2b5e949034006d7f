// Mouse, wheel and tooltips of the map.
#include "app/panels/map_panel.hpp"

#include <imgui.h>

#include <cmath>

#include "app/panels/drawing.hpp"
#include "app/panels/icons.hpp"
#include "app/panels/map_overlays.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

constexpr std::size_t kMostTipRows = 8;
constexpr double kZoomPerWheelStep = 1.25;
constexpr double kDoubleClickZoom = 2;
constexpr float kClickSlackPx = 4;

template <typename Id>
Id after(const std::vector<Id>& ids, const std::optional<Id>& selected) {
    const auto found = selected ? std::find(ids.begin(), ids.end(), *selected) : ids.end();
    return found == ids.end() || std::next(found) == ids.end() ? ids.front() : *std::next(found);
}

/// The map's own pixels: logical ones, whatever the screen's scale.
geo::ScreenPoint in_region(ImVec2 mouse, const Region& region, const Theme& theme) {
    return {static_cast<double>((mouse.x - region.x) / theme.scale),
            static_cast<double>((mouse.y - region.y) / theme.scale)};
}

PanMap pan_of(ImVec2 moved, const Theme& theme) {
    return {static_cast<double>(moved.x / theme.scale), static_cast<double>(moved.y / theme.scale)};
}

void event_rows(const Model& model, const Theme& theme, const std::vector<events::EventId>& ids) {
    std::size_t row = 0;
    for (const auto id : ids) {
        const auto* event = model.casebook.find(id);
        if (event == nullptr)
            continue;
        if (++row > kMostTipRows)
            break;
        words(kind_words(event->kind, model.tr), theme.strong, theme.palette.text, false);
        std::string line =
            time_words(event->time, model.tr) + " \u00B7 " + place_name(event->place, model.tr);
        const auto figure = main_figure(event->tally, model.tr);
        if (!figure.empty())
            line += " \u00B7 " + figure;
        words(line, theme.small, theme.palette.text, false);
        if (event->place.precision != events::PlacePrecision::exact) {
            muted(theme, place_precision_words(event->place, model.tr), false);
        }
    }
    if (ids.size() > kMostTipRows) {
        muted(theme, fill(model.tr("map.more"), {{"n", std::to_string(ids.size() - kMostTipRows)}}),
              false);
    }
    if (ids.size() > 1)
        muted(theme, model.tr("map.click_again"), false);
}

void flow_rows(const Model& model, const Theme& theme, const std::vector<events::FlowId>& ids) {
    for (std::size_t i = 0; i < std::min(ids.size(), kMostTipRows); ++i) {
        const auto* flow = model.casebook.find(ids[i]);
        if (flow == nullptr)
            continue;
        words(flow_words(*flow, model.tr), theme.strong, theme.palette.text, false);
        std::string line = time_words(flow->time, model.tr);
        if (flow->split == events::FlowSplit::together) {
            line += std::string(" \u00B7 ") + model.tr("flow.together");
        }
        words(line, theme.small, theme.palette.text, false);
    }
}

void draw_tip(const Model& model, const Theme& theme, const Pick& pick) {
    ImGui::BeginTooltip();
    const auto& scene = model.map.scene;
    switch (pick.kind) {
        case PickKind::symbol:
            event_rows(model, theme, scene.symbols[pick.index].events);
            break;
        case PickKind::badge:
            event_rows(model, theme, scene.badges[pick.index].events);
            break;
        case PickKind::flow:
            flow_rows(model, theme, scene.flows[pick.index].flows);
            break;
    }
    ImGui::EndTooltip();
}

void draw_buttons(const Model& model, const Theme& theme, const Region& region, Actions& actions) {
    const float side = theme.em * 1.9F;
    ImGui::PushStyleColor(ImGuiCol_Button, theme.palette.panel);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::SetCursorScreenPos({region.x + theme.em * 0.8F, region.y + theme.em * 0.8F});
    ImGui::BeginGroup();
    if (icon_button("##zoom_in", Icon::plus, side, model.tr("map.zoom_in"))) {
        actions.ask(ZoomMapCentre{1.6});
    }
    if (icon_button("##zoom_out", Icon::minus, side, model.tr("map.zoom_out"))) {
        actions.ask(ZoomMapCentre{1 / 1.6});
    }
    if (icon_button("##fit", Icon::fit, side, model.tr("map.fit")))
        actions.ask(FitMap{});
    ImGui::EndGroup();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

void move_with_mouse(const Theme& theme, const Region& region, MapPanelState& state,
                     Actions& actions) {
    const auto& io = ImGui::GetIO();
    if (ImGui::IsItemActivated())
        state.dragged = false;
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, kClickSlackPx)) {
        if (!state.dragged) {
            const ImVec2 start = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, kClickSlackPx);
            actions.ask(pan_of(start, theme));
        } else if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0) {
            actions.ask(pan_of(io.MouseDelta, theme));
        }
        state.dragged = true;
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    }
    if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
        actions.ask(ZoomMap{in_region(io.MousePos, region, theme),
                            zoom_factor(static_cast<double>(io.MouseWheel))});
    }
}

void pick_with_mouse(const Model& model, const Theme& theme, const Region& region,
                     const MapPanelState& state, Actions& actions) {
    if (!ImGui::IsItemHovered() && !ImGui::IsItemDeactivated())
        return;
    const auto cursor = in_region(ImGui::GetMousePos(), region, theme);
    const auto picked = pick(model.map.scene, model.map.view, cursor);
    const bool clicked = ImGui::IsItemDeactivated() && !state.dragged;
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) && ImGui::IsItemHovered() && !picked) {
        actions.ask(ZoomMap{cursor, kDoubleClickZoom});
        return;
    }
    if (picked) {
        if (ImGui::IsItemHovered() && !state.dragged)
            draw_tip(model, theme, *picked);
        if (clicked) {
            if (auto action = action_of_pick(model, *picked))
                actions.ask(std::move(*action));
        }
        return;
    }
    if (clicked && ImGui::IsItemHovered()) {
        actions.ask(SelectEvent{});
        if (model.marked_place)
            actions.ask(ForgetMarkedPlace{});
    }
}

/// Tells the model the region's size in the map's own pixels.
void fit_region(const Model& model, const Theme& theme, const Region& region, float covered_px,
                Actions& actions) {
    const ResizeMap size{static_cast<double>(region.width / theme.scale),
                         static_cast<double>(region.height / theme.scale),
                         static_cast<double>(covered_px / theme.scale)};
    const auto& map = model.map;
    if (map.view.width_px == size.width_px && map.view.height_px == size.height_px &&
        map.covered_right_px == size.covered_right_px) {
        return;
    }
    actions.ask(size);
}

void draw_state_note(const Model& model, const Theme& theme, const Region& region) {
    const char* note = nullptr;
    if (model.loading)
        note = model.tr("map.loading");
    if (!model.loading && model.casebook.reports().empty())
        note = model.tr("map.empty");
    if (note == nullptr)
        return;
    const auto size = theme.body->CalcTextSizeA(theme.body->FontSize, FLT_MAX, 0, note);
    const ImVec2 at{region.x + (region.width - size.x) / 2, region.y + theme.em * 1.2F};
    auto& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({at.x - theme.em, at.y - theme.em * 0.5F},
                       {at.x + size.x + theme.em, at.y + size.y + theme.em * 0.5F},
                       theme.palette.panel, theme.em * 0.3F);
    list.AddText(theme.body, theme.body->FontSize, at, theme.palette.muted, note);
}

}  // namespace

double zoom_factor(double wheel_steps) {
    return std::pow(kZoomPerWheelStep, wheel_steps);
}

std::optional<Action> action_of_pick(const Model& model, const Pick& pick) {
    const auto& scene = model.map.scene;
    if (pick.kind == PickKind::flow) {
        const auto& flows = scene.flows[pick.index].flows;
        if (flows.empty())
            return std::nullopt;
        return SelectFlow{after(flows, model.selection.flow)};
    }
    const auto& ids = pick.kind == PickKind::symbol ? scene.symbols[pick.index].events
                                                    : scene.badges[pick.index].events;
    if (ids.empty())
        return std::nullopt;
    return SelectEvent{after(ids, model.selection.event)};
}

void draw_map_panel(const Model& model, const Theme& theme, const Region& region,
                    MapPanelState& state, Actions& actions) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    begin_region("##map", region, theme, ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    const ImVec2 corner{region.x, region.y};
    const ImVec2 far_corner{region.x + region.width, region.y + region.height};
    auto& list = *ImGui::GetWindowDrawList();
    if (model.map.picture != 0) {
        // Texture rows run from the bottom, as OpenGL draws them.
        list.AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(model.map.picture)),
                      corner, far_corner, {0, 1}, {1, 0});
    } else {
        list.AddRectFilled(corner, far_corner, theme.palette.water);
    }
    ImGui::InvisibleButton("##surface", {region.width, region.height});
    ImGui::SetItemAllowOverlap();
    move_with_mouse(theme, region, state, actions);
    pick_with_mouse(model, theme, region, state, actions);
    draw_marked_place(model, theme, region);
    draw_scale_bar(model, theme, region);
    const float covered = draw_legend(model, theme, region, state.legend_open);
    fit_region(model, theme, region, covered, actions);
    draw_buttons(model, theme, region, actions);
    draw_state_note(model, theme, region);
    ImGui::End();
}

}  // namespace app
