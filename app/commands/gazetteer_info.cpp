// toposcope gazetteer info: what each open gazetteer holds.
#include <fmt/ostream.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/commands/gazetteer_names.hpp"
#include "app/commands/terminal_progress.hpp"
#include "app/user_gazetteers.hpp"
#include "gazetteer/index_file.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct IndexInfo {
    std::string name;  ///< "shipped", or the user's; empty for another file
    std::string path;
    std::uint64_t bytes = 0;
    std::size_t places = 0;
    std::size_t names = 0;
    std::vector<std::pair<std::string, std::size_t>> countries;  ///< places each, most first
    std::vector<std::string> sources;                            ///< a line each
    std::vector<std::string> vintages;                           ///< of the areas
    std::optional<bool> whole;                                   ///< where it was read whole
    std::string damage;                                          ///< what is wrong where it is not
};

std::string own_name(const CommandContext& context, const std::string& path) {
    if (path == shipped_index(context.share_folder))
        return "shipped";
    for (const UserGazetteer& own : list_user_gazetteers(user_gazetteer_folder())) {
        if (own.path == path)
            return own.name;
    }
    return {};
}

std::vector<std::pair<std::string, std::size_t>> count_countries(const gazetteer::IndexFile& file) {
    std::map<std::uint16_t, std::size_t> counts;
    for (const std::uint16_t code : file.column<std::uint16_t>(gazetteer::Section::country))
        ++counts[code];
    counts.erase(0);
    std::vector<std::pair<std::string, std::size_t>> sorted;
    for (const auto& [code, count] : counts)
        sorted.emplace_back(gazetteer::unpack_country(code), count);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return sorted;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (!line.empty() && line.front() != '\0')
            lines.emplace_back(line.substr(0, line.find('\0')));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::vector<std::string> find_vintages(const gazetteer::IndexFile& file) {
    std::set<std::string> vintages;
    for (const auto& note : file.column<gazetteer::AreaNoteRecord>(gazetteer::Section::area_notes))
        vintages.emplace(file.string_at(note.vintage));
    vintages.erase("");
    return {vintages.begin(), vintages.end()};
}

geo::Result<IndexInfo> examine(const CommandContext& context, const std::string& path,
                               bool verify) {
    const auto file = gazetteer::IndexFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    IndexInfo info;
    info.name = own_name(context, path);
    info.path = path;
    std::error_code error;
    info.bytes = std::filesystem::file_size(path, error);
    info.places = file->place_count();
    info.names = file->column<std::uint32_t>(gazetteer::Section::names).size();
    info.countries = count_countries(*file);
    info.sources = lines_of(file->text(gazetteer::Section::about));
    info.vintages = find_vintages(*file);
    if (verify) {
        const auto whole = file->verify();
        info.whole = whole.has_value();
        info.damage = whole ? "" : whole.error().message;
    }
    return info;
}

double bytes_a_place(const IndexInfo& info) {
    return static_cast<double>(info.bytes) /
           static_cast<double>(std::max<std::size_t>(1, info.places));
}

void print_line(const IndexInfo& info, std::ostream& out) {
    constexpr std::size_t kShownCountries = 8;
    fmt::print(out, "{}{}{}\n", info.name, info.name.empty() ? "" : ": ", info.path);
    fmt::print(out, "  {} places, {} names, {}, {:.0f} bytes a place, format {}{}\n", info.places,
               info.names, bytes_in_words(info.bytes), bytes_a_place(info),
               gazetteer::kIndexVersion,
               !info.whole ? "" : (*info.whole ? ", checksums right" : ", DAMAGED"));
    std::string countries;
    for (std::size_t i = 0; i < std::min(kShownCountries, info.countries.size()); ++i) {
        countries += fmt::format("{}{} {}", i == 0 ? "" : ", ", info.countries[i].first,
                                 info.countries[i].second);
    }
    fmt::print(out, "  {} {}: {}{}\n", info.countries.size(),
               info.countries.size() == 1 ? "country" : "countries", countries,
               info.countries.size() > kShownCountries ? " ..." : "");
    for (const std::string& source : info.sources)
        fmt::print(out, "  from {}\n", source);
    if (!info.vintages.empty())
        fmt::print(out, "  areas as of {}\n", fmt::join(info.vintages, ", "));
}

Json to_json(const IndexInfo& info) {
    Json countries = Json::object();
    for (const auto& [code, count] : info.countries)
        countries[code] = count;
    Json json{{"name", info.name},
              {"path", info.path},
              {"places", info.places},
              {"names", info.names},
              {"bytes", info.bytes},
              {"bytes_a_place", bytes_a_place(info)},
              {"format", gazetteer::kIndexVersion},
              {"countries", std::move(countries)},
              {"sources", info.sources},
              {"area_vintages", info.vintages}};
    if (info.whole)
        json["whole"] = *info.whole;
    return json;
}

}  // namespace

std::string gazetteer_path(const CommandContext& context, const std::string& name_or_path) {
    if (name_or_path == "shipped" || name_or_path == "world")
        return shipped_index(context.share_folder);
    const std::string folder = user_gazetteer_folder();
    if (!folder.empty() && check_gazetteer_name(name_or_path)) {
        std::string own = user_gazetteer_path(folder, name_or_path);
        std::error_code error;
        if (std::filesystem::is_regular_file(own, error))
            return own;
    }
    return name_or_path;
}

geo::Loaded<std::vector<std::string>> gazetteer_paths_named(const CommandContext& context,
                                                            const std::vector<std::string>& named,
                                                            const GazetteerChoice& choice) {
    if (named.empty())
        return gazetteer_paths(context.share_folder, choice);
    geo::Loaded<std::vector<std::string>> paths;
    for (const std::string& each : named)
        paths.value.push_back(gazetteer_path(context, each));
    paths.value.insert(paths.value.end(), choice.indexes.begin(), choice.indexes.end());
    return paths;
}

int run(const GazetteerInfoCommand& command, CommandContext& context) {
    const auto paths = gazetteer_paths_named(context, command.indexes, command.gazetteers);
    for (const geo::Problem& problem : paths.problems)
        fmt::print(context.err, "{}\n", geo::to_string(problem));
    bool good = paths.problems.empty();
    Json all = Json::array();
    for (const std::string& path : paths.value) {
        const auto info = examine(context, path, command.verify || !command.indexes.empty());
        if (!info) {
            complain(context, info.error().message);
            good = false;
            continue;
        }
        if (!info->damage.empty()) {
            complain(context, info->damage);
            good = false;
        }
        if (context.json)
            all.push_back(to_json(*info));
        else
            print_line(*info, context.out);
    }
    if (context.json)
        context.out << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return good ? kDone : kFailed;
}

}  // namespace app
