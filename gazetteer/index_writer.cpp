// Writes the sections of an index: columns, keys, grid, words, shapes.
#include <cmath>
#include <cstring>
#include <numeric>

#include "gazetteer/index_rows.hpp"
#include "gazetteer/index_sections.hpp"

namespace gazetteer {
namespace {

template <typename T, typename Get>
std::string column(const std::vector<IndexRow>& rows, const Get& get) {
    std::vector<T> values;
    values.reserve(rows.size());
    for (const IndexRow& row : rows)
        values.push_back(static_cast<T>(get(row)));
    return bytes_of(values);
}

FixedPoint to_fixed(geo::LonLat p) {
    return {static_cast<std::int32_t>(std::lround(p.lon_deg * 1e7)),
            static_cast<std::int32_t>(std::lround(p.lat_deg * 1e7))};
}

/// Rings and points of all shapes and borders.
struct ShapeColumns {
    std::vector<ShapeRecord> shapes;
    std::vector<RingRecord> rings;
    std::vector<FixedPoint> points;
    std::vector<BorderRecord> borders;

    void add_ring(const std::vector<geo::LonLat>& ring, bool is_hole) {
        rings.push_back({static_cast<std::uint32_t>(points.size()),
                         static_cast<std::uint32_t>(ring.size()), is_hole ? 1U : 0U});
        for (const geo::LonLat p : ring)
            points.push_back(to_fixed(p));
    }

    void add_shape(std::uint32_t place, const geo::MultiPolygon& polygons) {
        ShapeRecord shape{};
        shape.place = place;
        shape.first_ring = static_cast<std::uint32_t>(rings.size());
        const auto first_point = points.size();
        for (const geo::Polygon& polygon : polygons) {
            add_ring(polygon.outer, false);
            for (const geo::Ring& hole : polygon.holes)
                add_ring(hole, true);
        }
        shape.ring_count = static_cast<std::uint32_t>(rings.size()) - shape.first_ring;
        shape.south_west = shape.north_east = points[first_point];
        for (std::size_t i = first_point; i < points.size(); ++i) {
            shape.south_west.lon = std::min(shape.south_west.lon, points[i].lon);
            shape.south_west.lat = std::min(shape.south_west.lat, points[i].lat);
            shape.north_east.lon = std::max(shape.north_east.lon, points[i].lon);
            shape.north_east.lat = std::max(shape.north_east.lat, points[i].lat);
        }
        shapes.push_back(shape);
    }
};

}  // namespace

void IndexBuilder::Impl::write_columns(std::vector<std::string>& sections) const {
    at(sections, Section::lon) =
        column<std::int32_t>(rows, [](const IndexRow& r) { return r.lon; });
    at(sections, Section::lat) =
        column<std::int32_t>(rows, [](const IndexRow& r) { return r.lat; });
    at(sections, Section::population) =
        column<std::uint32_t>(rows, [](const IndexRow& r) { return r.population; });
    at(sections, Section::kind) =
        column<std::uint8_t>(rows, [](const IndexRow& r) { return r.kind; });
    at(sections, Section::rank) =
        column<std::uint8_t>(rows, [](const IndexRow& r) { return r.rank; });
    at(sections, Section::country) =
        column<std::uint16_t>(rows, [](const IndexRow& r) { return r.country; });
    at(sections, Section::admin_path) =
        column<std::uint32_t>(rows, [](const IndexRow& r) { return r.admin_path; });
    at(sections, Section::radius) =
        column<std::uint16_t>(rows, [](const IndexRow& r) { return r.radius_km; });
    at(sections, Section::id_scheme) =
        column<std::uint8_t>(rows, [](const IndexRow& r) { return r.id_scheme; });
    at(sections, Section::id_value) =
        column<std::uint32_t>(rows, [](const IndexRow& r) { return r.id_value; });
}

void IndexBuilder::Impl::write_grid(std::vector<std::string>& sections) const {
    std::vector<std::uint32_t> first(kGridColumns * kGridRows + 1, 0);
    const auto cell = [&](const IndexRow& row) {
        return grid_cell(row.lon * 1e-7, row.lat * 1e-7);
    };
    for (const IndexRow& row : rows)
        ++first[cell(row) + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    std::vector<std::uint32_t> places(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        places[next[cell(rows[i])]++] = i;
    at(sections, Section::grid_first) = bytes_of(first);
    at(sections, Section::grid_places) = bytes_of(places);
}

void IndexBuilder::Impl::write_country_words(std::vector<std::string>& sections) {
    std::vector<CountryWordRecord> words;
    for (const auto& [key, word] : country_words) {
        words.push_back({pool.add(key), word.country, static_cast<std::uint16_t>(word.people)});
    }
    std::vector<NeighbourRecord> pairs;
    for (const auto& [a, b] : neighbours)
        pairs.push_back({a, b});
    at(sections, Section::country_words) = bytes_of(words);
    at(sections, Section::neighbours) = bytes_of(pairs);
}

void IndexBuilder::Impl::write_shapes(std::vector<std::string>& sections) const {
    ShapeColumns columns;
    for (const auto& [row, polygons] : shapes)
        columns.add_shape(row, polygons);
    std::vector<Border> sorted = borders;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Border& x, const Border& y) {
        return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    for (const Border& border : sorted) {
        columns.borders.push_back(
            {border.a, border.b, static_cast<std::uint32_t>(columns.rings.size())});
        columns.add_ring(border.line, false);
    }
    at(sections, Section::shapes) = bytes_of(columns.shapes);
    at(sections, Section::shape_rings) = bytes_of(columns.rings);
    at(sections, Section::shape_points) = bytes_of(columns.points);
    at(sections, Section::borders) = bytes_of(columns.borders);
}

geo::Result<std::string> IndexBuilder::build() const {
    Impl& d = *m_impl;
    if (d.rows.size() > kMaxPlaces)
        return geo::fail("too many places for one index");
    if (d.pool.is_full())
        return geo::fail("too much text for one index: split the source by country");
    std::vector<std::string> sections(kSectionCount);
    d.write_columns(sections);
    d.write_names_and_ids(sections);
    d.write_notes(sections);
    d.write_keys(sections);
    d.write_grid(sections);
    d.write_country_words(sections);
    d.write_shapes(sections);
    at(sections, Section::strings) = d.pool.text();
    if (d.pool.text().size() > 0xFFFFFFFFULL) {
        return geo::fail("too much text for one index: split the source by country");
    }
    IndexHeader header{};
    std::memcpy(header.magic, kIndexMagic, sizeof(kIndexMagic));
    header.version = kIndexVersion;
    header.byte_order = kIndexByteOrder;
    header.place_count = static_cast<std::uint32_t>(d.rows.size());
    header.section_count = kSectionCount;
    std::uint64_t offset = sizeof(IndexHeader);
    for (std::uint32_t i = 0; i < kSectionCount; ++i) {
        header.sections[i] = {offset, sections[i].size(), checksum64(sections[i])};
        offset += (sections[i].size() + 7) / 8 * 8;
    }
    header.file_bytes = offset;
    std::string file(sizeof(IndexHeader), '\0');
    std::memcpy(file.data(), &header, sizeof(header));
    header.header_checksum = checksum64(file);
    std::memcpy(file.data(), &header, sizeof(header));
    file.reserve(offset);
    for (const std::string& section : sections) {
        file += section;
        file.resize((file.size() + 7) / 8 * 8, '\0');
    }
    return file;
}

}  // namespace gazetteer
