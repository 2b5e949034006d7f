// Tells other languages by their letters and their function words.
#include "events/documents/foreign_language.hpp"

#include <unicode/uscript.h>

#include "events/language/code_points.hpp"
#include "events/language/tokens.hpp"

namespace events {

namespace {

constexpr std::size_t kBytesLookedAt = std::size_t{16} << 10;
constexpr int kFewestLetters = 12;
constexpr int kFewestWords = 8;
constexpr double kLeastShare = 0.15;  ///< of function words
constexpr double kLeastLead = 1.25;   ///< over the languages that are read

/// The script that most letters are of, when it is not the Latin one.
std::string find_foreign_script(std::string_view text) {
    std::map<UScriptCode, int> letters;
    int all = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        at += c.length;
        if (c.value < 0 || !is_letter(c.value))
            continue;
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(c.value, &status);
        if (U_FAILURE(status) || script == USCRIPT_INHERITED || script == USCRIPT_COMMON)
            continue;
        ++all;
        if (script != USCRIPT_LATIN)
            ++letters[script];
    }
    for (const auto& [script, count] : letters) {
        const char* name = uscript_getName(script);
        if (all >= kFewestLetters && 2 * count > all && name != nullptr)
            return std::string(name) + " letters";
    }
    return {};
}

double share_of(const LexiconTable& table, std::span<const Token> tokens, int words) {
    int hits = 0;
    for (const Token& token : tokens)
        hits += token.kind == TokenKind::word && table.find_word(token.folded) ? 1 : 0;
    return static_cast<double>(hits) / words;
}

}  // namespace

std::string find_foreign_language(std::string_view text, const Lexicons& lexicons) {
    text = text.substr(0, kBytesLookedAt);
    if (std::string script = find_foreign_script(text); !script.empty())
        return script;
    const std::vector<Token> tokens =
        tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, Language::unknown);
    const auto words =
        static_cast<int>(std::count_if(tokens.begin(), tokens.end(), [](const Token& token) {
            return token.kind == TokenKind::word;
        }));
    if (words < kFewestWords)
        return {};
    double known = 0;
    std::map<std::string, int> hits;
    for (const Lexicon& lexicon : lexicons.languages) {
        known = std::max(known, share_of(lexicon.table("function_words"), tokens, words));
        const LexiconTable& others = lexicon.table("other_languages");
        for (std::size_t row = 0; row < others.rows.size(); ++row) {
            for (const Token& token : tokens) {
                if (token.kind == TokenKind::word && token.folded == others.rows[row].front())
                    ++hits[std::string(others.cell(row, "language"))];
            }
        }
    }
    std::string best;
    int most = 0;
    for (const auto& [language, count] : hits) {
        if (count > most) {
            most = count;
            best = language;
        }
    }
    const double share = static_cast<double>(most) / words;
    return share >= kLeastShare && share > kLeastLead * known ? best : std::string();
}

void leave_out_foreign_blocks(Document& document, const Lexicons& lexicons) {
    struct Found {
        std::size_t count = 0;
        std::uint32_t first = 0;
    };
    std::map<std::string, Found> found;
    for (Block& block : document.blocks) {
        if (block.kind == BlockKind::furniture || block.kind == BlockKind::entry_date)
            continue;
        const std::string_view text =
            std::string_view(document.report.text)
                .substr(block.range.begin, block.range.end - block.range.begin);
        // A block whose language is known was read by its function words already.
        const std::string language = detect_language(text, lexicons) == Language::unknown
                                         ? find_foreign_language(text, lexicons)
                                         : std::string();
        if (language.empty())
            continue;
        block.kind = BlockKind::furniture;
        Found& entry = found[language];
        if (entry.count++ == 0)
            entry.first = block.range.begin;
    }
    for (const auto& [language, entry] : found) {
        document.problems.push_back({document.report.file_name,
                                     std::to_string(entry.count) +
                                         (entry.count == 1 ? " paragraph in " : " paragraphs in ") +
                                         language + " (from byte " + std::to_string(entry.first) +
                                         "): not read; only English and French are"});
    }
}

}  // namespace events
