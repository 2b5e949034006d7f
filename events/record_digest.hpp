// Digests that tell whether the records of a casebook file are the ones that were stored.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "events/decisions/decision.hpp"

namespace events {

/// SHA-256 of one record, 64 hex digits. `text` is a report's.
std::string record_digest(std::string_view table, std::string_view record,
                          std::string_view text = {});

/// What all records are together: how many of each, and the sum of their digests modulo 2^256. The
/// sum does not depend on the order and follows a change of one record at the cost of that one.
class RecordsDigest {
  public:
    void add(std::string_view table, std::string_view digest_hex);
    void remove(std::string_view table, std::string_view digest_hex);

    /// "1 reports, 12 events, 3 flows, " and 64 hex digits.
    std::string to_text() const;
    static std::optional<RecordsDigest> parse(std::string_view text);

    std::int64_t reports = 0;
    std::int64_t events = 0;
    std::int64_t flows = 0;
    friend bool operator==(const RecordsDigest&, const RecordsDigest&) = default;

  private:
    std::int64_t& count(std::string_view table);
    std::array<std::uint32_t, 8> m_sum{};  ///< least significant first
};

/// The chain of custody: each link covers the one before it, the decision and what all records were
/// once it was carried out. `previous` is empty for the first.
std::string decision_digest(std::string_view previous, const Decision& decision,
                            std::string_view records);

}  // namespace events
