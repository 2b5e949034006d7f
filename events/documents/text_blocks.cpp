// Cuts plain text and Markdown into blocks.
#include "events/documents/text_blocks.hpp"

#include "events/language/code_points.hpp"

namespace events {

namespace {

/// Lines wrapped by a program are within these lengths; longer ones are paragraphs themselves.
constexpr std::size_t kNarrowestWrap = 40;
constexpr std::size_t kWidestWrap = 130;

std::string_view text_of(std::string_view text, TextRange range) {
    return text.substr(range.begin, range.end - range.begin);
}

/// Characters, not bytes.
std::size_t width_of(std::string_view line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::size_t first_word_width(std::string_view line) {
    return width_of(line.substr(0, line.find(' ')));
}

class TextBlocks {
  public:
    TextBlocks(std::string_view text, std::uint32_t begin, bool markdown)
        : m_text(text), m_lines(split_lines(text, begin)), m_markdown(markdown) {}

    std::vector<Block> run() {
        for (std::size_t at = 0; at < m_lines.size();) {
            if (is_blank(at)) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < m_lines.size() && !is_blank(end))
                ++end;
            add_group(at, end);
            at = end;
        }
        return std::move(m_blocks);
    }

  private:
    bool is_blank(std::size_t line) const {
        return m_lines[line].range.begin == m_lines[line].range.end;
    }
    std::string_view line(std::size_t at) const { return text_of(m_text, m_lines[at].range); }

    /// Lines [begin, end) without an empty one between them.
    void add_group(std::size_t begin, std::size_t end) {
        std::size_t widest = 0;
        for (std::size_t i = begin; i < end; ++i)
            widest = std::max(widest, width_of(line(i)));
        const bool wrapped = widest >= kNarrowestWrap && widest <= kWidestWrap;
        for (std::size_t at = begin; at < end;) {
            std::size_t last = at;
            // A line was wrapped when the first word of the next did not fit on it.
            while (wrapped && last + 1 < end && bullet_length(line(last + 1)) == 0 &&
                   !is_heading(last) && !is_heading(last + 1) &&
                   width_of(line(last)) + 1 + first_word_width(line(last + 1)) > widest) {
                ++last;
            }
            add_block(at, last);
            at = last + 1;
        }
    }

    bool is_heading(std::size_t at) const { return m_markdown && line(at).starts_with('#'); }

    void add_block(std::size_t first, std::size_t last) {
        Block block;
        block.range = {m_lines[first].range.begin, m_lines[last].range.end};
        const std::string_view text = text_of(m_text, block.range);
        if (m_markdown && add_markdown(block, text))
            return;
        if (const std::size_t bullet = bullet_length(text); bullet > 0) {
            block.kind = BlockKind::list_item;
            block.range.begin += static_cast<std::uint32_t>(bullet);
        }
        push(block);
    }

    /// Headings, rules and table rows; true when the block is done with.
    bool add_markdown(Block block, std::string_view text) {
        const std::size_t hashes = text.find_first_not_of('#');
        if (hashes == std::string_view::npos)
            return true;
        if (hashes > 0 && hashes <= 6 && text[hashes] == ' ') {
            const std::size_t end = text.find_last_not_of("# ");
            block.kind = hashes == 1 ? BlockKind::title : BlockKind::heading;
            block.range.end = block.range.begin + static_cast<std::uint32_t>(end + 1);
            block.range.begin += static_cast<std::uint32_t>(text.find_first_not_of(' ', hashes));
            push(block);
            return true;
        }
        if (text.find_first_not_of("-=*_ ") == std::string_view::npos)
            return true;
        if (text.front() != '|')
            return false;
        add_table_row(block, text);
        return true;
    }

    void add_table_row(const Block& row, std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = text.find_first_not_of("| \t", at);
            if (begin == std::string_view::npos)
                return;
            std::size_t end = std::min(text.find('|', begin), text.size());
            at = end;
            while (end > begin && text[end - 1] == ' ')
                --end;
            if (text.substr(begin, end - begin).find_first_not_of("-: ") ==
                std::string_view::npos) {
                continue;
            }
            Block cell = row;
            cell.kind = BlockKind::table_cell;
            cell.range = {row.range.begin + static_cast<std::uint32_t>(begin),
                          row.range.begin + static_cast<std::uint32_t>(end)};
            push(cell);
        }
    }

    void push(const Block& block) {
        if (block.range.begin < block.range.end)
            m_blocks.push_back(block);
    }

    std::string_view m_text;
    std::vector<TextLine> m_lines;
    bool m_markdown;
    std::vector<Block> m_blocks;
};

}  // namespace

std::size_t bullet_length(std::string_view line) {
    static constexpr std::array<std::string_view, 11> kBullets{"•", "-", "*", "–", "—", "·",
                                                               "▪", "◦", "‣", "●", "■"};
    for (const std::string_view bullet : kBullets) {
        if (!line.starts_with(bullet))
            continue;
        std::size_t at = bullet.size();
        while (at < line.size() && (line[at] == ' ' || line[at] == '\t'))
            ++at;
        if (at > bullet.size() && at < line.size())
            return at;
    }
    std::size_t at = 0;
    while (at < line.size() && at < 3 && is_digit(static_cast<unsigned char>(line[at])))
        ++at;
    if (at > 0 && at + 1 < line.size() && (line[at] == '.' || line[at] == ')') &&
        line[at + 1] == ' ') {
        return at + 2;
    }
    return 0;
}

std::vector<TextLine> split_lines(std::string_view text, std::uint32_t begin) {
    std::vector<TextLine> lines;
    for (std::size_t at = begin; at < text.size();) {
        std::size_t newline = text.find('\n', at);
        if (newline == std::string_view::npos)
            newline = text.size();
        std::size_t first = at;
        while (first < newline) {
            const CodePoint c = code_point_at(text, first);
            if (!is_white_space(c.value))
                break;
            first += c.length;
        }
        std::size_t last = newline;
        while (last > first && static_cast<unsigned char>(text[last - 1]) <= ' ')
            --last;
        // no-break spaces at the end of a line
        while (last >= first + 2 && text.substr(last - 2, 2) == "\xC2\xA0")
            last -= 2;
        lines.push_back(
            {{static_cast<std::uint32_t>(std::min(first, last)), static_cast<std::uint32_t>(last)},
             static_cast<std::uint32_t>(first - at)});
        at = newline + 1;
    }
    return lines;
}

std::vector<Block> find_text_blocks(std::string_view text, std::uint32_t begin, bool markdown) {
    return TextBlocks(text, begin, markdown).run();
}

}  // namespace events
