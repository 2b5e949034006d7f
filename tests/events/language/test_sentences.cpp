// Where sentences end, and where they do not.
#include <doctest/doctest.h>

#include "events/language/tokens.hpp"
#include "load_test_lexicons.hpp"

using events::Language;

namespace {

std::string split(const events::Lexicons& lexicons, std::string_view text, Language language) {
    std::string out;
    const events::TextRange block{0, static_cast<std::uint32_t>(text.size())};
    for (const auto& sentence : events::split_sentences(text, block, *lexicons.find(language))) {
        if (!out.empty())
            out += " | ";
        out += text.substr(sentence.range.begin, sentence.range.end - sentence.range.begin);
    }
    return out;
}

struct Case {
    std::string text;
    std::string split;
};

}  // namespace

TEST_CASE("English sentences end where a reader pauses") {
    const events::Lexicons lexicons = load_test_lexicons();
    const Case cases[] = {
        {"Gao fell. Kidal fell.", "Gao fell. | Kidal fell."},
        {"  Gao fell.  ", "Gao fell."},
        {"Mr. Touré met Dr. Diallo in St. Louis. He left.",
         "Mr. Touré met Dr. Diallo in St. Louis. | He left."},
        {"J. B. Keïta spoke. Others fled.", "J. B. Keïta spoke. | Others fled."},
        {"Resolution No. 2100 and art. 3 apply. No. They refused.",
         "Resolution No. 2100 and art. 3 apply. | No. | They refused."},
        {"The U.N. Security Council met. It voted.", "The U.N. Security Council met. | It voted."},
        {"They flew to the U.S. The army stayed.", "They flew to the U.S. | The army stayed."},
        {"Some 1.5 million fled. More will.", "Some 1.5 million fled. | More will."},
        {"It killed 15 soldiers.1 In May it struck again.",
         "It killed 15 soldiers. | In May it struck again."},
        {"It killed 15 soldiers.[2] In May it struck again.¹",
         "It killed 15 soldiers. | In May it struck again."},
        {"“The rule of law is absent.” Others agree.",
         "“The rule of law is absent.” | Others agree."},
        {"“Where were they?” asked the mother. Nobody knew.",
         "“Where were they?” asked the mother. | Nobody knew."},
        {"\"They came at night. They took him,\" she said.",
         "\"They came at night. | They took him,\" she said."},
        {"they must be released”. She left.", "they must be released”. | She left."},
        {"On Jan. 5 they left Gao. Dec. 2012 was calm.",
         "On Jan. 5 they left Gao. | Dec. 2012 was calm."},
        {"• First point.\n• Second point", "First point. | Second point"},
        {"One paragraph\n\nAnother one", "One paragraph | Another one"},
        {"A line that is\nwrapped once. Next.", "A line that is\nwrapped once. | Next."},
        {"schools close.Mass grave found", "schools close. | Mass grave found"},
        {"See www.example.org for more.", "See www.example.org for more."},
        {"1. “A title”, 8 September", "“A title”, 8 September"},
        {"They waited... Then they ran.", "They waited... | Then they ran."},
        {"***", ""},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(split(lexicons, c.text, Language::en) == c.split);
    }
}

TEST_CASE("French sentences end where a reader pauses") {
    const events::Lexicons lexicons = load_test_lexicons();
    const Case cases[] = {
        {"M. Keïta a parlé. Il est parti.", "M. Keïta a parlé. | Il est parti."},
        {"Des villes, p. ex. Gao et Ménaka, ont été prises. Elles sont vides.",
         "Des villes, p. ex. Gao et Ménaka, ont été prises. | Elles sont vides."},
        {"Selon l’art. 3 du vol. 2, c’est un crime. Le n° 5 aussi.",
         "Selon l’art. 3 du vol. 2, c’est un crime. | Le n° 5 aussi."},
        {"« Ils ont tiré. » Les habitants ont fui.", "« Ils ont tiré. » | Les habitants ont fui."},
        {"« Où sont-ils ? » demande une mère. Nul ne sait.",
         "« Où sont-ils ? » demande une mère. | Nul ne sait."},
        {"Quel bilan ! Quarante morts.", "Quel bilan ! | Quarante morts."},
        {"Quelque 1\u00a0200 personnes ont fui le 3 mai. L’armée est restée.",
         "Quelque 1\u00a0200 personnes ont fui le 3 mai. | L’armée est restée."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(split(lexicons, c.text, Language::fr) == c.split);
    }
}

TEST_CASE("a sentence owns the tokens inside its range") {
    const events::Lexicons lexicons = load_test_lexicons();
    const std::string text = "Gao fell. Kidal held.";
    const auto sentences = events::split_sentences(
        text, {0, static_cast<std::uint32_t>(text.size())}, *lexicons.find(Language::en));
    REQUIRE(sentences.size() == 2);
    REQUIRE(sentences[1].tokens.size() == 3);
    CHECK(sentences[1].tokens[0].folded == "kidal");
    CHECK(sentences[1].range.begin == sentences[1].tokens.front().range.begin);
    CHECK(sentences[1].range.end == sentences[1].tokens.back().range.end);
}
