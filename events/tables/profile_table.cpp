// Tables by column name, and what both codebooks ask of an event.
#include "events/tables/profile_table.hpp"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/unistr.h>

#include <cassert>
#include <cmath>

#include "events/json_text.hpp"
#include "events/tables/csv_text.hpp"
#include "geo/geojson_geometry.hpp"

namespace events {

ProfileTable::ProfileTable(std::span<const std::string_view> columns) : m_columns(columns) {}

void ProfileTable::begin_row() {
    m_rows.emplace_back(m_columns.size());
}

geo::FieldValue& ProfileTable::cell(std::string_view column) {
    const auto found = std::find(m_columns.begin(), m_columns.end(), column);
    assert(found != m_columns.end() && !m_rows.empty());
    return m_rows.back()[static_cast<std::size_t>(found - m_columns.begin())];
}

void ProfileTable::set(std::string_view column, std::string_view text) {
    if (text.empty())
        return;
    std::string valid;
    append_valid_utf8(valid, text);
    cell(column) = std::move(valid);
}

void ProfileTable::set(std::string_view column, std::int64_t number) {
    cell(column) = number;
}

void ProfileTable::set_degrees(std::string_view column, double degrees) {
    // Rounded here, the number prints as short as it is.
    constexpr double kDecimals = 1e7;
    cell(column) = std::round(degrees * kDecimals) / kDecimals;
}

std::string ProfileTable::csv() const {
    std::vector<geo::FieldValue> header;
    for (const std::string_view column : m_columns)
        header.emplace_back(std::string(column));
    std::string out;
    append_csv_row(out, header);
    for (const auto& row : m_rows)
        append_csv_row(out, row);
    return out;
}

std::vector<std::string> actors_of(const Event& event, ActorRole role) {
    std::vector<std::string> names;
    for (const Actor& actor : event.actors) {
        if (actor.role == role)
            names.push_back(actor.name);
    }
    return names;
}

std::string joined(std::span<const std::string> parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        if (part.empty())
            continue;
        if (!text.empty())
            text += between;
        text += part;
    }
    return text;
}

std::string english_country_name(const std::string& iso_alpha2) {
    if (iso_alpha2.size() != 2)
        return iso_alpha2;
    icu::UnicodeString name;
    icu::Locale("", iso_alpha2.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
    std::string text;
    name.toUTF8String(text);
    return text;
}

std::optional<std::int64_t> country_number(const std::string& iso_alpha2) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Region* region = icu::Region::getInstance(iso_alpha2.c_str(), error);
    if (U_FAILURE(error) || region == nullptr || region->getType() != URGN_TERRITORY)
        return std::nullopt;
    const std::int32_t number = region->getNumericCode();
    return number > 0 ? std::optional<std::int64_t>(number) : std::nullopt;
}

}  // namespace events
