// Movements of people: from where, to where, how many, in English and French.
#include <doctest/doctest.h>

#include <span>

#include "../language/load_test_lexicons.hpp"
#include "events/reading/read_report.hpp"

namespace {

events::ReadReport read(const std::string& text, events::Language language) {
    geo::InputFile file;
    file.path = file.name = "report.txt";
    file.bytes = text;
    file.sha256 = geo::sha256_hex(text);
    events::ReadOptions options;
    options.published = events::make_day(2019, 11, 30);
    options.language = language;
    const auto gazetteer =
        gazetteer::Gazetteer::open({std::string(TEST_SHARE_DIR) + "/gazetteer/world.idx"});
    REQUIRE(gazetteer.has_value());
    auto report = events::read_report(file, load_test_lexicons(), *gazetteer, options);
    REQUIRE(report.has_value());
    return std::move(*report);
}

/// "Moroto > Soroti 2100; ...", places as written, with "r" for returns.
std::string flows_of(const std::string& text, events::Language language) {
    std::string out;
    for (const events::Flow& flow : read(text, language).flows) {
        if (!out.empty())
            out += "; ";
        out += flow.from.words + " > " + flow.to.words;
        if (flow.people && flow.people->low)
            out += " " + std::to_string(*flow.people->low);
        if (flow.kind == events::FlowKind::return_)
            out += " r";
    }
    return out;
}

struct Case {
    std::string text;
    std::string flows;
};

void check_all(std::span<const Case> cases, events::Language language) {
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(flows_of(c.text, language) == c.flows);
    }
}

}  // namespace

TEST_CASE("Each destination with a figure of its own is a movement of its own") {
    const Case cases[] = {
        {"Some 9,000 people fled Aleppo for Idlib (5,200), Hama (2,400) and Homs (about 1,400).",
         "Aleppo > Idlib 5200; Aleppo > Hama 2400; Aleppo > Homs 1400"},
        {"Shelling around Aleppo drove 4,000 residents to Hama and a further 700 to Homs.",
         "Aleppo > Hama 4000; Aleppo > Homs 700"},
        {"In June 6,000 people fled Aleppo, of whom 3,200 to Hama and 1,100 to Homs.",
         "Aleppo > Hama 3200; Aleppo > Homs 1100"},
    };
    check_all(cases, events::Language::en);
    const Case french[] = {
        {"Quelque 5 100 personnes ont fui Alep : 3 000 sont arrivées à Hama, 1 500 à Homs et 600 à "
         "Idlib.",
         "Alep > Hama 3000; Alep > Homs 1500; Alep > Idlib 600"},
    };
    check_all(french, events::Language::fr);
}

TEST_CASE("Arrivals, boats, shelters and registers say where people went") {
    const Case cases[] = {
        {"The parishes of Soroti have counted 2,300 arrivals from Moroto.", "Moroto > Soroti 2300"},
        {"Lorries carried 410 people from Moroto to Soroti.", "Moroto > Soroti 410"},
        {"Some 80 families from Moroto have since taken shelter in a church in Soroti.",
         "Moroto > Soroti 80"},
        {"At least 700 people crossed from Moroto into Kenya, where they were registered in "
         "Lodwar.",
         "Moroto > Lodwar 700"},
    };
    check_all(cases, events::Language::en);
}

TEST_CASE("A return told with two verbs is one return") {
    const Case cases[] = {
        {"Par ailleurs, 900 retournés ont quitté Soroti pour regagner Moroto.",
         "Soroti > Moroto 900 r"},
    };
    check_all(cases, events::Language::fr);
}

TEST_CASE("Those who left the town left the town named before") {
    const Case cases[] = {
        {"Depuis lundi, 600 habitants de Moroto ont gagné Soroti. Environ 250 autres ont quitté "
         "la ville pour Lira et Kampala.",
         "Moroto > Soroti 600; Moroto > Lira 250; Moroto > Kampala 250"},
    };
    check_all(cases, events::Language::fr);
}
