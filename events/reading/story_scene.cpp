// What goes on from an event just told.
#include <algorithm>
#include <array>

#include "events/reading/story.hpp"

namespace events {

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
