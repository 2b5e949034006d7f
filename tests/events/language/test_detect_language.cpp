// Which language a text is in.
#include <doctest/doctest.h>

#include "events/language/tokens.hpp"
#include "load_test_lexicons.hpp"

using events::Language;

TEST_CASE("function words tell English from French") {
    const events::Lexicons lexicons = load_test_lexicons();
    CHECK(events::detect_language("The army took the town of Gao on the day after it was attacked "
                                  "by fighters who came from the north.",
                                  lexicons) == Language::en);
    CHECK(events::detect_language("L’armée a repris la ville de Gao au lendemain d’une attaque des "
                                  "combattants qui venaient du nord du pays.",
                                  lexicons) == Language::fr);
}

TEST_CASE("a short or a foreign text has no known language") {
    const events::Lexicons lexicons = load_test_lexicons();
    CHECK(events::detect_language("The fall of Gao", lexicons) == Language::unknown);
    CHECK(events::detect_language("", lexicons) == Language::unknown);
    CHECK(events::detect_language("Die Armee eroberte gestern Nacht mehrere Dörfer nördlich der "
                                  "Stadt Gao zurück und Hunderte flohen über Felder.",
                                  lexicons) == Language::unknown);
}
