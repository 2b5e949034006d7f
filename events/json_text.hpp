// Writes JSON text piece by piece, keys in the order given: what the casebook stores and exports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "geo/lon_lat.hpp"

namespace events {

/// Appends one JSON value to a string. The text is always valid UTF-8: bad bytes become U+FFFD.
/// Calls nest as the JSON does; commas are placed by themselves.
class JsonText {
  public:
    explicit JsonText(std::string& out) : m_out(out) {}

    JsonText& key(std::string_view name);
    JsonText& begin_object();
    JsonText& end_object();
    JsonText& begin_array();
    JsonText& end_array();

    JsonText& text(std::string_view value);
    /// null when empty.
    JsonText& text_or_null(std::string_view value);
    JsonText& whole(std::int64_t value);
    JsonText& whole_or_null(const std::optional<std::int64_t>& value);
    /// Shortest digits that read back as the same number; null for NaN and infinities.
    JsonText& number(double value);
    /// At most `decimals` digits after the point, no trailing zeros.
    JsonText& rounded(double value, int decimals);
    JsonText& boolean(bool value);
    JsonText& null();
    /// [longitude, latitude] with at most 7 decimals (RFC 7946, section 11.2).
    JsonText& position(geo::LonLat point);
    /// JSON made elsewhere, as it is.
    JsonText& raw(std::string_view json);

  private:
    void separate();
    std::string& m_out;
};

/// Appends `text` with every byte that is no UTF-8 replaced by U+FFFD.
void append_valid_utf8(std::string& out, std::string_view text);

}  // namespace events
