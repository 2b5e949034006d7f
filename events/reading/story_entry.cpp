// Notes that open with their date: "12 May 2019: ...".
#include "events/reading/story.hpp"

namespace events {

void Story::open_entry(const SentenceFacts& facts) {
    if (facts.times.empty())
        return;
    const TimeMention& time = facts.times.front();
    const std::vector<Token>& tokens = facts.tokens();
    const bool opens = time.first_token == 0 && time.end_token < tokens.size() &&
                       tokens[time.end_token].folded == ":" && time.span.days &&
                       time.role == TimeRole::at;
    if (!opens)
        return;
    m_time = time.span;
    m_time_anchor = facts.anchor_day;
    m_place.reset();
    m_time_block = facts.block;
}

}  // namespace events
