// What panels may ask for. A panel changes nothing: it adds a wish here, and the runner carries it
// out.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/model.hpp"
#include "events/decisions/decision.hpp"
#include "geo/output_file.hpp"

namespace app {

struct Decide {
    events::Command command;
    bool then_next = false;
};
/// The selected event or flow gets this status.
struct DecideSelected {
    events::ReviewStatus status;
    bool then_next = false;
};

/// The selected event moves to its candidate at this position, 0 the first; none there: nothing.
struct ChooseCandidate {
    std::size_t index = 0;
};

struct SelectEvent {
    std::optional<events::EventId> event;
    bool bring_into_view = false;
};
struct SelectFlow {
    events::FlowId flow;
    bool bring_into_view = false;
};
struct SelectReport {
    events::ReportId report;
};
/// The neighbour in the list.
struct SelectRow {
    int steps = 1;
};
/// The next event in the list that nobody decided about, from the selected one on, around the end.
struct SelectNextProposed {};

struct SetFilter {
    events::Filter filter;
};
struct SetOrder {
    EventOrder order;
};
struct SetScope {
    ListScope scope;
};

struct SetTimeMode {
    TimeMode mode;
};
struct SetWindow {
    events::DayRange days;
};
struct StepTime {
    int steps = 1;
};
struct ScaleWindow {
    double factor = 1;
};
struct SetPlaying {
    bool playing = false;
};
struct SetSpeed {
    double days_per_second = 30;
};

/// Screen points count from the map region's top left corner.
struct PanMap {
    double dx_px = 0;
    double dy_px = 0;
};
struct ZoomMap {
    geo::ScreenPoint at;
    double factor = 1;
};
struct ZoomMapCentre {
    double factor = 1;
};
struct FitMap {};
struct GoToPlace {
    PlaceSuggestion place;
};
struct ResizeMap {
    double width_px = 0;
    double height_px = 0;
    double covered_right_px = 0;  ///< by the legend
};

struct SearchPlaces {
    std::string text;
};
struct ForgetMarkedPlace {};

/// A casebook (.gpkg) or reports and folders of reports.
struct OpenFiles {
    std::vector<std::string> paths;
};
/// To its file; asks for one when it has none.
struct SaveCasebook {};
struct SaveCasebookAs {
    std::string path;
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};
struct ExportGeoJson {
    std::string path;
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};
/// Without a path: a new file in the user's folder.
struct SaveScreenshot {
    std::string path;
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};

struct ShowDialog {
    Dialog dialog = Dialog::none;
};
struct ListFolder {
    std::string path;
};
struct SetLanguage {
    std::string language;
};
struct SetDark {
    bool dark = false;
};
struct StopJobs {};
struct DismissNotice {};
/// Asks first when something is not saved, unless told to discard it.
struct Quit {
    bool discard = false;
};

using Action =
    std::variant<Decide, DecideSelected, ChooseCandidate, SelectEvent, SelectFlow, SelectReport,
                 SelectRow, SelectNextProposed, SetFilter, SetOrder, SetScope, SetTimeMode,
                 SetWindow, StepTime, ScaleWindow, SetPlaying, SetSpeed, PanMap, ZoomMap,
                 ZoomMapCentre, FitMap, GoToPlace, ResizeMap, SearchPlaces, ForgetMarkedPlace,
                 OpenFiles, SaveCasebook, SaveCasebookAs, ExportGeoJson, SaveScreenshot, ShowDialog,
                 ListFolder, SetLanguage, SetDark, StopJobs, DismissNotice, Quit>;

/// The wishes of one frame, in order.
struct Actions {
    std::vector<Action> asked;
    void ask(Action action) { asked.push_back(std::move(action)); }
};

}  // namespace app
