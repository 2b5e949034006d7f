// Reads borders and demonyms beside place names.
#include "events/mentions/place_borders.hpp"

#include "events/mentions/place_links.hpp"

namespace events {

namespace {

/// A word for a people of one country that is no country's name itself.
std::optional<std::string> demonym_at(const gazetteer::Gazetteer& gazetteer,
                                      const std::vector<Token>& tokens, std::size_t at) {
    if (at >= tokens.size() || tokens[at].kind != TokenKind::word || tokens[at].folded.size() < 4 ||
        !gazetteer.is_demonym(tokens[at].folded))
        return std::nullopt;
    return gazetteer.country_code(tokens[at].folded);
}

/// "Sahel burkinabè", "the Nigerian town of X", "la ville nigériane de X".
void read_demonym(const ReadingWords& words, const std::vector<Token>& tokens,
                  const gazetteer::Gazetteer& gazetteer, PlaceInText& place) {
    if (auto after = demonym_at(gazetteer, tokens, place.outer_end);
        after && !tokens[place.outer_end].capitalised) {
        place.said_country = std::move(after);
        ++place.outer_end;
        return;
    }
    if (place.outer_first == 0)
        return;
    std::size_t at = place.outer_first - 1;
    const bool joined = is_of(words, tokens, at) && at > 1;
    if (joined && !ReadingWords::has_role(words.place_words, tokens, at - 2, "kind_name"))
        return;
    if (joined)
        --at;
    else if (!place.kind)
        return;
    place.said_country = demonym_at(gazetteer, tokens, at);
}

}  // namespace

void read_borders(const ReadingWords& words, const std::vector<Token>& tokens,
                  const gazetteer::Gazetteer& gazetteer, std::vector<PlaceInText>& places) {
    const auto has = [&](std::size_t at, std::string_view role) {
        return ReadingWords::has_role(words.place_words, tokens, at, role);
    };
    for (std::size_t i = 0; i < places.size(); ++i) {
        PlaceInText& place = places[i];
        if (place.of_focus)
            continue;
        if (!place.is_country) {
            read_demonym(words, tokens, gazetteer, place);
            continue;
        }
        std::size_t first = place.outer_first;
        if (first > 0 && is_article(words, tokens, first - 1))
            --first;
        const bool with =
            ReadingWords::match_role_before(words.place_words, tokens, first, "border_with")
                .has_value();
        if (with || has(place.outer_end, "border")) {
            place.border = true;
            place.link = PlaceLink::near;
            // "the Niger-Mali border": the one before is the other side.
            const bool joined = i > 0 && places[i - 1].is_country && !places[i - 1].of_focus &&
                                place.outer_first <= places[i - 1].outer_end + 1;
            if (joined && !with) {
                place.border_other = i - 1;
                places[i - 1].attributive = true;
            }
        }
        // "the border between Mali and Niger".
        if (place.pair && ReadingWords::match_role_before(words.place_words, tokens,
                                                          place.outer_first - 1, "border")) {
            place.border = true;
            place.border_other = place.pair;
            places[*place.pair].attributive = true;
            place.pair.reset();
        }
    }
}

std::optional<std::string> border_of_demonym(const ReadingWords& words,
                                             const std::vector<Token>& tokens, std::size_t at,
                                             const gazetteer::Gazetteer& gazetteer,
                                             std::size_t& end) {
    const auto is_border = [&](std::size_t i) {
        return i < tokens.size() && ReadingWords::has_role(words.place_words, tokens, i, "border");
    };
    const bool border_first = is_border(at);
    if (!border_first && !is_border(at + 1))
        return std::nullopt;
    auto iso = demonym_at(gazetteer, tokens, border_first ? at + 1 : at);
    if (iso)
        end = at + 2;
    return iso;
}

}  // namespace events
