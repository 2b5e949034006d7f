// Tables with a header of column names; the unpacking of sources; the tables on countries.
#include <zlib.h>

#include <array>

#include "gazetteer/place_source.hpp"
#include "gazetteer/table_rows.hpp"
#include "geo/input_file.hpp"

namespace gazetteer {
namespace {

enum class Field : std::size_t {
    id,
    name,
    names,
    kind,
    country,
    admin1,
    admin2,
    lon,
    lat,
    population,
    radius,
    feature,
    attested,
    area_code,
    count
};
constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::count);

struct ColumnName {
    std::string_view name;  ///< lower case
    Field field;
};

/// The first name found in the header wins, so the exact ones stand first.
constexpr std::array kColumnNames = {
    ColumnName{"id", Field::id},
    ColumnName{"source_id", Field::id},
    ColumnName{"pcode", Field::id},
    ColumnName{"name", Field::name},
    ColumnName{"featurenam", Field::name},
    ColumnName{"place", Field::name},
    ColumnName{"names", Field::names},
    ColumnName{"alternates", Field::names},
    ColumnName{"featurealt", Field::names},
    ColumnName{"featureref", Field::names},
    ColumnName{"kind", Field::kind},
    ColumnName{"country", Field::country},
    ColumnName{"iso2", Field::country},
    ColumnName{"admin0pcod", Field::country},
    ColumnName{"admin1", Field::admin1},
    ColumnName{"admin1name", Field::admin1},
    ColumnName{"admin2", Field::admin2},
    ColumnName{"admin2name", Field::admin2},
    ColumnName{"lon", Field::lon},
    ColumnName{"lng", Field::lon},
    ColumnName{"longitude", Field::lon},
    ColumnName{"x", Field::lon},
    ColumnName{"lat", Field::lat},
    ColumnName{"latitude", Field::lat},
    ColumnName{"y", Field::lat},
    ColumnName{"population", Field::population},
    ColumnName{"radius_km", Field::radius},
    ColumnName{"feature", Field::feature},
    ColumnName{"attested", Field::attested},
    ColumnName{"area_code", Field::area_code},
};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::optional<PlaceKind> kind_named(std::string_view name) {
    constexpr std::array kKinds = {PlaceKind::continent_part, PlaceKind::country, PlaceKind::admin1,
                                   PlaceKind::admin2,         PlaceKind::admin3,  PlaceKind::area,
                                   PlaceKind::town,           PlaceKind::camp,    PlaceKind::site,
                                   PlaceKind::water,          PlaceKind::terrain, PlaceKind::other};
    for (const PlaceKind kind : kKinds) {
        std::string word(to_string(kind));
        std::replace(word.begin(), word.end(), ' ', '_');
        if (word == name)
            return kind;
    }
    return std::nullopt;
}

/// Which column holds which field; no value where the header lacks it.
using Layout = std::array<std::optional<std::size_t>, kFieldCount>;

Layout read_header(const std::vector<std::string>& header) {
    Layout layout{};
    for (const ColumnName& known : kColumnNames) {
        auto& slot = layout[static_cast<std::size_t>(known.field)];
        for (std::size_t i = 0; i < header.size() && !slot; ++i) {
            if (lower(header[i]) == known.name)
                slot = i;
        }
    }
    return layout;
}

struct RowView {
    const Layout& layout;
    const std::vector<std::string>& fields;

    std::string_view operator[](Field field) const {
        const auto column = layout[static_cast<std::size_t>(field)];
        return column && *column < fields.size() ? std::string_view(fields[*column])
                                                 : std::string_view();
    }
};

void split_names(std::string_view list, std::vector<std::string>& names) {
    while (!list.empty()) {
        const auto bar = list.find_first_of("|;");
        if (bar != 0)
            names.emplace_back(list.substr(0, bar));
        if (bar == std::string_view::npos)
            return;
        list.remove_prefix(bar + 1);
    }
}

/// The place of a row, or why there is none.
tl::expected<SourcePlace, std::string> read_row(const RowView& row, const std::string& own_id) {
    SourcePlace place;
    place.name = row[Field::name];
    if (place.name.empty())
        return tl::unexpected(std::string("no name"));
    const auto lon = parse_number(row[Field::lon]);
    const auto lat = parse_number(row[Field::lat]);
    if (!lon || !lat || !geo::is_on_earth({*lon, *lat})) {
        return tl::unexpected(std::string("no position on the earth"));
    }
    place.point = {*lon, *lat};
    place.source_id = row[Field::id].empty() ? own_id : std::string(row[Field::id]);
    split_names(row[Field::names], place.names);
    std::erase(place.names, "NA");
    if (const auto feature = row[Field::feature]; !feature.empty()) {
        const auto meaning = meaning_of_feature('P', feature);
        place.kind = meaning.kind;
        place.rank = meaning.rank;
    }
    if (const auto word = row[Field::kind]; !word.empty()) {
        const auto kind = kind_named(word);
        if (!kind)
            return tl::unexpected("unknown kind \"" + std::string(word) + "\"");
        place.kind = *kind;
    }
    if (parse_number(row[Field::attested]).value_or(0) > 1) {
        place.rank = std::max(place.rank, Rank::attested);
    }
    place.country = row[Field::country];
    place.area_code = row[Field::area_code];
    place.admin1 = row[Field::admin1];
    place.admin2 = row[Field::admin2];
    place.radius_km = parse_number(row[Field::radius]).value_or(0);
    place.population = static_cast<std::uint32_t>(
        std::clamp(parse_number(row[Field::population]).value_or(0), 0.0, 4e9));
    return place;
}

char separator_of(std::string_view header) {
    if (header.find('\t') != std::string_view::npos)
        return '\t';
    const auto commas = std::count(header.begin(), header.end(), ',');
    const auto semicolons = std::count(header.begin(), header.end(), ';');
    return semicolons > commas ? ';' : ',';
}

constexpr std::size_t kMaxUnpackedBytes = std::size_t{8} << 30;

geo::Result<std::string> unpack_gzip(const std::string& path, std::string_view packed) {
    z_stream stream{};
    constexpr int kGzipWindow = 15 + 16;
    if (inflateInit2(&stream, kGzipWindow) != Z_OK)
        return geo::fail(path + ": cannot unpack");
    std::string text;
    std::vector<char> block(1 << 20);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    int state = Z_OK;
    while (state == Z_OK && text.size() < kMaxUnpackedBytes) {
        stream.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        state = inflate(&stream, Z_NO_FLUSH);
        text.append(block.data(), block.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END)
        return geo::fail(path + ": packed file is damaged or cut short");
    return text;
}

}  // namespace

geo::Result<std::string> read_source_text(const std::string& path) {
    auto file = geo::read_input_file(path, geo::kMaxTableBytes - 1);
    if (!file)
        return tl::unexpected(file.error());
    std::string text = std::move(file->bytes);
    if (text.starts_with("\x1f\x8b")) {
        auto unpacked = unpack_gzip(path, text);
        if (!unpacked)
            return tl::unexpected(unpacked.error());
        text = std::move(*unpacked);
    }
    if (text.starts_with("\xef\xbb\xbf"))
        text.erase(0, 3);
    if (text.find('\0') != std::string::npos) {
        return geo::fail(path + ": holds binary data, not a table of places");
    }
    return text;
}

geo::Result<RowCounts> add_table(IndexBuilder& builder, std::string_view text,
                                 const std::string& file, std::vector<geo::Problem>& problems) {
    const char separator = separator_of(text.substr(0, text.find('\n')));
    const bool quotes = separator != '\t';
    LineReader lines(text, quotes);
    std::string_view line;
    if (!lines.next(line))
        return geo::fail(file + ": is empty");
    std::vector<std::string> fields;
    split_fields(line, separator, quotes, fields);
    const Layout layout = read_header(fields);
    for (const auto& [field, what] : {std::pair{Field::name, "name"}, std::pair{Field::lon, "lon"},
                                      std::pair{Field::lat, "lat"}}) {
        if (!layout[static_cast<std::size_t>(field)]) {
            return geo::fail(file + ":1: no column \"" + what + "\" in the header");
        }
    }
    RowCounts counts;
    while (lines.next(line)) {
        if (line.empty())
            continue;
        ++counts.read;
        split_fields(line, separator, quotes, fields);
        const std::string number = std::to_string(lines.number());
        const auto place = read_row(RowView{layout, fields}, file + ":" + number);
        if (place) {
            builder.add(*place);
            continue;
        }
        ++counts.skipped;
        problems.push_back({file + ":" + number, place.error() + "; row skipped"});
    }
    return counts;
}

RowCounts add_country_words(IndexBuilder& builder, std::string_view text, const std::string& file,
                            std::vector<geo::Problem>& problems) {
    RowCounts counts;
    LineReader lines(text, false);
    std::string_view line;
    std::vector<std::string> f;
    lines.next(line);
    while (lines.next(line)) {
        ++counts.read;
        split_fields(line, '\t', false, f);
        if (f.size() == 3) {
            builder.add_country_word(f[0], f[1], f[2] == "people");
            continue;
        }
        ++counts.skipped;
        problems.push_back({file + ":" + std::to_string(lines.number()),
                            "not word, country and kind; row skipped"});
    }
    return counts;
}

RowCounts add_neighbours(IndexBuilder& builder, std::string_view text, const std::string& file,
                         std::vector<geo::Problem>& problems) {
    RowCounts counts;
    LineReader lines(text, false);
    std::string_view line;
    std::vector<std::string> f;
    std::vector<std::string> codes;
    lines.next(line);
    while (lines.next(line)) {
        ++counts.read;
        split_fields(line, '\t', false, f);
        if (f.size() != 2) {
            ++counts.skipped;
            problems.push_back({file + ":" + std::to_string(lines.number()),
                                "not a country and its neighbours; row skipped"});
            continue;
        }
        codes.clear();
        split_names(f[1], codes);
        for (const auto& code : codes)
            builder.add_neighbours(f[0], code);
    }
    return counts;
}

}  // namespace gazetteer
