// GeoNames dumps: 19 columns separated by tabs, one feature a line.
#include <unordered_map>

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

/// Names of areas by "ML.04" and "ML.04.7701484", read from the A rows of the dump itself.
using AreaNames = std::unordered_map<std::string, std::string>;

AreaNames read_area_names(std::string_view text) {
    AreaNames names;
    LineReader lines(text, false);
    std::string_view line;
    std::vector<std::string> f;
    while (lines.next(line)) {
        if (line.find("\tA\tADM") == std::string_view::npos)
            continue;
        split_fields(line, '\t', false, f);
        if (f.size() != kColumns)
            continue;
        const std::string code1 = f[kCountry] + "." + f[kAdmin1];
        if (f[kCode] == "ADM1")
            names.try_emplace(code1, f[kName]);
        if (f[kCode] == "ADM2")
            names.try_emplace(code1 + "." + f[kAdmin2], f[kName]);
    }
    return names;
}

std::string name_or_empty(const AreaNames& names, const std::string& code) {
    const auto found = names.find(code);
    return found == names.end() ? std::string() : found->second;
}

}  // namespace

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

bool is_geonames(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (std::count(line.begin(), line.end(), '\t') != kColumns - 1)
        return false;
    return parse_number(line.substr(0, line.find('\t'))).has_value();
}

RowCounts add_geonames(IndexBuilder& builder, std::string_view text, const std::string& file,
                       std::vector<geo::Problem>& problems) {
    const AreaNames areas = read_area_names(text);
    RowCounts counts;
    LineReader lines(text, false);
    std::string_view line;
    std::vector<std::string> f;
    while (lines.next(line)) {
        if (line.empty())
            continue;
        ++counts.read;
        const auto skip = [&](const std::string& why) {
            ++counts.skipped;
            problems.push_back(
                {file + ":" + std::to_string(lines.number()), why + "; row skipped"});
        };
        split_fields(line, '\t', false, f);
        if (f.size() != kColumns) {
            skip("has " + std::to_string(f.size()) + " columns, a GeoNames dump has 19");
            continue;
        }
        const auto lon = parse_number(f[kLon]);
        const auto lat = parse_number(f[kLat]);
        if (!lon || !lat || !geo::is_on_earth({*lon, *lat})) {
            skip("no position on the earth in columns 5 and 6");
            continue;
        }
        SourcePlace place;
        place.source_id = "geonames:" + f[kId];
        place.name = f[kName];
        split_alternates(f[kAlternates], place.names);
        const auto meaning = meaning_of_feature(f[kClass].empty() ? ' ' : f[kClass][0], f[kCode]);
        place.kind = meaning.kind;
        place.rank = meaning.rank;
        place.country = f[kCountry];
        const std::string code1 = f[kCountry] + "." + f[kAdmin1];
        place.admin1 = name_or_empty(areas, code1);
        place.admin2 = name_or_empty(areas, code1 + "." + f[kAdmin2]);
        place.point = {*lon, *lat};
        place.population = static_cast<std::uint32_t>(
            std::clamp(parse_number(f[kPopulation]).value_or(0), 0.0, 4e9));
        builder.add(place);
    }
    return counts;
}

}  // namespace gazetteer
