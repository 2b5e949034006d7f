// What the sentence around an event word says about it.
#pragma once

#include <vector>

#include "events/mentions/trigger_finder.hpp"

namespace events {

/// The parts of a sentence: where its openers ("who", "after", "while") and stance words stand.
struct ClauseMarks {
    const std::vector<Token>& tokens;
    const ReadingWords& words;
    std::vector<PatternMatch> stances;
    std::vector<PatternMatch> openers;

    /// A mark or a new part of the sentence between the tokens.
    bool broken_between(std::size_t from, std::size_t to) const;
    /// Whether the trigger stands in "after ...", "who ..." or "while detained".
    void judge_clause(TriggerMention& trigger) const;
};

/// ( ) : ; and dashes.
bool is_clause_break(const Token& token);

/// "in", "by", "during": what follows is no object of the verb before.
bool is_preposition(const Token& token);

/// "was 'assassinated'": one or two words in quotation marks are somebody's wording.
bool is_scare_quoted(const std::vector<Token>& tokens, std::size_t first, std::size_t end);

/// "of them" after people named in the same sentence does not point back to an earlier one.
SentenceStance read_stance(const ClauseMarks& marks, const std::vector<FigureMention>& figures,
                           const std::vector<ActorMention>& actors);

}  // namespace events
