// The whole window without a display: what is drawn in each state, and what the panels ask for.
#include "tests/ui/ui_fixture.hpp"

using namespace app;

TEST_CASE("an empty window draws, loading or not, in both themes") {
    ui::Window window;
    for (const bool loading : {true, false}) {
        for (const bool dark : {true, false}) {
            window.model.loading = loading;
            window.theme.palette = dark ? dark_palette() : light_palette();
            window.frame();
            window.frame();
        }
    }
    CHECK(window.last<SelectEvent>() == nullptr);
    CHECK(ImGui::GetDrawData()->TotalVtxCount > 0);
}

TEST_CASE("every dialog draws and Escape or its button asks to close it") {
    for (const Dialog dialog : {Dialog::open, Dialog::save_as, Dialog::export_geojson,
                                Dialog::screenshot, Dialog::problems, Dialog::help}) {
        CAPTURE(static_cast<int>(dialog));
        ui::Window window;
        window.open_sample();
        window.model.problems = {{"a.md:3", "no day; kept undated"}};
        window.model.dialog = dialog;
        window.frame();
        window.frame();
        window.asked.clear();
        const bool is_file = dialog != Dialog::problems && dialog != Dialog::help;
        const char* part = is_file                      ? "##file_dialog"
                           : dialog == Dialog::problems ? "##problems"
                                                        : "##keys";
        window.press(part, window.model.tr(is_file ? "dialog.cancel" : "dialog.close"));
        const auto* closed = window.last<ShowDialog>();
        REQUIRE(closed != nullptr);
        CHECK(closed->dialog == Dialog::none);
    }
}

TEST_CASE("the map's panel tells its size in the map's own pixels") {
    ui::Window window;
    window.theme.scale = 2;
    window.frame();
    const auto* size = window.last<ResizeMap>();
    REQUIRE(size != nullptr);
    CHECK(size->width_px == doctest::Approx(static_cast<double>(window.layout().map.width) / 2));
}

TEST_CASE("the review buttons ask for a status, but not for the one it has") {
    ui::Window window;
    window.open_sample();
    window.select(1);
    window.press("##card", window.model.tr("button.accept"));
    const auto* accepted = window.last<DecideSelected>();
    REQUIRE(accepted != nullptr);
    CHECK(accepted->status == events::ReviewStatus::accepted);
    window.press("##card", window.model.tr("button.reject"));
    CHECK(window.last<DecideSelected>()->status == events::ReviewStatus::rejected);
    CHECK(why_not_status(window.model, events::ReviewStatus::proposed) ==
          std::string_view("why.already_so"));
    window.model.saving = true;
    CHECK(why_not_status(window.model, events::ReviewStatus::accepted) ==
          std::string_view("why.saving"));
}

TEST_CASE("Next asks for the next event that is still proposed") {
    ui::Window window;
    window.open_sample();
    window.select(1);
    window.press("##card", window.model.tr("button.next"));
    CHECK(window.last<SelectNextProposed>() != nullptr);
}

TEST_CASE("rows of the list select their events in the list's order") {
    ui::Window window;
    window.open_sample();
    const auto list = window.layout().list;
    std::vector<std::uint64_t> clicked;
    for (float y = list.y + 90; y < list.y + 260; y += 4) {
        window.asked.clear();
        window.click(list.x + list.width / 2, y);
        const auto* selected = window.last<SelectEvent>();
        if (selected == nullptr || !selected->event)
            continue;
        CHECK(selected->bring_into_view);
        const auto id = static_cast<std::uint64_t>(*selected->event);
        if (clicked.empty() || clicked.back() != id)
            clicked.push_back(id);
    }
    CHECK(clicked == std::vector<std::uint64_t>{1, 2, 4, 5, 3});
}

TEST_CASE("a click on a symbol selects its event and a drag moves the map") {
    ui::Window window;
    window.open_sample();
    const auto map = window.layout().map;
    const auto& symbols = window.model.map.scene.symbols;
    const auto kidal = std::find_if(symbols.begin(), symbols.end(), [](const auto& mark) {
        return mark.events.front() == events::EventId{2};
    });
    REQUIRE(kidal != symbols.end());
    const auto at = window.model.map.view.to_screen(kidal->at);
    const float x = map.x + static_cast<float>(at.x_px);
    const float y = map.y + static_cast<float>(at.y_px);
    window.click(x, y);
    const auto* selected = window.last<SelectEvent>();
    REQUIRE(selected != nullptr);
    CHECK(selected->event == events::EventId{2});

    window.asked.clear();
    window.move_mouse(x, y);
    ImGui::GetIO().MouseDown[0] = true;
    window.frame();
    window.move_mouse(x + 30, y + 10);
    window.move_mouse(x + 40, y + 10);
    ImGui::GetIO().MouseDown[0] = false;
    window.frame();
    CHECK(window.last<SelectEvent>() == nullptr);
    double moved = 0;
    for (const auto& action : window.asked) {
        if (const auto* pan = std::get_if<PanMap>(&action))
            moved += pan->dx_px;
    }
    CHECK(moved == doctest::Approx(40));
}

TEST_CASE("a click on the empty map selects nothing") {
    ui::Window window;
    window.open_sample();
    const auto map = window.layout().map;
    window.click(map.x + map.width / 2, map.y + 8);
    const auto* selected = window.last<SelectEvent>();
    REQUIRE(selected != nullptr);
    CHECK_FALSE(selected->event);
}

TEST_CASE("the wheel zooms to the cursor") {
    ui::Window window;
    window.open_sample();
    const auto map = window.layout().map;
    window.move_mouse(map.x + 200, map.y + 100);
    ImGui::GetIO().MouseWheel = 1;
    window.frame();
    const auto* zoom = window.last<ZoomMap>();
    REQUIRE(zoom != nullptr);
    CHECK(zoom->at.x_px == doctest::Approx(200));
    CHECK(zoom->at.y_px == doctest::Approx(100));
    CHECK(zoom->factor > 1);
    CHECK(zoom_factor(1) * zoom_factor(-1) == doctest::Approx(1));
}

TEST_CASE("a click on a sentence of the report selects its event") {
    ui::Window window;
    window.open_sample();
    const auto report = window.layout().report;
    std::set<std::uint64_t> clicked;
    for (float y = report.y + 60; y < report.y + 180; y += 6) {
        for (const float x : {12.0F, 120.0F, 240.0F}) {
            window.asked.clear();
            window.click(report.x + x, y);
            if (const auto* event = window.last<SelectEvent>(); event != nullptr && event->event) {
                clicked.insert(static_cast<std::uint64_t>(*event->event));
            }
        }
    }
    CHECK(clicked == std::set<std::uint64_t>{1, 2, 3});
}

TEST_CASE("the brush on the timeline asks for its days") {
    ui::Window window;
    window.open_sample();
    const auto timeline = window.layout().timeline;
    const float y = timeline.y + timeline.height - 40;
    window.move_mouse(timeline.x + timeline.width * 0.25F, y);
    ImGui::GetIO().MouseDown[0] = true;
    window.frame();
    window.move_mouse(timeline.x + timeline.width * 0.5F, y);
    window.frame();
    ImGui::GetIO().MouseDown[0] = false;
    window.frame();
    const auto* brushed = window.last<SetWindow>();
    REQUIRE(brushed != nullptr);
    CHECK(brushed->days.first < brushed->days.last);
    CHECK(brushed->days.first > window.model.clock.extent.first);
    CHECK(brushed->days.last < window.model.clock.extent.last);
}

TEST_CASE("the timeline's buttons play, step and change the mode") {
    ui::Window window;
    window.open_sample();
    window.press("##timeline", "##play");
    REQUIRE(window.last<SetPlaying>() != nullptr);
    CHECK(window.last<SetPlaying>()->playing);
    window.press("##timeline", "##back");
    REQUIRE(window.last<StepTime>() != nullptr);
    CHECK(window.last<StepTime>()->steps == -1);
    window.press("##timeline", window.model.tr("time.cumulative"));
    REQUIRE(window.last<SetTimeMode>() != nullptr);
    CHECK(window.last<SetTimeMode>()->mode == TimeMode::cumulative);
}

TEST_CASE("the tray counts undated and unplaced events and lists them") {
    ui::Window window;
    window.open_sample();
    CHECK(window.model.lists.undated == 1);
    CHECK(window.model.lists.unplaced == 1);
    window.press("##timeline", "1 undated");
    REQUIRE(window.last<SetScope>() != nullptr);
    CHECK(window.last<SetScope>()->scope == ListScope::undated);
    window.model.scope = ListScope::undated;
    window.frame();
    REQUIRE(window.model.lists.listed.size() == 1);
    CHECK(window.model.casebook.events()[window.model.lists.listed[0]].id == events::EventId{3});
    window.press("##timeline", "1 undated");
    CHECK(window.last<SetScope>()->scope == ListScope::shown);
}

TEST_CASE("choosing another candidate asks to move the event there") {
    ui::Window window;
    auto casebook = sample::make_casebook();
    std::vector<events::Event> all(casebook.events().begin(), casebook.events().end());
    events::PlaceChoice other;
    other.place_id = "geonames:1";
    other.name = "Moura";
    other.country = "ML";
    other.point = {-4.5, 14.2};
    other.score = 0.7;
    other.reasons = {"same name"};
    all[3].place.candidates = {other};
    window.model.casebook.restore({casebook.reports().begin(), casebook.reports().end()},
                                  std::move(all), {}, {});
    window.frame();
    window.select(4);
    for (ImGuiWindow* part : ImGui::GetCurrentContext()->Windows) {
        if (std::string_view(part->Name).find("##card_body") == std::string_view::npos)
            continue;
        const int number = 1;
        const ImGuiID row = ImHashData(&number, sizeof number, part->IDStack.back());
        ImGui::ActivateItem(ImHashStr("##choose", 0, row));
    }
    window.frame();
    window.frame();
    const auto* asked = window.last<Decide>();
    REQUIRE(asked != nullptr);
    const auto* move = std::get_if<events::MovePlace>(&asked->command);
    REQUIRE(move != nullptr);
    CHECK(move->event == events::EventId{4});
    CHECK(move->place.name == "Moura");
    CHECK(move->place.words == "the well");
    CHECK(move->place.point == geo::LonLat{-4.5, 14.2});
}

TEST_CASE("a place that is found is gone to") {
    ui::Window window;
    window.open_sample();
    window.model.can_search = true;
    window.model.search = {"", {{"Gao", "Gao, ML", {-0.05, 16.27}, 0}}};
    window.desktop.top_bar.suggestions_open = true;
    window.frame();
    window.frame();
    const auto* part = ImGui::FindWindowByName("##suggestions");
    REQUIRE(part != nullptr);
    window.click(part->Pos.x + 40, part->Pos.y + part->Size.y / 2);
    const auto* gone = window.last<GoToPlace>();
    REQUIRE(gone != nullptr);
    CHECK(gone->place.name == "Gao");
}

TEST_CASE("a save dialog holds back until replacing is ticked") {
    ui::Window window;
    window.open_sample();
    window.model.folder.path = "/somewhere";
    window.model.folder.entries = {{"old.gpkg", false, 10}};
    CHECK(would_replace(window.model.folder, "old.gpkg"));
    CHECK_FALSE(would_replace(window.model.folder, "new.gpkg"));
    window.model.proposed_file = "new.gpkg";
    window.model.dialog = Dialog::save_as;
    window.frame();
    window.frame();
    window.press("##file_dialog", window.model.tr("dialog.do_save"));
    const auto* saved = window.last<SaveCasebookAs>();
    REQUIRE(saved != nullptr);
    CHECK(saved->path == "/somewhere/new.gpkg");
    CHECK(saved->overwrite == geo::Overwrite::refuse);
}
