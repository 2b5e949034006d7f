// Word tables: what is read, and which line is named when it cannot be.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "events/language/lexicon.hpp"
#include "events/language/phrases.hpp"
#include "load_test_lexicons.hpp"

namespace fs = std::filesystem;

namespace {

/// A folder of tables for one test; gone when the test ends.
class TableFolder {
  public:
    explicit TableFolder(const std::string& table)
        : m_path(fs::temp_directory_path() / ("toposcope_lexicon_" + std::to_string(::getpid()))) {
        fs::create_directories(m_path / "fr");
        std::ofstream(m_path / "fr" / "units.tsv") << table;
    }
    ~TableFolder() { fs::remove_all(m_path); }
    TableFolder(const TableFolder&) = delete;
    TableFolder& operator=(const TableFolder&) = delete;
    std::string path() const { return m_path.string(); }

  private:
    fs::path m_path;
};

}  // namespace

TEST_CASE("both languages are shipped with their function words") {
    const events::Lexicons lexicons = load_test_lexicons();
    REQUIRE(lexicons.find(events::Language::en) != nullptr);
    REQUIRE(lexicons.find(events::Language::fr) != nullptr);
    CHECK(lexicons.find(events::Language::en)->table("function_words").find_word("the"));
    CHECK(lexicons.find(events::Language::fr)->table("function_words").find_word("était"));
    CHECK(lexicons.find(events::Language::unknown) == nullptr);
    CHECK(lexicons.languages[0].table("no such table").rows.empty());
}

TEST_CASE("a table skips comments, reads CRLF lines and finds the longest phrase") {
    const TableFolder folder(
        "# units\r\nword\tvalue\r\n\r\nle mois\tmonth\r\nle mois d'août\taugust\r\n");
    const auto lexicons = events::load_lexicons(folder.path());
    REQUIRE(lexicons);
    const events::LexiconTable& table = lexicons->languages[0].table("units");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.cell(0, "value") == "month");
    CHECK(table.cell(0, "colour") == "");
    const std::string text = "Le mois d’août";
    const auto tokens =
        events::tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, events::Language::fr);
    const auto match = events::match_phrase(table, tokens, 0);
    REQUIRE(match);
    CHECK(table.cell(match->row, "value") == "august");
    CHECK(match->length == 4);
    CHECK(events::match_phrase_before(table, tokens, 2)->row == 0);
    CHECK_FALSE(events::match_phrase_before(table, tokens, 3));
}

TEST_CASE("a bad table is refused by file and line") {
    const TableFolder folder("word\tvalue\nmois\tmonth\textra\n");
    const auto lexicons = events::load_lexicons(folder.path());
    REQUIRE_FALSE(lexicons);
    CHECK(lexicons.error().message.find("units.tsv:2: more cells") != std::string::npos);
    CHECK_FALSE(events::load_lexicons("/no/such/folder"));
}
