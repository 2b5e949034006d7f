// Says what each block of a document is.
#include "events/documents/classify_blocks.hpp"

#include "events/documents/foreign_language.hpp"
#include "events/documents/report_head.hpp"
#include "events/language/code_points.hpp"
#include "events/language/dates.hpp"
#include "events/language/phrases.hpp"

namespace events {

namespace {

constexpr std::size_t kLongestFurnitureWords = 30;
constexpr std::size_t kMostLabelWords = 12;
constexpr std::size_t kLongestBoilerplateBytes = 1500;
constexpr std::size_t kLongestHeadingBytes = 140;
constexpr std::size_t kMostHeadingWords = 16;
constexpr std::size_t kLongestDateLineBytes = 80;
constexpr std::size_t kTextWords = 12;  // a paragraph of so many words is text, not a label

std::string_view text_of(const Document& document, const Block& block) {
    return std::string_view(document.report.text)
        .substr(block.range.begin, block.range.end - block.range.begin);
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        words += !blank && !inside ? 1 : 0;
        inside = !blank;
    }
    return words;
}

bool ends_a_sentence(std::string_view text) {
    static constexpr std::array<std::string_view, 10> kQuotes{"”", "»", "\"", "’", "'",
                                                              ")", "]", "¹",  "²", "³"};
    bool stripped = true;
    while (stripped) {
        stripped = false;
        for (const std::string_view quote : kQuotes) {
            if (!text.ends_with(quote))
                continue;
            text.remove_suffix(quote.size());
            stripped = true;
        }
        while (!text.empty() && is_digit(static_cast<unsigned char>(text.back())) &&
               text.find_last_not_of("0123456789") != std::string_view::npos &&
               text[text.find_last_not_of("0123456789")] == '.') {
            text.remove_suffix(1);
            stripped = true;
        }
    }
    static constexpr std::array<std::string_view, 7> kEnds{".", "!", "?", ":", ";", "…", ","};
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return text.ends_with(end); });
}

/// Two runs of digits or more with hyphens, as telephone numbers are written.
bool has_telephone_number(std::span<const Token> tokens) {
    for (std::size_t i = 0; i + 4 < tokens.size(); ++i) {
        const auto is_run = [&](std::size_t at) {
            return tokens[at].kind == TokenKind::number && tokens[at].folded.size() >= 2 &&
                   tokens[at].folded.size() <= 4;
        };
        const bool dashes = tokens[i + 1].folded == "-" && tokens[i + 3].folded == "-" &&
                            !tokens[i + 1].space_before && !tokens[i + 3].space_before;
        const bool year_first = tokens[i].folded.size() == 4;
        if (dashes && is_run(i) && is_run(i + 2) && is_run(i + 4) && !year_first &&
            tokens[i + 4].folded.size() == 4 && tokens[i + 2].folded.size() >= 3) {
            return true;
        }
    }
    return false;
}

bool matches_furniture(const LexiconTable& table, std::span<const Token> tokens, bool is_short,
                       bool is_label) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        // Every phrase that starts here counts, not only the longest.
        const auto found = table.phrases.find(tokens[at].folded);
        if (found == table.phrases.end())
            continue;
        for (const LexiconPhrase& phrase : found->second) {
            const std::size_t length = phrase.words.size();
            if (length > tokens.size() - at)
                continue;
            bool same = true;
            for (std::size_t i = 1; same && i < length; ++i) {
                same = tokens[at + i].folded == phrase.words[i];
            }
            if (!same)
                continue;
            const std::string_view match = table.cell(phrase.row, "match");
            if (match == "boilerplate" || (match == "any" && is_short))
                return true;
            if (at > 0)
                continue;
            if (match == "opens" && is_short)
                return true;
            if (match == "start" && is_label)
                return true;
            if (match == "whole" && length == tokens.size())
                return true;
        }
    }
    return false;
}

/// The longest label before the text proper begins, which is so many paragraphs in.
std::optional<std::size_t> find_title_before(const Document& document, std::size_t paragraph) {
    std::optional<std::size_t> best;
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < document.blocks.size() && paragraphs < paragraph; ++i) {
        const Block& block = document.blocks[i];
        const std::string_view text = text_of(document, block);
        if (block.kind == BlockKind::title)
            return i;
        if (block.kind == BlockKind::entry_date)
            break;
        if (block.kind == BlockKind::paragraph && count_words(text) >= kTextWords)
            ++paragraphs;
        if (block.kind != BlockKind::heading)
            continue;
        if (!best || text.size() > text_of(document, document.blocks[*best]).size())
            best = i;
    }
    return best;
}

/// A caption or a standfirst may stand above the title.
std::optional<std::size_t> find_title(const Document& document) {
    const auto title = find_title_before(document, 1);
    return title ? title : find_title_before(document, 2);
}

class BlockClassifier {
  public:
    BlockClassifier(Document& document, const Lexicons& lexicons)
        : m_document(document), m_lexicons(lexicons) {}

    void run() {
        detect_report_language();
        for (Block& block : m_document.blocks)
            settle_kind(block);
        settle_title();
        settle_entries();
        settle_languages();
        leave_out_foreign_blocks(m_document, m_lexicons);
    }

  private:
    void detect_report_language() {
        Report& report = m_document.report;
        if (report.language != Language::unknown)
            return;
        // The head and the menus are not the report: ask the blocks, longest share wins.
        std::map<Language, std::size_t> bytes;
        std::size_t seen = 0;
        for (const Block& block : m_document.blocks) {
            const std::string_view text = text_of(m_document, block);
            bytes[detect_language(text, m_lexicons)] += text.size();
            seen += text.size();
            if (seen > (std::size_t{256} << 10))
                break;
        }
        bytes.erase(Language::unknown);
        std::size_t most = 0;
        for (const auto& [language, size] : bytes) {
            if (size > most)
                report.language = language;
            most = std::max(most, size);
        }
        if (most == 0)
            report.language = detect_language(report.text, m_lexicons);
    }

    void settle_kind(Block& block) const {
        const std::string_view text = text_of(m_document, block);
        const bool fixed = block.kind == BlockKind::title || block.kind == BlockKind::furniture;
        if (fixed)
            return;
        if (text.size() <= kLongestDateLineBytes && read_publication_line(text, m_lexicons)) {
            block.kind = BlockKind::entry_date;
        } else if (block.kind != BlockKind::table_cell && is_furniture(text, m_lexicons)) {
            block.kind = BlockKind::furniture;
        } else if (block.kind == BlockKind::paragraph && is_heading(text)) {
            block.kind = BlockKind::heading;
        }
    }

    static bool is_heading(std::string_view text) {
        if (text.size() > kLongestHeadingBytes || count_words(text) > kMostHeadingWords) {
            return false;
        }
        const std::int32_t first = code_point_at(text, 0).value;
        const bool opens_small = is_letter(first) && !is_upper_case(first);
        return !opens_small && !ends_a_sentence(text) && text.find('\n') == std::string_view::npos;
    }

    void settle_title() {
        Report& report = m_document.report;
        const auto title = find_title(m_document);
        if (!title)
            return;
        Block& block = m_document.blocks[*title];
        if (report.title.empty())
            report.title = text_of(m_document, block);
        block.kind = BlockKind::title;
        // A second first-level heading is a section.
        for (std::size_t i = *title + 1; i < m_document.blocks.size(); ++i) {
            if (m_document.blocks[i].kind == BlockKind::title) {
                m_document.blocks[i].kind = BlockKind::heading;
            }
        }
    }

    /// "Posted at" lines inside an entry repeat its date and are furniture.
    void settle_entries() {
        std::optional<Day> anchor;
        std::uint32_t section = 0;
        for (Block& block : m_document.blocks) {
            if (block.kind == BlockKind::heading)
                ++section;
            if (block.kind == BlockKind::entry_date) {
                const auto day = read_publication_line(text_of(m_document, block), m_lexicons);
                const bool repeats = anchor && day && !is_date_alone(block) &&
                                     *day - *anchor <= std::chrono::days(3) &&
                                     *anchor - *day <= std::chrono::days(3);
                if (repeats) {
                    block.kind = BlockKind::furniture;
                } else {
                    anchor = day;
                    ++section;
                }
            }
            block.anchor_day = anchor;
            block.section = section;
        }
    }

    bool is_date_alone(const Block& block) const {
        for (const Lexicon& lexicon : m_lexicons.languages) {
            if (parse_date_line(text_of(m_document, block), lexicon))
                return true;
        }
        return false;
    }

    void settle_languages() {
        for (Block& block : m_document.blocks) {
            if (block.language == Language::unknown && block.kind != BlockKind::furniture) {
                block.language = detect_language(text_of(m_document, block), m_lexicons);
            }
            if (block.language == Language::unknown)
                block.language = m_document.report.language;
        }
    }

    Document& m_document;
    const Lexicons& m_lexicons;
};

}  // namespace

std::optional<Day> read_publication_line(std::string_view line, const Lexicons& lexicons) {
    for (const Lexicon& lexicon : lexicons.languages) {
        if (const auto day = parse_date_line(line, lexicon))
            return day;
        const auto tokens =
            tokenize(line, {0, static_cast<std::uint32_t>(line.size())}, lexicon.language);
        if (!match_phrase(lexicon.table("publication_lines"), tokens, 0))
            continue;
        if (line.size() > kLongestDateLineBytes || count_words(line) > 12)
            continue;
        const auto date = read_stated_date(line, lexicons);
        if (date && date->precision == DatePrecision::day)
            return date->days.first;
    }
    return std::nullopt;
}

bool is_furniture(std::string_view block, const Lexicons& lexicons) {
    if (block.empty() || block.size() > kLongestBoilerplateBytes)
        return false;
    const auto tokens =
        tokenize(block, {0, static_cast<std::uint32_t>(block.size())}, Language::unknown);
    const auto is_word = [](const Token& token) { return token.kind == TokenKind::word; };
    const auto words =
        static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), is_word));
    if (words == 0)
        return true;  // "***", "1 | 2 | 3"
    const bool is_short = words <= kLongestFurnitureWords;
    const bool is_label = words <= kMostLabelWords && !ends_a_sentence(block);
    if (is_short && (block.starts_with("©") || has_telephone_number(tokens)))
        return true;
    const bool address = block.find('@') != std::string_view::npos || block.starts_with("http") ||
                         block.starts_with("www.");
    if (address && words <= 10)
        return true;
    for (const Lexicon& lexicon : lexicons.languages) {
        if (matches_furniture(lexicon.table("furniture"), tokens, is_short, is_label))
            return true;
    }
    return false;
}

void classify_blocks(Document& document, const Lexicons& lexicons) {
    BlockClassifier(document, lexicons).run();
}

}  // namespace events
