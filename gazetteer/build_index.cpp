// From files to an index: which reader takes which source, in which order, with which counts.
#include <algorithm>
#include <filesystem>

#include "gazetteer/area_check.hpp"
#include "gazetteer/column_roles.hpp"
#include "gazetteer/index_rows.hpp"
#include "gazetteer/place_merging.hpp"
#include "gazetteer/place_source.hpp"
#include "gazetteer/table_rows.hpp"

namespace gazetteer {

std::string file_name_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

void SourceContext::show_progress(const SourceLines& lines) const {
    constexpr std::size_t kEvery = 8192;
    if (options.progress && lines.number() % kEvery == 0)
        options.progress("reading " + file_name_of(lines.name()), lines.share());
}

void SourceContext::close(const SourceLines& lines) const {
    if (lines.recoded_lines() > 0) {
        log.add(
            lines.name() + ":" + std::to_string(lines.first_recoded()), "not UTF-8",
            "not UTF-8; " + std::to_string(lines.recoded_lines()) + " lines read as Windows-1252");
    }
    log.close(lines.name());
}

LineFormat format_of(std::string_view head) {
    const std::string_view line = head.substr(0, head.find('\n'));
    if (line.find('\0') != std::string_view::npos)
        return LineFormat::none;
    if (line.starts_with("word\tcountry\t"))
        return LineFormat::country_words;
    if (line.starts_with("country\tneighbours"))
        return LineFormat::neighbours;
    std::vector<std::string_view> f;
    split_tabs(line, f);
    const bool is_numbered = parse_number(f[0]).has_value();
    if (f.size() == 19 && is_numbered)
        return LineFormat::geonames;
    if ((f.size() == 8 || f.size() == 10) && is_numbered && parse_number(f[1]))
        return LineFormat::alternate_names;
    if (f.size() == 4 && f[0].size() > 3 && f[0][2] == '.' && parse_number(f[3]))
        return LineFormat::admin_codes;
    const std::string header = "\t" + lower_ascii(line) + "\t";
    if (header.find("\tufi\t") != std::string::npos && header.find("\tfc\t") != std::string::npos)
        return LineFormat::gns;
    const bool has_columns = line.find_first_of("\t,;") != std::string_view::npos;
    const bool is_markup =
        line.find_first_not_of(" \r") != std::string_view::npos &&
        (line[line.find_first_not_of(' ')] == '{' || line[line.find_first_not_of(' ')] == '<');
    return has_columns && !is_markup ? LineFormat::table : LineFormat::none;
}

namespace {

/// Whether a file inside a zip is a source: other files with commas stand beside tables and layers.
bool is_source_in_zip(std::string_view head, const BuildOptions& options) {
    const LineFormat format = format_of(head);
    if (format != LineFormat::table)
        return format != LineFormat::none;
    const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
    std::vector<std::string> header;
    split_fields(line, separator_of(line), true, header);
    const auto roles = read_column_roles(header, options.columns, {});
    return roles && (*roles)[Role::name] && (*roles)[Role::lon] && (*roles)[Role::lat];
}

class IndexBuild {
  public:
    IndexBuild(const BuildOptions& options, geo::Loaded<BuildSummary>& loaded)
        : m_options(options), m_summary(loaded.value), m_log(loaded.problems) {}

    geo::Result<void> add(const std::string& path);
    geo::Result<void> add_base_map_outlines() {
        return add_outlines(m_builder, m_options.base_map);
    }
    geo::Result<void> write(const std::string& index_path);

  private:
    geo::Result<void> add_lines(SourceLines& lines, const std::string& path);
    geo::Result<RowCounts> add_member(SourceLines& lines);
    void complete();
    void count(const RowCounts& counts, const std::string& path, const std::string& sha256);
    void step(std::string_view what, double share) const {
        if (m_options.progress)
            m_options.progress(what, share);
    }

    const BuildOptions& m_options;
    BuildSummary& m_summary;
    ProblemLog m_log;
    IndexBuilder m_builder;
    SourceContext m_context{m_builder, m_options, m_log};
    GeonamesAreas m_geonames_areas;
};

void IndexBuild::count(const RowCounts& counts, const std::string& path,
                       const std::string& sha256) {
    m_summary.rows_read += counts.read;
    m_summary.rows_skipped += counts.skipped;
    m_builder.add_about(file_name_of(path) + ": " + std::to_string(counts.read) + " rows" +
                        (sha256.empty() ? "" : ", SHA-256 " + sha256));
}

geo::Result<RowCounts> IndexBuild::add_member(SourceLines& lines) {
    switch (format_of(lines.head())) {
        case LineFormat::geonames:
            return add_geonames(lines, m_context, m_geonames_areas);
        case LineFormat::alternate_names:
            return add_alternate_names(lines, m_context);
        case LineFormat::admin_codes:
            return add_admin_codes(lines, m_context, m_geonames_areas);
        case LineFormat::gns:
            return add_gns(lines, m_context);
        case LineFormat::country_words:
            return add_country_words(lines, m_context);
        case LineFormat::neighbours:
            return add_neighbours(lines, m_context);
        default:
            return add_table(lines, m_context);
    }
}

geo::Result<void> IndexBuild::add_lines(SourceLines& lines, const std::string& path) {
    RowCounts all;
    do {
        const auto counts = add_member(lines);
        if (!lines.state())
            return lines.state();
        if (!counts)
            return tl::unexpected(counts.error());
        all.read += counts->read;
        all.skipped += counts->skipped;
        const auto more = lines.next_member(
            [&](std::string_view head) { return is_source_in_zip(head, m_options); });
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
    } while (true);
    const auto sha256 = lines.sha256();
    if (!sha256)
        return tl::unexpected(sha256.error());
    count(all, path, *sha256);
    return {};
}

geo::Result<void> IndexBuild::add(const std::string& path) {
    step("reading " + file_name_of(path), 0);
    m_builder.begin_source(file_name_of(path));
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        const auto counts = add_base_map(m_builder, path);
        if (!counts)
            return tl::unexpected(counts.error());
        count(*counts, path, {});
        return {};
    }
    auto lines = SourceLines::open(path);
    if (!lines)
        return tl::unexpected(lines.error());
    bool is_empty = true;
    bool is_binary = false;
    const auto found = lines->next_member([&](std::string_view head) {
        is_empty = is_empty && head.empty();
        is_binary = is_binary || head.find('\0') != std::string_view::npos;
        return lines->is_zip() ? is_source_in_zip(head, m_options)
                               : !head.empty() && format_of(head) != LineFormat::none;
    });
    if (!found)
        return tl::unexpected(found.error());
    if (*found)
        return add_lines(*lines, path);
    if (is_empty && !lines->is_zip())
        return geo::fail(path + ": is empty");
    const auto counts = add_layers(path, m_context);
    if (!counts && is_binary && !lines->is_zip())
        return geo::fail(path + ": holds binary data, no table of places and no layer");
    if (!counts)
        return tl::unexpected(counts.error());
    const auto sha256 = lines->sha256();
    count(*counts, path, sha256.value_or(""));
    return {};
}

/// What only all the sources together tell.
void IndexBuild::complete() {
    auto& d = m_builder.impl();
    if (m_options.check_points)
        m_summary.filled = check_areas(m_builder, m_options.progress);
    m_summary.rows_merged = d.same_id_rows;
    if (m_options.merge_near)
        m_summary.rows_merged += merge_near_places(m_builder, m_options.progress);
    m_summary.places = m_builder.size();
    m_summary.areas = d.shapes.size();
    m_summary.flagged = d.doubts.size();
    constexpr std::pair<Doubt, const char*> kWords[] = {
        {Doubt::outside_area, "outside the area it states"},
        {Doubt::wrong_sign, "wrong sign of a coordinate"},
        {Doubt::swapped, "longitude and latitude swapped"},
        {Doubt::zero, "longitude 0, latitude 0"},
        {Doubt::outside_country, "outside its country"},
        {Doubt::path_contradicts, "areas that do not lie in each other"},
        {Doubt::sources_disagree, "sources more than 5 km apart"},
    };
    for (const auto& kind : kWords) {
        const auto count = static_cast<std::size_t>(
            std::count_if(d.doubts.begin(), d.doubts.end(), [&](const auto& doubt) {
                return (doubt.second.flags & static_cast<unsigned>(kind.first)) != 0;
            }));
        if (count > 0)
            m_summary.doubts.emplace_back(kind.second, count);
    }
}

geo::Result<void> IndexBuild::write(const std::string& index_path) {
    m_geonames_areas.finish(m_builder);
    complete();
    for (const auto& line : m_options.about)
        m_builder.add_about(line);
    step("writing " + file_name_of(index_path), 0);
    for (const auto& [kind, rows] : m_log.refused())
        m_summary.refused.emplace_back(kind, rows);
    const auto bytes = m_builder.build();
    if (!bytes)
        return geo::fail(index_path + ": " + bytes.error().message);
    return geo::write_output_file(index_path, *bytes, m_options.overwrite);
}

}  // namespace

geo::Result<geo::Loaded<BuildSummary>> build_index(const std::vector<std::string>& sources,
                                                   const std::string& index_path,
                                                   const BuildOptions& options) {
    if (auto good = geo::check_output_path(index_path, options.overwrite); !good)
        return tl::unexpected(good.error());
    geo::Loaded<BuildSummary> loaded;
    IndexBuild build(options, loaded);
    for (const auto* files : {&sources, &options.areas, &options.alternate_names}) {
        for (const auto& path : *files) {
            if (auto added = build.add(path); !added)
                return tl::unexpected(added.error());
        }
    }
    if (!options.base_map.empty()) {
        if (auto good = build.add_base_map_outlines(); !good)
            return tl::unexpected(good.error());
    }
    if (auto written = build.write(index_path); !written)
        return tl::unexpected(written.error());
    return loaded;
}

}  // namespace gazetteer
