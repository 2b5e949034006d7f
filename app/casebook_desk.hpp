// Opening, reading, saving and exporting: every file that the window touches, and each decision.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs.hpp"
#include "app/knowledge.hpp"
#include "app/model.hpp"
#include "events/casebook_file.hpp"
#include "events/decisions/decision.hpp"
#include "geo/output_file.hpp"

namespace app {

/// What the desk needs from outside.
struct DeskServices {
    std::string share_folder;
    GazetteerChoice gazetteers;
    std::function<std::string()> utc_now;  ///< "2026-11-21T19:43:00Z"
};

/// Keeps the casebook in memory and its file in step. Slow work runs as jobs, whose results enter
/// the model on the main thread.
class CasebookDesk {
  public:
    CasebookDesk(Model& model, Jobs& jobs, DeskServices services);

    /// The first reading: the gazetteer, then the files; `shipped`: they are the program's own.
    void start(std::vector<std::string> files, bool shipped);
    /// One casebook (.gpkg), or reports that are added to the casebook at hand.
    void open(std::vector<std::string> paths);
    /// Plans and carries out, and stores the decision when there is a file. Tells of failures.
    bool decide(const events::Command& command);
    void save_as(const std::string& path, geo::Overwrite overwrite);
    void export_geojson(const std::string& path, geo::Overwrite overwrite);
    void search(const std::string& text);

    /// Outlines of the areas that the casebook's events lie in; empty before the gazetteer is open.
    void collect_areas(AreaOutlines& outlines) const;
    /// Where outlines come from that the gazetteer has not; it must outlive the desk's use of it.
    void set_base_map(const geo::BaseMap* base_map) {
        m_base_map = base_map;
        ++m_area_sources;
    }
    /// Grows when outlines may be found that were not before.
    std::uint64_t area_sources() const { return m_area_sources; }

    /// Null before it is open.
    const gazetteer::Gazetteer* gazetteer() const {
        return m_knowledge ? &m_knowledge->gazetteer : nullptr;
    }

    void tell(std::string text);
    void complain(std::string text);

  private:
    using Reading = std::vector<geo::Result<events::ReadReport>>;
    void start_reading(std::vector<std::string> paths, bool shipped);
    void start_opening(std::string path);
    void take_reading(Reading reading, bool shipped);
    void take_casebook(events::CasebookFile file, events::Casebook casebook);
    void store_new_report(events::ReportId report);
    void reload_after_failed_commit();

    Model& m_model;
    Jobs& m_jobs;
    DeskServices m_services;
    std::shared_ptr<const Knowledge> m_knowledge;
    std::optional<events::CasebookFile> m_file;
    const geo::BaseMap* m_base_map = nullptr;
    std::uint64_t m_area_sources = 0;
};

}  // namespace app
