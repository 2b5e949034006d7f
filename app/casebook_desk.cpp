// The casebook, its file and the jobs that fill them.
#include "app/casebook_desk.hpp"

#include "app/read_reports.hpp"
#include "events/tables/features.hpp"

namespace app {
namespace {

constexpr double kNoticeSeconds = 6;
constexpr double kErrorNoticeSeconds = 12;
constexpr std::size_t kMaxSuggestions = 8;

std::string file_name_of(const std::string& path) {
    const auto slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// Under the name that was looked for; the context says what it is, its own name where that is
/// another, and where it lies.
PlaceSuggestion suggestion_of(const gazetteer::Place& place, const std::string& name,
                              const Translations& tr) {
    const std::string kind_key = "place_kind." + std::string(gazetteer::to_string(place.kind));
    std::string context = tr.has(kind_key) ? tr(kind_key.c_str()) : "";
    if (name != place.name)
        context += (context.empty() ? "" : " \u00B7 ") + place.name;
    std::string within;
    for (const std::string* part : {&place.admin2, &place.admin1, &place.country}) {
        if (part->empty() || *part == place.name)
            continue;
        within += (within.empty() ? "" : ", ") + *part;
    }
    if (!within.empty())
        context += (context.empty() ? "" : " \u00B7 ") + within;
    return {name, context, place.point, place.radius_km};
}

/// Of the events, most frequent first.
std::vector<std::string> countries_of(const events::Casebook& casebook) {
    std::map<std::string, std::size_t> counts;
    for (const auto& event : casebook.events()) {
        if (!event.place.country.empty())
            ++counts[event.place.country];
    }
    std::vector<std::string> countries;
    for (const auto& [country, count] : counts)
        countries.push_back(country);
    std::sort(countries.begin(), countries.end(),
              [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
    return countries;
}

}  // namespace

CasebookDesk::CasebookDesk(Model& model, Jobs& jobs, DeskServices services)
    : m_model(model), m_jobs(jobs), m_services(std::move(services)) {}

void CasebookDesk::tell(std::string text) {
    m_model.notice = Notice{std::move(text), false, m_model.now_s + kNoticeSeconds};
}

void CasebookDesk::complain(std::string text) {
    m_model.problems.push_back({"", text});
    m_model.notice = Notice{std::move(text), true, m_model.now_s + kErrorNoticeSeconds};
}

void CasebookDesk::start(std::vector<std::string> files, bool shipped) {
    m_model.loading = true;
    if (files.size() == 1 && files.front().ends_with(".gpkg")) {
        start_opening(files.front());
        files.clear();
    }
    start_reading(std::move(files), shipped);
}

void CasebookDesk::open(std::vector<std::string> paths) {
    const auto casebook = std::find_if(paths.begin(), paths.end(),
                                       [](const auto& path) { return path.ends_with(".gpkg"); });
    if (casebook == paths.end()) {
        start_reading(std::move(paths), false);
    } else if (m_model.unsaved > 0) {
        complain(fill(m_model.tr("open.unsaved"), {{"n", std::to_string(m_model.unsaved)}}));
    } else if (paths.size() == 1) {
        start_opening(paths.front());
    } else {
        complain(m_model.tr("open.one_casebook"));
    }
}

void CasebookDesk::start_reading(std::vector<std::string> paths, bool shipped) {
    m_jobs.start(
        m_model.tr("job.reading"), [this, paths = std::move(paths), shipped, services = m_services,
                                    knowledge = m_knowledge](JobHandle& job) mutable {
            if (!knowledge) {
                auto loaded = load_knowledge(services.share_folder, services.gazetteers);
                if (!loaded) {
                    job.post([this, message = loaded.error().message] {
                        m_model.loading = false;
                        complain(message);
                    });
                    return;
                }
                knowledge = std::make_shared<const Knowledge>(std::move(*loaded));
                job.post([this, knowledge] {
                    m_knowledge = knowledge;
                    for (const geo::Problem& problem : knowledge->problems)
                        complain(geo::to_string(problem));
                    ++m_area_sources;
                    m_model.can_search = true;
                });
            }
            if (paths.empty())
                return;  // only the gazetteer was wanted
            const auto files = expand_inputs(paths);
            const auto progress = [&](ReadingProgress at) {
                job.report(static_cast<float>(at.done) / static_cast<float>(at.total),
                           std::to_string(at.done) + " / " + std::to_string(at.total));
            };
            auto reading = std::make_shared<Reading>(
                read_reports(files, *knowledge, {}, 0, job.stop_token(), progress));
            job.post([this, reading, shipped] { take_reading(std::move(*reading), shipped); });
        });
}

void CasebookDesk::take_reading(Reading reading, bool shipped) {
    m_model.loading = false;
    std::size_t found_events = 0;
    std::size_t found_reports = 0;
    for (auto& result : reading) {
        if (!result) {
            complain(result.error().message);
            continue;
        }
        ++found_reports;
        found_events += result->events.size();
        auto& problems = m_model.problems;
        problems.insert(problems.end(), result->problems.begin(), result->problems.end());
        const auto id = result->report.id;
        m_model.casebook.add(std::move(*result));
        if (!shipped)
            store_new_report(id);
        if (!m_model.selection.report)
            m_model.selection.report = id;
    }
    if (found_reports == 0)
        return;
    m_model.corpus_is_shipped = shipped;
    m_model.map.fit_wanted = true;
    if (shipped)
        return;
    tell(fill(m_model.tr("notice.read"), {{"reports", std::to_string(found_reports)},
                                          {"events", std::to_string(found_events)}}));
}

void CasebookDesk::store_new_report(events::ReportId report) {
    if (!m_file) {
        ++m_model.unsaved;
        return;
    }
    if (const auto stored = m_file->store_report(m_model.casebook, report); !stored) {
        ++m_model.unsaved;
        complain(stored.error().message);
    }
}

void CasebookDesk::start_opening(std::string path) {
    const auto label = fill(m_model.tr("job.opening"), {{"file", file_name_of(path)}});
    m_jobs.start(label, [this, path = std::move(path)](JobHandle& job) {
        auto file = events::CasebookFile::open(path, events::CasebookFile::Mode::read_write);
        auto casebook = file ? file->load() : geo::Result<events::Casebook>{geo::fail("")};
        if (!file || !casebook) {
            const auto& error = file ? casebook.error() : file.error();
            job.post([this, message = error.message] {
                m_model.loading = false;
                complain(message);
            });
            return;
        }
        auto opened = std::make_shared<std::pair<events::CasebookFile, events::Casebook>>(
            std::move(*file), std::move(*casebook));
        job.post(
            [this, opened] { take_casebook(std::move(opened->first), std::move(opened->second)); });
    });
}

void CasebookDesk::take_casebook(events::CasebookFile file, events::Casebook casebook) {
    m_file = std::move(file);
    m_model.loading = false;
    m_model.casebook = std::move(casebook);
    m_model.casebook_path = m_file->path();
    m_model.read_only = !m_file->writable();
    m_model.unsaved = 0;
    m_model.corpus_is_shipped = false;
    const auto changes = m_model.selection.changes + 1;
    m_model.selection = Selection{};
    m_model.selection.changes = changes;
    if (!m_model.casebook.reports().empty()) {
        m_model.selection.report = m_model.casebook.reports().front().id;
    }
    m_model.map.fit_wanted = true;
}

bool CasebookDesk::decide(const events::Command& command) {
    if (const char* why = why_no_decision(m_model)) {
        complain(m_model.tr(why));
        return false;
    }
    const auto decision = m_model.casebook.plan(command, m_services.utc_now(), "");
    if (!decision) {
        tell(decision.error().message);
        return false;
    }
    m_model.casebook.carry_out(*decision);
    if (!m_file) {
        ++m_model.unsaved;
        return true;
    }
    if (const auto stored = m_file->commit(m_model.casebook, *decision); !stored) {
        complain(stored.error().message);
        reload_after_failed_commit();
        return false;
    }
    return true;
}

void CasebookDesk::reload_after_failed_commit() {
    auto stored = m_file->load();
    if (stored) {
        m_model.casebook = std::move(*stored);
        return;
    }
    ++m_model.unsaved;
    m_model.read_only = true;
    complain(stored.error().message);
}

void CasebookDesk::save_as(const std::string& path, geo::Overwrite overwrite) {
    if (m_model.saving)
        return;
    m_model.saving = true;
    const auto label = fill(m_model.tr("job.saving"), {{"file", file_name_of(path)}});
    m_jobs.start(label, [this, path, overwrite, copy = m_model.casebook](JobHandle& job) {
        auto file = std::make_shared<geo::Result<events::CasebookFile>>(
            events::CasebookFile::create(path, copy, overwrite));
        job.post([this, file] {
            m_model.saving = false;
            if (!*file) {
                complain(file->error().message);
                return;
            }
            m_file = std::move(**file);
            m_model.casebook_path = m_file->path();
            m_model.read_only = !m_file->writable();
            m_model.unsaved = 0;
            tell(fill(m_model.tr("notice.saved"), {{"file", m_file->path()}}));
        });
    });
}

void CasebookDesk::export_geojson(const std::string& path, geo::Overwrite overwrite) {
    events::ExportSelection selection{m_model.lists.listed, m_model.lists.flows};
    std::sort(selection.events.begin(), selection.events.end());
    const auto label = fill(m_model.tr("job.exporting"), {{"file", file_name_of(path)}});
    m_jobs.start(label, [this, path, overwrite, selection = std::move(selection),
                         copy = m_model.casebook](JobHandle& job) {
        const auto written = events::export_features(copy, selection, path, overwrite);
        job.post([this, written, path, count = selection.events.size() + selection.flows.size()] {
            if (!written) {
                complain(written.error().message);
                return;
            }
            tell(fill(m_model.tr("notice.exported"),
                      {{"n", std::to_string(count)}, {"file", path}}));
        });
    });
}

void CasebookDesk::collect_areas(AreaOutlines& outlines) const {
    if (m_knowledge)
        outlines = collect_area_outlines(m_model.casebook, m_knowledge->gazetteer, m_base_map);
}

void CasebookDesk::search(const std::string& text) {
    m_model.search = {text, {}};
    if (!m_knowledge || text.empty())
        return;
    gazetteer::LookupContext context;
    context.limit = kMaxSuggestions;
    context.countries = countries_of(m_model.casebook);
    for (const auto& completion : m_knowledge->gazetteer.complete(text, context)) {
        m_model.search.found.push_back(suggestion_of(m_knowledge->gazetteer.place(completion.id),
                                                     completion.name, m_model.tr));
    }
    if (!m_model.search.found.empty())
        return;
    for (const auto& candidate : m_knowledge->gazetteer.find(text, context)) {  // other spellings
        m_model.search.found.push_back(
            suggestion_of(candidate.place, candidate.place.name, m_model.tr));
    }
}

}  // namespace app
