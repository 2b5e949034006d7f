// Looks for words of movement and figures around a name.
#include "events/mentions/movement_names.hpp"

#include "events/mentions/place_links.hpp"

namespace events {

namespace {

constexpr std::size_t kVerbBefore = 30;  // tokens from the verb to where they go
constexpr std::size_t kVerbAfter = 8;    // "people from X have fled"

bool has_number(const std::vector<Token>& tokens) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const Token& token) { return token.kind == TokenKind::number; });
}

bool has_movement_near(const ReadingWords& words, const std::vector<Token>& tokens,
                       std::size_t first, std::size_t end) {
    const std::size_t from = first - std::min(first, kVerbBefore);
    const std::size_t to = std::min(tokens.size(), end + kVerbAfter);
    for (std::size_t at = from; at < to; ++at) {
        if ((at < first || at >= end) && words.displacement.match_at(tokens, at))
            return true;
    }
    return false;
}

/// "X (1,500)", in a list or after a preposition.
bool has_bracketed_number(const std::vector<Token>& tokens, std::size_t end) {
    constexpr std::size_t kLongest = 4;  // "(at least 1,500)"
    if (end >= tokens.size() || tokens[end].folded != "(")
        return false;
    for (std::size_t at = end + 1; at < tokens.size() && at <= end + kLongest; ++at) {
        if (tokens[at].kind == TokenKind::number)
            return at + 1 < tokens.size() && tokens[at + 1].folded == ")";
    }
    return false;
}

}  // namespace

bool is_end_of_movement(const ReadingWords& words, const std::vector<Token>& tokens,
                        std::size_t first, std::size_t end) {
    if (!has_number(tokens) || !has_movement_near(words, tokens, first, end))
        return false;
    if (has_bracketed_number(tokens, end))
        return true;
    const PlaceLink link = link_before(words, tokens, first);
    return link == PlaceLink::from || link == PlaceLink::to;
}

}  // namespace events
