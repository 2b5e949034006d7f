// Paragraphs in languages that are not read.
#include <doctest/doctest.h>

#include "events/documents/foreign_language.hpp"
#include "input_of.hpp"
#include "outline.hpp"
#include "tests/events/language/load_test_lexicons.hpp"

TEST_CASE("other languages are told from those that are read") {
    const events::Lexicons lexicons = load_test_lexicons();
    const struct {
        const char* text;
        const char* language;
    } cases[] = {
        {"قتل ثلاثة مدنيين في قرية بوني يوم الاثنين", "Arabic letters"},
        {"Трое мирных жителей погибли в деревне", "Cyrillic letters"},
        {"Los soldados entraron en el pueblo por la noche y quemaron las casas de los vecinos",
         "Spanish"},
        {"Watu watatu waliuawa katika kijiji cha Boni na wanajeshi kutoka mji wa Mopti", "Swahili"},
        {"Soldiers entered the village at night and burnt the houses of the people", ""},
        {"Les soldats sont entrés dans le village et ont brûlé les maisons des habitants", ""},
        {"Boni: 12 killed, 30 injured, market burnt, soldiers blamed, hospital overwhelmed", ""},
        {"Abdoulaye Ag Mohamed El Ansari, Sidi Ould Baba, Ibrahim Ba, Oumar Ly", ""},
        {"الحكومة", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(events::find_foreign_language(c.text, lexicons) == c.language);
    }
}

TEST_CASE("foreign paragraphs are left out and said to be") {
    const auto document = events::extract_document(
        input_of("a.txt",
                 "Soldiers entered the village of Boni on 3 May 2019 and burnt the houses.\n\n"
                 "قتل ثلاثة مدنيين في قرية بوني يوم الاثنين\n\n"
                 "Two days later the soldiers left the village, and the people came back.\n"),
        load_test_lexicons());
    REQUIRE(document);
    CHECK(document->blocks[1].kind == events::BlockKind::furniture);
    CHECK(document->blocks[2].kind == events::BlockKind::paragraph);
    REQUIRE_FALSE(document->problems.empty());
    CHECK(document->problems.front().what ==
          "1 paragraph in Arabic letters (from byte 74): not read; only English and French are");
}
