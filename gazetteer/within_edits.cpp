// Keys within a few typed errors of a name: walks over the tops of two trees.
#include "gazetteer/name_index.hpp"

namespace gazetteer {
namespace {

std::size_t bytes_of_letters(std::string_view key, std::size_t letters) {
    std::size_t at = 0;
    for (; letters > 0 && at < key.size(); --letters)
        at += letter_at(key, at).bytes;
    return std::min(at, key.size());
}

std::size_t bytes_of_last_letters(std::string_view key, std::size_t letters) {
    std::size_t end = key.size();
    for (; letters > 0 && end > 0; --letters)
        end -= letter_before(key, end).bytes;
    return key.size() - end;
}

/// Calls with the positions of [first, last) whose letters allow two errors. Flags are set for many
/// keys at once, which the compiler turns into vector instructions, and few of them are.
template <typename Visit>
void for_each_possible(std::span<const std::uint32_t> sets, std::size_t first, std::size_t last,
                       std::uint32_t letters, const Visit& visit) {
    constexpr std::size_t kChunk = 16;
    for (; first + kChunk <= last; first += kChunk) {
        const std::uint32_t* chunk = sets.data() + first;
        std::array<std::uint32_t, kChunk> flags;
        std::uint32_t any = 0;
        for (std::size_t i = 0; i < kChunk; ++i)
            flags[i] = sets_allow_two_edits(letters, chunk[i]) ? 1U : 0U;
        for (const std::uint32_t flag : flags)
            any |= flag;
        for (std::size_t i = 0; any != 0 && i < kChunk; ++i) {
            if (flags[i] != 0)
                visit(static_cast<KeyIndex>(first + i));
        }
    }
    for (; first < last; ++first) {
        if (sets_allow_two_edits(letters, sets[first]))
            visit(static_cast<KeyIndex>(first));
    }
}

EditAutomaton::Positions from_position(std::size_t first) {
    return first > 63 ? 0 : ~EditAutomaton::Positions{0} << first;
}

}  // namespace

void NameIndex::compare_from_front(const Range& range, const EditAutomaton& automaton,
                                   const EditAutomaton::State& state, std::uint32_t letters,
                                   std::vector<Near>& found) const {
    const auto last = std::min<std::size_t>(range.last, key_count());
    std::size_t shared = 0;
    bool is_measured = false;
    for_each_possible(m_key_letters, range.first, last, letters, [&](KeyIndex i) {
        const std::string_view text = key(i);
        if (!is_measured)
            shared = bytes_of_letters(text, range.depth);
        is_measured = true;
        EditAutomaton::State now = state;
        std::size_t at = shared;
        while (at < text.size() && !automaton.is_hopeless(now)) {
            const KeyLetter letter = letter_at(text, at);
            at += letter.bytes;
            now = automaton.step(now, letter.unit);
        }
        if (const int edits = automaton.edits(now); edits <= kMaxEdits)
            found.push_back({i, edits});
    });
}

void NameIndex::compare_from_back(const Range& range, const EditAutomaton& automaton,
                                  const EditAutomaton::State& state, std::uint32_t letters,
                                  std::vector<Near>& found) const {
    const auto order = m_file->column<std::uint32_t>(Section::backward_order);
    const auto last = std::min<std::size_t>(range.last, order.size());
    for (std::size_t i = range.first; i < last; ++i) {
        const KeyIndex index = order[i];
        if (index >= key_count() || !sets_allow_two_edits(letters, m_key_letters[index]))
            continue;
        const std::string_view text = key(index);
        EditAutomaton::State now = state;
        std::size_t end = text.size() - bytes_of_last_letters(text, range.depth);
        while (end > 0 && !automaton.is_hopeless(now)) {
            const KeyLetter letter = letter_before(text, end);
            end -= letter.bytes;
            now = automaton.step(now, letter.unit);
        }
        if (const int edits = automaton.edits(now); edits <= kMaxEdits)
            found.push_back({index, edits});
    }
}

/// With at most two errors, either the second one lies in the second half of the name, or both lie
/// before it and the second half is an end of the key as it stands. So one walk from the front
/// allows one error early, one from the back none: both soon run out of branches. With one error
/// the same holds for the only one. An error counts by the position of the name that it leads to.
std::vector<NameIndex::Near> NameIndex::within_edits(std::string_view folded, int max_edits) const {
    std::vector<Near> found;
    const KeyLetters name(folded);
    if (folded.empty() || name.too_many() || max_edits < 0)
        return found;
    const std::span<const char16_t> letters(name.units.data(), name.count);
    const std::uint32_t set = letter_set(folded);
    const std::size_t early = name.count - name.count / 2;
    const auto in_second_half = from_position(early + 1);
    const EditAutomaton::Positions anywhere = from_position(0);
    const EditAutomaton::Positions nowhere = 0;
    const EditAutomaton forward(letters,
                                max_edits >= 2   ? EditAutomaton::Allowed{anywhere, in_second_half}
                                : max_edits == 1 ? EditAutomaton::Allowed{in_second_half, nowhere}
                                                 : EditAutomaton::Allowed{nowhere, nowhere});
    walk_key_tree(m_file->column<TreeNode>(Section::forward_tree), forward,
                  [&](std::uint32_t first, std::uint32_t last, std::size_t depth,
                      const EditAutomaton::State& state) {
                      compare_from_front({first, last, depth}, forward, state, set, found);
                  });
    if (max_edits >= 1) {
        std::array<char16_t, kMaxEditLetters> reversed{};
        std::reverse_copy(letters.begin(), letters.end(), reversed.begin());
        const auto in_first_half = from_position(name.count / 2);
        const EditAutomaton backward({reversed.data(), name.count},
                                     {in_first_half, max_edits >= 2 ? in_first_half : nowhere});
        walk_key_tree(m_file->column<TreeNode>(Section::backward_tree), backward,
                      [&](std::uint32_t first, std::uint32_t last, std::size_t depth,
                          const EditAutomaton::State& state) {
                          compare_from_back({first, last, depth}, backward, state, set, found);
                      });
    }
    std::sort(found.begin(), found.end(), [](const Near& a, const Near& b) {
        return a.key != b.key ? a.key < b.key : a.edits < b.edits;
    });
    const auto same = [](const Near& a, const Near& b) { return a.key == b.key; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

}  // namespace gazetteer
