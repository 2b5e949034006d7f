// Carries out what the panels asked for, after all are drawn: the only writer of the model.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/actions.hpp"
#include "app/casebook_desk.hpp"
#include "app/jobs.hpp"
#include "app/model.hpp"

namespace app {

/// What only the window can do.
struct WindowRequests {
    std::optional<SaveScreenshot> screenshot;
    bool close = false;
};

class ActionRunner {
  public:
    ActionRunner(Model& model, Jobs& jobs, DeskServices services);

    CasebookDesk& desk() { return m_desk; }
    void carry_out(const Actions& actions);
    /// Derived lists, the first fit and the scene, when anything they depend on changed; `now_s`
    /// runs the clock. Returns whether something on screen changed.
    bool refresh(double now_s);
    WindowRequests take_requests();

  private:
    void run(const Decide& action);
    void run(const DecideSelected& action);
    void run(const ChooseCandidate& action);
    void run(const SelectEvent& action);
    void run(const SelectFlow& action);
    void run(const SelectReport& action);
    void run(const SelectRow& action);
    void run(const SelectNextProposed& action);
    void run(const SetFilter& action);
    void run(const SetOrder& action);
    void run(const SetScope& action);
    void run(const SetTimeMode& action);
    void run(const SetWindow& action);
    void run(const StepTime& action);
    void run(const ScaleWindow& action);
    void run(const SetPlaying& action);
    void run(const SetSpeed& action);
    void run(const PanMap& action);
    void run(const ZoomMap& action);
    void run(const ZoomMapCentre& action);
    void run(const FitMap& action);
    void run(const GoToPlace& action);
    void run(const ResizeMap& action);
    void run(const SearchPlaces& action);
    void run(const ForgetMarkedPlace& action);
    void run(const OpenFiles& action);
    void run(const SaveCasebook& action);
    void run(const SaveCasebookAs& action);
    void run(const ExportGeoJson& action);
    void run(const SaveScreenshot& action);
    void run(const ShowDialog& action);
    void run(const ListFolder& action);
    void run(const SetLanguage& action);
    void run(const SetDark& action);
    void run(const StopJobs& action);
    void run(const DismissNotice& action);
    void run(const Quit& action);

    void select_listed(std::size_t row);
    void select_subject(const std::string& subject);
    void refresh_areas();
    void fit_map();
    void refresh_scene();
    void load_map_style();

    struct SceneKey {
        std::uint64_t casebook = 0, filter = 0, selection = 0, area_sources = 0;
        std::optional<events::DayRange> days;
        double metres_per_px = 0;
        events::Language language = events::Language::unknown;
        bool dark = false;
        friend bool operator==(const SceneKey&, const SceneKey&) = default;
    };

    struct AreaKey {
        std::uint64_t casebook = 0, sources = 0;
        friend bool operator==(const AreaKey&, const AreaKey&) = default;
    };
    struct FitKey {
        std::size_t events = 0, flows = 0;
        std::uint64_t area_sources = 0;
        double width = 0, height = 0, covered = 0;
        friend bool operator==(const FitKey&, const FitKey&) = default;
    };

    Model& m_model;
    Jobs& m_jobs;
    DerivedLists m_derived;
    CasebookDesk m_desk;
    std::string m_share_folder;
    WindowRequests m_requests;
    SceneKey m_scene_key;
    AreaKey m_area_key;
    FitKey m_fit_key;
    AreaOutlines m_areas;
    std::optional<bool> m_style_is_dark;  ///< empty: no style is loaded yet
};

}  // namespace app
