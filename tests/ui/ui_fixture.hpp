// A window without a display: an ImGui context, the sample casebook and a mouse to click with.
#pragma once

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <string_view>

#include "app/desktop.hpp"
#include "app/map_camera.hpp"
#include "tests/support/sample_casebook.hpp"

namespace ui {

inline constexpr float kWidth = 1366;
inline constexpr float kHeight = 768;

/// Keyboard navigation is off, as in the program.
class Window {
  public:
    Window() {
        ImGui::CreateContext();
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {kWidth, kHeight};
        theme = app::plain_theme();
        app::apply_style(theme);
        unsigned char* pixels = nullptr;
        int width = 0;
        int height = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
        auto loaded = app::Translations::load(std::string(TEST_SHARE_DIR) + "/lang", "en");
        REQUIRE(loaded);
        model.tr = std::move(*loaded);
        model.loading = false;
        auto style = app::load_style(TEST_SHARE_DIR, "light");
        REQUIRE(style);
        model.map.style = std::move(*style);
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window() { ImGui::DestroyContext(); }

    void open_sample() {
        model.casebook = sample::make_casebook();
        model.selection.report = events::ReportId{11};
        frame();
        const auto box = app::extent_of(model.casebook, model.filter);
        REQUIRE(box);
        const auto map = layout().map;
        model.map.view = geo::fit(model.map.projection, *box, static_cast<double>(map.width),
                                  static_cast<double>(map.height), 60);
        frame();
    }

    app::WindowLayout layout() {
        auto choice = desktop.layout;
        return app::lay_out(kWidth, kHeight, theme.em, choice);
    }

    /// One frame; its wishes are in `asked`, added to those of earlier frames.
    void frame() {
        derived.refresh(model);
        model.map.scene = app::build_scene({.casebook = model.casebook,
                                            .filter = model.filter,
                                            .window = app::shown_days(model.clock),
                                            .projection = model.map.projection,
                                            .view = model.map.view});
        auto& io = ImGui::GetIO();
        io.DeltaTime = 0.2F;  // two clicks are no double click
        ImGui::NewFrame();
        app::Actions actions;
        app::draw_desktop(model, theme, desktop, actions);
        ImGui::Render();
        io.MouseWheel = 0;
        for (auto& action : actions.asked)
            asked.push_back(std::move(action));
    }

    void move_mouse(float x, float y) {
        ImGui::GetIO().MousePos = {x, y};
        frame();
    }

    void click(float x, float y) {
        move_mouse(x, y);
        ImGui::GetIO().MouseDown[0] = true;
        frame();
        ImGui::GetIO().MouseDown[0] = false;
        frame();
    }

    /// Presses a widget by the name of its window (or the part of it) and its own.
    void press(std::string_view window_part, const char* label) {
        for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
            if (std::string_view(window->Name).find(window_part) == std::string_view::npos)
                continue;
            if (!window->WasActive)
                continue;
            ImGui::ActivateItem(window->GetID(label));
            frame();
            frame();
            return;
        }
        FAIL("no window " << window_part);
    }

    /// The last wish of this kind; null when there was none.
    template <typename Wanted>
    const Wanted* last() const {
        for (auto action = asked.rbegin(); action != asked.rend(); ++action) {
            if (const auto* wanted = std::get_if<Wanted>(&*action))
                return wanted;
        }
        return nullptr;
    }

    void select(std::uint64_t id) {
        model.selection.event = events::EventId{id};
        model.selection.flow.reset();
        ++model.selection.changes;
        frame();
        asked.clear();
    }

    app::Model model;
    app::Theme theme;
    app::DesktopState desktop;
    app::DerivedLists derived;
    std::vector<app::Action> asked;
};

}  // namespace ui
