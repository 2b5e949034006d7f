// Keys within a few typed errors of a name: two walks over the tops of two trees.
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
    for (std::uint32_t i = range.first; i < last; ++i) {
        if (!sets_allow(letters, m_key_letters[i], kMaxEdits))
            continue;
        const std::string_view text = key(i);
        if (!is_measured)
            shared = bytes_of_letters(text, range.depth);
        is_measured = true;
        EditAutomaton::State now = state;
        std::size_t at = shared;
        while (at < text.size() && !now.hopeless()) {
            const KeyLetter letter = letter_at(text, at);
            at += letter.bytes;
            now = automaton.step(now, letter.unit);
        }
        if (const int edits = automaton.edits(now); edits <= kMaxEdits)
            found.push_back({i, edits});
    }
}

void NameIndex::compare_from_back(const Range& range, const EditAutomaton& automaton,
                                  const EditAutomaton::State& state, std::uint32_t letters,
                                  std::vector<Near>& found) const {
    const auto order = m_file->column<std::uint32_t>(Section::backward_order);
    const auto last = std::min<std::size_t>(range.last, order.size());
    for (std::size_t i = range.first; i < last; ++i) {
        const KeyIndex index = order[i];
        if (index >= key_count() || !sets_allow(letters, m_key_letters[index], kMaxEdits))
            continue;
        const std::string_view text = key(index);
        EditAutomaton::State now = state;
        std::size_t end = text.size() - bytes_of_last_letters(text, range.depth);
        while (end > 0 && !now.hopeless()) {
            const KeyLetter letter = letter_before(text, end);
            end -= letter.bytes;
            now = automaton.step(now, letter.unit);
        }
        if (const int edits = automaton.edits(now); edits <= kMaxEdits)
            found.push_back({index, edits});
    }
}

/// With at most two errors, either the first half of the name holds at most one, or the second half
/// holds none: then the name's end is an end of the key as it stands. The first walk goes from the
/// front and is narrow because only one error is allowed early, the second from the back and is
/// narrower still. With at most one error the same holds with none early. An error between the
/// halves counts to the first one.
std::vector<NameIndex::Near> NameIndex::within_edits(std::string_view folded, int max_edits) const {
    std::vector<Near> found;
    const KeyLetters name(folded);
    if (folded.empty() || name.too_many() || max_edits < 0)
        return found;
    const std::span<const char16_t> letters(name.units.data(), name.count);
    std::array<char16_t, kMaxEditLetters> reversed{};
    std::reverse_copy(letters.begin(), letters.end(), reversed.begin());
    const std::span<const char16_t> backward_letters(reversed.data(), name.count);
    const std::uint32_t set = letter_set(folded);

    const std::size_t half = name.count / 2;
    const auto late = from_position(half + 1);
    const auto all = from_position(0);
    const EditAutomaton forward(
        letters, max_edits >= 2 ? EditAutomaton::Allowed{all, late}
                                : EditAutomaton::Allowed{max_edits == 1 ? late : 0, 0});
    walk_key_tree(m_file->column<TreeNode>(Section::forward_tree), forward,
                  [&](std::uint32_t first, std::uint32_t last, std::size_t depth,
                      const EditAutomaton::State& state) {
                      compare_from_front({first, last, depth}, forward, state, set, found);
                  });
    if (max_edits == 0)
        return found;
    const auto early = from_position(name.count - half);
    const EditAutomaton backward(backward_letters, {early, max_edits >= 2 ? early : 0});
    walk_key_tree(m_file->column<TreeNode>(Section::backward_tree), backward,
                  [&](std::uint32_t first, std::uint32_t last, std::size_t depth,
                      const EditAutomaton::State& state) {
                      compare_from_back({first, last, depth}, backward, state, set, found);
                  });
    std::sort(found.begin(), found.end(), [](const Near& a, const Near& b) {
        return a.key != b.key ? a.key < b.key : a.edits < b.edits;
    });
    const auto same = [](const Near& a, const Near& b) { return a.key == b.key; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

}  // namespace gazetteer
