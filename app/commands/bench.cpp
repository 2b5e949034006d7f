// toposcope bench: measures the program on this machine.
#include <fmt/ostream.h>
#include <stdlib.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/bench/gazetteer_accuracy.hpp"
#include "app/bench/gazetteer_speed.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/open_places.hpp"
#include "gazetteer/index_builder.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

/// A folder for the index of town names, gone afterwards.
class BenchFolder {
  public:
    BenchFolder()
        : m_path((std::filesystem::temp_directory_path() / "toposcope-bench-XXXXXX").string()) {
        if (::mkdtemp(m_path.data()) == nullptr)
            m_path.clear();
    }
    BenchFolder(const BenchFolder&) = delete;
    BenchFolder& operator=(const BenchFolder&) = delete;
    ~BenchFolder() {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, ignored);
    }
    bool is_there() const { return !m_path.empty(); }
    std::string file(const std::string& name) const { return m_path + "/" + name; }

  private:
    std::string m_path;
};

struct GazetteerBench {
    std::size_t names = 0;
    BenchQueries queries;
    std::vector<IndexSpeed> indexes;
};

/// The index of town names alone, from the table given or from the shipped towns.
geo::Result<std::string> build_town_index(const BenchCommand& command,
                                          const std::string& shipped_index,
                                          const BenchFolder& folder) {
    std::string table = command.names;
    if (table.empty()) {
        table = command.write_names.empty() ? folder.file("towns.tsv") : command.write_names;
        const auto shipped = gazetteer::Gazetteer::open({shipped_index});
        if (!shipped)
            return tl::unexpected(shipped.error());
        if (auto written = write_town_table(*shipped, table); !written)
            return tl::unexpected(written.error());
    }
    const std::string index = folder.file("town-names.idx");
    gazetteer::BuildOptions options;
    options.overwrite = geo::Overwrite::allow;
    options.merge_near = false;  // every row of the table is to be found
    const auto built = gazetteer::build_index({table}, index, options);
    if (!built)
        return tl::unexpected(built.error());
    return index;
}

geo::Result<GazetteerBench> bench_gazetteer(const BenchCommand& command, CommandContext& context) {
    const BenchFolder folder;
    if (!folder.is_there())
        return geo::fail("no temporary folder could be made; set TMPDIR to one that is writable");
    const std::string shipped = context.share_folder + "/gazetteer/world.idx";
    const auto town_index = build_town_index(command, shipped, folder);
    if (!town_index)
        return tl::unexpected(town_index.error());
    GazetteerBench bench;
    {
        const auto towns = gazetteer::Gazetteer::open({*town_index});
        if (!towns)
            return tl::unexpected(towns.error());
        const TownNames names = town_names(*towns);
        if (names.names.empty())
            return geo::fail("no place of kind town to draw names from");
        bench.names = names.names.size();
        bench.queries = draw_queries(names, command.queries, command.seed);
    }
    if (!command.write_queries.empty()) {
        if (auto written = write_queries(bench.queries, command.write_queries); !written)
            return tl::unexpected(written.error());
    }
    std::vector<std::string> paths{*town_index, shipped};
    paths.insert(paths.end(), command.gazetteers.indexes.begin(), command.gazetteers.indexes.end());
    for (const auto& path : paths) {
        if (context.verbose)
            fmt::print(context.err, "measuring {}\n", path);
        auto speed = measure_index(path, bench.queries, command.seconds_per_pass);
        if (!speed)
            return tl::unexpected(speed.error());
        if (path == *town_index)
            speed->path = "town names";
        if (path == shipped)
            speed->path = "shipped";
        bench.indexes.push_back(std::move(*speed));
    }
    return bench;
}

Json to_json(const IndexSpeed& speed) {
    Json rates = Json::object();
    Json asked = Json::object();
    Json answers = Json::object();
    for (const Rate& rate : speed.rates) {
        rates[rate.name] = std::round(rate.per_second);
        asked[rate.name] = rate.questions;
        answers[rate.name] = rate.answers_per_question;
    }
    Json right = Json::object();
    for (const Rightness& each : speed.right) {
        right[each.name] = {{"asked", each.asked},
                            {"first", each.first},
                            {"first_3", each.first_3},
                            {"is_other_name", each.is_other_name}};
    }
    return {{"index", speed.path},
            {"places", speed.places},
            {"file_mib", speed.file_mib},
            {"bytes_per_place", speed.bytes_per_place},
            {"open_ms", speed.open_ms},
            {"memory_mib_before", speed.before.total_mib},
            {"memory_mib_opened", speed.opened.total_mib},
            {"memory_mib_after", speed.after.total_mib},
            {"anonymous_mib_before", speed.before.anonymous_mib},
            {"anonymous_mib_after", speed.after.anonymous_mib},
            {"per_second", std::move(rates)},
            {"asked", std::move(asked)},
            {"answers_per_question", std::move(answers)},
            {"right", std::move(right)}};
}

void print_json(const GazetteerBench& bench, const BenchCommand& command, std::ostream& out) {
    Json indexes = Json::array();
    for (const IndexSpeed& speed : bench.indexes)
        indexes.push_back(to_json(speed));
    const Json result{{"names", bench.names},
                      {"queries", command.queries},
                      {"seed", command.seed},
                      {"indexes", std::move(indexes)}};
    out << result.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_table(const GazetteerBench& bench, const BenchCommand& command, std::ostream& out) {
    fmt::print(out, "{} questions of each kind from {} names, seed {}\n", command.queries,
               bench.names, command.seed);
    for (const IndexSpeed& speed : bench.indexes) {
        fmt::print(out, "\n{}: {} places, {:.1f} MiB, {:.0f} bytes a place\n", speed.path,
                   speed.places, speed.file_mib, speed.bytes_per_place);
        fmt::print(out, "  opens in {:.3f} ms; memory +{:.1f} MiB opened, +{:.1f} MiB after all\n",
                   speed.open_ms, speed.opened.total_mib - speed.before.total_mib,
                   speed.after.total_mib - speed.before.total_mib);
        fmt::print(out, "  {:<28}{:>12}{:>10}{:>10}\n", "one core", "a second", "asked", "answers");
        for (const Rate& rate : speed.rates) {
            fmt::print(out, "  {:<28}{:>12.0f}{:>10}{:>10.2f}\n", rate.name, rate.per_second,
                       rate.questions, rate.answers_per_question);
        }
        fmt::print(out, "  {:<28}{:>12}{:>10}{:>10}{:>12}\n", "right", "first", "first 3", "asked",
                   "other name");
        for (const Rightness& right : speed.right) {
            fmt::print(out, "  {:<28}{:>12.3f}{:>10.3f}{:>10}{:>12.3f}\n", right.name, right.first,
                       right.first_3, right.asked, right.is_other_name);
        }
    }
}

/// Answers of the shipped gazetteer and the --gazetteer ones together, compared with the truth.
int bench_accuracy(const BenchCommand& command, CommandContext& context) {
    const auto gazetteer = open_places(context, {command.gazetteers.indexes, true});
    if (!gazetteer)
        return complain(context, gazetteer.error().message);
    std::vector<TruthRow> rows;
    for (const auto& table : command.truths) {
        const auto loaded = read_truth_table(table);
        if (!loaded)
            return complain(context, loaded.error().message);
        for (const geo::Problem& problem : loaded->problems)
            fmt::print(context.err, "{}\n", geo::to_string(problem));
        rows.insert(rows.end(), loaded->value.begin(), loaded->value.end());
    }
    const AccuracyReport report = measure_accuracy(*gazetteer, rows);
    if (context.json)
        context.out << to_json(report).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        context.out << to_text(report);
    return kDone;
}

}  // namespace

int run(const BenchCommand& command, CommandContext& context) {
    if (!command.truths.empty())
        return bench_accuracy(command, context);
    const auto bench = bench_gazetteer(command, context);
    if (!bench)
        return complain(context, bench.error().message);
    if (context.json)
        print_json(*bench, command, context.out);
    else
        print_table(*bench, command, context.out);
    return kDone;
}

}  // namespace app
