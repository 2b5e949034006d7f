// Splits hyphenated pairs of known places.
#include "events/mentions/joined_names.hpp"

#include "events/language/code_points.hpp"

namespace events {

namespace {

constexpr std::uint32_t kKnownTown = 20'000;  // people
constexpr std::size_t kShortestHalf = 3;      // bytes

bool is_known_place(const std::string& name, const gazetteer::Gazetteer& gazetteer,
                    DocumentNames& names) {
    const NameFacts& facts = names.look_up(name, gazetteer);
    return facts.known && (facts.country || facts.admin || facts.population >= kKnownTown);
}

/// The hyphen between two capitalised halves; empty when there is none or more than one.
std::optional<std::size_t> middle_hyphen(std::string_view word) {
    std::optional<std::size_t> found;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = code_point_at(word, at);
        if (is_hyphen(c.value)) {
            if (found)
                return std::nullopt;
            found = at;
        }
        at += c.length;
    }
    if (!found || *found < kShortestHalf)
        return std::nullopt;
    const std::size_t right = *found + code_point_at(word, *found).length;
    if (right + kShortestHalf > word.size() || !is_upper_case(code_point_at(word, right).value))
        return std::nullopt;
    return found;
}

Token cut(const Token& whole, std::string_view text, std::uint32_t begin, std::uint32_t end,
          TokenKind kind) {
    Token token;
    token.range = {begin, end};
    token.kind = kind;
    token.capitalised = kind == TokenKind::word;
    token.all_capitals = kind == TokenKind::word && whole.all_capitals;
    token.space_before = begin == whole.range.begin && whole.space_before;
    token.folded = fold_word(text.substr(begin, end - begin));
    return token;
}

}  // namespace

void split_joined_names(std::string_view text, Sentence& sentence,
                        const gazetteer::Gazetteer& gazetteer, DocumentNames& names) {
    std::vector<Token> tokens;
    tokens.reserve(sentence.tokens.size());
    for (Token& token : sentence.tokens) {
        const std::string word(text.substr(token.range.begin, token.range.end - token.range.begin));
        const auto hyphen = token.capitalised ? middle_hyphen(word) : std::nullopt;
        if (!hyphen || gazetteer.has_name(word)) {
            tokens.push_back(std::move(token));
            continue;
        }
        const std::size_t right = *hyphen + code_point_at(word, *hyphen).length;
        if (!is_known_place(word.substr(0, *hyphen), gazetteer, names) ||
            !is_known_place(word.substr(right), gazetteer, names)) {
            tokens.push_back(std::move(token));
            continue;
        }
        const auto middle = token.range.begin + static_cast<std::uint32_t>(*hyphen);
        const auto second = token.range.begin + static_cast<std::uint32_t>(right);
        tokens.push_back(cut(token, text, token.range.begin, middle, TokenKind::word));
        tokens.push_back(cut(token, text, middle, second, TokenKind::punctuation));
        tokens.push_back(cut(token, text, second, token.range.end, TokenKind::word));
    }
    sentence.tokens = std::move(tokens);
}

}  // namespace events
