// Groups sorted keys by their beginnings.
#include "gazetteer/key_tree.hpp"

namespace gazetteer {
namespace {

/// Measured on 130,000 and 600,000 keys: larger groups mean more keys to compare one by one,
/// smaller ones more nodes to walk and to store.
constexpr std::size_t kSplitAbove = 24;
constexpr std::size_t kSmallestChild = 4;

struct Group {
    std::uint32_t first;
    std::uint32_t last;
    std::uint32_t depth;
    std::uint32_t bytes;  ///< of the letters down to `depth`
    char16_t letter;
};

/// The letter of a key after `bytes` bytes from the end that counts; 0 bytes when it has no more.
KeyLetter next_letter(std::string_view key, std::size_t bytes, bool from_back) {
    if (bytes >= key.size())
        return {0, 0};
    return from_back ? letter_before(key, key.size() - bytes) : letter_at(key, bytes);
}

/// The children of a group in order; small ones side by side become one run without a letter.
void split(const Group& group, const std::function<std::string_view(std::uint32_t)>& key_at,
           bool from_back, std::vector<Group>& children) {
    children.clear();
    for (std::uint32_t i = group.first; i < group.last;) {
        const KeyLetter letter = next_letter(key_at(i), group.bytes, from_back);
        std::uint32_t end = i + 1;
        while (end < group.last) {
            const KeyLetter next = next_letter(key_at(end), group.bytes, from_back);
            if (next.unit != letter.unit || next.bytes != letter.bytes)
                break;
            ++end;
        }
        const bool is_loose = letter.bytes == 0 || end - i < kSmallestChild;
        if (is_loose && !children.empty() && children.back().letter == 0)
            children.back().last = end;
        else if (is_loose)
            children.push_back({i, end, group.depth + 1, group.bytes, 0});
        else
            children.push_back({i, end, group.depth + 1, group.bytes + letter.bytes, letter.unit});
        i = end;
    }
}

void set_ends(std::vector<TreeNode>& nodes) {
    std::array<std::uint32_t, kMaxTreeDepth + 2> next{};
    next.fill(static_cast<std::uint32_t>(nodes.size() - 1));
    for (auto at = static_cast<std::uint32_t>(nodes.size() - 1); at-- > 0;) {
        nodes[at].end = next[nodes[at].depth];
        for (std::size_t depth = nodes[at].depth; depth < next.size(); ++depth)
            next[depth] = at;
    }
}

}  // namespace

std::vector<TreeNode> build_key_tree(std::size_t key_count,
                                     const std::function<std::string_view(std::uint32_t)>& key_at,
                                     bool from_back) {
    std::vector<TreeNode> nodes;
    std::vector<Group> open;
    std::vector<Group> children;
    const auto count = static_cast<std::uint32_t>(key_count);
    const auto add_children = [&](const Group& group) {
        split(group, key_at, from_back, children);
        open.insert(open.end(), children.rbegin(), children.rend());
    };
    add_children({0, count, 0, 0, 0});
    while (!open.empty()) {
        const Group group = open.back();
        open.pop_back();
        nodes.push_back({group.first, 0, group.letter, static_cast<std::uint8_t>(group.depth), 0});
        if (group.letter != 0 && group.last - group.first > kSplitAbove &&
            group.depth < kMaxTreeDepth) {
            add_children(group);
        }
    }
    nodes.push_back({count, 0, 0, 0, 0});
    set_ends(nodes);
    return nodes;
}

}  // namespace gazetteer
