// Which entries of a gazetteer lie where a truth row says, and whether their names are like its.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/bench/truth_table.hpp"
#include "gazetteer/gazetteer.hpp"

namespace app {

inline constexpr double kSamePlaceKm = 5;
inline constexpr double kNearbyKm = 25;

/// Whether two names may be spellings of one: the same sound, or within one letter of each other
/// from 4 letters on, two from 6, three from 9. Both folded.
bool is_like(std::string_view folded_a, std::string_view folded_b);

/// Whether the candidate is what the row means (see measure_accuracy).
bool is_right(const TruthRow& row, const gazetteer::Place& place,
              const gazetteer::Gazetteer& gazetteer, gazetteer::PlaceId id);

bool is_area(gazetteer::PlaceKind kind);

/// All places of a gazetteer by where they lie, areas by their country. Made once: a second for
/// 500,000 places.
class TruthMatcher {
  public:
    explicit TruthMatcher(const gazetteer::Gazetteer& gazetteer);

    /// Whether a right place with a name like the row's is there. `folded` is the name without
    /// kind words.
    bool has_like(const TruthRow& row, std::string_view folded) const;
    /// Whether a place of exactly the row's name lies 5 to 25 km off.
    bool has_same_nearby(const TruthRow& row, std::string_view folded) const;
    /// Whether some other place of the row's country, more than 5 km off, has exactly its name.
    bool has_namesake(const TruthRow& row, std::string_view folded) const;

  private:
    bool has_like_name(gazetteer::PlaceId id, std::string_view folded) const;

    const gazetteer::Gazetteer& m_gazetteer;
    std::unordered_map<std::uint32_t, std::vector<gazetteer::PlaceId>> m_cells;
    std::unordered_map<std::string, std::vector<gazetteer::PlaceId>> m_areas;  ///< by country
};

}  // namespace app
