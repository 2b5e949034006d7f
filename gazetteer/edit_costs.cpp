// The table of costs, and the cheapest way from one name to the other.
#include "gazetteer/edit_costs.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "gazetteer/key_letters.hpp"

namespace gazetteer {
namespace {

/// A slip of the hand has a place in the name, and a wrong or added letter is one of about 25 as
/// well: ln 25 = 3.2 nats of kNatsPerEdit more than a letter left out or a swap. The rest are
/// small discounts for slips with a reason. They say what is likelier among names at the same
/// distance; the distance itself is kept apart by kEach.
struct Costs {
    float each = 0.55F;          ///< a slip at all: two are rarer than one
    float omitted = 0.04F;       ///< a letter left out
    float swapped = 0.04F;       ///< neighbours
    float replaced = 0.45F;      ///< any letter for any other: 1 with `each`
    float added = 0.45F;         ///< any letter
    float doubled = 0.02F;       ///< added or left out beside the same letter: spelling, not typing
    float vowel = 0.4F;          ///< one vowel for another: heard, not read
    float look_alike = 0.38F;    ///< letters and digits that scanning confuses
    float two_for_one = 0.4F;    ///< letters that are read or spelt as one
    float silent = 0.02F;        ///< h anywhere, e at the end
    float first_letter = 0.02F;  ///< on top, for the first letter: seldom missed
};
constexpr Costs kCosts;

constexpr bool is_vowel(char16_t c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Optical: what text recognition takes for each other.
constexpr bool looks_alike(char16_t a, char16_t b) {
    constexpr std::array<std::array<char16_t, 2>, 10> kPairs = {{{'l', '1'},
                                                                 {'i', '1'},
                                                                 {'i', 'l'},
                                                                 {'o', '0'},
                                                                 {'e', '6'},
                                                                 {'e', 'c'},
                                                                 {'b', '6'},
                                                                 {'s', '5'},
                                                                 {'z', '2'},
                                                                 {'g', '9'}}};
    return std::any_of(kPairs.begin(), kPairs.end(), [&](const auto& pair) {
        return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
    });
}

/// Two letters in the place of one, by reading (rn, cl, vv) or by spelling (dj, gu, ou).
constexpr bool stand_for(char16_t first, char16_t second, char16_t one) {
    constexpr std::array<std::array<char16_t, 3>, 8> kTriples = {{{'r', 'n', 'm'},
                                                                  {'c', 'l', 'd'},
                                                                  {'v', 'v', 'w'},
                                                                  {'l', 'l', 'u'},
                                                                  {'d', 'j', 'j'},
                                                                  {'g', 'u', 'g'},
                                                                  {'o', 'u', 'w'},
                                                                  {'o', 'u', 'u'}}};
    return std::any_of(kTriples.begin(), kTriples.end(), [&](const auto& t) {
        return t[0] == first && t[1] == second && t[2] == one;
    });
}

float replaced(char16_t a, char16_t b, std::size_t at) {
    float cost = kCosts.replaced;
    if (is_vowel(a) && is_vowel(b))
        cost = kCosts.vowel;
    else if (looks_alike(a, b))
        cost = kCosts.look_alike;
    return kCosts.each + cost + (at == 0 ? kCosts.first_letter : 0.0F);
}

/// Of the letter at `at` that one name has and the other lacks.
float lone(std::span<const char16_t> name, std::size_t at, float usual) {
    const char16_t c = name[at];
    const bool doubled =
        (at > 0 && name[at - 1] == c) || (at + 1 < name.size() && name[at + 1] == c);
    float cost = usual;
    if (doubled)
        cost = std::min(cost, kCosts.doubled);
    if (c == 'h' || (c == 'e' && at + 1 == name.size()))
        cost = std::min(cost, kCosts.silent);
    return kCosts.each + cost + (at == 0 ? kCosts.first_letter : 0.0F);
}

}  // namespace

float edit_cost(std::span<const char16_t> stored, std::span<const char16_t> typed) {
    // Rows of the usual table over `stored`, but only the diagonals that two errors can reach.
    constexpr int kReach = 2;
    constexpr float kFar = 1e9F;
    using Row = std::array<float, kMaxEditLetters + 2 * kReach + 2>;
    Row rows[3];
    for (Row& row : rows)
        row.fill(kFar);
    const auto n = static_cast<int>(stored.size());
    const auto m = static_cast<int>(typed.size());
    for (int i = 0; i <= n; ++i) {
        Row& row = rows[i % 3];
        const Row& above = rows[(i + 2) % 3];
        const Row& second = rows[(i + 1) % 3];
        const auto s = static_cast<std::size_t>(i);
        for (int j = std::max(0, i - kReach - 1); j <= std::min(m, i + kReach + 1); ++j) {
            const auto t = static_cast<std::size_t>(j);
            if (j < i - kReach || j > i + kReach) {
                row[t] = kFar;
                continue;
            }
            float best = i == 0 && j == 0 ? 0.0F : kFar;
            if (i > 0 && j > 0) {
                const char16_t a = stored[s - 1];
                const char16_t b = typed[t - 1];
                best = above[t - 1] + (a == b ? 0.0F : replaced(a, b, s - 1));
            }
            if (i > 0)
                best = std::min(best, above[t] + lone(stored, s - 1, kCosts.omitted));
            if (j > 0)
                best = std::min(best, row[t - 1] + lone(typed, t - 1, kCosts.added));
            if (i > 1 && j > 1 && stored[s - 1] == typed[t - 2] && stored[s - 2] == typed[t - 1]) {
                best = std::min(best, second[t - 2] + kCosts.each + kCosts.swapped +
                                          (i == 2 ? kCosts.first_letter : 0.0F));
            }
            if (i > 0 && j > 1 && stand_for(typed[t - 2], typed[t - 1], stored[s - 1]))
                best = std::min(best, above[t - 2] + kCosts.each + kCosts.two_for_one);
            if (i > 1 && j > 0 && stand_for(stored[s - 2], stored[s - 1], typed[t - 1]))
                best = std::min(best, second[t - 1] + kCosts.each + kCosts.two_for_one);
            row[t] = best;
        }
    }
    return rows[n % 3][static_cast<std::size_t>(m)];
}

}  // namespace gazetteer
