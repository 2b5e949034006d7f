// Reads auxiliaries from right to left.
#include "events/mentions/verb_chain.hpp"

namespace events {

namespace {

constexpr std::size_t kLongestChain = 7;  // tokens

bool is_singular_word(const Token& token) {
    static constexpr std::array<std::string_view, 8> kSingular{"was", "is",  "has",   "a",
                                                               "est", "fut", "avait", "était"};
    return std::find(kSingular.begin(), kSingular.end(), token.folded) != kSingular.end();
}

bool is_past_perfect(const Token& token) {
    static constexpr std::array<std::string_view, 5> kWords{"had", "having", "ayant", "avait",
                                                            "avaient"};
    return std::find(kWords.begin(), kWords.end(), token.folded) != kWords.end();
}

}  // namespace

VerbChain read_verb_chain(const std::vector<Token>& tokens, const std::vector<bool>& in_time,
                          const ReadingWords& words, std::size_t verb) {
    VerbChain chain;
    chain.first = verb;
    for (std::size_t n = 0; n < kLongestChain && chain.first > 0; ++n) {
        const std::size_t at = chain.first - 1;
        if (tokens[at].kind != TokenKind::word || in_time[at])
            break;
        const auto aux = [&](std::string_view role) {
            return ReadingWords::has_role(words.auxiliaries, tokens, at, role);
        };
        if (aux("negation")) {
            chain.negated = true;
        } else if (aux("modal")) {
            chain.modal = true;
        } else if (aux("passive")) {
            chain.passive = true;
            chain.singular = chain.singular || is_singular_word(tokens[at]);
        } else if (aux("perfect")) {
            chain.perfect = true;
            chain.anterior = chain.anterior || is_past_perfect(tokens[at]);
            chain.singular = chain.singular || is_singular_word(tokens[at]);
        } else if (aux("reflexive")) {
            chain.reflexive = true;
        } else if (!chain.infinitive && aux("infinitive") && at + 1 == chain.first) {
            chain.infinitive = true;
            chain.implicative =
                ReadingWords::match_role_before(words.auxiliaries, tokens, at, "implicative")
                    .has_value();
        } else if (!aux("adverb") && !tokens[at].folded.ends_with("ly")) {
            break;
        }
        chain.first = at;
    }
    return chain;
}

}  // namespace events
