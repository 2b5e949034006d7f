// Which words of a sentence are places, and how they hang together.
#include <doctest/doctest.h>

#include "../language/load_test_lexicons.hpp"
#include "events/mentions/joined_names.hpp"
#include "events/mentions/place_finder.hpp"

namespace {

using events::PlaceInText;

struct Found {
    std::string text;
    std::vector<PlaceInText> places;
    std::vector<std::string> names;  ///< "[...]" for a place without a name
};

Found find(std::string_view text, events::Language language) {
    const events::Lexicons& lexicons = load_test_lexicons();
    const events::Lexicon* lexicon = lexicons.find(language);
    REQUIRE(lexicon != nullptr);
    const events::ReadingWords words(*lexicon);
    const auto gazetteer =
        gazetteer::Gazetteer::open({std::string(TEST_SHARE_DIR) + "/gazetteer/world.idx"});
    REQUIRE(gazetteer.has_value());
    events::DocumentNames names;
    Found found;
    const events::TextRange all{0, static_cast<std::uint32_t>(text.size())};
    for (const events::Sentence& sentence : events::split_sentences(text, all, *lexicon)) {
        events::DocumentActors known;
        const auto actors = events::find_actors(text, sentence, words, known, *gazetteer);
        for (PlaceInText& place :
             events::find_places(text, sentence, words, actors, {}, *gazetteer, names)) {
            const auto begin = sentence.tokens[place.outer_first].range.begin;
            const auto end = sentence.tokens[place.outer_end - 1].range.end;
            found.names.push_back(place.of_focus
                                      ? "[" + std::string(text.substr(begin, end - begin)) + "]"
                                      : place.name);
            found.places.push_back(std::move(place));
        }
    }
    return found;
}

struct Case {
    const char* text;
    std::vector<std::string> names;
};

}  // namespace

TEST_CASE("English words that are places are found, and those that only look so are not") {
    const Case kCases[] = {
        {"Fighting spread to Bamako and Gao.", {"Bamako", "Gao"}},
        {"The Minsk agreements and the Juba Peace Agreement were named.", {}},
        {"The Treaty of Rome and the Geneva Conventions apply.", {}},
        {"It was read in the Sudan Tribune and then in the Kyiv Post as well.", {}},
        {"Georgia Petrova, 34, lost her home.", {}},
        {"Jordan Ali, a shopkeeper, lost two sons.", {}},
        {"Mr Zamfara was shot. Later Zamfara said nothing.", {}},
        {"A Lagos-based group denied it.", {}},
        {"Police in Cox's Bazar closed the road.", {"Cox's Bazar"}},
        {"He fled to the Democratic Republic of the Congo.", {"Democratic Republic of the Congo"}},
        {"He came from Bosnia and Herzegovina.", {"Bosnia and Herzegovina"}},
        {"A market was burnt 12 km south of Qarzabad.", {"Qarzabad"}},
        {"The wounded were brought to Qarzabad.", {"Qarzabad"}},
        {"A bus was stopped between Qarzabad and Velmory.", {"Qarzabad", "Velmory"}},
        {"A quarrel over land near al-Qarzab killed two.", {"al-Qarzab"}},
        {"The West African state denied it.", {}},
        {"Bangladeshi troops and Thai soldiers came.", {}},

        {"Soldiers entered Amhara region.", {"Amhara"}},
    };
    for (const Case& c : kCases) {
        CAPTURE(std::string(c.text));
        CHECK(find(c.text, events::Language::en).names == c.names);
    }
}

TEST_CASE("French words that are places are found, and those that only look so are not") {
    const Case kCases[] = {
        {"À Damas, une bombe a explosé.", {"Damas"}},
        {"L'armée a expulsé 40 Syriens de Tripoli.", {"Tripoli"}},
        {"L'accord de Nairobi et l'accord de Sotchi ne sont plus respectés.", {}},
        {"L'agence Sana accuse les rebelles.", {}},
        {"Elle vit en République centrafricaine.", {"République centrafricaine"}},
        {"Marie Masisi, présidente d'une association, a parlé.", {}},
        {"Un pont à une trentaine de kilomètres au nord de Qarzabad a sauté.", {"Qarzabad"}},
        {"Des combats ont éclaté dans le nord du pays.", {"[nord du pays]"}},
    };
    for (const Case& c : kCases) {
        CAPTURE(std::string(c.text));
        CHECK(find(c.text, events::Language::fr).names == c.names);
    }
}

TEST_CASE("a stated distance tells of the place before it, or is a spot of its own") {
    const Found aside = find("Ersane, 100 km from Gao, was attacked.", events::Language::en);
    REQUIRE(aside.places.size() == 2);
    CHECK(aside.places[1].reference);
    CHECK(!aside.places[1].offset);
    CHECK(*aside.places[1].distance_km == doctest::Approx(100));

    const Found spot =
        find("Gunmen killed two herders some 20 miles north-east of Kidal.", events::Language::en);
    REQUIRE(spot.places.size() == 1);
    CHECK(spot.places[0].offset);
    CHECK(!spot.places[0].reference);
    CHECK(*spot.places[0].distance_km == doctest::Approx(32.187).epsilon(0.001));
    CHECK(*spot.places[0].direction == gazetteer::Compass::ne);

    const Found words =
        find("Deux bergers ont été tués à une trentaine de kilomètres au sud de Gao.",
             events::Language::fr);
    REQUIRE(words.places.size() == 1);
    CHECK(*words.places[0].distance_km == doctest::Approx(30));
    CHECK(*words.places[0].direction == gazetteer::Compass::s);
}

TEST_CASE("pairs, borders, demonyms and owners are kept with their places") {
    const Found pair = find("A mine exploded between Gao and Ansongo.", events::Language::en);
    REQUIRE(pair.places.size() == 2);
    CHECK(pair.places[0].pair == 1);

    const Found border =
        find("Clashes broke out near the border with Niger.", events::Language::en);
    REQUIRE(border.places.size() == 1);
    CHECK(border.places[0].border);

    const Found people =
        find("Un poste à la frontière nigérienne a été pillé.", events::Language::fr);
    REQUIRE(people.places.size() == 1);
    CHECK(people.places[0].of_focus);
    CHECK(people.places[0].said_country == "NE");

    const Found said =
        find("Des réfugiés ont gagné la ville nigériane de Damasak.", events::Language::fr);
    REQUIRE(said.places.size() == 1);
    CHECK(said.places[0].said_country == "NG");

    const Found owner = find("He was arrested in Nigeria's Borno State.", events::Language::en);
    REQUIRE(owner.places.size() == 2);
    CHECK(owner.places[1].container == 0);
}

TEST_CASE(
    "a capital that acts stands for its government, a capital where something happens does not") {
    const Found acts = find("Paris condemned the attack.", events::Language::en);
    REQUIRE(acts.places.size() == 1);
    CHECK(acts.places[0].metonym);
    const Found happens = find("In Paris thousands marched.", events::Language::en);
    REQUIRE(happens.places.size() == 1);
    CHECK(!happens.places[0].metonym);
    const Found french = find("Kigali a démenti tout soutien.", events::Language::fr);
    REQUIRE(french.places.size() == 1);
    CHECK(french.places[0].metonym);
}

TEST_CASE("empty text and marks alone name no place") {
    CHECK(find("", events::Language::en).names.empty());
    CHECK(find("— , ( ) .", events::Language::fr).names.empty());
}

TEST_CASE("two places that a hyphen joins become two words, names with a hyphen stay whole") {
    const auto gazetteer =
        gazetteer::Gazetteer::open({std::string(TEST_SHARE_DIR) + "/gazetteer/world.idx"});
    REQUIRE(gazetteer.has_value());
    const std::string_view text = "Abuja-Kaduna Guinea-Bissau Jean-Pierre";
    const events::TextRange all{0, static_cast<std::uint32_t>(text.size())};
    events::Sentence sentence{all, events::tokenize(text, all, events::Language::en)};
    events::DocumentNames names;
    events::split_joined_names(text, sentence, *gazetteer, names);
    std::vector<std::string> words;
    for (const events::Token& token : sentence.tokens)
        words.emplace_back(text.substr(token.range.begin, token.range.end - token.range.begin));
    CHECK(words ==
          std::vector<std::string>{"Abuja", "-", "Kaduna", "Guinea-Bissau", "Jean-Pierre"});
    CHECK(!sentence.tokens[2].space_before);
}
