// Controls, histogram and brush.
#include "app/panels/timeline_panel.hpp"

#include <imgui.h>

#include <array>
#include <cmath>

#include "app/panels/drawing.hpp"
#include "app/panels/icons.hpp"
#include "app/panels/tray.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

using events::Day;
using events::DayRange;
using std::chrono::days;

constexpr std::array<double, 5> kSpeeds{7, 30, 90, 180, 365};

/// Any kind of the type gives its colour.
std::array<ImU32, kTypeCount> type_colours() {
    std::array<ImU32, kTypeCount> colours{};
    for (const auto& kind : events::all_kinds()) {
        colours[type_index(kind.kind)] = to_imgui(style_of(kind.kind).colour);
    }
    return colours;
}

void mode_button(const Model& model, const Theme& theme, const char* key, TimeMode mode,
                 Actions& actions) {
    const bool on = model.clock.mode == mode;
    ImGui::PushStyleColor(ImGuiCol_Button, on ? theme.palette.accent_pale : theme.palette.field);
    ImGui::PushStyleColor(ImGuiCol_Text, on ? theme.palette.accent : theme.palette.text);
    if (ImGui::Button(model.tr(key)) && !on)
        actions.ask(SetTimeMode{mode});
    ImGui::PopStyleColor(2);
    tip(model.tr((std::string(key) + "_tip").c_str()));
}

std::string speed_words(const Model& model, double days_per_second) {
    return fill(model.tr("time.speed"), {{"n", std::to_string(static_cast<int>(days_per_second))}});
}

void draw_speed(const Model& model, const Theme& theme, Actions& actions) {
    const auto label = speed_words(model, model.clock.days_per_second);
    if (!begin_combo(theme, "##speed", label.c_str(), theme.em * 6.6F)) {
        tip(model.tr("time.speed_tip"));
        return;
    }
    for (const double speed : kSpeeds) {
        if (ImGui::Selectable(speed_words(model, speed).c_str(),
                              speed == model.clock.days_per_second)) {
            actions.ask(SetSpeed{speed});
        }
    }
    ImGui::EndCombo();
}

void draw_controls(const Model& model, const Theme& theme, Actions& actions) {
    const auto& clock = model.clock;
    const float side = ImGui::GetFrameHeight();
    ImGui::BeginDisabled(clock.empty());
    if (icon_button("##back", Icon::step_back, side, model.tr("time.back"))) {
        actions.ask(StepTime{-1});
    }
    ImGui::SameLine(0, theme.em * 0.2F);
    if (icon_button("##play", clock.playing ? Icon::pause : Icon::play, side,
                    model.tr(clock.playing ? "time.pause" : "time.play"))) {
        actions.ask(SetPlaying{!clock.playing});
    }
    ImGui::SameLine(0, theme.em * 0.2F);
    if (icon_button("##forward", Icon::step_forward, side, model.tr("time.forward"))) {
        actions.ask(StepTime{1});
    }
    ImGui::SameLine(0, theme.em * 0.9F);
    mode_button(model, theme, "time.all", TimeMode::all, actions);
    ImGui::SameLine(0, 1);
    mode_button(model, theme, "time.window", TimeMode::window, actions);
    ImGui::SameLine(0, 1);
    mode_button(model, theme, "time.cumulative", TimeMode::cumulative, actions);
    ImGui::SameLine(0, theme.em * 0.9F);
    draw_speed(model, theme, actions);
    ImGui::EndDisabled();
}

std::string axis_label(Day day, BinSize size, const Translations& tr) {
    const std::chrono::year_month_day date{day};
    const auto year = std::to_string(static_cast<int>(date.year()));
    if (size == BinSize::year)
        return year;
    events::TimeSpan span;
    span.days = DayRange{day, day};
    span.precision =
        size == BinSize::month ? events::DatePrecision::month : events::DatePrecision::day;
    return short_time_words(span, tr);
}

/// The finest calendar step whose labels do not touch.
BinSize label_step(const TimeScale& scale, float label_px) {
    const float px_per_day =
        scale.width_px / static_cast<float>((scale.after_last - scale.first).count());
    if (px_per_day * 1 > label_px)
        return BinSize::day;
    if (px_per_day * 7 > label_px)
        return BinSize::week;
    if (px_per_day * 28 > label_px)
        return BinSize::month;
    if (px_per_day * 90 > label_px)
        return BinSize::quarter;
    return BinSize::year;
}

struct Chart {
    const Model& model;
    const Theme& theme;
    ImDrawList& list;
    TimeScale scale;
    ImVec2 top_left;
    ImVec2 bottom_right;  ///< of the bars; labels stand below

    void axis() const {
        const float y = bottom_right.y;
        list.AddLine({top_left.x, y}, {bottom_right.x, y}, theme.palette.line);
        const BinSize step = label_step(scale, theme.em * 4.6F);
        const BinSize wording = step == BinSize::quarter ? BinSize::month : step;
        float free_from = top_left.x - 1;
        Day day = bin_start(scale.first, step);
        if (day < scale.first)
            day = next_bin(day, step);
        for (; day < scale.after_last; day = next_bin(day, step)) {
            const float x = scale.x_of(day);
            list.AddLine({x, y}, {x, y + theme.em * 0.25F}, theme.palette.faint);
            const auto label = axis_label(day, wording, model.tr);
            const float width =
                theme.small->CalcTextSizeA(theme.small->FontSize, FLT_MAX, 0, label.c_str()).x;
            if (x < free_from || x + width > bottom_right.x)
                continue;
            list.AddText(theme.small, theme.small->FontSize, {x + 2, y + theme.em * 0.15F},
                         theme.palette.muted, label.c_str());
            free_from = x + width + theme.em * 0.6F;
        }
    }

    void bar(const TimelineBin& bin, float px_per_event,
             const std::array<ImU32, kTypeCount>& colours) const {
        const float left = scale.x_of(bin.days.first);
        float right = scale.x_of(bin.days.last + days{1});
        if (right - left > 3)
            right -= 1;
        right = std::max(right, left + 1.5F);
        float y = bottom_right.y;
        for (std::size_t type = 0; type < kTypeCount; ++type) {
            if (bin.surely[type] == 0)
                continue;
            const float height = px_per_event * static_cast<float>(bin.surely[type]);
            list.AddRectFilled({left, y - height}, {right, y}, colours[type]);
            y -= height;
        }
        if (bin.possibly > 0) {
            list.AddRectFilled({left, y - px_per_event * bin.possibly}, {right, y},
                               (theme.palette.faint & 0x00FFFFFFU) | 0x80000000U);
        }
    }

    void bars() const {
        const auto& timeline = model.lists.timeline;
        if (timeline.tallest <= 0)
            return;
        const float px_per_event = (bottom_right.y - top_left.y) / std::max(3.0F, timeline.tallest);
        const auto colours = type_colours();
        for (const auto& bin : timeline.bins)
            bar(bin, px_per_event, colours);
    }

    void window() const {
        const auto shown = shown_days(model.clock);
        if (!shown)
            return;
        const float left = scale.x_of(shown->first);
        const float right = std::max(left + 2, scale.x_of(shown->last + days{1}));
        const ImU32 veil = (theme.palette.panel & 0x00FFFFFFU) | 0xB0000000U;
        list.AddRectFilled(top_left, {left, bottom_right.y}, veil);
        list.AddRectFilled({right, top_left.y}, bottom_right, veil);
        for (const float x : {left, right}) {
            list.AddLine({x, top_left.y}, {x, bottom_right.y}, theme.palette.accent, 1.5F);
            const float middle = (top_left.y + bottom_right.y) / 2;
            list.AddRectFilled({x - 2.5F, middle - theme.em * 0.6F},
                               {x + 2.5F, middle + theme.em * 0.6F}, theme.palette.accent, 2);
        }
    }
};

void drag_brush(const Model& model, const TimeScale& scale, float x, TimelinePanelState& state,
                Actions& actions) {
    const Day day = scale.day_at(x);
    const auto& window = model.clock.window;
    switch (state.brush) {
        case Brush::start:
            actions.ask(SetWindow{{std::min(day, window.last), window.last}});
            break;
        case Brush::end:
            actions.ask(SetWindow{{window.first, std::max(day, window.first)}});
            break;
        case Brush::body: {
            const auto length = window.last - window.first;
            const auto last_start = model.clock.extent.last - length;
            const Day first = std::clamp(day - days{state.grabbed_days}, model.clock.extent.first,
                                         std::max(last_start, model.clock.extent.first));
            if (first != window.first)
                actions.ask(SetWindow{{first, first + length}});
            break;
        }
        case Brush::fresh:
            if (day != state.anchor) {
                actions.ask(SetWindow{{std::min(day, state.anchor), std::max(day, state.anchor)}});
            }
            break;
        case Brush::none:
            break;
    }
}

void draw_bin_tip(const Model& model, const Theme& theme, const TimeScale& scale, float x) {
    const Day day = scale.day_at(x);
    for (const auto& bin : model.lists.timeline.bins) {
        if (day < bin.days.first || day > bin.days.last)
            continue;
        std::uint32_t surely = 0;
        for (const auto count : bin.surely)
            surely += count;
        ImGui::BeginTooltip();
        words(day_range_words(bin.days, model.tr), theme.strong, theme.palette.text, false);
        words(fill(model.tr("time.bin"), {{"n", std::to_string(surely)}}), theme.body,
              theme.palette.text, false);
        if (bin.possibly > 0)
            muted(theme, model.tr("time.bin_possibly"), false);
        ImGui::EndTooltip();
        return;
    }
}

void use_brush(const Model& model, const Theme& theme, const TimeScale& scale,
               TimelinePanelState& state, Actions& actions) {
    const float x = ImGui::GetMousePos().x;
    const bool shown = model.clock.mode != TimeMode::all;
    const Brush under = brush_at(scale, model.clock.window, shown, x, theme.em * 0.5F);
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
        const Brush which = ImGui::IsItemActive() ? state.brush : under;
        if (which == Brush::start || which == Brush::end) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        }
        if (which == Brush::body)
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (ImGui::IsItemActivated()) {
        state.brush = under;
        state.anchor = scale.day_at(x);
        state.grabbed_days = static_cast<int>((state.anchor - model.clock.window.first).count());
    }
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 3)) {
        drag_brush(model, scale, x, state, actions);
    }
    if (ImGui::IsItemDeactivated())
        state.brush = Brush::none;
    if (!ImGui::IsItemHovered())
        return;
    const float wheel = ImGui::GetIO().MouseWheel;
    if (wheel != 0)
        actions.ask(ScaleWindow{wheel > 0 ? 1.25 : 0.8});
    if (!ImGui::IsItemActive())
        draw_bin_tip(model, theme, scale, x);
}

void draw_chart(const Model& model, const Theme& theme, TimelinePanelState& state,
                Actions& actions) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    const auto& bins = model.lists.timeline.bins;
    if (bins.empty() || size.x < 2 || size.y < theme.em * 2) {
        muted(theme, model.tr(model.loading ? "time.loading" : "time.empty"));
        return;
    }
    const float labels = theme.small->FontSize + theme.em * 0.25F;
    const TimeScale scale{bins.front().days.first, bins.back().days.last + days{1}, at.x, size.x};
    const Chart chart{model, theme, *ImGui::GetWindowDrawList(),
                      scale, at,    {at.x + size.x, at.y + size.y - labels}};
    chart.bars();
    chart.window();
    chart.axis();
    ImGui::InvisibleButton("##chart", size);
    use_brush(model, theme, scale, state, actions);
}

}  // namespace

float TimeScale::x_of(Day day) const {
    const auto all = static_cast<float>((after_last - first).count());
    return left_px + width_px * static_cast<float>((day - first).count()) / all;
}

Day TimeScale::day_at(float x_px) const {
    const auto all = static_cast<float>((after_last - first).count());
    const float at = std::floor((x_px - left_px) / width_px * all);
    return first + days{static_cast<int>(std::clamp(at, 0.0F, all - 1))};
}

Brush brush_at(const TimeScale& scale, const DayRange& window, bool window_shown, float x_px,
               float reach_px) {
    if (!window_shown)
        return Brush::fresh;
    const float left = scale.x_of(window.first);
    const float right = scale.x_of(window.last + days{1});
    if (std::abs(x_px - right) <= reach_px)
        return Brush::end;
    if (std::abs(x_px - left) <= reach_px)
        return Brush::start;
    return x_px > left && x_px < right ? Brush::body : Brush::fresh;
}

void draw_timeline_panel(const Model& model, const Theme& theme, const Region& region,
                         TimelinePanelState& state, Actions& actions) {
    begin_region("##timeline", region, theme, ImGuiWindowFlags_NoScrollWithMouse);
    draw_controls(model, theme, actions);
    draw_tray(model, theme, actions);
    draw_chart(model, theme, state, actions);
    ImGui::End();
}

}  // namespace app
