// GeoNames dumps: 19 columns separated by tabs, one feature a line; and their tables of codes.
#include <cmath>

#include "gazetteer/place_source.hpp"
#include "gazetteer/table_rows.hpp"

namespace gazetteer {
namespace {

constexpr std::size_t kColumns = 19;
enum Column : std::size_t {
    kId,
    kName,
    kAscii,
    kAlternates,
    kLat,
    kLon,
    kClass,
    kCode,
    kCountry,
    kOther,
    kAdmin1,
    kAdmin2,
    kAdmin3,
    kAdmin4,
    kPopulation
};

void split_alternates(std::string_view list, std::vector<std::string>& names) {
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (comma != 0)
            names.emplace_back(list.substr(0, comma));
        if (comma == std::string_view::npos)
            return;
        list.remove_prefix(comma + 1);
    }
}

using Fields = std::vector<std::string_view>;

void note_area(const Fields& f, GeonamesAreas& areas) {
    if (f[kClass] != "A")
        return;
    std::string codes = std::string(f[kCountry]) + "." + std::string(f[kAdmin1]);
    if (f[kCode] == "ADM1")
        areas.add_name(codes, f[kName]);
    codes += "." + std::string(f[kAdmin2]);
    if (f[kCode] == "ADM2")
        areas.add_name(codes, f[kName]);
    codes += "." + std::string(f[kAdmin3]);
    if (f[kCode] == "ADM3")
        areas.add_name(codes, f[kName]);
}

/// Why the row cannot be read; empty when it can.
std::string fault_of(const Fields& f, std::string_view line) {
    if (line.find('\0') != std::string_view::npos)
        return "holds NUL bytes";
    if (f.size() != kColumns)
        return "has " + std::to_string(f.size()) + " columns, a GeoNames dump has 19";
    const auto id = parse_number(f[kId]);
    if (!id || *id < 1 || *id != std::floor(*id))
        return "no id number in column 1";
    if (f[kName].empty())
        return "no name in column 2";
    const auto lon = parse_number(f[kLon]);
    const auto lat = parse_number(f[kLat]);
    if (!lon || !lat || !geo::is_on_earth({*lon, *lat}))
        return "no position on the earth in columns 5 and 6";
    return {};
}

void read_row(const Fields& f, SourcePlace& place) {
    place.source_id = "geonames:";
    place.source_id += f[kId];
    place.name = f[kName];
    place.names.clear();
    split_alternates(f[kAlternates], place.names);
    const auto meaning = meaning_of_feature(f[kClass].empty() ? ' ' : f[kClass][0], f[kCode]);
    place.kind = meaning.kind;
    place.rank = meaning.rank;
    place.country = f[kCountry];
    place.point = {*parse_number(f[kLon]), *parse_number(f[kLat])};
    place.decimals = std::max(decimals_of(f[kLon]), decimals_of(f[kLat]));
    place.population =
        static_cast<std::uint32_t>(std::clamp(parse_number(f[kPopulation]).value_or(0), 0.0, 4e9));
}

}  // namespace

std::uint32_t GeonamesAreas::path_of(IndexBuilder& builder, std::string_view country,
                                     std::string_view admin1, std::string_view admin2,
                                     std::string_view admin3) {
    m_key = country;
    for (const std::string_view code : {admin1, admin2, admin3}) {
        m_key += '.';
        m_key += code;
    }
    if (const auto found = m_paths.find(m_key); found != m_paths.end())
        return found->second;
    const std::uint32_t path = builder.new_path();
    m_paths.emplace(m_key, path);
    return path;
}

void GeonamesAreas::add_name(const std::string& codes, std::string_view name) {
    m_names.try_emplace(codes, name);
}

void GeonamesAreas::finish(IndexBuilder& builder) const {
    const auto name_of = [&](const std::string& codes) -> std::string_view {
        const auto found = m_names.find(codes);
        return found == m_names.end() ? std::string_view() : std::string_view(found->second);
    };
    for (const auto& [key, path] : m_paths) {
        const auto third = key.rfind('.');
        const auto second = key.rfind('.', third - 1);
        builder.name_path(path, name_of(key.substr(0, second)), name_of(key.substr(0, third)),
                          name_of(key));
    }
}

FeatureMeaning meaning_of_feature(char feature_class, std::string_view code) {
    if (code == "PPLC")
        return {PlaceKind::town, Rank::capital};
    if (code == "PPLA")
        return {PlaceKind::town, Rank::seat1};
    if (code == "PPLA2")
        return {PlaceKind::town, Rank::seat2};
    if (code == "PPLA3" || code == "PPLA4")
        return {PlaceKind::town, Rank::seat3};
    if (code == "ADM1" || code == "ADM1H")
        return {PlaceKind::admin1, Rank::none};
    if (code == "ADM2" || code == "ADM2H")
        return {PlaceKind::admin2, Rank::none};
    // A locality has people or had them: villages of the desert stand in this class.
    if (code == "LCTY")
        return {PlaceKind::town, Rank::none};
    if (code.starts_with("ADM"))
        return {PlaceKind::admin3, Rank::none};
    if (code.starts_with("PCL"))
        return {PlaceKind::country, Rank::none};
    if (code == "CMP" || code == "CMPRF" || code == "CMPMN")
        return {PlaceKind::camp, Rank::none};
    switch (feature_class) {
        case 'P':
            return {PlaceKind::town, Rank::none};
        case 'S':
            return {PlaceKind::site, Rank::none};
        case 'H':
            return {PlaceKind::water, Rank::none};
        case 'T':
            return {PlaceKind::terrain, Rank::none};
        case 'A':
        case 'L':
            return {PlaceKind::area, Rank::none};
        default:
            return {PlaceKind::other, Rank::none};
    }
}

RowCounts add_geonames(SourceLines& lines, const SourceContext& context, GeonamesAreas& areas) {
    RowCounts counts;
    std::string_view line;
    Fields f;
    SourcePlace place;
    while (lines.next(line)) {
        const auto where = [&] { return lines.name() + ":" + std::to_string(lines.number()); };
        if (lines.is_too_long()) {
            ++counts.read;
            ++counts.skipped;
            context.log.refuse(where(), "line longer than 1 MiB");
            continue;
        }
        if (line.empty())
            continue;
        ++counts.read;
        split_tabs(line, f);
        if (const std::string fault = fault_of(f, line); !fault.empty()) {
            ++counts.skipped;
            context.log.refuse(where(), fault);
            continue;
        }
        note_area(f, areas);
        read_row(f, place);
        place.path =
            areas.path_of(context.builder, f[kCountry], f[kAdmin1], f[kAdmin2], f[kAdmin3]);
        if (context.builder.add(place) == Added::again) {
            context.log.add(where(), "id of an earlier row",
                            place.source_id + " stands there twice; made one place");
        }
        context.show_progress(lines);
    }
    context.close(lines);
    return counts;
}

RowCounts add_admin_codes(SourceLines& lines, const SourceContext& context, GeonamesAreas& areas) {
    RowCounts counts;
    std::string_view line;
    Fields f;
    while (lines.next(line)) {
        if (line.empty())
            continue;
        ++counts.read;
        split_tabs(line, f);
        if (f.size() == 4) {
            areas.add_name(std::string(f[0]), f[1]);
            continue;
        }
        ++counts.skipped;
        context.log.refuse(lines.name() + ":" + std::to_string(lines.number()),
                           "not a code, two names and an id");
    }
    context.close(lines);
    return counts;
}

}  // namespace gazetteer
