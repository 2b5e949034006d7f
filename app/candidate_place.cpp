// Candidate to place.
#include "app/candidate_place.hpp"

#include "gazetteer/place.hpp"

namespace app {
namespace {

events::PlacePrecision precision_of(const std::string& kind) {
    using gazetteer::PlaceKind;
    if (kind == gazetteer::to_string(PlaceKind::country))
        return events::PlacePrecision::country;
    if (kind == gazetteer::to_string(PlaceKind::admin1))
        return events::PlacePrecision::admin1;
    for (const auto district : {PlaceKind::admin2, PlaceKind::admin3}) {
        if (kind == gazetteer::to_string(district))
            return events::PlacePrecision::admin2;
    }
    return events::PlacePrecision::exact;
}

}  // namespace

events::EventPlace place_of(const events::EventPlace& now, const events::PlaceChoice& choice) {
    events::EventPlace place = now;
    place.name = choice.name;
    place.place_id = choice.place_id;
    place.point = choice.point;
    place.precision = precision_of(choice.kind);
    place.radius_km = 0;
    place.admin1 = choice.admin1;
    place.admin2 = choice.admin2;
    place.country = choice.country;
    return place;
}

}  // namespace app
