// From files to an index: which reader takes which source.
#include <filesystem>

#include "gazetteer/index_builder.hpp"
#include "gazetteer/place_source.hpp"

namespace gazetteer {
namespace {

std::string_view file_name(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

geo::Result<RowCounts> add_source(IndexBuilder& builder, const std::string& path,
                                  std::vector<geo::Problem>& problems) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return add_base_map(builder, path);
    const auto text = read_source_text(path);
    if (!text)
        return tl::unexpected(text.error());
    if (text->empty())
        return geo::fail(path + ": is empty");
    if (text->starts_with("word\tcountry\t")) {
        return add_country_words(builder, *text, path, problems);
    }
    if (text->starts_with("country\tneighbours")) {
        return add_neighbours(builder, *text, path, problems);
    }
    if (is_geonames(*text))
        return add_geonames(builder, *text, path, problems);
    return add_table(builder, *text, path, problems);
}

}  // namespace

geo::Result<geo::Loaded<BuildSummary>> build_index(const std::vector<std::string>& sources,
                                                   const std::string& index_path,
                                                   const BuildOptions& options) {
    if (auto good = geo::check_output_path(index_path, options.overwrite); !good) {
        return tl::unexpected(good.error());
    }
    geo::Loaded<BuildSummary> loaded;
    IndexBuilder builder;
    for (const auto& source : sources) {
        const auto counts = add_source(builder, source, loaded.problems);
        if (!counts)
            return tl::unexpected(counts.error());
        loaded.value.rows_read += counts->read;
        loaded.value.rows_skipped += counts->skipped;
        builder.add_about(std::string(file_name(source)) + ": " + std::to_string(counts->read) +
                          " rows");
    }
    loaded.value.places = builder.size();
    const auto bytes = builder.build();
    if (!bytes)
        return geo::fail(index_path + ": " + bytes.error().message);
    if (auto written = geo::write_output_file(index_path, *bytes, options.overwrite); !written) {
        return tl::unexpected(written.error());
    }
    return loaded;
}

}  // namespace gazetteer
