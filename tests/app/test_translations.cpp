// Interface texts.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "app/translations.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace app;

namespace {

std::string read_text(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

std::set<std::string> keys_of(const std::string& language) {
    std::istringstream lines(read_text(std::string(TEST_SHARE_DIR) + "/lang/" + language + ".tsv"));
    std::set<std::string> keys;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line[0] != '#')
            keys.insert(line.substr(0, line.find('\t')));
    }
    return keys;
}

void write(const std::string& path, const std::string& text) {
    std::ofstream(path) << text;
}

}  // namespace

TEST_CASE("English and French have the same keys") {
    const auto english = keys_of("en");
    CHECK(english.size() > 100);
    CHECK(english == keys_of("fr"));
}

TEST_CASE("French lies over English, and an unknown key shows itself") {
    const auto fr = Translations::load(std::string(TEST_SHARE_DIR) + "/lang", "fr");
    REQUIRE(fr);
    CHECK(fr->french());
    CHECK(std::string((*fr)("menu.file")) == "Fichier");
    CHECK(std::string((*fr)("no.such.key")) == "no.such.key");
}

TEST_CASE("a bad line is named with file and line") {
    const TemporaryFolder folder;
    write(folder.path() + "/en.tsv", "# words\na\tA\nb B\n");
    const auto no_tab = Translations::load(folder.path(), "en");
    REQUIRE_FALSE(no_tab);
    CHECK(no_tab.error().message.ends_with("en.tsv:3: no tab after the key"));
    write(folder.path() + "/en.tsv", "a\tA\na\tB\n");
    const auto twice = Translations::load(folder.path(), "en");
    REQUIRE_FALSE(twice);
    CHECK(twice.error().message.ends_with("en.tsv:2: \"a\" comes twice"));
}

TEST_CASE("a language without a file fails naming it") {
    const TemporaryFolder folder;
    write(folder.path() + "/en.tsv", "a\tA\r\n");
    REQUIRE(Translations::load(folder.path(), "en"));
    CHECK(std::string((*Translations::load(folder.path(), "en"))("a")) == "A");
    const auto missing = Translations::load(folder.path(), "fr");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.find("fr.tsv") != std::string::npos);
}

TEST_CASE("patterns are filled by name") {
    CHECK(fill("{n} of {m}", {{"m", "9"}, {"n", "3"}}) == "3 of 9");
    CHECK(fill("{n} {x}", {{"n", "3"}}) == "3 {x}");
    CHECK(fill("no names {", {{"n", "3"}}) == "no names {");
    CHECK(fill("", {}) == "");
}

TEST_CASE("the language follows the option, then the environment") {
    CHECK(choose_language("fr", "en_GB.UTF-8") == "fr");
    CHECK(choose_language("", "fr_ML.UTF-8") == "fr");
    CHECK(choose_language("", "de_DE.UTF-8") == "en");
    CHECK(choose_language("xx", "") == "en");
}

TEST_CASE("reasons for a place are told in French, with the words that they name") {
    struct Case {
        const char* english;
        const char* french;
    };
    const auto fr = Translations::load(std::string(TEST_SHARE_DIR) + "/lang", "fr");
    REQUIRE(fr);
    for (const Case& c : {Case{"same name", "même nom"},
                          Case{"same name (another name of it)", "même nom (un autre de ses noms)"},
                          Case{"same sound: ou/u", "même son : ou/u"},
                          Case{"2 letters differ", "2 lettres diffèrent"},
                          Case{"area named: Gao, Bourem", "zone nommée : Gao, Bourem"},
                          Case{"kind named: second-order area, this is a populated place",
                               "le mot dit : zone de deuxième ordre ; ceci : localité"},
                          Case{"12 km from Timbuktu, named in the same paragraph",
                               "à 12 km de Timbuktu, nommé dans le même paragraphe"},
                          Case{"populated place of 32460", "localité de 32460 habitants"},
                          Case{"", ""}, Case{"something new", "something new"}}) {
        CAPTURE(c.english);
        CHECK(fr->reason(c.english) == c.french);
    }
    const auto en = Translations::load(std::string(TEST_SHARE_DIR) + "/lang", "en");
    REQUIRE(en);
    CHECK(en->reason("same sound: ou/u") == "same sound: ou/u");
}
