// Words, numbers and marks with their byte ranges.
#include <doctest/doctest.h>

#include "events/language/tokens.hpp"

using events::Language;
using events::Token;
using events::TokenKind;

namespace {

std::vector<Token> tokens_of(std::string_view text, Language language = Language::en) {
    return events::tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, language);
}

std::string cut(std::string_view text, Language language = Language::en) {
    std::string out;
    for (const Token& token : tokens_of(text, language)) {
        if (!out.empty())
            out += '|';
        out += text.substr(token.range.begin, token.range.end - token.range.begin);
    }
    return out;
}

}  // namespace

TEST_CASE("words and numbers are cut as a reader sees them") {
    struct Case {
        std::string text;
        std::string cut;
        Language language = Language::en;
    };
    const Case cases[] = {
        {"Mali’s army", "Mali|’s|army"},
        {"the victims' camps", "the|victims|'|camps"},
        {"a 15-year-old shepherd", "a|15-year-old|shepherd"},
        {"CSP-PSD and Al-Mahdi", "CSP-PSD|and|Al-Mahdi"},
        {"27-31 March", "27|-|31|March"},
        {"2013-11-30", "2013|-|11|-|30"},
        {"the U.N. mission", "the|U.N.|mission"},
        {"1,200 people", "1,200|people"},
        {"1 200 people", "1 200|people"},
        {"33.100 Menschen", "33.100|Menschen"},
        {"1.5 million", "1.5|million"},
        {"in 2012 200 people", "in|2012|200|people"},
        {"416 363 9933", "416|363|9933"},
        {"killing 10, 200 fled", "killing|10|,|200|fled"},
        {"20.01.2013", "20|.|01|.|2013"},
        {"15 soldiers.1", "15|soldiers|.|1"},
        {"400km north", "400km|north"},
        {"a coup d’état", "a|coup|d’|état"},
        {"O’Brien in N’Djamena", "O’Brien|in|N’Djamena"},
        {"l’armée n’a pu jusqu’à aujourd’hui", "l’|armée|n’|a|pu|jusqu’|à|aujourd’hui",
         Language::fr},
        {"le camp de M’bera, à N’Djamena", "le|camp|de|M’bera|,|à|N’Djamena", Language::fr},
        {"près d’1 million", "près|d’|1|million", Language::fr},
        {"« Halte ! »", "«|Halte|!|»", Language::fr},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(cut(c.text, c.language) == c.cut);
    }
}

TEST_CASE("digit groups joined by one kind of space are one number") {
    CHECK(cut("1\u202f200\u202f000 personnes", Language::fr) == "1\u202f200\u202f000|personnes");
    CHECK(cut("1\u00a0200 personnes", Language::fr) == "1\u00a0200|personnes");
}

TEST_CASE("tokens say how they are written") {
    const auto tokens = tokens_of("The GSIM in Sévaré’s MARKET, É. 7");
    CHECK(tokens[0].capitalised);
    CHECK_FALSE(tokens[0].all_capitals);
    CHECK(tokens[1].all_capitals);
    CHECK_FALSE(tokens[2].capitalised);
    CHECK(tokens[3].folded == "sévaré");
    CHECK(tokens[4].folded == "'s");
    CHECK_FALSE(tokens[4].space_before);
    CHECK(tokens[5].folded == "market");
    CHECK(tokens.back().kind == TokenKind::number);
}

TEST_CASE("decomposed accents fold to the same word as composed ones") {
    CHECK(tokens_of("Se\u0301vare\u0301")[0].folded == "sévaré");
    CHECK(tokens_of("Sévaré")[0].folded == "sévaré");
}

TEST_CASE("bytes that are no UTF-8 become marks and nothing is lost") {
    const std::string text = "Gao\xff\xc3 42";
    const auto tokens = tokens_of(text);
    REQUIRE(tokens.size() == 4);
    CHECK(tokens[0].folded == "gao");
    CHECK(tokens[1].kind == TokenKind::punctuation);
    CHECK(tokens[3].folded == "42");
}

TEST_CASE("a range inside a text keeps the offsets of the text") {
    const std::string text = "Gao. Kidal fell.";
    const auto tokens = events::tokenize(text, {5, 10}, Language::en);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].range == events::TextRange{5, 10});
}
