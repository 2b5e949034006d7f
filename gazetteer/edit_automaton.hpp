// Typed errors between a name and many keys, one letter of a key at a time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace gazetteer {

inline constexpr int kMaxEdits = 2;

/// Reads keys letter by letter and knows after each which beginnings of the name it can be within
/// 0, 1 and 2 insertions, deletions, replacements and swaps of neighbours (optimal string
/// alignment: nothing is edited twice). All positions of the name are tried at once, one bit each
/// (Wu and Manber 1992; the swap as in Hyyrö 2003), so a letter costs a few instructions.
class EditAutomaton {
  public:
    /// Bit j: the first j letters of the name are matched.
    using Positions = std::uint64_t;

    struct State {
        std::array<Positions, kMaxEdits + 1> now;  ///< by number of errors
        std::array<Positions, kMaxEdits> before;   ///< of the letter before
        Positions letter;                          ///< where the last letter stands in the name

        bool hopeless() const { return (now[0] | now[1] | now[2]) == 0; }
    };

    /// Positions at which 1 and 2 errors may have been made: what is left out is found another way.
    struct Allowed {
        Positions one = ~Positions{0};
        Positions two = ~Positions{0};
    };

    /// At most kMaxEditLetters letters.
    EditAutomaton(std::span<const char16_t> name, Allowed allowed)
        : m_allowed(allowed), m_end(Positions{1} << name.size()) {
        for (std::size_t i = 0; i < name.size(); ++i) {
            const Positions bit = Positions{1} << i;
            if (name[i] < m_ascii.size()) {
                m_ascii[name[i]] |= bit;
                continue;
            }
            std::size_t at = 0;
            while (at < m_others.size() && m_others[at].first != name[i])
                ++at;
            if (at == m_others.size())
                m_others.emplace_back(name[i], 0);
            m_others[at].second |= bit;
        }
    }

    State start() const { return {{1, 3 & m_allowed.one, 7 & m_allowed.two}, {0, 0}, 0}; }

    State step(const State& from, char16_t letter) const {
        const Positions at = where(letter);
        State to;
        to.now[0] = (from.now[0] & at) << 1U;
        const Positions swapped_one = (((from.before[0] & at) << 1U) & from.letter) << 1U;
        const Positions swapped_two = (((from.before[1] & at) << 1U) & from.letter) << 1U;
        to.now[1] =
            (((from.now[1] & at) | from.now[0] | to.now[0]) << 1U | from.now[0] | swapped_one) &
            m_allowed.one;
        to.now[2] =
            (((from.now[2] & at) | from.now[1] | to.now[1]) << 1U | from.now[1] | swapped_two) &
            m_allowed.two;
        to.before = {from.now[0], from.now[1]};
        to.letter = at;
        return to;
    }

    /// Errors when the key ends here; kMaxEdits + 1 when the name does not.
    int edits(const State& state) const {
        int edits = 0;
        while (edits <= kMaxEdits && (state.now[static_cast<std::size_t>(edits)] & m_end) == 0)
            ++edits;
        return edits;
    }

  private:
    Positions where(char16_t letter) const {
        if (letter < m_ascii.size())
            return m_ascii[letter];
        for (const auto& [other, positions] : m_others) {
            if (other == letter)
                return positions;
        }
        return 0;
    }

    std::array<Positions, 128> m_ascii{};
    std::vector<std::pair<char16_t, Positions>> m_others;
    Allowed m_allowed;
    Positions m_end;
};

}  // namespace gazetteer
