// Typed errors between a name and many keys, one letter of a key at a time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace gazetteer {

inline constexpr int kMaxEdits = 2;

/// Reads keys letter by letter and knows after each which beginnings of the name it can be with 0,
/// 1 and 2 insertions, deletions, replacements and swaps of neighbours (optimal string alignment:
/// nothing is edited twice). All positions of the name are tried at once, one bit each (Wu and
/// Manber 1992; the swap as in Hyyrö 2003), so a letter costs a few instructions.
class EditAutomaton {
  public:
    /// Bit j: the first j letters of the name are matched.
    using Positions = std::uint64_t;

    struct State {
        std::array<Positions, kMaxEdits + 1> now;  ///< by number of errors
        std::array<Positions, kMaxEdits> before;   ///< of the letter before
        Positions letter;                          ///< where the last letter stands in the name
    };

    /// The positions that the first and the second error may lead to. Searches that leave some out
    /// each are narrow, and together find all.
    struct Allowed {
        Positions first = ~Positions{0};
        Positions second = ~Positions{0};
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

    State start() const {
        const Positions one = 2 & m_allowed.first;
        return {{1, one, (one << 1U) & m_allowed.second}, {0, 0}, 0};
    }

    State step(const State& from, char16_t letter) const { return step_at(from, where(letter)); }

    /// By where a letter stands in the name: 0 for all letters that it lacks.
    State step_at(const State& from, Positions at) const {
        State to;
        to.now[0] = (from.now[0] & at) << 1U;
        const Positions swapped = (((from.before[0] & at) << 1U) & from.letter) << 1U;
        to.now[1] = ((from.now[1] & at) << 1U) |
                    (m_allowed.first & (from.now[0] | (from.now[0] | to.now[0]) << 1U | swapped));
        const Positions swapped_too = (((from.before[1] & at) << 1U) & from.letter) << 1U;
        to.now[2] =
            ((from.now[2] & at) << 1U) |
            (m_allowed.second & (from.now[1] | (from.now[1] | to.now[1]) << 1U | swapped_too));
        to.before = {from.now[0], from.now[1]};
        to.letter = at;
        return to;
    }

    /// Whether no key that goes on from here can end well. The first half of a swap leaves no
    /// position behind, only the hope of its second half.
    bool is_hopeless(const State& state) const {
        const Positions half_swapped =
            (((state.before[0] << 1U) & state.letter) << 1U & m_allowed.first) |
            (((state.before[1] << 1U) & state.letter) << 1U & m_allowed.second);
        return (state.now[0] | state.now[1] | state.now[2] | half_swapped) == 0;
    }

    /// Errors when the key ends here; kMaxEdits + 1 when the name does not.
    int edits(const State& state) const {
        int edits = 0;
        while (edits <= kMaxEdits && (state.now[static_cast<std::size_t>(edits)] & m_end) == 0)
            ++edits;
        return edits;
    }

    Positions where(char16_t letter) const {
        if (letter < m_ascii.size())
            return m_ascii[letter];
        for (const auto& [other, positions] : m_others) {
            if (other == letter)
                return positions;
        }
        return 0;
    }

    /// Whether the name is long enough, and in plain Latin, that no name of another script is near.
    bool is_plain() const {
        constexpr unsigned kLongEnough = 4;
        return m_others.empty() && (m_end >> kLongEnough) != 0;
    }

  private:
    std::array<Positions, 128> m_ascii{};
    std::vector<std::pair<char16_t, Positions>> m_others;
    Allowed m_allowed;
    Positions m_end;
};

}  // namespace gazetteer
