// Reads the parts of a sentence and its stance.
#include "events/mentions/trigger_clause.hpp"

#include <algorithm>
#include <array>

namespace events {

namespace {

bool is_quote(const Token& token) {
    static constexpr std::array<std::string_view, 9> kQuotes{"\"", "“", "”", "„", "«",
                                                             "»",  "'", "‘", "’"};
    return std::find(kQuotes.begin(), kQuotes.end(), token.folded) != kQuotes.end();
}

/// "they were", "of them", "d'entre eux": who that is, the same sentence may have said.
bool is_pronoun_phrase(const std::vector<Token>& tokens, const PatternMatch& match) {
    static constexpr std::array<std::string_view, 6> kPronouns{"them",  "they", "eux",
                                                               "elles", "ils",  "whom"};
    for (std::size_t at = match.first; at < match.end; ++at) {
        if (std::find(kPronouns.begin(), kPronouns.end(), tokens[at].folded) != kPronouns.end())
            return true;
    }
    return false;
}

}  // namespace

bool is_clause_break(const Token& token) {
    const std::string& mark = token.folded;
    return mark == ";" || mark == ":" || mark == "–" || mark == "—" || mark == "(" || mark == ")";
}

bool is_preposition(const Token& token) {
    static constexpr std::array<std::string_view, 14> kWords{
        "in",  "on",    "at",  "by",   "during", "near", "when",
        "and", "after", "for", "from", "since",  "as",   "inside"};
    return std::find(kWords.begin(), kWords.end(), token.folded) != kWords.end();
}

bool is_scare_quoted(const std::vector<Token>& tokens, std::size_t first, std::size_t end) {
    constexpr std::size_t kLongest = 2;
    if (first == 0 || end >= tokens.size() || end - first > kLongest)
        return false;
    const bool opens = is_quote(tokens[first - 1]) ||
                       (first > 1 && end - first < kLongest && is_quote(tokens[first - 2]));
    return opens && is_quote(tokens[end]);
}

bool ClauseMarks::broken_between(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
        if (is_clause_break(tokens[at]) || tokens[at].folded == ",")
            return true;
    }
    return std::any_of(openers.begin(), openers.end(), [&](const PatternMatch& opener) {
        const std::string_view role = words.clauses.cell(opener.row, "role");
        return opener.first >= from && opener.first < to &&
               (role == "relative" || role == "contrast" || role == "time");
    });
}

void ClauseMarks::judge_clause(TriggerMention& trigger) const {
    const bool participle = trigger.form == WordForm::past ||
                            trigger.form == WordForm::participle ||
                            trigger.form == WordForm::gerund;
    for (const PatternMatch& opener : openers) {
        if (opener.end > trigger.first)
            break;
        const std::string_view role = words.clauses.cell(opener.row, "role");
        // An opening "after ..., " ends at its comma; later ones reach to the next mark.
        bool closed = false;
        for (std::size_t at = opener.end; at < trigger.first; ++at)
            closed = closed || is_clause_break(tokens[at]) || tokens[at].folded == ",";
        if (closed)
            continue;
        // "while detained", "when arrested": a circumstance of what the sentence tells.
        const bool circumstance =
            (role == "contrast" || role == "when") && participle && opener.end == trigger.first;
        trigger.subordinate =
            role == "time" || role == "purpose" || role == "cause" || circumstance;
        trigger.relative = role == "relative";
    }
}

SentenceStance read_stance(const ClauseMarks& marks, const std::vector<FigureMention>& figures,
                           const std::vector<ActorMention>& actors) {
    const auto people_before = [&](std::size_t at) {
        return std::any_of(figures.begin(), figures.end(),
                           [&](const FigureMention& figure) {
                               return !figure.is_part && figure.unit == FigureUnit::people &&
                                      figure.end_token <= at;
                           }) ||
               std::any_of(actors.begin(), actors.end(),
                           [&](const ActorMention& actor) { return actor.end <= at; });
    };
    SentenceStance stance;
    for (const PatternMatch& match : marks.stances) {
        const std::string_view effect = marks.words.stance.cell(match.row, "effect");
        stance.appeal = stance.appeal || effect == "appeal";
        stance.legal = stance.legal || effect == "legal";
        stance.trend = stance.trend || effect == "trend";
        stance.denied = stance.denied || effect == "denied";
        stance.hypothetical = stance.hypothetical || effect == "hypothetical";
        const bool told_here = is_pronoun_phrase(marks.tokens, match) && people_before(match.first);
        stance.refers_back = stance.refers_back || (effect == "definite" && !told_here);
    }
    return stance;
}

}  // namespace events
