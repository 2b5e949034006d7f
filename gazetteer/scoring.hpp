// What the signs on a candidate are worth, and how to say them in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/index_format.hpp"
#include "gazetteer/place.hpp"
#include "gazetteer/score_weights.hpp"

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
    bool alternate = false;     ///< it is not the shown name
    bool number_aside = false;  ///< the name looked for without the number at its end
    int edits = 0;              ///< for `edited`
    std::size_t bytes = 0;  ///< of the folded name looked for: an edit weighs more in a short one
};

void add_name_signs(const NameMatch& match, SignSum& sum);
/// `query` and `name` folded, for the words of the reason ("same sound: ou/u").
std::string name_reason(const NameMatch& match, std::string_view query, std::string_view name);

/// 0 (an unknown spot) to 1 (a country): kind, population, seat of an area.
double prominence(const Place& place, Rank rank);
double prominence(PlaceKind kind, std::uint32_t population, Rank rank);

/// What tells well-known places from others. With `country_given` every kind, rank and size has its
/// own weight; a name that stands alone is ruled by prominence.
void add_fame_signs(PlaceKind kind, std::uint32_t population, Rank rank, bool country_given,
                    SignSum& sum);
std::string fame_reason(const Place& place, Rank rank);

/// What a kind word ("village of", "cercle de") says for a place of that kind.
void add_kind_signs(PlaceKind kind, std::optional<PlaceKind> said, SignSum& sum);
std::string kind_reason(PlaceKind kind, std::optional<PlaceKind> said);
std::string kind_words(PlaceKind kind);

/// From a place named in the same text or given by the user: halves about every 70 km near by, and
/// goes on slowly: -3 at 1,000 km.
double distance_points(double distance_km);
Hint distance_hint(double distance_km, std::string_view from);

}  // namespace gazetteer
