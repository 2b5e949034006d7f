// What later sentences add to an event just told, and what goes on from it.
#include <algorithm>
#include <array>

#include "events/reading/story.hpp"

namespace events {

namespace {

/// The sentence counts the same people again: "met the five children".
bool counts_the_same(const SentenceFacts& facts, const Tally& tally) {
    for (const FigureMention& figure : facts.figures) {
        if (figure.noun.empty())
            continue;
        for (const std::optional<Figure>& told : tally.figures) {
            if (told && told->low && *told->low > 1 && told->low == figure.figure.low &&
                told->words.find(figure.noun) != std::string::npos)
                return true;
        }
    }
    return false;
}

}  // namespace

void Story::follow_up(const SentenceFacts& facts) {
    for (auto told = m_told.rbegin(); told != m_told.rend(); ++told) {
        if (m_sentence - told->sentence > 2 || told->anchor_day != facts.anchor_day)
            return;
        if (!told->own_time && told->event.time.days && facts.scan.stance.refers_back)
            cap_time(facts, told->event.time);
        if (told->own_place || !counts_the_same(facts, told->event.tally))
            continue;
        for (std::size_t p = 0; p < facts.places.size(); ++p) {
            const EventPlace place = m_frame.places->describe(text(), facts, p);
            if (place.precision != PlacePrecision::exact || facts.places[p].reference)
                continue;
            told->event.place = place;
            told->own_place = true;
            return;
        }
    }
}

/// "A crowd then went for houses": somebody's next act after one just told with its day.
bool Story::goes_on_here(const SentenceFacts& facts, const ClaimDraft& draft) const {
    const bool just_told = !m_told.empty() && m_told.back().block == facts.block &&
                           m_told.back().own_time && m_told.back().sentence + 1 == m_sentence;
    if (!just_told || !draft.verbal || !draft.strong || facts.scan.stance.appeal)
        return false;
    static constexpr std::array<std::string_view, 6> kNext{"then", "afterwards", "thereupon",
                                                           "puis", "ensuite",    "alors"};
    const std::vector<Token>& tokens = facts.tokens();
    const bool next = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
        return std::find(kNext.begin(), kNext.end(), token.folded) != kNext.end();
    });
    const std::vector<Actor> actors = find_roles(facts, draft);
    return next && std::any_of(actors.begin(), actors.end(), [](const Actor& actor) {
               return actor.role == ActorRole::perpetrator;
           });
}

}  // namespace events
