// The top of the tree of all keys: beginnings that many keys share, each with its range of keys.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "gazetteer/edit_automaton.hpp"
#include "gazetteer/key_letters.hpp"

namespace gazetteer {

/// In the order of a walk from the top, children in the order of the keys, with one node of no
/// depth at the end. Only beginnings of many keys have nodes below them: what lies deeper is
/// compared key by key.
struct TreeNode {
    std::uint32_t first;  ///< position of the first key in the order of the tree
    std::uint32_t end;    ///< the next node that is not below this one
    char16_t letter;      ///< the last letter of the beginning; 0: a run of keys of the node above
    std::uint8_t depth;   ///< letters in the beginning; from 1 on
    std::uint8_t unused;
};

inline constexpr std::size_t kMaxTreeDepth = 48;

/// `key_at(i)` is the i-th key in an order in which keys of one beginning stand together; with
/// `from_back` their ends do. Takes time in proportion to the keys.
std::vector<TreeNode> build_key_tree(std::size_t key_count,
                                     const std::function<std::string_view(std::uint32_t)>& key_at,
                                     bool from_back);

/// Calls `visit(first, last, depth, state)` for each range of keys that share their first `depth`
/// letters and may still come within the errors that the automaton allows. Ends on any input.
template <typename Visit>
void walk_key_tree(std::span<const TreeNode> nodes, const EditAutomaton& automaton,
                   const Visit& visit) {
    if (nodes.empty())
        return;
    // Most letters are not in the name, and lead on from a node in one and the same way.
    struct Level {
        EditAutomaton::State here;
        EditAutomaton::State after_strange;
        bool strange_hopeless;
    };
    std::array<Level, kMaxTreeDepth + 1> levels;
    const auto enter = [&](Level& level) {
        level.after_strange = automaton.step_at(level.here, 0);
        level.strange_hopeless = automaton.is_hopeless(level.after_strange);
    };
    levels[0].here = automaton.start();
    enter(levels[0]);
    const std::size_t last = nodes.size() - 1;
    std::size_t reached = 0;  // the depth down to which `levels` is right
    for (std::size_t at = 0; at < last;) {
        const TreeNode& node = nodes[at];
        const std::size_t depth = node.depth;
        // Only a damaged file fails this.
        if (depth == 0 || depth > reached + 1 || depth > kMaxTreeDepth || node.end <= at ||
            node.end > last) {
            return;
        }
        const Level& above = levels[depth - 1];
        Level& level = levels[depth];
        reached = depth - 1;
        at = node.end;
        if (depth == 1 && node.letter >= 0x80 && automaton.is_plain())
            continue;
        if (node.letter == 0) {
            visit(node.first, nodes[node.end].first, depth - 1, above.here);
            continue;
        }
        const EditAutomaton::Positions places = automaton.where(node.letter);
        if (places == 0 && above.strange_hopeless)
            continue;
        level.here = places == 0 ? above.after_strange : automaton.step_at(above.here, places);
        if (places != 0 && automaton.is_hopeless(level.here))
            continue;
        const auto number = static_cast<std::size_t>(&node - nodes.data());
        if (node.end == number + 1) {
            visit(node.first, nodes[node.end].first, depth, level.here);
        } else {
            enter(level);
            reached = depth;
            at = number + 1;
        }
    }
}

}  // namespace gazetteer
