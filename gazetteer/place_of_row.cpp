// Reads names, ids, kinds and areas out of a row by the roles of its columns.
#include "gazetteer/place_of_row.hpp"

#include <algorithm>
#include <array>

#include "gazetteer/place_source.hpp"
#include "gazetteer/table_rows.hpp"

namespace gazetteer {
namespace {

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

/// Ids by which others know the place come first; one without a scheme belongs to its file.
void read_ids(const RowView& row, const std::string& own_scheme, const std::string& number,
              SourcePlace& place) {
    std::vector<std::string> ids;
    if (const auto id = row[Role::id]; !id.empty()) {
        const bool has_scheme = id.find(':') != std::string_view::npos;
        ids.push_back(has_scheme ? std::string(id) : own_scheme + ":" + std::string(id));
    }
    for (const auto& [role, scheme] :
         {std::pair{Role::pcode, "pcode:"}, std::pair{Role::geonames_id, "geonames:"},
          std::pair{Role::shape_id, "geoboundaries:"}}) {
        if (!row[role].empty())
            ids.push_back(scheme + std::string(row[role]));
    }
    if (ids.empty())
        ids.push_back(own_scheme + ":" + number);
    split_names(row[Role::other_ids], ids);
    place.source_id = ids.front();
    place.other_ids.assign(ids.begin() + 1, ids.end());
}

void read_areas(const RowView& row, std::size_t above, SourcePlace& place) {
    std::string* const names[3] = {&place.admin1, &place.admin2, &place.admin3};
    for (std::size_t level = 1; level <= 3 && level < above; ++level) {
        *names[level - 1] = row.admin_name(level);
        place.admin_codes[level - 1] = row.admin_code(level);
    }
}

std::string dashed(std::string_view day) {
    std::string text(day.substr(0, 10));
    std::replace(text.begin(), text.end(), '/', '-');
    return text;
}

std::string vintage_of(const RowView& row, const BuildOptions& options) {
    for (const Role role : {Role::valid_on, Role::date}) {
        if (!row[role].empty())
            return dashed(row[role]);
    }
    return options.vintage;
}

/// "ADM2" -> 2
std::optional<std::size_t> level_of_type(std::string_view type) {
    const bool named = type.size() == 4 && (type.starts_with("ADM") || type.starts_with("adm"));
    if (!named || type[3] < '0' || type[3] > '4')
        return std::nullopt;
    return static_cast<std::size_t>(type[3] - '0');
}

void add_names(std::vector<std::string> names, SourcePlace& place) {
    for (auto& name : names) {
        if (name != place.name && name != "NA")
            place.names.push_back(std::move(name));
    }
}

std::optional<geo::LonLat> position_of(const RowView& row) {
    const auto lon = parse_number(row[Role::lon]);
    const auto lat = parse_number(row[Role::lat]);
    if (!lon || !lat)
        return std::nullopt;
    return geo::LonLat{*lon, *lat};
}

}  // namespace

std::optional<std::size_t> level_of_row(const RowView& row) {
    if (const auto level = level_of_type(row[Role::shape_type]))
        return level;
    const auto level = row.deepest_level();
    // A name of its own beside that of the area around it: a camp or a park in a district.
    if (level && !row[Role::name].empty() && !row.admin_name(*level).empty() &&
        row[Role::name] != row.admin_name(*level))
        return std::nullopt;
    return level;
}

tl::expected<SourcePlace, std::string> place_of_row(const RowView& row, const BuildOptions& options,
                                                    const std::string& own_scheme,
                                                    const std::string& number,
                                                    std::optional<geo::LonLat> at) {
    SourcePlace place;
    place.name = row[Role::name];
    if (place.name.empty())
        return tl::unexpected(std::string("no name"));
    if (!at)
        at = position_of(row);
    if (!at || !geo::is_on_earth(*at))
        return tl::unexpected(std::string("no position on the earth"));
    place.point = *at;
    place.decimals = std::max(decimals_of(row[Role::lon]), decimals_of(row[Role::lat]));
    read_ids(row, own_scheme, number, place);
    add_names(row.other_names(), place);
    if (const auto feature = row[Role::feature]; !feature.empty()) {
        const auto meaning = meaning_of_feature('P', feature);
        place.kind = meaning.kind;
        place.rank = meaning.rank;
    }
    if (const auto word = row[Role::kind]; !word.empty()) {
        const auto kind = kind_named(word);
        if (!kind)
            return tl::unexpected("unknown kind \"" + std::string(word) + "\"");
        place.kind = *kind;
    }
    if (parse_number(row[Role::attested]).value_or(0) > 1)
        place.rank = std::max(place.rank, Rank::attested);
    place.country = country_of(row, options.country);
    place.area_code = row[Role::area_code];
    if (!place.area_code.empty())
        place.vintage = vintage_of(row, options);
    read_areas(row, kAdminLevels, place);
    place.radius_km = parse_number(row[Role::radius]).value_or(0);
    place.population = static_cast<std::uint32_t>(
        std::clamp(parse_number(row[Role::population]).value_or(0), 0.0, 4e9));
    return place;
}

tl::expected<SourcePlace, std::string> area_of_row(const RowView& row, const BuildOptions& options,
                                                   std::optional<std::size_t> level,
                                                   const std::string& own_scheme,
                                                   const std::string& number) {
    SourcePlace place;
    place.country = country_of(row, options.country);
    place.kind = PlaceKind::area;
    if (level && *level >= 1) {
        place.kind = *level == 1   ? PlaceKind::admin1
                     : *level == 2 ? PlaceKind::admin2
                                   : PlaceKind::admin3;
        place.name = row.admin_name(*level);
        place.area_code = row.admin_code(*level);
        add_names(row.admin_names(*level), place);
    }
    if (place.name.empty())
        place.name = row[Role::name];
    if (place.name.empty())
        return tl::unexpected(std::string("no name"));
    read_ids(row, own_scheme, number, place);
    add_names(row.other_names(), place);
    if (place.area_code.empty())
        place.area_code = row[Role::pcode];
    for (const Role role : {Role::shape_iso, Role::hasc}) {
        if (place.area_code.empty())
            place.area_code = row[role];
    }
    if (level && !row.admin_code(*level).empty()) {
        place.other_ids.insert(place.other_ids.begin(), place.source_id);
        place.source_id = "pcode:" + std::string(row.admin_code(*level));
        // An id made of file and line names nothing that a P-code does not name better.
        std::erase(place.other_ids, own_scheme + ":" + number);
    }
    read_areas(row, level.value_or(kAdminLevels), place);
    place.vintage = vintage_of(row, options);
    return place;
}

}  // namespace gazetteer
