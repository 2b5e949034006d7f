// Compiles the reader's word tables of one language.
#include "events/mentions/reading_words.hpp"

namespace events {

namespace {

PatternTable compile(const Lexicon& lexicon, std::string_view name) {
    return PatternTable(lexicon.table(name), lexicon.table("inflection"));
}

}  // namespace

ReadingWords::ReadingWords(const Lexicon& source)
    : lexicon(source),
      triggers(compile(source, "triggers")),
      actors(compile(source, "actors")),
      actor_names(compile(source, "actor_names")),
      attribution(compile(source, "attribution")),
      auxiliaries(compile(source, "auxiliaries")),
      clauses(compile(source, "clauses")),
      displacement(compile(source, "displacement")),
      names(compile(source, "names")),
      place_words(compile(source, "place_words")),
      stance(compile(source, "stance")),
      targets(compile(source, "targets")) {}

std::optional<PatternMatch> ReadingWords::match_role(const PatternTable& table,
                                                     std::span<const Token> tokens, std::size_t at,
                                                     std::string_view role) {
    if (at >= tokens.size())
        return std::nullopt;
    for (const PatternMatch& match : table.matches_at(tokens, at)) {
        if (table.cell(match.row, "role") == role)
            return match;
    }
    return std::nullopt;
}

bool ReadingWords::has_role(const PatternTable& table, std::span<const Token> tokens,
                            std::size_t at, std::string_view role) {
    return match_role(table, tokens, at, role).has_value();
}

std::optional<PatternMatch> ReadingWords::match_role_before(const PatternTable& table,
                                                            std::span<const Token> tokens,
                                                            std::size_t end,
                                                            std::string_view role) {
    constexpr std::size_t kLongest = 6;
    for (std::size_t length = std::min(kLongest, end); length > 0; --length) {
        const auto match = match_role(table, tokens.first(end), end - length, role);
        if (match && match->end == end)
            return match;
    }
    return std::nullopt;
}

}  // namespace events
