// Words of a token range, and the attribution of a sentence.
#include "events/reading/sentence_facts.hpp"

namespace events {

namespace {

constexpr std::size_t kLongestClaimant = 14;  // tokens

bool ends_claimant(const Token& token) {
    const std::string& mark = token.folded;
    return mark == "," || mark == ";" || mark == ":" || mark == "." || mark == "“" || mark == "\"";
}

}  // namespace

std::string words_of(std::string_view text, const Sentence& sentence, std::size_t first,
                     std::size_t end) {
    if (first >= end || end > sentence.tokens.size())
        return {};
    const std::uint32_t begin = sentence.tokens[first].range.begin;
    return std::string(text.substr(begin, sentence.tokens[end - 1].range.end - begin));
}

bool is_story_time(const SentenceFacts& facts, const TimeMention& time) {
    static constexpr std::array<std::string_view, 17> kWords{
        "afterwards", "afterward", "thereafter", "later", "after",     "following",
        "same",       "earlier",   "next",       "tard",  "même",      "suivant",
        "suivants",   "lendemain", "suivante",   "suite", "subsequent"};
    for (std::size_t at = time.first_token; at < time.end_token; ++at) {
        if (std::find(kWords.begin(), kWords.end(), facts.tokens()[at].folded) != kWords.end())
            return true;
    }
    return false;
}

std::string find_attribution(std::string_view text, const SentenceFacts& facts) {
    const std::vector<Token>& tokens = facts.tokens();
    const PatternTable& table = facts.words->attribution;
    const std::vector<PatternMatch> matches = table.find_all(tokens);
    for (const PatternMatch& match : matches) {
        if (table.cell(match.row, "place") != "before")
            continue;
        std::size_t end = match.end;
        while (end < tokens.size() && end - match.end < kLongestClaimant &&
               !ends_claimant(tokens[end]))
            ++end;
        return words_of(text, facts.sentence, match.first, end);
    }
    for (const PatternMatch& match : matches) {
        if (table.cell(match.row, "place") == "whole")
            return words_of(text, facts.sentence, match.first, match.end);
        const bool finite = match.form == WordForm::past || match.form == WordForm::present ||
                            match.form == WordForm::participle;
        if (!finite || match.first == 0)
            continue;
        // The subject: back to the mark before it.
        std::size_t first = match.first;
        while (first > 0 && match.first - first < kLongestClaimant &&
               !ends_claimant(tokens[first - 1]))
            --first;
        const bool late = match.first - first >= kLongestClaimant;
        const bool passive =
            ReadingWords::has_role(facts.words->auxiliaries, tokens, match.first - 1, "passive");
        const bool names_someone = tokens[first].capitalised || first == 0;
        if (!late && !passive && names_someone && first < match.first)
            return words_of(text, facts.sentence, first, match.end);
    }
    return {};
}

}  // namespace events
