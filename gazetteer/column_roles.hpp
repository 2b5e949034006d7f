// What the columns of a table or the fields of a layer hold, told by their names.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/index_builder.hpp"

namespace gazetteer {

enum class Role : std::size_t {
    id,
    other_ids,  ///< between |
    pcode,
    geonames_id,
    shape_id,   ///< geoBoundaries' own id
    shape_iso,  ///< ISO 3166-2
    hasc,
    name,
    names,
    kind,
    shape_type,  ///< "ADM1"
    country,
    lon,
    lat,
    population,
    radius,
    feature,   ///< GeoNames code
    attested,  ///< number of sources
    area_code,
    valid_on,
    date,
    count
};

inline constexpr std::size_t kAdminLevels = 5;  ///< 0 is the country

struct ColumnRoles {
    std::array<std::optional<std::size_t>, static_cast<std::size_t>(Role::count)> columns{};
    /// Names of the area of each level, in several languages; and other spellings of it.
    std::array<std::vector<std::size_t>, kAdminLevels> admin_names;
    std::array<std::vector<std::size_t>, kAdminLevels> admin_others;
    std::array<std::optional<std::size_t>, kAdminLevels> admin_codes{};
    std::vector<std::size_t> other_names;

    std::optional<std::size_t> operator[](Role role) const {
        return columns[static_cast<std::size_t>(role)];
    }
};

/// Fails naming the file when a column that `wanted` names is not in the header.
geo::Result<ColumnRoles> read_column_roles(const std::vector<std::string>& header,
                                           const TableColumns& wanted, const std::string& file);

/// A row of HXL tags ("#adm1+code"), which stands below the header of humanitarian tables.
bool is_hxl_row(const std::vector<std::string>& fields);

/// One row seen through its roles. Empty for what is not there; "NA" and "NULL" are empty too.
class RowView {
  public:
    RowView(const ColumnRoles& roles, const std::vector<std::string>& fields)
        : m_roles(roles), m_fields(fields) {}
    std::string_view operator[](Role role) const { return at(m_roles[role]); }
    /// As written: "NA" is Namibia here.
    std::string_view country_code() const;
    std::string_view admin_code(std::size_t level) const { return at(m_roles.admin_codes[level]); }
    /// The first one that is not empty.
    std::string_view admin_name(std::size_t level) const;
    /// Everything that the area of this level is called.
    std::vector<std::string> admin_names(std::size_t level) const;
    std::vector<std::string> other_names() const;
    /// The deepest level with a name or code; empty when none has one.
    std::optional<std::size_t> deepest_level() const;

  private:
    std::string_view at(std::optional<std::size_t> column) const;
    void add_names(const std::vector<std::size_t>& columns, std::vector<std::string>& names) const;

    const ColumnRoles& m_roles;
    const std::vector<std::string>& m_fields;
};

/// ISO 3166-1 alpha-2 of a row: from its country column or the code of its level 0.
std::string country_of(const RowView& row, const std::string& otherwise);

/// Names between | or ; where a "\" before one of them, or before a "\", makes it a letter.
void split_names(std::string_view list, std::vector<std::string>& names);

/// "featureNam" -> "featurenam"
std::string lower_ascii(std::string_view text);

}  // namespace gazetteer
