// Word patterns with inflected forms, found in tokens.
#include <doctest/doctest.h>

#include "events/mentions/phrase_table.hpp"

namespace {

using events::LexiconTable;
using events::PatternTable;
using events::WordForm;

LexiconTable inflection() {
    LexiconTable table;
    table.columns = {"class", "ending", "form"};
    table.rows = {{"v", "-", "base"},
                  {"v", "ed", "past"},
                  {"v", "ing", "gerund"},
                  {"n", "-", "plain"},
                  {"n", "s", "plain"}};
    return table;
}

std::vector<events::Token> tokens_of(const std::string& text) {
    return events::tokenize(text, {0, static_cast<std::uint32_t>(text.size())},
                            events::Language::en);
}

struct Case {
    std::string pattern;
    std::string text;
    bool found;
    std::size_t length = 0;
    WordForm form = WordForm::plain;
};

}  // namespace

TEST_CASE("A pattern matches every form of its inflection class and no other") {
    const Case cases[] = {
        {"attack+v", "attacked", true, 1, WordForm::past},
        {"attack+v", "attacking", true, 1, WordForm::gerund},
        {"attack+v", "attack", true, 1, WordForm::base},
        {"attack+v", "attacker", false},
        {"mass grave+n", "mass graves", true, 2, WordForm::plain},
        {"mass grave+n", "mass", false},
        {"shoot/base|shot/past dead", "shot dead", true, 2, WordForm::past},
        {"took/past (full) control", "took full control", true, 3, WordForm::past},
        {"took/past (full) control", "took control", true, 2, WordForm::past},
        {"extrajudicial* killing+n", "extrajudicially killings", true, 2, WordForm::plain},
        {"car bomb+n;suicide vest", "suicide vest", true, 2, WordForm::plain},
        {"put/past .. to death", "put nine farmers to death", true, 1, WordForm::past},
        {"put/past .. to death", "put to death", true, 1, WordForm::past},
        {"put/past .. to death", "put nine farmers, to death", false},
        {"put/past .. to death", "put a b c d e f g h to death", false},
        {"put/past .. to death", "put nine farmers to", false},
    };
    const LexiconTable forms = inflection();
    for (const Case& c : cases) {
        CAPTURE(c.pattern);
        CAPTURE(c.text);
        LexiconTable table;
        table.columns = {"pattern", "kind"};
        table.rows = {{c.pattern, "x"}};
        const PatternTable patterns(table, forms);
        const auto tokens = tokens_of(c.text);
        const auto match = patterns.match_at(tokens, 0);
        CHECK(match.has_value() == c.found);
        if (match && c.found) {
            CHECK(match->end == c.length);
            CHECK(match->form == c.form);
        }
    }
}

TEST_CASE("The longest pattern wins and the earlier row among equals") {
    LexiconTable table;
    table.columns = {"pattern", "kind"};
    table.rows = {{"air", "first"}, {"air strike+n", "second"}, {"air strike+n", "third"}};
    const LexiconTable forms = inflection();
    const PatternTable patterns(table, forms);
    const auto tokens = tokens_of("air strikes air");
    const auto found = patterns.find_all(tokens);
    REQUIRE(found.size() == 2);
    CHECK(patterns.cell(found[0].row, "kind") == "second");
    CHECK(patterns.cell(found[1].row, "kind") == "first");
}

TEST_CASE("In a column of phrases the bar stands between whole phrases") {
    LexiconTable table;
    table.columns = {"phrases", "role"};
    table.rows = {{"village+n of|town+n of", "kind"}};
    const LexiconTable forms = inflection();
    const PatternTable patterns(table, forms);
    CHECK(patterns.match_at(tokens_of("towns of"), 0).has_value());
    CHECK(patterns.match_at(tokens_of("village of"), 0).has_value());
    CHECK_FALSE(patterns.match_at(tokens_of("village town of"), 0).has_value());
}

TEST_CASE("An empty table finds nothing and a pattern longer than the text does not match") {
    const LexiconTable empty;
    const PatternTable none(empty, empty);
    CHECK(none.find_all(tokens_of("killed")).empty());
    LexiconTable table;
    table.columns = {"pattern"};
    table.rows = {{"mass grave site"}};
    const PatternTable patterns(table, empty);
    CHECK(patterns.find_all(tokens_of("mass grave")).empty());
}
