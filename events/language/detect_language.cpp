// Tells the language of a text by its function words.
#include "events/language/tokens.hpp"

namespace events {

namespace {

constexpr std::uint32_t kBytesLookedAt = 64 << 10;
constexpr int kFewestWords = 10;
constexpr double kLeastShare = 0.12;  // running prose has 0.3 to 0.5
constexpr double kLeastLead = 1.5;    // over the second language

}  // namespace

Language detect_language(std::string_view text, const Lexicons& lexicons) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), kBytesLookedAt));
    const std::vector<Token> tokens = tokenize(text, {0, end}, Language::unknown);
    int words = 0;
    for (const Token& token : tokens)
        words += token.kind == TokenKind::word ? 1 : 0;
    if (words < kFewestWords)
        return Language::unknown;

    double best = 0;
    double second = 0;
    Language winner = Language::unknown;
    for (const Lexicon& lexicon : lexicons.languages) {
        const LexiconTable& table = lexicon.table("function_words");
        int hits = 0;
        for (const Token& token : tokens) {
            hits += token.kind == TokenKind::word && table.find_word(token.folded) ? 1 : 0;
        }
        const double share = static_cast<double>(hits) / words;
        if (share > best) {
            second = best;
            best = share;
            winner = lexicon.language;
        } else {
            second = std::max(second, share);
        }
    }
    return best >= kLeastShare && best >= kLeastLead * second ? winner : Language::unknown;
}

}  // namespace events
