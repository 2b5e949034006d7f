// Names of the kinds of place.
#include "gazetteer/place.hpp"

namespace gazetteer {

std::string_view to_string(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::continent_part:
            return "continent part";
        case PlaceKind::country:
            return "country";
        case PlaceKind::admin1:
            return "admin1";
        case PlaceKind::admin2:
            return "admin2";
        case PlaceKind::admin3:
            return "admin3";
        case PlaceKind::area:
            return "area";
        case PlaceKind::town:
            return "town";
        case PlaceKind::camp:
            return "camp";
        case PlaceKind::site:
            return "site";
        case PlaceKind::water:
            return "water";
        case PlaceKind::terrain:
            return "terrain";
        case PlaceKind::other:
            return "other";
    }
    return "other";
}

}  // namespace gazetteer
