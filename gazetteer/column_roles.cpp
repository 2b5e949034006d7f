// Header names of humanitarian, GADM, geoBoundaries and hand-made tables.
#include "gazetteer/column_roles.hpp"

#include "gazetteer/country_codes.hpp"

namespace gazetteer {
namespace {

struct ColumnName {
    std::string_view name;  ///< lower case
    Role role;
};

/// The first name found in the header wins, so the exact ones stand first.
constexpr std::array kColumnNames = {
    ColumnName{"id", Role::id},
    ColumnName{"source_id", Role::id},
    ColumnName{"other_ids", Role::other_ids},
    ColumnName{"pcode", Role::pcode},
    ColumnName{"p_code", Role::pcode},
    ColumnName{"featurepcode", Role::pcode},
    ColumnName{"featurepco", Role::pcode},
    ColumnName{"#loc+code", Role::pcode},
    ColumnName{"geonameid", Role::geonames_id},
    ColumnName{"geoname_id", Role::geonames_id},
    ColumnName{"geonames_id", Role::geonames_id},
    ColumnName{"shapeid", Role::shape_id},
    ColumnName{"shapeiso", Role::shape_iso},
    ColumnName{"iso_3166_2", Role::shape_iso},
    ColumnName{"name", Role::name},
    ColumnName{"featurenam", Role::name},
    ColumnName{"featurename", Role::name},
    ColumnName{"featurename_en", Role::name},
    ColumnName{"featurename_fr", Role::name},
    ColumnName{"shapename", Role::name},
    ColumnName{"place", Role::name},
    ColumnName{"placename", Role::name},
    ColumnName{"#loc+name", Role::name},
    ColumnName{"names", Role::names},
    ColumnName{"alternates", Role::names},
    ColumnName{"alternatenames", Role::names},
    ColumnName{"kind", Role::kind},
    ColumnName{"shapetype", Role::shape_type},
    ColumnName{"country", Role::country},
    ColumnName{"iso2", Role::country},
    ColumnName{"iso_a2", Role::country},
    ColumnName{"countrycode", Role::country},
    ColumnName{"country_code", Role::country},
    ColumnName{"shapegroup", Role::country},
    ColumnName{"iso3", Role::country},
    ColumnName{"#country+code", Role::country},
    ColumnName{"lon", Role::lon},
    ColumnName{"lng", Role::lon},
    ColumnName{"long", Role::lon},
    ColumnName{"longitude", Role::lon},
    ColumnName{"x", Role::lon},
    ColumnName{"#geo+lon", Role::lon},
    ColumnName{"lat", Role::lat},
    ColumnName{"latitude", Role::lat},
    ColumnName{"y", Role::lat},
    ColumnName{"#geo+lat", Role::lat},
    ColumnName{"population", Role::population},
    ColumnName{"#population", Role::population},
    ColumnName{"radius_km", Role::radius},
    ColumnName{"feature", Role::feature},
    ColumnName{"featurecode", Role::feature},
    ColumnName{"attested", Role::attested},
    ColumnName{"area_code", Role::area_code},
    ColumnName{"validon", Role::valid_on},
    ColumnName{"valid_on", Role::valid_on},
    ColumnName{"vintage", Role::valid_on},
    ColumnName{"date", Role::date},
};

/// Other spellings of the place itself.
constexpr std::array<std::string_view, 8> kOtherNames = {"featurealt", "featureref", "featurea_1",
                                                         "alt_name",   "asciiname",  "name_en",
                                                         "name_fr",    "altname"};

/// The rest of a header name behind its level: "adm1_fr" -> 1, "_fr"; "name_2" -> 2, "name".
struct Levelled {
    std::size_t level;
    std::string_view rest;
};

std::optional<Levelled> read_level(std::string_view header) {
    for (const std::string_view prefix : {"#adm", "admin", "adm"}) {
        if (!header.starts_with(prefix) || header.size() <= prefix.size())
            continue;
        const char digit = header[prefix.size()];
        if (digit >= '0' && digit < static_cast<char>('0' + kAdminLevels))
            return Levelled{static_cast<std::size_t>(digit - '0'),
                            header.substr(prefix.size() + 1)};
    }
    const auto score = header.rfind('_');
    if (score == std::string_view::npos || score + 2 != header.size())
        return std::nullopt;
    const char digit = header.back();
    if (digit < '0' || digit >= static_cast<char>('0' + kAdminLevels))
        return std::nullopt;
    return Levelled{static_cast<std::size_t>(digit - '0'), header.substr(0, score)};
}

bool is_language(std::string_view rest) {
    if (rest.starts_with('_'))
        rest.remove_prefix(1);
    return rest.size() == 2 && rest != "id" && rest[0] >= 'a' && rest[0] <= 'z' && rest[1] >= 'a' &&
           rest[1] <= 'z';
}

void read_admin_column(const Levelled& found, std::size_t column, ColumnRoles& roles) {
    const std::string_view rest = found.rest;
    auto& code = roles.admin_codes[found.level];
    if (rest.starts_with("pcod") || rest.starts_with("_pcod") || rest == "code" ||
        rest == "_code" || rest == "+code" || rest == "+code+v_pcode" || rest == "gid" ||
        rest == "cod") {
        if (!code)
            code = column;
        return;
    }
    if (rest.empty() || rest == "name" || rest == "_name" || rest == "+name" || is_language(rest) ||
        (rest.starts_with("name_") && is_language(rest.substr(4)))) {
        roles.admin_names[found.level].push_back(column);
        return;
    }
    if (rest.starts_with("ref") || rest.starts_with("_ref") || rest.starts_with("alt") ||
        rest.starts_with("_alt") || rest.starts_with("al_") || rest == "varname" ||
        rest == "nl_name")
        roles.admin_others[found.level].push_back(column);
}

struct Mapped {
    const std::string& wanted;
    Role role;
};

}  // namespace

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

void split_names(std::string_view list, std::vector<std::string>& names) {
    std::string name;
    const auto take = [&] {
        const auto first = name.find_first_not_of(' ');
        if (first != std::string::npos)
            names.push_back(name.substr(first, name.find_last_not_of(' ') + 1 - first));
        name.clear();
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string_view rest = list.substr(i + 1, 1);
        if (list[i] == '\\' && !rest.empty() &&
            std::string_view{"|;\\"}.find(rest.front()) != std::string_view::npos)
            name += list[++i];
        else if (list[i] == '|' || list[i] == ';')
            take();
        else
            name += list[i];
    }
    take();
}

bool is_hxl_row(const std::vector<std::string>& fields) {
    std::size_t tags = 0;
    std::size_t others = 0;
    for (const auto& field : fields) {
        tags += field.starts_with('#') ? 1 : 0;
        others += !field.empty() && !field.starts_with('#') ? 1 : 0;
    }
    return tags > 0 && others == 0;
}

geo::Result<ColumnRoles> read_column_roles(const std::vector<std::string>& header,
                                           const TableColumns& wanted, const std::string& file) {
    std::vector<std::string> names;
    for (const auto& name : header) {
        std::string lowered = lower_ascii(name);
        lowered.erase(0, lowered.find_first_not_of(' '));
        while (lowered.ends_with(' '))
            lowered.pop_back();
        names.push_back(std::move(lowered));
    }
    ColumnRoles roles;
    const auto find = [&](std::string_view name) -> std::optional<std::size_t> {
        const auto at = std::find(names.begin(), names.end(), name);
        if (at == names.end())
            return std::nullopt;
        return static_cast<std::size_t>(at - names.begin());
    };
    for (const ColumnName& known : kColumnNames) {
        auto& slot = roles.columns[static_cast<std::size_t>(known.role)];
        if (!slot)
            slot = find(known.name);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::find(kOtherNames.begin(), kOtherNames.end(), names[i]) != kOtherNames.end())
            roles.other_names.push_back(i);
        if (names[i].starts_with("hasc_"))
            roles.columns[static_cast<std::size_t>(Role::hasc)] = i;
        if (const auto found = read_level(names[i]))
            read_admin_column(*found, i, roles);
    }
    const auto missing = [&](const std::string& name) {
        return geo::fail(file + ": no column \"" + name + "\" in the header");
    };
    const Mapped mapped[] = {
        {wanted.name, Role::name}, {wanted.names, Role::names},          {wanted.lon, Role::lon},
        {wanted.lat, Role::lat},   {wanted.country, Role::country},      {wanted.id, Role::id},
        {wanted.kind, Role::kind}, {wanted.population, Role::population}};
    for (const Mapped& each : mapped) {
        if (each.wanted.empty())
            continue;
        const auto column = find(lower_ascii(each.wanted));
        if (!column)
            return missing(each.wanted);
        roles.columns[static_cast<std::size_t>(each.role)] = column;
    }
    const std::string* const admins[] = {&wanted.admin1, &wanted.admin2, &wanted.admin3};
    for (std::size_t level = 1; level <= 3; ++level) {
        if (admins[level - 1]->empty())
            continue;
        const auto column = find(lower_ascii(*admins[level - 1]));
        if (!column)
            return missing(*admins[level - 1]);
        roles.admin_names[level] = {*column};
    }
    return roles;
}

std::string_view RowView::at(std::optional<std::size_t> column) const {
    if (!column || *column >= m_fields.size())
        return {};
    std::string_view value = m_fields[*column];
    // The apostrophe that keeps a spreadsheet from running the cell is no part of it.
    const bool guarded = value.size() > 1 && value[0] == '\'' &&
                         std::string_view{"=+-@"}.find(value[1]) != std::string_view::npos;
    if (guarded)
        value.remove_prefix(1);
    return value == "NA" || value == "NULL" || value == "null" ? std::string_view() : value;
}

std::string_view RowView::admin_name(std::size_t level) const {
    for (const std::size_t column : m_roles.admin_names[level]) {
        if (const auto name = at(column); !name.empty())
            return name;
    }
    return {};
}

void RowView::add_names(const std::vector<std::size_t>& columns,
                        std::vector<std::string>& names) const {
    for (const std::size_t column : columns)
        split_names(at(column), names);
}

std::vector<std::string> RowView::admin_names(std::size_t level) const {
    std::vector<std::string> names;
    add_names(m_roles.admin_names[level], names);
    add_names(m_roles.admin_others[level], names);
    return names;
}

std::vector<std::string> RowView::other_names() const {
    std::vector<std::string> names;
    split_names((*this)[Role::names], names);
    add_names(m_roles.other_names, names);
    return names;
}

std::optional<std::size_t> RowView::deepest_level() const {
    for (std::size_t level = kAdminLevels; level-- > 0;) {
        if (!admin_name(level).empty() || !admin_code(level).empty())
            return level;
    }
    return std::nullopt;
}

std::string_view RowView::country_code() const {
    const auto column = m_roles[Role::country];
    return column && *column < m_fields.size() ? std::string_view(m_fields[*column])
                                               : std::string_view();
}

std::string country_of(const RowView& row, const std::string& otherwise) {
    for (const std::string_view code : {row.country_code(), row.admin_code(0)}) {
        if (const auto iso = country_from_iso(code))
            return *iso;
    }
    return otherwise;
}

}  // namespace gazetteer
