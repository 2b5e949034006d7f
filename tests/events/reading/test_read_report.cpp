// The whole reader on short reports written for these tests, in English and French.
#include <doctest/doctest.h>

#include "events/reading/read_report.hpp"

namespace {

using events::Event;
using events::Harm;
using events::ReadReport;

/// The shipped word tables and gazetteer, opened once for a test case.
struct Fixture {
    Fixture()
        : lexicons(events::load_lexicons(TEST_SHARE_DIR "/lexicon")),
          gazetteer(gazetteer::Gazetteer::open({TEST_SHARE_DIR "/gazetteer/world.idx"})) {}

    ReadReport read(const std::string& text, const char* published = "2023-06-30",
                    const char* language = nullptr) const {
        geo::InputFile file;
        file.path = file.name = "report.txt";
        file.bytes = text;
        file.sha256 = geo::sha256_hex(text);
        events::ReadOptions options;
        if (published != nullptr)
            options.published = events::parse_iso_day(published);
        if (language != nullptr)
            options.language = events::parse_language(language);
        REQUIRE_MESSAGE(lexicons.has_value(), lexicons.error().message);
        REQUIRE_MESSAGE(gazetteer.has_value(), gazetteer.error().message);
        auto result = events::read_report(file, *lexicons, *gazetteer, options);
        REQUIRE_MESSAGE(result.has_value(), result.error().message);
        return std::move(*result);
    }

    geo::Result<events::Lexicons> lexicons;
    geo::Result<gazetteer::Gazetteer> gazetteer;
};

struct Case {
    const char* language;
    const char* text;
    const char* kind;
    const char* first;
    const char* last;
    const char* place;
    int killed_low;   ///< -1: no figure
    int killed_high;  ///< -1: open or no figure
};

std::string describe(const ReadReport& read) {
    std::string all;
    for (const Event& event : read.events) {
        all += std::string(events::info(event.kind).key) + " @ " + event.place.name + " " +
               (event.time.days ? events::to_iso(event.time.days->first) : "no day") + " by " +
               event.claims.front().rule + "; ";
    }
    return all;
}

}  // namespace

TEST_CASE("One plain sentence gives one event with its kind, days, place and deaths") {
    const Fixture reader;
    const Case cases[] = {
        {"en",
         "On 14 March 2023, suspected ADF fighters attacked the town of Beni in North Kivu "
         "province, killing at least 12 civilians.",
         "attack_on_civilians", "2023-03-14", "2023-03-14", "Beni", 12, -1},
        {"en",
         "Seven people were killed on 3 May 2023 when army aircraft bombed a market in Nyala, "
         "South Darfur.",
         "air_strike", "2023-05-03", "2023-05-03", "Nyala", 7, 7},
        {"en",
         "Between 4 and 6 April 2023, clashes between soldiers and rebels in Bambari left 9 "
         "dead.",
         "battle", "2023-04-04", "2023-04-06", "Bambari", 9, 9},
        {"en", "In February 2023, gunmen abducted 15 passengers near Maiduguri.", "abduction",
         "2023-02-01", "2023-02-28", "Maiduguri", -1, -1},
        {"en", "Soldiers arrested two teachers in Sittwe on 2 June 2023.", "arrest", "2023-06-02",
         "2023-06-02", "Sittwe", -1, -1},
        {"en",
         "On 20 May 2023, residents demonstrated in Kunduz against the closure of girls' schools.",
         "protest", "2023-05-20", "2023-05-20", "Kunduz", -1, -1},
        {"fr",
         "Le 14 mars 2023, des hommes armés non identifiés ont attaqué le village de Barsalogho, "
         "tuant au moins 12 civils.",
         "attack_on_civilians", "2023-03-14", "2023-03-14", "Barsalogo", 12, -1},
        {"fr", "Dix soldats ont été tués le 2 mai 2023 dans une embuscade près de Djibo.", "battle",
         "2023-05-02", "2023-05-02", "Djibo", 10, 10},
        {"fr", "En avril 2023, des combattants ont enlevé six enseignants à Maroua.", "abduction",
         "2023-04-01", "2023-04-30", "Maroua", -1, -1},
        {"fr", "Le 8 juin 2023, des rebelles du M23 ont pris le contrôle de la ville de Rutshuru.",
         "takeover", "2023-06-08", "2023-06-08", "Rutshuru", -1, -1},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const ReadReport read = reader.read(c.text, "2023-06-30", c.language);
        CAPTURE(describe(read));
        CHECK(read.events.size() == 1);
        if (read.events.size() != 1)
            continue;
        const Event& event = read.events.front();
        CHECK(events::info(event.kind).key == c.kind);
        CHECK(event.time.days.has_value());
        if (event.time.days) {
            CHECK(events::to_iso(event.time.days->first) == c.first);
            CHECK(events::to_iso(event.time.days->last) == c.last);
        }
        CHECK(event.place.name == c.place);
        const auto& killed = event.tally[Harm::killed];
        CHECK(killed.has_value() == (c.killed_low >= 0));
        if (killed && c.killed_low >= 0) {
            CHECK(killed->low == c.killed_low);
            CHECK(killed->high.value_or(-1) == c.killed_high);
        }
    }
}

TEST_CASE("Appeals, law, plans and negations are no events") {
    const Fixture reader;
    const std::pair<const char*, const char*> cases[] = {
        {"en", "The authorities must protect civilians in Goma from attacks by armed groups."},
        {"en", "No civilians were killed in Aleppo on 3 March 2023."},
        {"en", "Residents of Loikaw fear that the army may attack the town in July."},
        {"en", "Torture and killings are crimes under international law and should be punished."},
        {"en", "The mission was set up to prevent attacks on villages around Bunia."},
        {"fr", "Les autorités doivent protéger les civils contre les attaques à Goma."},
        {"fr", "Aucun civil n'a été tué à Bangui le 3 mars 2023."},
    };
    for (const auto& [language, text] : cases) {
        CAPTURE(text);
        const ReadReport read = reader.read(text, "2023-06-30", language);
        CAPTURE(describe(read));
        CHECK(read.events.empty());
    }
}

TEST_CASE("Two places with numbers of their own are two events") {
    const Fixture reader;
    const ReadReport read = reader.read(
        "On 9 April 2023, militiamen carried out raids in Ituri province, killing 8 villagers in "
        "Mongbwalu and 13 others in Bunia.");
    CAPTURE(describe(read));
    REQUIRE(read.events.size() == 2);
    CHECK(read.events[0].place.name == "Mongbwalu");
    CHECK(read.events[0].tally[Harm::killed]->low == 8);
    CHECK(read.events[1].place.name == "Bunia");
    CHECK(read.events[1].tally[Harm::killed]->low == 13);
}

TEST_CASE("Deaths told in the next sentence belong to the attack before") {
    const Fixture reader;
    const ReadReport read = reader.read(
        "On 22 May 2023, armed men attacked the town of Kolofata. The governor said 6 people were "
        "killed and 14 others wounded. Ten houses were burned during the attack.");
    CAPTURE(describe(read));
    REQUIRE(read.events.size() == 1);
    const Event& event = read.events.front();
    CHECK(event.claims.size() == 3);
    CHECK(event.tally[Harm::killed]->low == 6);
    CHECK(event.tally[Harm::injured]->low == 14);
    CHECK(event.tally[Harm::houses]->low == 10);
}

TEST_CASE("Roles follow the grammar and not the order of naming") {
    const Fixture reader;
    const std::pair<const char*, const char*> cases[] = {
        {"en", "On 5 May 2023, three farmers were killed by Boko Haram fighters in Maroua."},
        {"en", "On 5 May 2023, Boko Haram fighters killed three farmers in Maroua."},
        {"fr",
         "Le 5 mai 2023, trois agriculteurs ont été tués par des combattants de Boko Haram "
         "à Maroua."},
    };
    for (const auto& [language, text] : cases) {
        CAPTURE(text);
        const ReadReport read = reader.read(text, "2023-06-30", language);
        REQUIRE(read.events.size() == 1);
        bool doer = false;
        for (const events::Actor& actor : read.events.front().actors) {
            if (actor.role == events::ActorRole::perpetrator) {
                doer = true;
                const bool armed = actor.name.find("Boko Haram") != std::string::npos ||
                                   actor.name.find("combattants") != std::string::npos;
                CHECK_MESSAGE(armed, actor.name);
            }
        }
        CHECK(doer);
    }
}

TEST_CASE("A village in no gazetteer keeps its words and takes the area that holds it") {
    const Fixture reader;
    const ReadReport read = reader.read(
        "On 4 June 2023, gunmen attacked Zzyrkoundou village, in the Gao region, killing 5 "
        "people.");
    REQUIRE(read.events.size() == 1);
    const events::EventPlace& place = read.events.front().place;
    CHECK(place.words.find("Zzyrkoundou") != std::string::npos);
    CHECK(place.precision == events::PlacePrecision::admin1);
    CHECK(place.point.has_value());
    const ReadReport alone = reader.read("On 4 June 2023, gunmen attacked Zzyrkoundou village.");
    REQUIRE(alone.events.size() == 1);
    CHECK_FALSE(alone.events.front().place.point.has_value());
    CHECK(alone.events.front().place.precision == events::PlacePrecision::unknown);
}

TEST_CASE("A movement to several countries is a flow to each with one number together") {
    const Fixture reader;
    struct FlowCase {
        const char* language;
        const char* text;
    };
    const FlowCase cases[] = {
        {"en",
         "Since 15 April 2023, at least 40,000 people have fled from El Fasher to "
         "neighbouring Chad, Egypt and South Sudan."},
        {"fr",
         "Depuis le 15 avril 2023, au moins 40 000 personnes ont fui El Fasher vers le "
         "Tchad, l'Égypte et le Soudan du Sud."},
    };
    for (const FlowCase& c : cases) {
        CAPTURE(c.text);
        const ReadReport read = reader.read(c.text, "2023-06-30", c.language);
        REQUIRE(read.flows.size() == 3);
        CHECK(read.flows[0].to.country == "TD");
        CHECK(read.flows[1].to.country == "EG");
        CHECK(read.flows[2].to.country == "SS");
        for (const events::Flow& flow : read.flows) {
            CHECK(flow.split == events::FlowSplit::together);
            CHECK(flow.people->low == 40000);
            CHECK_FALSE(flow.people->high.has_value());
            CHECK(flow.from.country == "SD");
        }
    }
}

TEST_CASE("Some of those counted before are counted again when they cross a border") {
    const Fixture reader;
    const ReadReport read = reader.read(
        "Plus de 17 500 personnes ont été déplacées de la région de l'Est au Burkina Faso en mai "
        "2021. Quelque 1 200 d'entre elles ont traversé la frontière pour se réfugier au Niger.",
        "2021-06-01", "fr");
    REQUIRE(read.flows.size() == 1);
    CHECK(read.flows.front().to.country == "NE");
    CHECK(read.flows.front().from.country == "BF");
    REQUIRE(read.flows.front().people.has_value());
    CHECK(read.flows.front().people->low == 1200);
}

TEST_CASE("A return is told apart from a flight") {
    const Fixture reader;
    const ReadReport read =
        reader.read("In May 2023, some 2,500 refugees returned to Bangui from Cameroon.");
    REQUIRE(read.flows.size() == 1);
    CHECK(read.flows.front().kind == events::FlowKind::return_);
    CHECK(read.flows.front().from.country == "CM");
    CHECK(read.flows.front().to.name == "Bangui");
}

TEST_CASE("Every quote is exactly the bytes of its span, and reading again changes nothing") {
    const Fixture reader;
    const std::string text =
        "Le 3 mai 2023, des soldats ont exécuté sommairement six villageois à Kongoussi.\n\n"
        "On 4 May 2023, “unknown gunmen” killed two nurses in Dori — locals said.\n";
    const ReadReport first = reader.read(text);
    const ReadReport again = reader.read(text);
    REQUIRE_FALSE(first.events.empty());
    REQUIRE(first.events.size() == again.events.size());
    for (std::size_t i = 0; i < first.events.size(); ++i) {
        CHECK(first.events[i].id == again.events[i].id);
        for (const events::Claim& claim : first.events[i].claims) {
            CHECK(claim.quote ==
                  first.report.text.substr(claim.span.begin, claim.span.end - claim.span.begin));
        }
    }
}

TEST_CASE("Names of people and of bodies are no places") {
    const Fixture reader;
    const ReadReport read = reader.read(
        "General Paris Diarra met Human Rights Watch and Amnesty International in Bamako.");
    REQUIRE(read.mentions.size() == 1);
    CHECK(read.mentions.front().words == "Bamako");
}

TEST_CASE("A summary and its detail under one date are one event") {
    const Fixture reader;
    const ReadReport read = reader.read(
        "A mass grave found in North Kivu province shows how bad things have become, a monitor "
        "said. Villagers in Rutshuru identified on 22 March 2023 nine bodies in the mass grave.");
    CAPTURE(describe(read));
    REQUIRE(read.events.size() == 1);
    CHECK(read.events.front().kind == events::EventKind::mass_grave);
    CHECK(read.events.front().tally[Harm::killed]->low == 9);
}

TEST_CASE("A part of a number told is not added to it") {
    const Fixture reader;
    const ReadReport read =
        reader.read("Four people, two of them women, were arrested in Maroua on 4 May 2023.");
    CAPTURE(describe(read));
    REQUIRE(read.events.size() == 1);
    CHECK(read.events.front().tally[Harm::detained]->low == 4);
    CHECK(read.events.front().tally[Harm::detained]->high == 4);
}

TEST_CASE("The court's town and day are not those of the crime it tried") {
    const Fixture reader;
    const ReadReport read = reader.read(
        "On 12 June 2023, a court in Bangui convicted three men of attacks against civilians in "
        "Bambari in May 2021.");
    CAPTURE(describe(read));
    REQUIRE(read.events.size() == 1);
    CHECK(read.events.front().place.name == "Bambari");
    CHECK(events::to_iso(read.events.front().time.days->first) == "2021-05-01");
}

TEST_CASE("An undated event of an annual report takes the year it covers and says so") {
    const Fixture reader;
    geo::InputFile file;
    file.name = "annual.txt";
    file.bytes = "Seven villagers were killed by militiamen in Bunia.\n";
    file.sha256 = geo::sha256_hex(file.bytes);
    events::ReadOptions options;
    options.period = events::DayRange{events::make_day(2022, 1, 1), events::make_day(2022, 12, 31)};
    const auto read = events::read_report(file, *reader.lexicons, *reader.gazetteer, options);
    REQUIRE(read.has_value());
    REQUIRE(read->events.size() == 1);
    CHECK(read->events.front().time.inferred);
    CHECK(read->events.front().time.days == options.period);
}

TEST_CASE("Bytes that are no text fail with a sentence and no event") {
    const Fixture reader;
    geo::InputFile file;
    file.path = file.name = "empty.txt";
    file.sha256 = geo::sha256_hex("");
    const auto empty = events::read_report(file, *reader.lexicons, *reader.gazetteer);
    REQUIRE_FALSE(empty.has_value());
    CHECK(empty.error().message.find("empty.txt") != std::string::npos);
}
