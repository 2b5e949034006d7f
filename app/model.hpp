// What a panel may read: the document, what is derived from it, and the state of the view.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/clock.hpp"
#include "app/event_order.hpp"
#include "app/jobs.hpp"
#include "app/map/legend.hpp"
#include "app/map/scale_bar.hpp"
#include "app/map/scene.hpp"
#include "app/map/style.hpp"
#include "app/timeline_bins.hpp"
#include "app/translations.hpp"
#include "events/casebook.hpp"
#include "events/filter.hpp"
#include "geo/map_view.hpp"
#include "geo/projection.hpp"
#include "geo/result.hpp"

namespace app {

/// What the event list holds beyond the filter.
enum class ListScope : std::uint8_t {
    shown,     ///< what the map's days show
    undated,   ///< whatever the days: no day is known
    unplaced,  ///< whatever the days: no point is known
};

enum class Dialog : std::uint8_t {
    none,
    open,
    save_as,
    export_geojson,
    screenshot,
    problems,
    help,
    unsaved,
};

struct Selection {
    std::optional<events::EventId> event;  ///< never together with a flow
    std::optional<events::FlowId> flow;
    std::optional<events::ReportId> report;  ///< the one whose text is open
    std::size_t row = 0;        ///< where the event was in the list when it was last there
    std::uint64_t changes = 0;  ///< grows with each new selection: what scrolls to it
};

/// Derived lists: positions in the casebook's events and flows.
struct VisibleLists {
    std::vector<std::size_t> passing;  ///< events that pass the filter, in casebook order
    std::vector<std::size_t> listed;   ///< of these, those of the scope and days; sorted
    std::vector<std::size_t> flows;    ///< flows that pass the filter and the days
    std::size_t undated = 0;           ///< of passing
    std::size_t unplaced = 0;          ///< of passing
    std::size_t reviewed = 0;          ///< events of the casebook that are no longer proposed
    Timeline timeline;                 ///< of passing
    std::array<std::size_t, events::kEventKindCount> kinds{};  ///< in the casebook, by kind
};

/// One claim of a report, for the marks in its text.
struct ClaimMark {
    events::TextSpan span;
    events::SubjectId subject;
    std::optional<events::EventKind> kind;  ///< empty for a flow
};

/// Sorted by where they begin, then by where they end.
using MarksByReport = std::map<events::ReportId, std::vector<ClaimMark>>;

struct PlaceSuggestion {
    std::string name;
    std::string context;  ///< "Mopti, ML"
    geo::LonLat point;
    double radius_km = 0;
};

struct PlaceSearch {
    std::string text;  ///< what was looked up
    std::vector<PlaceSuggestion> found;
};

struct FolderEntry {
    std::string name;
    bool is_folder = false;
    std::uint64_t bytes = 0;
};

struct FolderListing {
    std::string path;
    std::vector<FolderEntry> entries;  ///< folders first, by name; hidden files left out
    std::string error;                 ///< why it could not be read; empty: it could
};

/// A line that shows for a few seconds.
struct Notice {
    std::string text;
    bool is_error = false;
    double until_s = 0;  ///< in the window's seconds
};

struct MapState {
    geo::Projection projection = geo::Projection::web_mercator();
    geo::MapView view;  ///< logical pixels of the map region
    Scene scene;
    std::uint64_t scene_revision = 0;  ///< grows when the scene is built again
    Legend legend;
    ScaleBar scale_bar;
    MapStyle style;
    std::uint64_t picture = 0;    ///< the drawn map as a texture of the window; 0: not drawn yet
    double covered_right_px = 0;  ///< by the legend: what a fit leaves free
    bool fit_wanted = true;       ///< until the map is moved by hand: everything stays in view
};

struct Model {
    events::Casebook casebook;
    std::string casebook_path;  ///< empty: not saved to a file yet
    bool read_only = false;     ///< the file may not be written
    std::size_t unsaved = 0;    ///< decisions and reports that are only in memory
    bool corpus_is_shipped = false;

    events::Filter filter;
    std::uint64_t filter_revision = 1;
    EventOrder order;
    ListScope scope = ListScope::shown;
    Clock clock = make_empty_clock();

    Selection selection;
    VisibleLists lists;
    MarksByReport marks;
    MapState map;

    std::vector<geo::Problem> problems;
    std::vector<JobState> jobs;
    bool loading = true;  ///< the first reading is not finished
    bool saving = false;
    std::optional<Notice> notice;

    PlaceSearch search;
    bool can_search = false;                      ///< the gazetteer is open
    std::optional<PlaceSuggestion> marked_place;  ///< found by search, marked on the map

    Dialog dialog = Dialog::none;
    FolderListing folder;
    std::string proposed_file;  ///< the file name that a save dialog starts with

    Translations tr;
    bool dark = false;
    double now_s = 0;  ///< the window's clock, for notices
};

/// The key of the sentence that says why nothing can be decided now; null when it can.
const char* why_no_decision(const Model& model);
/// The same for one status of the selected event or flow (also: nothing selected, already so).
const char* why_not_status(const Model& model, events::ReviewStatus status);

const events::Event* selected_event(const Model& model);
const events::Flow* selected_flow(const Model& model);

/// The row of the next listed event that is still proposed: after the selected one, around the end.
std::optional<std::size_t> next_proposed_row(const Model& model);

/// Makes the derived lists again when casebook, filter, order, scope or days differ from the last
/// time; says whether anything did.
class DerivedLists {
  public:
    bool refresh(Model& model);

  private:
    std::uint64_t m_casebook_revision = 0;
    std::uint64_t m_filter_revision = 0;
    EventOrder m_order;
    ListScope m_scope = ListScope::shown;
    std::optional<events::DayRange> m_days;
    std::uint64_t m_selection_changes = 0;
};

}  // namespace app
