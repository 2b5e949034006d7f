// Numbers of people and things, as ranges with their words.
#include <doctest/doctest.h>

#include <span>

#include "events/language/counts.hpp"
#include "events/language/figures.hpp"
#include "load_test_lexicons.hpp"

using events::FigureUnit;
using events::Language;

namespace {

std::string shown(const events::FigureMention& mention) {
    const auto bound = [](const std::optional<std::int64_t>& value) {
        return value ? std::to_string(*value) : std::string("?");
    };
    static constexpr const char* kUnits[] = {"people", "households", "buildings", "incidents",
                                             "none"};
    std::string out = "[" + mention.figure.words + "] " + bound(mention.figure.low);
    if (mention.figure.low != mention.figure.high)
        out += "-" + bound(mention.figure.high);
    if (mention.figure.approximate)
        out += "~";
    out += std::string(" ") + kUnits[static_cast<int>(mention.unit)];
    if (mention.is_part)
        out += " part";
    if (mention.is_others)
        out += " others";
    return out;
}

std::string figures_of(const events::Lexicons& lexicons, std::string_view text, Language language) {
    const events::Lexicon& lexicon = *lexicons.find(language);
    const events::TextRange block{0, static_cast<std::uint32_t>(text.size())};
    std::string out;
    for (const auto& sentence : events::split_sentences(text, block, lexicon)) {
        for (const auto& mention : events::find_figures(text, sentence, lexicon)) {
            if (!out.empty())
                out += "; ";
            out += shown(mention);
        }
    }
    return out;
}

struct Case {
    std::string text;
    std::string figures;
};

void check_all(std::span<const Case> cases, Language language) {
    const events::Lexicons lexicons = load_test_lexicons();
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(figures_of(lexicons, c.text, language) == c.figures);
    }
}

}  // namespace

TEST_CASE("English numbers of people keep their range and words") {
    const Case cases[] = {
        {"It killed 17 villagers.", "[17 villagers] 17 people"},
        {"It killed at least 17 villagers.", "[at least 17 villagers] 17-? people"},
        {"It killed more than 20 people.", "[more than 20 people] 20-? people"},
        {"It killed up to 30 soldiers.", "[up to 30 soldiers] ?-30 people"},
        {"It killed fewer than 10 people.", "[fewer than 10 people] ?-9 people"},
        {"some 500 people fled", "[some 500 people] 500~ people"},
        {"nearly 1,200 refugees", "[nearly 1,200 refugees] 1200~ people"},
        {"an estimated 1.5 million people", "[an estimated 1.5 million people] 1500000~ people"},
        {"between 10 and 12 civilians", "[between 10 and 12 civilians] 10-12 people"},
        {"10 to 12 civilians", "[10 to 12 civilians] 10-12 people"},
        {"10-12 civilians", "[10-12 civilians] 10-12 people"},
        {"17 people or more", "[17 people or more] 17-? people"},
        {"Dozens of people were killed.", "[Dozens of people] 24-99 people"},
        {"hundreds of civilians", "[hundreds of civilians] 200-999 people"},
        {"thousands of Tuaregs", "[thousands of Tuaregs] 2000-9999 people"},
        {"tens of thousands of people", "[tens of thousands of people] 20000-99999 people"},
        {"hundreds of thousands of Malians",
         "[hundreds of thousands of Malians] 200000-999999 people"},
        {"a dozen men", "[a dozen men] 12~ people"},
        {"two dozen men", "[two dozen men] 24~ people"},
        {"several hundred people", "[several hundred people] 300-999 people"},
        {"twenty-one soldiers", "[twenty-one soldiers] 21 people"},
        {"two hundred and five people", "[two hundred and five people] 205 people"},
        {"a hundred people", "[a hundred people] 100 people"},
        {"Two families fled.", "[Two families] 2 households"},
        {"Twenty houses and shelters burned.", "[Twenty houses] 20 buildings"},
        {"It recorded 470 incidents.", "[470 incidents] 470 incidents"},
        {"Fulani herders and 15 young Fulani men", "[15 young Fulani men] 15 people"},
        {"10 civilian passengers drowned", "[10 civilian passengers] 10 people"},
        {"the 21 ‘red beret’ soldiers", "[21 ‘red beret’ soldiers] 21 people"},
        {"killing 12 and wounding 3.", "[12] 12 none; [3] 3 none"},
        {"17 dead and 12 wounded", "[17 dead] 17 people; [12 wounded] 12 people"},
    };
    check_all(cases, Language::en);
}

TEST_CASE("parts, others and single persons are told apart") {
    const Case cases[] = {
        {"at least nine traders, including four women",
         "[at least nine traders] 9-? people; [four women] 4 people part"},
        {"12 farmers were killed and 35 others wounded",
         "[12 farmers] 12 people; [35 others] 35 people others"},
        {"killed one person and injured seven others",
         "[one person] 1 people; [seven others] 7 people others"},
        {"the bodies of five of them", "[five of them] 5 people part"},
        {"15 of the bodies were booby-trapped", "[15 of the bodies] 15 people part"},
        {"a 15-year-old shepherd was arrested", "[a 15-year-old shepherd] 1 people"},
        {"four people, including a 10-year-old boy",
         "[four people] 4 people; [a 10-year-old boy] 1 people part"},
        {"They shot a woman.", "[a woman] 1 people"},
        {"one was killed and seven more were hurt", "[seven more] 7 people others"},
        {"three more villagers", "[three more villagers] 3 people others"},
        {"a further 21 were flown off", "[a further 21] 21 none others"},
        {"51 of these had to do with the war", "[51 of these] 51 none part"},
        {"one of them a boy of six", "[one of them] 1 people part; [a boy] 1 people"},
        {"over 500 other institutions", "[over 500 other institutions] 500-? none others"},
    };
    check_all(cases, Language::en);
}

TEST_CASE("numbers that count nobody are left alone") {
    const Case cases[] = {
        {"On 7 September 2023 and in 2012 it fell.", ""},
        {"between 27 and 28 June", ""},
        {"girls as young as 12", ""},
        {"some no older than 12", ""},
        {"children between 13 and 17 years of age", ""},
        {"children between the ages of 15 and 17", ""},
        {"It is 460 miles away and 30 km long.", ""},
        {"XOF 1 million (about USD 1,636)", ""},
        {"$500 and 30 dollars", ""},
        {"40% of them, or 40 per cent", ""},
        {"under article 8 of resolution 2100", ""},
        {"Contact 416-363-9933 ext 332", ""},
        {"Posted at 0001 BST, 11:00 am GMT", ""},
        {"members of the 20 February Appeal", ""},
        {"a refugee camp and a passenger boat", ""},
        {"a Tuareg armed group", ""},
        {"No one was held to account.", ""},
        {"for five days and 20 years", ""},
        {"It killed soldiers.1", ""},
        {"", ""},
    };
    check_all(cases, Language::en);
}

TEST_CASE("a year before people is a count") {
    const Case cases[] = {{"At the camp, 2012 people registered.", "[2012 people] 2012 people"}};
    check_all(cases, Language::en);
}

TEST_CASE("things that are no people keep their noun") {
    const events::Lexicons lexicons = load_test_lexicons();
    const std::string text = "It covers 159 countries.";
    const events::TextRange block{0, static_cast<std::uint32_t>(text.size())};
    const auto& lexicon = *lexicons.find(Language::en);
    const auto sentences = events::split_sentences(text, block, lexicon);
    const auto figures = events::find_figures(text, sentences[0], lexicon);
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].noun == "countries");
    CHECK(figures[0].unit == FigureUnit::none);
}

TEST_CASE("French numbers of people") {
    const Case cases[] = {
        {"Ils ont tué 17 villageois.", "[17 villageois] 17 people"},
        {"au moins 17 civils", "[au moins 17 civils] 17-? people"},
        {"plus de 20 personnes", "[plus de 20 personnes] 20-? people"},
        {"jusqu’à 30 soldats", "[jusqu’à 30 soldats] ?-30 people"},
        {"environ 1\u00a0200 personnes", "[environ 1\u00a0200 personnes] 1200~ people"},
        {"1 200 personnes", "[1 200 personnes] 1200 people"},
        {"quelque 500 réfugiés", "[quelque 500 réfugiés] 500~ people"},
        {"près de 300 familles", "[près de 300 familles] 300~ households"},
        {"une vingtaine de soldats", "[une vingtaine de soldats] 20~ people"},
        {"une cinquantaine d’habitants", "[une cinquantaine d’habitants] 50~ people"},
        {"des dizaines de personnes", "[des dizaines de personnes] 20-99 people"},
        {"des centaines de civils", "[des centaines de civils] 200-999 people"},
        {"des milliers de déplacés", "[des milliers de déplacés] 2000-9999 people"},
        {"des dizaines de milliers de personnes",
         "[des dizaines de milliers de personnes] 20000-99999 people"},
        {"1,5 million de personnes", "[1,5 million de personnes] 1500000 people"},
        {"entre 10 et 12 civils", "[entre 10 et 12 civils] 10-12 people"},
        {"deux femmes et une fillette", "[deux femmes] 2 people; [une fillette] 1 people"},
        {"49 personnes, dont 11 enfants", "[49 personnes] 49 people; [11 enfants] 11 people part"},
        {"17 civils, dont 4 femmes et 3 enfants",
         "[17 civils] 17 people; [4 femmes] 4 people part; [3 enfants] 3 people part"},
        {"vingt et un soldats", "[vingt et un soldats] 21 people"},
        {"quatre-vingt-dix-sept civils", "[quatre-vingt-dix-sept civils] 97 people"},
        {"deux cents personnes", "[deux cents personnes] 200 people"},
        {"sept autres personnes", "[sept autres personnes] 7 people others"},
        {"tuant 15 civils et en blessant 22 autres",
         "[15 civils] 15 people; [22 autres] 22 people others"},
        {"17 morts et 12 blessés", "[17 morts] 17 people; [12 blessés] 12 people"},
        {"cinq d’entre eux", "[cinq d’entre eux] 5 people part"},
        {"une fillette âgée de 12 ans", "[une fillette] 1 people"},
        {"le 3 mai 2019, à 30 km de Gao", ""},
        {"l’article 8 et 40 % des fonds", ""},
        {"incendiant 20 maisons", "[20 maisons] 20 buildings"},
    };
    check_all(cases, Language::fr);
}

TEST_CASE("number tokens have one value however they are grouped") {
    CHECK(events::number_value("1,200") == 1200);
    CHECK(events::number_value("1\u00a0200\u00a0000") == 1200000);
    CHECK(events::number_value("33.100") == 33100);
    CHECK(events::number_value("1.5") == 1.5);
    CHECK(events::number_value("12,5") == 12.5);
    CHECK_FALSE(events::number_value("99999999999999999999"));
    CHECK_FALSE(events::number_value(""));
}
