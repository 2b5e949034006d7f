// One small function per action.
#include "app/action_runner.hpp"

#include "app/candidate_place.hpp"
#include "app/folder_listing.hpp"
#include "app/map_camera.hpp"

namespace app {
namespace {

constexpr double kFitMarginPx = 48;
constexpr double kIntoViewMarginPx = 72;
constexpr double kLongestScaleBarPx = 140;
constexpr double kMostCovered = 0.4;  ///< of the width: a legend that covers more is ignored

std::string default_file_name(const Model& model, std::string_view ending) {
    std::string stem = "casebook";
    if (!model.casebook_path.empty()) {
        stem = model.casebook_path.substr(model.casebook_path.find_last_of('/') + 1);
        stem = stem.substr(0, stem.find_last_of('.'));
    }
    return stem + std::string(ending);
}

std::string proposed_name(const Model& model, Dialog dialog) {
    switch (dialog) {
        case Dialog::save_as:
            return default_file_name(model, ".gpkg");
        case Dialog::export_geojson:
            return default_file_name(model, ".geojson");
        case Dialog::screenshot:
            return default_file_name(model, "-map.png");
        default:
            return {};
    }
}

}  // namespace

ActionRunner::ActionRunner(Model& model, Jobs& jobs, DeskServices services)
    : m_model(model),
      m_jobs(jobs),
      m_desk(model, jobs, services),
      m_share_folder(services.share_folder) {}

void ActionRunner::carry_out(const Actions& actions) {
    for (const auto& action : actions.asked) {
        std::visit([this](const auto& one) { run(one); }, action);
    }
}

WindowRequests ActionRunner::take_requests() {
    return std::exchange(m_requests, {});
}

bool ActionRunner::refresh(double now_s) {
    const double passed_s = std::max(0.0, now_s - m_model.now_s);
    m_model.now_s = now_s;
    bool changed = advance(m_model.clock, std::min(passed_s, 0.5));
    if (m_model.notice && m_model.notice->until_s < now_s) {
        m_model.notice.reset();
        changed = true;
    }
    m_model.jobs = m_jobs.states();
    changed = m_derived.refresh(m_model) || changed;
    refresh_areas();
    if (m_model.map.fit_wanted)
        fit_map();
    refresh_scene();
    return changed;
}

void ActionRunner::refresh_areas() {
    const AreaKey key{m_model.casebook.revision(), m_desk.area_sources()};
    if (key == m_area_key)
        return;
    m_area_key = key;
    m_desk.collect_areas(m_areas);
}

void ActionRunner::fit_map() {
    auto& map = m_model.map;
    const FitKey key{m_model.casebook.events().size(),
                     m_model.casebook.flows().size(),
                     m_desk.area_sources(),
                     map.view.width_px,
                     map.view.height_px,
                     map.covered_right_px};
    if (key == m_fit_key || map.view.width_px <= 0)
        return;
    m_fit_key = key;
    const auto box = extent_of(m_model.casebook, m_model.filter, &m_areas);
    const double width = map.view.width_px;
    const bool leave_free = map.covered_right_px < width * kMostCovered;
    const double covered = leave_free ? map.covered_right_px : 0;
    map.view = geo::fit(map.projection, box ? with_surroundings(*box) : kWorldBox, width - covered,
                        map.view.height_px, kFitMarginPx);
    map.view.width_px = width;
    map.view.pan_px(-covered / 2, 0);
}

void ActionRunner::refresh_scene() {
    auto& map = m_model.map;
    if (m_style_is_dark != m_model.dark)
        load_map_style();
    const auto language = m_model.tr.french() ? events::Language::fr : events::Language::en;
    const SceneKey key{m_model.casebook.revision(),
                       m_model.filter_revision,
                       m_model.selection.changes,
                       m_desk.area_sources(),
                       shown_days(m_model.clock),
                       map.view.metres_per_px,
                       language,
                       m_model.dark};
    map.scale_bar = make_scale_bar(map.projection, map.view, kLongestScaleBarPx, language);
    if (key == m_scene_key)
        return;
    m_scene_key = key;
    map.scene = build_scene({.casebook = m_model.casebook,
                             .filter = m_model.filter,
                             .window = key.days,
                             .projection = map.projection,
                             .view = map.view,
                             .selected_event = m_model.selection.event,
                             .selected_flow = m_model.selection.flow,
                             .language = language,
                             .area_outlines = &m_areas});
    map.legend = build_legend(map.scene, map.style, language);
    ++map.scene_revision;
}

void ActionRunner::load_map_style() {
    m_style_is_dark = m_model.dark;
    auto style = load_style(m_share_folder, m_model.dark ? "dark" : "light");
    if (style) {
        m_model.map.style = std::move(*style);
    } else {
        m_desk.complain(style.error().message);
    }
}

void ActionRunner::run(const Decide& action) {
    const bool is_log_step = std::holds_alternative<events::UndoLast>(action.command) ||
                             std::holds_alternative<events::RedoLast>(action.command);
    if (!m_desk.decide(action.command))
        return;
    if (is_log_step && !m_model.casebook.decisions().empty()) {
        select_subject(m_model.casebook.decisions().back().subject);
    }
    if (action.then_next)
        run(SelectNextProposed{});
}

void ActionRunner::run(const DecideSelected& action) {
    if (const char* why = why_not_status(m_model, action.status)) {
        m_desk.tell(m_model.tr(why));
        return;
    }
    const events::SubjectId subject = m_model.selection.event
                                          ? events::SubjectId{*m_model.selection.event}
                                          : events::SubjectId{*m_model.selection.flow};
    run(Decide{events::SetStatus{subject, action.status}, action.then_next});
}

void ActionRunner::run(const ChooseCandidate& action) {
    const auto* event = selected_event(m_model);
    if (event == nullptr || action.index >= event->place.candidates.size())
        return;
    const auto place = place_of(event->place, event->place.candidates[action.index]);
    run(Decide{events::MovePlace{event->id, place}});
}

void ActionRunner::select_subject(const std::string& subject) {
    if (const auto event = events::parse_event_id(subject)) {
        run(SelectEvent{*event, true});
    } else if (const auto flow = events::parse_flow_id(subject)) {
        run(SelectFlow{*flow, true});
    }
}

void ActionRunner::run(const SelectEvent& action) {
    const auto* event = action.event ? m_model.casebook.find(*action.event) : nullptr;
    auto& selection = m_model.selection;
    selection.flow.reset();
    selection.event.reset();
    ++selection.changes;
    if (event == nullptr)
        return;
    selection.event = event->id;
    if (!event->claims.empty())
        selection.report = event->claims.front().span.report;
    if (action.bring_into_view && event->place.point) {
        bring_into_view(m_model.map.view, m_model.map.projection, *event->place.point,
                        kIntoViewMarginPx);
    }
}

void ActionRunner::run(const SelectFlow& action) {
    const auto* flow = m_model.casebook.find(action.flow);
    if (flow == nullptr)
        return;
    auto& selection = m_model.selection;
    selection.event.reset();
    selection.flow = flow->id;
    ++selection.changes;
    if (!flow->claims.empty())
        selection.report = flow->claims.front().span.report;
    if (action.bring_into_view && flow->from.point) {
        bring_into_view(m_model.map.view, m_model.map.projection, *flow->from.point,
                        kIntoViewMarginPx);
    }
}

void ActionRunner::run(const SelectReport& action) {
    m_model.selection.report = action.report;
}

void ActionRunner::select_listed(std::size_t row) {
    const auto& listed = m_model.lists.listed;
    if (row >= listed.size())
        return;
    run(SelectEvent{m_model.casebook.events()[listed[row]].id, true});
}

void ActionRunner::run(const SelectRow& action) {
    const auto count = static_cast<std::ptrdiff_t>(m_model.lists.listed.size());
    if (count == 0)
        return;
    const auto row = static_cast<std::ptrdiff_t>(m_model.selection.row);
    const auto next = m_model.selection.event ? row + action.steps : 0;
    select_listed(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, count - 1)));
}

void ActionRunner::run(const SelectNextProposed&) {
    m_derived.refresh(m_model);  // a rejected event has just left the list
    const auto next = next_proposed_row(m_model);
    if (next) {
        select_listed(*next);
    } else {
        m_desk.tell(m_model.tr("notice.all_reviewed"));
    }
}

void ActionRunner::run(const SetFilter& action) {
    m_model.filter = action.filter;
    ++m_model.filter_revision;
}

void ActionRunner::run(const SetOrder& action) {
    m_model.order = action.order;
}
void ActionRunner::run(const SetScope& action) {
    m_model.scope = action.scope;
}

void ActionRunner::run(const SetTimeMode& action) {
    if (m_model.clock.empty())
        return;
    m_model.clock.mode = action.mode;
    if (action.mode == TimeMode::all)
        m_model.clock.playing = false;
}

void ActionRunner::run(const SetWindow& action) {
    set_window(m_model.clock, action.days);
}
void ActionRunner::run(const StepTime& action) {
    step(m_model.clock, action.steps);
}
void ActionRunner::run(const ScaleWindow& action) {
    scale_window(m_model.clock, action.factor);
}
void ActionRunner::run(const SetPlaying& action) {
    set_playing(m_model.clock, action.playing);
}

void ActionRunner::run(const SetSpeed& action) {
    m_model.clock.days_per_second =
        std::clamp(action.days_per_second, kMinDaysPerSecond, kMaxDaysPerSecond);
}

void ActionRunner::run(const PanMap& action) {
    m_model.map.view.pan_px(action.dx_px, action.dy_px);
    m_model.map.fit_wanted = false;
}

void ActionRunner::run(const ZoomMap& action) {
    m_model.map.view.zoom_at(action.at, action.factor);
    m_model.map.fit_wanted = false;
}

void ActionRunner::run(const ZoomMapCentre& action) {
    const auto& view = m_model.map.view;
    run(ZoomMap{{view.width_px / 2, view.height_px / 2}, action.factor});
}

void ActionRunner::run(const FitMap&) {
    m_model.map.fit_wanted = true;
    m_fit_key = {};
}

void ActionRunner::run(const GoToPlace& action) {
    go_to(m_model.map.view, m_model.map.projection, action.place.point, action.place.radius_km);
    m_model.marked_place = action.place;
    m_model.map.fit_wanted = false;
}

void ActionRunner::run(const ResizeMap& action) {
    m_model.map.view.width_px = action.width_px;
    m_model.map.view.height_px = action.height_px;
    m_model.map.covered_right_px = action.covered_right_px;
}

void ActionRunner::run(const SearchPlaces& action) {
    m_desk.search(action.text);
}
void ActionRunner::run(const ForgetMarkedPlace&) {
    m_model.marked_place.reset();
}
void ActionRunner::run(const OpenFiles& action) {
    m_desk.open(action.paths);
}

void ActionRunner::run(const SaveCasebook&) {
    if (m_model.casebook_path.empty()) {
        run(ShowDialog{Dialog::save_as});
    } else {
        m_desk.tell(m_model.tr("notice.saved_already"));
    }
}

void ActionRunner::run(const SaveCasebookAs& action) {
    m_desk.save_as(action.path, action.overwrite);
}

void ActionRunner::run(const ExportGeoJson& action) {
    m_desk.export_geojson(action.path, action.overwrite);
}

void ActionRunner::run(const SaveScreenshot& action) {
    m_requests.screenshot = action;
}

void ActionRunner::run(const ShowDialog& action) {
    m_model.dialog = action.dialog;
    m_model.proposed_file = proposed_name(m_model, action.dialog);
    const bool needs_folder = action.dialog == Dialog::open || action.dialog == Dialog::save_as ||
                              action.dialog == Dialog::export_geojson ||
                              action.dialog == Dialog::screenshot;
    if (needs_folder) {
        run(ListFolder{m_model.folder.path.empty() ? start_folder() : m_model.folder.path});
    }
}

void ActionRunner::run(const ListFolder& action) {
    m_model.folder = list_folder(action.path);
}

void ActionRunner::run(const SetLanguage& action) {
    auto loaded = Translations::load(m_share_folder + "/lang", action.language);
    if (loaded) {
        m_model.tr = std::move(*loaded);
    } else {
        m_desk.complain(loaded.error().message);
    }
}

void ActionRunner::run(const SetDark& action) {
    m_model.dark = action.dark;
}
void ActionRunner::run(const StopJobs&) {
    m_jobs.stop_all();
}
void ActionRunner::run(const DismissNotice&) {
    m_model.notice.reset();
}

void ActionRunner::run(const Quit& action) {
    if (m_model.unsaved > 0 && !action.discard) {
        run(ShowDialog{Dialog::unsaved});
        return;
    }
    m_requests.close = true;
}

}  // namespace app
