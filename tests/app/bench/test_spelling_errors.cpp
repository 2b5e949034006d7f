// Misspelling by a seed.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "app/bench/spelling_errors.hpp"
#include "gazetteer/name_key.hpp"

namespace {

const std::vector<std::string> kNames{"Tombouctou", "Aïn el Béïda", "Šibenik", "Кидаль",
                                      "تومبوكتو",   "In-Tillit",    "ⵜⵉⵎⴱⵓⴽⵜⵓ"};

/// Insertions, deletions, substitutions and swaps of neighbours from one text to the other, each
/// part of a letter counting for itself.
int bytes_apart(const std::string& a, const std::string& b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = static_cast<int>(i + j);
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                                d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("the same seed makes the same errors and another seed makes others") {
    const app::Alphabet alphabet(kNames);
    const auto ten = [&](std::uint64_t seed) {
        app::Dice dice(seed);
        std::vector<std::string> wrong;
        for (int i = 0; i < 10; ++i)
            wrong.push_back(app::misspell("Tombouctou", 2, alphabet, dice));
        return wrong;
    };
    CHECK(ten(7) == ten(7));
    CHECK(ten(7) != ten(8));
}

TEST_CASE("a misspelt name differs after folding and by no more errors than asked for") {
    const app::Alphabet latin({"Tombouctou", "Menaka", "Ansongo"});
    app::Dice dice(3);
    int nearest = 9;
    int farthest = 0;
    for (int i = 0; i < 2000; ++i) {
        for (const int errors : {1, 2}) {
            const auto wrong = app::misspell("Tombouctou", errors, latin, dice);
            const int apart = bytes_apart("Tombouctou", wrong);
            CAPTURE(wrong);
            CHECK(apart >= 1);
            CHECK(apart <= errors * 2);  // a swap of letters that are not bytewise neighbours
            nearest = std::min(nearest, apart);
            farthest = std::max(farthest, apart);
        }
    }
    CHECK(nearest == 1);
    CHECK(farthest >= 2);
}

TEST_CASE("names of every script can be misspelt and stay whole letters") {
    const app::Alphabet alphabet(kNames);
    app::Dice dice(11);
    for (const auto& name : kNames) {
        for (int i = 0; i < 200; ++i) {
            const auto wrong = app::misspell(name, 2, alphabet, dice);
            CAPTURE(name);
            CAPTURE(wrong);
            CHECK(gazetteer::fold_name(wrong) != gazetteer::fold_name(name));
            CHECK(wrong.find("\xef\xbf\xbd") == std::string::npos);
            CHECK(app::letter_count(wrong) + 2 >= app::letter_count(name));
            CHECK(app::letter_count(wrong) <= app::letter_count(name) + 2);
        }
    }
}

TEST_CASE("a name without two letters is left alone") {
    const app::Alphabet alphabet(kNames);
    app::Dice dice(1);
    for (const char* name : {"", "Y", "12", "- -", "\xff\xfe"}) {
        CAPTURE(name);
        CHECK(app::misspell(name, 2, alphabet, dice) == name);
    }
}

TEST_CASE("letters are counted, marks and digits are not") {
    struct Case {
        const char* name;
        std::size_t letters;
    };
    for (const Case& c : {Case{"Gao", 3}, Case{"Aïn el Béïda", 10}, Case{"In-Tillit 2", 8},
                          Case{"Кидаль", 6}, Case{"", 0}, Case{"12 / 7", 0}}) {
        CAPTURE(c.name);
        CHECK(app::letter_count(c.name) == c.letters);
    }
}

TEST_CASE("a prefix keeps what stands between its letters and ends at a letter") {
    CHECK(app::first_letters("In-Tillit", 1) == "I");
    CHECK(app::first_letters("In-Tillit", 2) == "In");
    CHECK(app::first_letters("In-Tillit", 3) == "In-T");
    CHECK(app::first_letters("In-Tillit", 99) == "In-Tillit");
    CHECK(app::first_letters("Šibenik", 2) == "Ši");
    CHECK(app::first_letters("Gao", 0).empty());
    CHECK(app::first_letters("", 3).empty());
}

TEST_CASE("letters are drawn as often as the names have them") {
    const app::Alphabet alphabet({"aaab", "AAA-C1"});
    app::Dice dice(5);
    std::map<std::string, int> drawn;
    for (int i = 0; i < 8000; ++i)
        ++drawn[alphabet.draw(dice)];
    REQUIRE(drawn.size() == 3);
    CHECK(drawn["a"] > 5600);
    CHECK(drawn["b"] > 800);
    CHECK(drawn["c"] > 800);
}
