// Kind words and directions around names.
#include <doctest/doctest.h>

#include "gazetteer/place_phrase.hpp"

using gazetteer::Compass;
using gazetteer::parse_place_phrase;
using gazetteer::PlaceKind;

TEST_CASE("a place phrase gives its name, kind and part") {
    struct Case {
        const char* words;
        const char* name;
        std::optional<PlaceKind> kind;
        std::optional<Compass> part;
    };
    const Case kCases[] = {
        {"Gao", "Gao", {}, {}},
        {"the Gao region", "Gao", PlaceKind::admin1, {}},
        {"région de Mopti", "Mopti", PlaceKind::admin1, {}},
        {"cercle de Bourem", "Bourem", PlaceKind::admin2, {}},
        {"Bandiagara district", "Bandiagara", PlaceKind::admin2, {}},
        {"village of Dogo", "Dogo", PlaceKind::town, {}},
        {"northern Mali", "Mali", {}, Compass::n},
        {"Northern Mali", "Mali", {}, Compass::n},
        {"nord du Mali", "Mali", {}, Compass::n},
        {"le centre du Mali", "Mali", {}, Compass::centre},
        {"north-eastern Nigeria", "Nigeria", {}, Compass::ne},
        {"North Kivu", "North Kivu", {}, {}},
        {"South Sudan", "South Sudan", {}, {}},
        {"Lac Faguibine", "Lac Faguibine", {}, {}},
        {"La Paz", "La Paz", {}, {}},
        {"l'Adrar", "Adrar", {}, {}},
        {"Mbera refugee camp", "Mbera", PlaceKind::camp, {}},
        {"village", "village", {}, {}},
        {"", "", {}, {}},
    };
    for (const auto& c : kCases) {
        CAPTURE(std::string(c.words));
        const auto phrase = parse_place_phrase(c.words);
        CHECK(phrase.name == c.name);
        CHECK(phrase.kind == c.kind);
        CHECK(phrase.part == c.part);
    }
}
