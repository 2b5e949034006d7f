// What the window's wishes do to the model and to files.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "app/action_runner.hpp"
#include "tests/support/sample_casebook.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace app;
using events::EventId;
using events::ReviewStatus;

namespace {

struct Desk {
    Model model;
    Jobs jobs{[] {}};
    ActionRunner runner{model, jobs, {TEST_SHARE_DIR, {}, [] { return "2026-01-01T00:00:00Z"; }}};

    Desk() {
        auto loaded = Translations::load(std::string(TEST_SHARE_DIR) + "/lang", "en");
        REQUIRE(loaded);
        model.tr = std::move(*loaded);
        model.loading = false;
        model.map.view.width_px = 800;
        model.map.view.height_px = 600;
    }

    void open_sample() {
        model.casebook = sample::make_casebook();
        runner.refresh(0);
    }

    void ask(Action action) {
        Actions actions;
        actions.ask(std::move(action));
        runner.carry_out(actions);
        runner.refresh(model.now_s);
    }

    void finish() {
        jobs.finish();
        runner.refresh(model.now_s);
    }

    ReviewStatus status_of(std::uint64_t id) const {
        return model.casebook.find(EventId{id})->status;
    }
};

}  // namespace

TEST_CASE("accepting the selected event is a decision that can be undone and done again") {
    Desk desk;
    desk.open_sample();
    desk.ask(SelectEvent{EventId{1}});
    desk.ask(DecideSelected{ReviewStatus::accepted});
    CHECK(desk.status_of(1) == ReviewStatus::accepted);
    CHECK(desk.model.unsaved == 1);
    desk.ask(SelectEvent{EventId{2}});
    desk.ask(Decide{events::UndoLast{}});
    CHECK(desk.status_of(1) == ReviewStatus::proposed);
    CHECK(desk.model.selection.event == EventId{1});  // undo shows what it undid
    desk.ask(Decide{events::RedoLast{}});
    CHECK(desk.status_of(1) == ReviewStatus::accepted);
}

TEST_CASE("deciding with nothing selected changes nothing and says why") {
    Desk desk;
    desk.open_sample();
    desk.ask(DecideSelected{ReviewStatus::accepted});
    CHECK(desk.model.casebook.decisions().empty());
    REQUIRE(desk.model.notice);
    CHECK(desk.model.notice->text == "Select an event first");
}

TEST_CASE("reject and next walks through the list") {
    Desk desk;
    desk.open_sample();
    desk.ask(SelectNextProposed{});
    CHECK(desk.model.selection.event == EventId{1});
    desk.ask(DecideSelected{ReviewStatus::rejected, true});
    CHECK(desk.model.selection.event == EventId{2});
    CHECK(desk.model.lists.listed.size() == 4);
    desk.ask(DecideSelected{ReviewStatus::accepted, true});
    CHECK(desk.model.selection.event == EventId{4});
}

TEST_CASE("selecting an event opens its report and brings it into view") {
    Desk desk;
    desk.open_sample();
    desk.ask(GoToPlace{{"Paris", "", {2.35, 48.86}, 0}});
    desk.ask(SelectEvent{EventId{5}, true});
    CHECK(desk.model.selection.report == events::ReportId{12});
    const auto gao = desk.model.map.projection.forward({-0.05, 16.27});
    REQUIRE(gao);
    const auto at = desk.model.map.view.to_screen(*gao);
    CHECK(at.x_px == doctest::Approx(400));
    CHECK(at.y_px == doctest::Approx(300));
}

TEST_CASE("a candidate is chosen by its number and the report's words stay") {
    Desk desk;
    auto casebook = sample::make_casebook();
    std::vector<events::Event> all(casebook.events().begin(), casebook.events().end());
    events::PlaceChoice town;
    town.name = "Moura";
    town.point = {-4.5, 14.2};
    town.kind = "town";
    events::PlaceChoice region;
    region.name = "Mopti";
    region.point = {-4, 14.8};
    region.kind = "admin1";
    all[3].place.candidates = {town, region};
    desk.model.casebook.restore({casebook.reports().begin(), casebook.reports().end()},
                                std::move(all), {}, {});
    desk.runner.refresh(0);
    desk.ask(SelectEvent{EventId{4}});
    desk.ask(ChooseCandidate{2});
    CHECK(desk.model.casebook.decisions().empty());
    desk.ask(ChooseCandidate{1});
    const auto& place = desk.model.casebook.find(EventId{4})->place;
    CHECK(place.name == "Mopti");
    CHECK(place.words == "the well");
    CHECK(place.precision == events::PlacePrecision::admin1);
    desk.ask(ChooseCandidate{0});
    CHECK(desk.model.casebook.find(EventId{4})->place.precision == events::PlacePrecision::exact);
}

TEST_CASE("another casebook is not opened over unsaved decisions") {
    Desk desk;
    desk.open_sample();
    desk.ask(SelectEvent{EventId{1}});
    desk.ask(DecideSelected{ReviewStatus::accepted});
    desk.ask(OpenFiles{{"/some/other.gpkg"}});
    desk.finish();
    CHECK(desk.status_of(1) == ReviewStatus::accepted);
    REQUIRE(desk.model.notice);
    CHECK(desk.model.notice->text.find("Save the casebook first") == 0);
}

TEST_CASE("selecting a flow leaves no event selected, and Escape neither") {
    Desk desk;
    desk.open_sample();
    desk.ask(SelectEvent{EventId{1}});
    desk.ask(SelectFlow{events::FlowId{9}});
    CHECK_FALSE(desk.model.selection.event);
    CHECK(desk.model.selection.flow == events::FlowId{9});
    desk.ask(SelectEvent{});
    CHECK_FALSE(desk.model.selection.flow);
}

TEST_CASE("the map shows everything until it is moved by hand") {
    Desk desk;
    desk.open_sample();
    const auto fitted = desk.model.map.view;
    desk.ask(ResizeMap{1000, 600, 0});
    CHECK(desk.model.map.view.centre.x_m == doctest::Approx(fitted.centre.x_m));
    desk.ask(ZoomMap{{10, 10}, 2});
    const auto zoomed = desk.model.map.view.metres_per_px;
    CHECK(zoomed < fitted.metres_per_px);
    desk.ask(ResizeMap{700, 600, 0});
    CHECK(desk.model.map.view.metres_per_px == zoomed);
    desk.ask(FitMap{});
    CHECK(desk.model.map.view.metres_per_px > zoomed);
}

TEST_CASE("a fit leaves the legend's side free") {
    Desk desk;
    desk.open_sample();
    desk.ask(ResizeMap{800, 600, 200});
    for (const auto& mark : desk.model.map.scene.symbols) {
        CHECK(desk.model.map.view.to_screen(mark.at).x_px < 600);
    }
}

TEST_CASE("saving makes a casebook file, and every decision after it is in the file at once") {
    const TemporaryFolder folder;
    Desk desk;
    desk.open_sample();
    desk.ask(SelectEvent{EventId{1}});
    desk.ask(DecideSelected{ReviewStatus::accepted});
    const auto path = folder.file("case.gpkg");
    desk.ask(SaveCasebookAs{path});
    CHECK(desk.model.saving);
    desk.ask(DecideSelected{ReviewStatus::rejected});  // refused while it is being saved
    CHECK(desk.status_of(1) == ReviewStatus::accepted);
    desk.finish();
    CHECK_FALSE(desk.model.saving);
    CHECK(desk.model.casebook_path == path);
    CHECK(desk.model.unsaved == 0);
    desk.ask(DecideSelected{ReviewStatus::disputed});
    CHECK(desk.model.unsaved == 0);
    const auto file = events::CasebookFile::open(path, events::CasebookFile::Mode::read_only);
    REQUIRE(file);
    const auto stored = file->load();
    REQUIRE(stored);
    CHECK(stored->find(EventId{1})->status == ReviewStatus::disputed);
    CHECK(stored->decisions().size() == 2);
}

TEST_CASE("saving over a file is refused unless it is asked for") {
    const TemporaryFolder folder;
    const auto path = folder.file("case.gpkg");
    std::ofstream(path) << "something else";
    Desk desk;
    desk.open_sample();
    desk.ask(SaveCasebookAs{path});
    desk.finish();
    CHECK(desk.model.casebook_path.empty());
    REQUIRE(desk.model.notice);
    CHECK(desk.model.notice->is_error);
    CHECK(std::filesystem::file_size(path) == 14);
}

TEST_CASE("a saved casebook opens again with its decisions") {
    const TemporaryFolder folder;
    const auto path = folder.file("case.gpkg");
    {
        Desk desk;
        desk.open_sample();
        desk.ask(SaveCasebookAs{path});
        desk.finish();
        desk.ask(SelectEvent{EventId{4}});
        desk.ask(DecideSelected{ReviewStatus::rejected});
    }
    Desk desk;
    desk.ask(OpenFiles{{path}});
    desk.finish();
    CHECK(desk.model.casebook.events().size() == 5);
    CHECK(desk.status_of(4) == ReviewStatus::rejected);
    CHECK(desk.model.selection.report.has_value());
    CHECK(desk.model.problems.empty());
}

TEST_CASE("a file that cannot be opened is told about and nothing is lost") {
    Desk desk;
    desk.open_sample();
    for (const char* path : {"/no/such.gpkg", "/no/such/report.md"}) {
        CAPTURE(path);
        desk.model.problems.clear();
        desk.ask(OpenFiles{{path}});
        desk.finish();
        REQUIRE(desk.model.problems.size() == 1);
        CHECK(desk.model.problems[0].what.find(path) != std::string::npos);
        CHECK(desk.model.casebook.events().size() == 5);
        CHECK_FALSE(desk.model.loading);
    }
}

TEST_CASE("reports that are opened are read into the casebook") {
    const TemporaryFolder folder;
    const auto path = folder.file("report.md");
    std::ofstream(path) << "# Weekly note\n\nPublished: 6 March 2023\n\n"
                           "On 1 March 2023, gunmen attacked a convoy in Gao and killed five "
                           "soldiers, the army said.\n";
    Desk desk;
    desk.open_sample();
    desk.ask(OpenFiles{{path}});
    desk.finish();
    CHECK(desk.model.casebook.reports().size() == 3);
    CHECK(desk.model.casebook.events().size() > 5);
    CHECK(desk.model.unsaved == 1);
    CHECK(desk.model.can_search);
    desk.ask(SearchPlaces{"Tombouctou"});
    REQUIRE_FALSE(desk.model.search.found.empty());
    desk.ask(GoToPlace{desk.model.search.found.front()});
    CHECK(desk.model.marked_place.has_value());
}

TEST_CASE("exporting writes what is listed") {
    const TemporaryFolder folder;
    const auto path = folder.file("map.geojson");
    Desk desk;
    desk.open_sample();
    events::Filter filter;
    filter.kinds = {events::EventKind::battle};
    desk.ask(SetFilter{filter});
    CHECK(desk.model.lists.listed.size() == 1);
    desk.ask(ExportGeoJson{path});
    desk.finish();
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    CHECK(text.str().find(events::to_string(EventId{1})) != std::string::npos);
    CHECK(text.str().find(events::to_string(EventId{2})) == std::string::npos);
}

TEST_CASE("closing with unsaved work asks first") {
    Desk desk;
    desk.open_sample();
    desk.ask(Quit{});
    CHECK(desk.runner.take_requests().close);
    desk.ask(SelectEvent{EventId{1}});
    desk.ask(DecideSelected{ReviewStatus::accepted});
    desk.ask(Quit{});
    CHECK_FALSE(desk.runner.take_requests().close);
    CHECK(desk.model.dialog == Dialog::unsaved);
    desk.ask(Quit{true});
    CHECK(desk.runner.take_requests().close);
}

TEST_CASE("saving without a file asks for one, with a name to start from") {
    Desk desk;
    desk.open_sample();
    desk.ask(SaveCasebook{});
    CHECK(desk.model.dialog == Dialog::save_as);
    CHECK(desk.model.proposed_file == "casebook.gpkg");
    CHECK_FALSE(desk.model.folder.path.empty());
}

TEST_CASE("the clock runs on the window's seconds and notices go away") {
    Desk desk;
    desk.open_sample();
    desk.ask(SetSpeed{20});
    desk.ask(SetPlaying{true});
    const auto first = desk.model.clock.window.first;
    CHECK(desk.runner.refresh(0.4));
    CHECK((desk.model.clock.window.first - first).count() == 8);
    desk.runner.desk().tell("done");
    CHECK(desk.model.notice);
    desk.runner.refresh(100);
    CHECK_FALSE(desk.model.notice);
}

TEST_CASE("French is one action away") {
    Desk desk;
    desk.ask(SetLanguage{"fr"});
    CHECK(std::string(desk.model.tr("menu.file")) == "Fichier");
    desk.ask(SetLanguage{"xx"});
    CHECK(desk.model.tr.french());  // a missing language is told about and changes nothing
    CHECK(desk.model.problems.size() == 1);
}
