// One place to one row, and rows to a file.
#include "app/place_table.hpp"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "app/separated_table.hpp"
#include "gazetteer/candidate_search.hpp"
#include "gazetteer/open_indexes.hpp"
#include "geo/vector_writer.hpp"

namespace app {
namespace {

using gazetteer::Gazetteer;
using gazetteer::PlaceId;

constexpr std::array<const char*, 18> kColumns = {
    "id",        "other_ids", "name",     "names",     "kind",    "country",
    "admin1",    "admin2",    "admin3",   "lon",       "lat",     "population",
    "radius_km", "feature",   "attested", "area_code", "vintage", "doubt"};
constexpr std::size_t kLonColumn = 9;
constexpr std::size_t kLatColumn = 10;

using Values = std::array<std::string, kColumns.size()>;

struct PlaceRow {
    geo::LonLat point;
    Values values;
};

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += text.empty() ? "" : "|";
        for (const char c : part) {
            if (c == '|' || c == ';' || c == '\\')
                text += '\\';
            text += c;
        }
    }
    return text;
}

/// What a seat is called in GeoNames, so that its rank comes back.
std::string_view feature_of(gazetteer::Rank rank) {
    switch (rank) {
        case gazetteer::Rank::capital:
            return "PPLC";
        case gazetteer::Rank::seat1:
            return "PPLA";
        case gazetteer::Rank::seat2:
            return "PPLA2";
        case gazetteer::Rank::seat3:
            return "PPLA3";
        case gazetteer::Rank::attested:
        case gazetteer::Rank::none:
            break;
    }
    return {};
}

std::string number_or_empty(double value) {
    return value > 0 ? fmt::format("{}", value) : std::string{};
}

PlaceRow row_of(const Gazetteer& gazetteer, PlaceId id, const gazetteer::Place& place) {
    std::vector<std::string> names = gazetteer.names(id);
    if (!names.empty() && names.front() == place.name)
        names.erase(names.begin());
    std::string kind{gazetteer::to_string(place.kind)};
    std::replace(kind.begin(), kind.end(), ' ', '_');
    const gazetteer::Rank rank = gazetteer::open_indexes_of(gazetteer).rank(id);
    std::string doubts;
    for (const std::string& reason : place.doubt_reasons)
        doubts += (doubts.empty() ? "" : "; ") + reason;
    return {place.point,
            {place.source_id, joined(gazetteer.other_ids(id)), place.name, joined(names), kind,
             place.country, place.admin1, place.admin2, place.admin3,
             fmt::format("{:.7f}", place.point.lon_deg), fmt::format("{:.7f}", place.point.lat_deg),
             number_or_empty(place.population), number_or_empty(place.radius_km),
             std::string{feature_of(rank)}, rank == gazetteer::Rank::attested ? "2" : "",
             place.area_code, place.vintage, std::move(doubts)}};
}

bool is_wanted(const PlaceTableFilter& filter, const gazetteer::Place& place) {
    const auto among = [](const auto& list, const auto& value) {
        return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    return among(filter.countries, place.country) && among(filter.kinds, place.kind);
}

/// Calls `use` with each wanted place's row; returns how many there were.
template <typename Use>
std::size_t for_each_row(const Gazetteer& gazetteer, const PlaceTableFilter& filter,
                         const std::function<void(double)>& progress, const Use& use) {
    constexpr std::size_t kBetween = 4096;
    const auto& indexes = gazetteer::open_indexes_of(gazetteer);
    std::size_t count = 0;
    for (std::size_t i = 0; i < gazetteer.size(); ++i) {
        if (progress && i % kBetween == 0)
            progress(static_cast<double>(i) / static_cast<double>(gazetteer.size()));
        const PlaceId id{static_cast<std::uint32_t>(i)};
        if (indexes.is_superseded(id))
            continue;
        const gazetteer::Place place = gazetteer.place(id);
        if (!is_wanted(filter, place))
            continue;
        use(row_of(gazetteer, id, place));
        ++count;
    }
    return count;
}

/// A text file that remembers what was put into it, to be compared when it is read back.
class CheckedText {
  public:
    explicit CheckedText(const std::string& path) : m_out(path, std::ios::binary) {}
    void put(std::string_view text) {
        m_out << text;
        m_bytes += text.size();
        add(m_sum, text);
    }
    bool close() {
        m_out.close();
        return !m_out.fail();
    }
    bool matches(const std::string& path) const {
        std::ifstream in(path, std::ios::binary);
        std::uint64_t sum = kSeed;
        std::uint64_t bytes = 0;
        std::string block(std::size_t{1} << 16, '\0');
        while (in.read(block.data(), static_cast<std::streamsize>(block.size())) ||
               in.gcount() > 0) {
            const std::string_view got{block.data(), static_cast<std::size_t>(in.gcount())};
            bytes += got.size();
            add(sum, got);
        }
        return bytes == m_bytes && sum == m_sum;
    }

  private:
    /// FNV-1a, 64 bits: finds damage on the way to the disk.
    static constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;
    static void add(std::uint64_t& sum, std::string_view text) {
        for (const char c : text)
            sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    std::ofstream m_out;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_sum = kSeed;
};

/// Numbers stay numbers; text that a spreadsheet would run gets an apostrophe.
std::string cell(std::string text, std::size_t column, char separator) {
    if (separator == '\t')
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; },
            ' ');
    const bool is_number = column == kLonColumn || column == kLatColumn;
    if (!is_number && !text.empty() &&
        std::string_view{"=+-@"}.find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    return separator == '\t' ? text : quoted_field(text, separator);
}

std::string separated_line(const PlaceRow& row, char separator) {
    std::string line;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (i > 0)
            line += separator;
        line += cell(row.values[i], i, separator);
    }
    return line + "\n";
}

std::string header_line(char separator) {
    std::string line;
    for (const char* column : kColumns)
        line += (line.empty() ? "" : std::string(1, separator)) + column;
    return line + "\n";
}

std::string geojson_feature(const PlaceRow& row) {
    nlohmann::ordered_json properties;
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        if (i != kLonColumn && i != kLatColumn && !row.values[i].empty())
            properties[kColumns[i]] = row.values[i];
    }
    return fmt::format(
        R"({{"type":"Feature","geometry":{{"type":"Point","coordinates":[{},{}]}},"properties":{}}})",
        row.values[kLonColumn], row.values[kLatColumn],
        properties.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

geo::Feature feature_of_row(PlaceRow row) {
    geo::Feature feature;
    feature.geometry = geo::Geometry{row.point};
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        if (i == kLonColumn || i == kLatColumn)
            continue;
        if (row.values[i].empty())
            feature.values.emplace_back(std::monostate{});
        else
            feature.values.emplace_back(std::move(row.values[i]));
    }
    return feature;
}

using EachRow = std::function<std::size_t(const std::function<void(PlaceRow)>&)>;

geo::Result<std::size_t> write_text(const std::string& path, PlaceTableFormat format,
                                    geo::Overwrite overwrite, const EachRow& each) {
    std::size_t count = 0;
    std::optional<CheckedText> text;
    const auto write = [&](const std::string& temp) -> geo::Result<void> {
        text.emplace(temp);
        if (format == PlaceTableFormat::geojson) {
            text->put("{\"type\":\"FeatureCollection\",\"features\":[\n");
            bool first = true;
            count = each([&](PlaceRow row) {
                text->put((first ? "" : ",\n") + geojson_feature(row));
                first = false;
            });
            text->put("\n]}\n");
        } else {
            const char separator = format == PlaceTableFormat::tsv ? '\t' : ',';
            text->put(header_line(separator));
            count = each([&](PlaceRow row) { text->put(separated_line(row, separator)); });
        }
        if (!text->close())
            return geo::fail(path + ": could not be written; is the disk full?");
        return {};
    };
    const auto check = [&](const std::string& temp) -> geo::Result<void> {
        if (!text->matches(temp))
            return geo::fail(path + ": what was read back differs from what was written");
        return {};
    };
    if (const auto written = geo::replace_file(path, overwrite, write, check); !written)
        return tl::unexpected(written.error());
    return count;
}

geo::Result<std::size_t> write_geopackage(const std::string& path, geo::Overwrite overwrite,
                                          const EachRow& each) {
    geo::FeatureLayer layer;
    layer.name = "places";
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        if (i != kLonColumn && i != kLatColumn)
            layer.fields.push_back({kColumns[i], geo::FieldType::text});
    }
    const std::size_t count =
        each([&](PlaceRow row) { layer.features.push_back(feature_of_row(std::move(row))); });
    const std::span<const geo::FeatureLayer> layers{&layer, 1};
    const auto written = geo::replace_file(
        path, overwrite,
        [&](const std::string& temp) {
            return geo::write_features(temp, geo::VectorFormat::geopackage, layers);
        },
        [&](const std::string& temp) {
            return geo::check_features(temp, geo::VectorFormat::geopackage, layers);
        });
    if (!written)
        return tl::unexpected(written.error());
    return count;
}

}  // namespace

std::optional<PlaceTableFormat> place_table_format(std::string_view path) {
    std::string lower{path.substr(path.size() - std::min<std::size_t>(path.size(), 8))};
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower.ends_with(".csv"))
        return PlaceTableFormat::csv;
    if (lower.ends_with(".tsv"))
        return PlaceTableFormat::tsv;
    if (lower.ends_with(".geojson"))
        return PlaceTableFormat::geojson;
    if (lower.ends_with(".gpkg"))
        return PlaceTableFormat::geopackage;
    return std::nullopt;
}

geo::Result<std::size_t> write_place_table(const Gazetteer& gazetteer,
                                           const PlaceTableFilter& filter, const std::string& path,
                                           PlaceTableFormat format, geo::Overwrite overwrite,
                                           const std::function<void(double)>& progress) {
    const EachRow each = [&](const std::function<void(PlaceRow)>& use) {
        return for_each_row(gazetteer, filter, progress,
                            [&](PlaceRow row) { use(std::move(row)); });
    };
    if (format == PlaceTableFormat::geopackage)
        return write_geopackage(path, overwrite, each);
    return write_text(path, format, overwrite, each);
}

}  // namespace app
