// Cuts at the ends of sentences.
#include "events/documents/long_blocks.hpp"

namespace events {

namespace {

constexpr std::uint32_t kLongestBlock = 64 << 10;

/// Where a text that is too long is cut: behind the last full stop, else the last space.
std::uint32_t find_cut(std::string_view text) {
    const std::size_t stop = text.rfind(". ");
    if (stop != std::string_view::npos && stop > text.size() / 2)
        return static_cast<std::uint32_t>(stop + 2);
    const std::size_t space = text.rfind(' ');
    if (space != std::string_view::npos && space > text.size() / 2)
        return static_cast<std::uint32_t>(space + 1);
    std::size_t end = text.size() - 1;
    while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return static_cast<std::uint32_t>(end);
}

}  // namespace

void cut_long_blocks(Document& document) {
    const std::string_view text = document.report.text;
    std::vector<Block> blocks;
    blocks.reserve(document.blocks.size());
    for (Block block : document.blocks) {
        while (block.range.end - block.range.begin > kLongestBlock) {
            Block piece = block;
            piece.range.end =
                block.range.begin + find_cut(text.substr(block.range.begin, kLongestBlock));
            blocks.push_back(piece);
            block.range.begin = piece.range.end;
        }
        blocks.push_back(block);
    }
    document.blocks = std::move(blocks);
}

}  // namespace events
