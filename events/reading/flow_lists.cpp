// Pairs destinations with the figures beside them.
#include "events/reading/flow_lists.hpp"

#include <algorithm>

namespace events {

namespace {

constexpr std::size_t kFigureToPlace = 4;  // tokens: "2,000 to the town of X"

struct Share {
    std::size_t figure = 0;
    std::size_t place = 0;
};

bool counts_people(const FigureMention& figure) {
    return figure.unit == FigureUnit::people || figure.unit == FigureUnit::households ||
           figure.is_others || figure.unit == FigureUnit::none;
}

/// "X (4,100)": the figure in brackets right after the name.
bool is_bracketed(const SentenceFacts& facts, const PlaceInText& place,
                  const FigureMention& figure) {
    const std::vector<Token>& tokens = facts.tokens();
    return figure.first_token == place.outer_end + 1 && tokens[place.outer_end].folded == "(" &&
           figure.end_token < tokens.size() && tokens[figure.end_token].folded == ")";
}

/// "a further 400 to X": nothing but the preposition between.
bool leads_to(const SentenceFacts& facts, const PlaceInText& place, const FigureMention& figure,
              bool arrives_in) {
    if (figure.end_token > place.outer_first ||
        place.outer_first - figure.end_token > kFigureToPlace)
        return false;
    const bool goal =
        place.link == PlaceLink::to ||
        (arrives_in && (place.link == PlaceLink::in || place.link == PlaceLink::near));
    if (!goal)
        return false;
    for (std::size_t at = figure.end_token; at < place.outer_first; ++at) {
        const Token& token = facts.tokens()[at];
        if (token.kind != TokenKind::word || token.folded == "and" || token.folded == "et")
            return false;
    }
    return true;
}

std::vector<Share> find_shares(const SentenceFacts& facts, const MovementDraft& draft,
                               std::size_t limit) {
    std::vector<Share> shares;
    for (std::size_t p = 0; p < facts.places.size(); ++p) {
        const PlaceInText& place = facts.places[p];
        if (place.outer_first < draft.trigger_end || place.outer_first >= limit ||
            place.reference || place.attributive || place.link == PlaceLink::from)
            continue;
        for (std::size_t f = 0; f < facts.figures.size(); ++f) {
            const FigureMention& figure = facts.figures[f];
            if (figure.first_token < draft.trigger_end)
                continue;  // the whole, told before the verb
            if (counts_people(figure) && (is_bracketed(facts, place, figure) ||
                                          leads_to(facts, place, figure, draft.arrives_in)))
                shares.push_back({f, p});
        }
    }
    return shares;
}

}  // namespace

void split_by_figures(const SentenceFacts& facts, std::vector<MovementDraft>& drafts) {
    std::vector<MovementDraft> split;
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        MovementDraft& draft = drafts[d];
        const std::size_t limit =
            d + 1 < drafts.size() ? drafts[d + 1].trigger_first : facts.tokens().size();
        std::vector<Share> shares;
        if (!draft.hosted)
            shares = find_shares(facts, draft, limit);
        for (const Share& share : shares)
            std::erase(draft.to, share.place);
        const bool told_whole = !shares.empty() && draft.to.empty() && !draft.to_neighbours;
        if (!told_whole)
            split.push_back(draft);
        for (const Share& share : shares) {
            split.push_back(draft);
            if (share.figure != draft.figure)
                split.back().whole = draft.figure;
            split.back().figure = share.figure;
            split.back().to = {share.place};
            split.back().to_neighbours = false;
        }
    }
    drafts = std::move(split);
}

}  // namespace events
