// A CSV table whose columns are given, filled by name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/event.hpp"
#include "events/report.hpp"
#include "geo/vector_writer.hpp"

namespace events {

class ProfileTable {
  public:
    explicit ProfileTable(std::span<const std::string_view> columns);
    void begin_row();
    /// Precondition: the column is there. Empty text stays an empty cell.
    void set(std::string_view column, std::string_view text);
    void set(std::string_view column, std::int64_t number);
    /// At most 7 decimals.
    void set_degrees(std::string_view column, double degrees);
    /// Header and rows, ended by CRLF.
    std::string csv() const;

  private:
    geo::FieldValue& cell(std::string_view column);
    std::span<const std::string_view> m_columns;
    std::vector<std::vector<geo::FieldValue>> m_rows;
};

/// The names of the actors with one role, joined: ACLED and UCDP have one column for each side.
std::vector<std::string> actors_of(const Event& event, ActorRole role);
std::string joined(std::span<const std::string> parts, std::string_view between);

/// The country's English name (Unicode CLDR); the code itself when it is none.
std::string english_country_name(const std::string& iso_alpha2);
/// ISO 3166-1 numeric; empty when unknown.
std::optional<std::int64_t> country_number(const std::string& iso_alpha2);

}  // namespace events
