// Differences in variable-length numbers back to positions, areas and triangles.
#include "geo/base_map_decoder.hpp"

#include <fmt/format.h>

#include <cstring>
#include <limits>

#include "geo/polygon_ops.hpp"

namespace geo {
namespace {

constexpr std::string_view kMagic = "TOPOMAP1";
constexpr std::size_t kHeadBytes = 24;  // magic, checksum, units, number of sections
constexpr std::size_t kSectionBytes = 12;
constexpr std::uint32_t kArcSection = 255;

template <typename Number>
Number number_at(std::span<const std::uint8_t> bytes, std::size_t offset) {
    Number value;  // little-endian, in the file and on every machine this runs on
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
    std::uint64_t total = 0x9E3779B97F4A7C15ULL;
    for (std::size_t i = 0; i < bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, std::min<std::size_t>(8, bytes.size() - i));
        total = (total ^ word) * 0x100000001B3ULL;
    }
    return total;
}

/// Never reads past its end: there every number is 0 and is_good() turns false.
class Reader {
  public:
    explicit Reader(std::span<const std::uint8_t> bytes)
        : m_next(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    bool is_good() const { return m_is_good; }
    void give_up() {
        m_is_good = false;
        m_next = m_end;
    }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; m_next != m_end && shift < 63; shift += 7) {
            const std::uint8_t byte = *m_next++;
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        give_up();
        return 0;
    }
    std::int64_t signed_number() {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    /// How many things follow; each takes at least one byte, so a wild number is found out here.
    std::uint32_t count() {
        const std::uint64_t value = number();
        if (value > static_cast<std::uint64_t>(m_end - m_next)) {
            give_up();
            return 0;
        }
        return static_cast<std::uint32_t>(value);
    }
    std::string text() {
        const std::uint32_t size = count();
        std::string value(reinterpret_cast<const char*>(m_next), size);
        m_next += size;
        return value;
    }

  private:
    const std::uint8_t* m_next;
    const std::uint8_t* m_end;
    bool m_is_good = true;
};

/// Where the next position is counted from.
struct Cursor {
    std::int64_t x = 0;
    std::int64_t y = 0;
};

std::uint32_t read_positions(Reader& in, double units, Cursor& at, std::vector<LonLat>& out) {
    const std::uint32_t count = in.count();
    for (std::uint32_t i = 0; i < count; ++i) {
        at.x += in.signed_number();
        at.y += in.signed_number();
        out.push_back({static_cast<double>(at.x) / units, static_cast<double>(at.y) / units});
    }
    return count;
}

BaseInfo read_info(Reader& in, double units) {
    BaseInfo info;
    info.id = in.text();
    info.country = in.text();
    info.name_en = in.text();
    info.name_fr = in.text();
    info.name_local = in.text();
    info.name_ar = in.text();
    info.label.lon_deg = static_cast<double>(in.signed_number()) / units;
    info.label.lat_deg = static_cast<double>(in.signed_number()) / units;
    info.area_km2 = static_cast<double>(in.number()) / 100;
    const std::uint32_t neighbours = in.count();
    for (std::uint32_t i = 0; i < neighbours; ++i)
        info.neighbours.push_back(in.text());
    return info;
}

class LayerReader {
  public:
    /// Areas leave out the position where a ring closes, lines keep it.
    LayerReader(std::span<const std::uint8_t> bytes, double units, const ArcTable& arcs,
                bool are_areas)
        : m_in(bytes), m_units(units), m_arcs(arcs), m_are_areas(are_areas) {}

    BaseLayerData read() {
        const std::uint32_t infos = m_in.count();
        for (std::uint32_t i = 0; i < infos; ++i)
            m_data.infos.push_back(read_info(m_in, m_units));
        const std::uint32_t features = m_in.count();
        m_data.features.reserve(features);
        for (std::uint32_t i = 0; i < features; ++i) {
            BaseFeature feature = read_feature();
            if (!m_in.is_good())
                break;
            m_data.features.push_back(feature);
        }
        return std::move(m_data);
    }

  private:
    BaseFeature read_feature() {
        BaseFeature feature;
        feature.rank = static_cast<std::uint8_t>(m_in.number());
        feature.info = static_cast<std::int32_t>(m_in.number()) - 1;
        feature.first_part = static_cast<std::uint32_t>(m_data.parts.size());
        feature.part_count = m_in.count();
        const std::size_t first_position = m_data.positions.size();
        Cursor cursor;
        for (std::uint32_t i = 0; i < feature.part_count; ++i)
            read_part(cursor);
        read_triangles(feature, first_position);
        const std::size_t count = m_data.positions.size() - first_position;
        const bool has_info = feature.info < static_cast<std::int32_t>(m_data.infos.size());
        if (count == 0 || feature.info < -1 || !has_info) {
            m_in.give_up();
        } else {
            feature.box = bounding_box(std::span(m_data.positions).subspan(first_position));
        }
        return feature;
    }

    void read_part(Cursor& cursor) {
        const std::uint64_t flags = m_in.number();
        BasePart part{static_cast<std::uint32_t>(m_data.positions.size()), 0, (flags & 1) != 0};
        if ((flags & 2) != 0) {
            read_arc_references(part.first);
        } else {
            read_positions(m_in, m_units, cursor, m_data.positions);
        }
        part.count = static_cast<std::uint32_t>(m_data.positions.size()) - part.first;
        m_data.parts.push_back(part);
    }

    /// Arcs follow each other end to end; the position where two meet is kept once, and so is the
    /// one where a ring closes.
    void read_arc_references(std::size_t first) {
        const std::uint32_t count = m_in.count();
        std::int64_t reference = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            reference += m_in.signed_number();
            const std::int64_t index = reference >= 0 ? reference : ~reference;
            if (static_cast<std::uint64_t>(index) >= m_arcs.size())
                return m_in.give_up();
            const std::span<const LonLat> arc = m_arcs.arc(static_cast<std::size_t>(index));
            const auto skipped = m_data.positions.size() > first ? 1 : 0;
            if (reference >= 0) {
                m_data.positions.insert(m_data.positions.end(), arc.begin() + skipped, arc.end());
            } else {
                m_data.positions.insert(m_data.positions.end(), arc.rbegin() + skipped, arc.rend());
            }
        }
        const bool is_closed = m_data.positions.size() > first + 2 && count > 0 &&
                               m_data.positions[first] == m_data.positions.back();
        if (is_closed && m_are_areas)
            m_data.positions.pop_back();
    }

    void read_triangles(BaseFeature& feature, std::size_t first_position) {
        feature.first_triangle = static_cast<std::uint32_t>(m_data.triangles.size() / 3);
        feature.triangle_count = m_in.count();
        const auto positions = static_cast<std::int64_t>(m_data.positions.size() - first_position);
        std::int64_t index = 0;
        for (std::uint64_t i = 0; i < std::uint64_t{3} * feature.triangle_count; ++i) {
            index += m_in.signed_number();
            if (index < 0 || index >= positions)
                return m_in.give_up();
            m_data.triangles.push_back(static_cast<std::uint32_t>(first_position) +
                                       static_cast<std::uint32_t>(index));
        }
    }

    Reader m_in;
    double m_units;
    const ArcTable& m_arcs;
    bool m_are_areas;
    BaseLayerData m_data;
};

}  // namespace

Result<BaseMapFile> BaseMapFile::open(const std::string& path) {
    auto mapped = MappedFile::open(path);
    if (!mapped)
        return tl::unexpected(mapped.error());
    BaseMapFile file(std::move(*mapped));
    const std::span<const std::uint8_t> bytes = file.m_file.bytes();
    if (bytes.size() < kHeadBytes || std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
        return fail(fmt::format("{}: is not a base map of this version", path));
    }
    if (number_at<std::uint64_t>(bytes, 8) != checksum(bytes.subspan(16))) {
        return fail(fmt::format("{}: is damaged; install the base map again", path));
    }
    file.m_units_per_degree = number_at<std::uint32_t>(bytes, 16);
    const auto sections = number_at<std::uint32_t>(bytes, 20);
    if (sections > (bytes.size() - kHeadBytes) / kSectionBytes) {
        return fail(fmt::format("{}: is cut short; install the base map again", path));
    }
    for (std::uint32_t i = 0; i < sections; ++i) {
        const std::size_t at = kHeadBytes + kSectionBytes * i;
        const Section section{number_at<std::uint32_t>(bytes, at),
                              number_at<std::uint32_t>(bytes, at + 4),
                              number_at<std::uint32_t>(bytes, at + 8)};
        if (section.offset > bytes.size() || section.size > bytes.size() - section.offset) {
            return fail(fmt::format("{}: is cut short; install the base map again", path));
        }
        file.m_sections.push_back(section);
    }
    return file;
}

std::span<const std::uint8_t> BaseMapFile::section(std::uint32_t number) const {
    for (const Section& section : m_sections) {
        if (section.number == number)
            return m_file.bytes().subspan(section.offset, section.size);
    }
    return {};
}

ArcTable BaseMapFile::decode_arcs() const {
    ArcTable arcs;
    const auto bytes = section(kArcSection);
    if (bytes.empty())
        return arcs;
    Reader in(bytes);
    arcs.positions.reserve(bytes.size() / 3);
    const std::uint32_t count = in.count();
    arcs.starts.reserve(count + std::size_t{1});
    for (std::uint32_t i = 0; i < count && in.is_good(); ++i) {
        arcs.starts.push_back(static_cast<std::uint32_t>(arcs.positions.size()));
        Cursor cursor;
        read_positions(in, m_units_per_degree, cursor, arcs.positions);
    }
    arcs.starts.push_back(static_cast<std::uint32_t>(arcs.positions.size()));
    return arcs;
}

BaseLayerData BaseMapFile::decode_layer(std::uint32_t number, const ArcTable& arcs) const {
    const auto bytes = section(number);
    if (bytes.empty())
        return {};
    const auto layer = static_cast<BaseLayer>(number);
    const bool are_areas = layer == BaseLayer::country || layer == BaseLayer::admin1;
    return LayerReader(bytes, m_units_per_degree, arcs, are_areas).read();
}

}  // namespace geo
