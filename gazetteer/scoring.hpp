// How much each hint says for a candidate: pure functions, points with a reason in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/index_format.hpp"
#include "gazetteer/place.hpp"

namespace gazetteer {

/// Points add up; a difference of 1 makes a candidate e times as likely. The reason is empty when
/// the hint says nothing.
struct Hint {
    double points = 0;
    std::string reason;
};

/// How the name looked for and a name of the place agree.
struct NameMatch {
    enum class How : std::uint8_t { same, sound, edited } how = How::same;
    bool alternate = false;  ///< it is not the shown name
    int edits = 0;           ///< for `edited`
    std::size_t bytes = 0;   ///< of the folded name looked for: an edit weighs more in a short one
};

/// `query` and `name` as written, for the words of the reason ("same sound: ou/u").
Hint name_hint(const NameMatch& match, std::string_view query_folded, std::string_view name_folded);
/// Share of names of such a match that are right when nothing speaks against it, 0 to 1.
double name_quality(const NameMatch& match);

/// 0 (an unknown spot) to 1 (a country): kind, population, seat of an area.
double prominence(const Place& place, Rank rank);
Hint prominence_hint(const Place& place, Rank rank);

/// Without a kind word a town is meant before its region; with one, what the word says.
Hint kind_hint(PlaceKind kind, std::optional<PlaceKind> said);

/// `countries` in order of weight; `neighbours` are those next to the first of them.
/// A name that is spelt differently and lies abroad is most likely another name.
Hint country_hint(const Place& place, const std::vector<std::string>& countries,
                  const std::vector<std::string>& neighbours, const NameMatch& how);

/// A weak preference, for a name that stands alone.
Hint home_hint(const Place& place, const std::vector<std::string>& home_countries);

/// From a place named in the same text or given by the user.
Hint distance_hint(double distance_km, std::string_view from);

/// Points of "a place that is in no index": below it a candidate is a guess.
inline constexpr double kUnknownPlacePoints = 1.0;

}  // namespace gazetteer
