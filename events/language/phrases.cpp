// Looks phrases of a word table up in tokens.
#include "events/language/phrases.hpp"

namespace events {

std::optional<PhraseMatch> match_phrase(const LexiconTable& table, std::span<const Token> tokens,
                                        std::size_t at) {
    if (at >= tokens.size())
        return std::nullopt;
    const auto found = table.phrases.find(tokens[at].folded);
    if (found == table.phrases.end())
        return std::nullopt;
    for (const LexiconPhrase& phrase : found->second) {
        const std::size_t length = phrase.words.size();
        if (length > tokens.size() - at)
            continue;
        bool same = true;
        for (std::size_t i = 1; same && i < length; ++i) {
            same = tokens[at + i].folded == phrase.words[i];
        }
        if (same)
            return PhraseMatch{phrase.row, length};
    }
    return std::nullopt;
}

std::optional<PhraseMatch> match_phrase_before(const LexiconTable& table,
                                               std::span<const Token> tokens, std::size_t end) {
    for (std::size_t length = std::min(kLongestPhrase, end); length > 0; --length) {
        const auto match = match_phrase(table, tokens.first(end), end - length);
        if (match && match->length == length)
            return match;
    }
    return std::nullopt;
}

}  // namespace events
