// Reads capitals, parts of the country and borders that have no name.
#include "events/mentions/nameless_places.hpp"

#include "events/mentions/place_borders.hpp"
#include "events/mentions/place_links.hpp"
#include "events/mentions/place_name_span.hpp"

namespace events {

namespace {

PlaceInText nameless(const PlaceScan& scan, std::size_t first, std::size_t end) {
    PlaceInText place;
    place.first = place.outer_first = first;
    place.end = place.outer_end = end;
    place.of_focus = true;
    place.link = link_before(scan.words, scan.tokens, first);
    return place;
}

NamelessPlace part_of_country(const PlaceScan& scan, std::size_t first, std::size_t end,
                              gazetteer::Compass part) {
    PlaceInText place = nameless(scan, first, end);
    place.part = part;
    return {std::move(place), std::nullopt, end};
}

/// "the north of the country", "the north of Mali", "in the north."
std::optional<NamelessPlace> part_at(const PlaceScan& scan, std::size_t at) {
    const auto match = ReadingWords::match_role(scan.words.place_words, scan.tokens, at, "part_of");
    if (!match || at == 0 || scan.tokens[at].capitalised ||
        !is_article(scan.words, scan.tokens, at - 1))
        return std::nullopt;
    const auto compass = parse_compass(scan.words.place_words.cell(match->row, "value"));
    if (!compass)
        return std::nullopt;
    std::size_t next = match->end;
    // "north and centre of the country": the first part stands for both.
    if (next + 1 < scan.tokens.size() && is_join(scan.words, scan.tokens, next) &&
        scan.place_role(next + 1, "part_of"))
        next += 2;
    const auto country_word = [&](std::size_t word) {
        return ReadingWords::match_role(scan.words.place_words, scan.tokens, word, "country_word");
    };
    if (const auto country = country_word(next))
        return part_of_country(scan, at, country->end, *compass);
    if (is_of(scan.words, scan.tokens, next)) {
        std::size_t after = next + 1;
        if (after + 1 < scan.tokens.size() && is_article(scan.words, scan.tokens, after) &&
            scan.tokens[after + 1].capitalised)
            ++after;
        if (const auto country = country_word(after))
            return part_of_country(scan, at, country->end, *compass);
        const bool known =
            after < scan.tokens.size() && scan.starts_name(after) &&
            (scan.facts(after, after + 1).known ||
             scan.facts(after, name_run_end(scan, after)).known || known_phrase_end(scan, after));
        return known ? std::optional(NamelessPlace{std::nullopt, compass, after}) : std::nullopt;
    }
    const bool closes = next >= scan.tokens.size() ||
                        scan.tokens[next].kind == TokenKind::punctuation ||
                        scan.place_role(next, "locative");
    if (!closes || at < 2 || !scan.place_role(at - 2, "locative"))
        return std::nullopt;
    return part_of_country(scan, at, next, *compass);
}

}  // namespace

std::optional<NamelessPlace> nameless_place_at(const PlaceScan& scan, std::size_t at) {
    std::size_t border_end = at;
    if (auto iso = border_of_demonym(scan.words, scan.tokens, at, scan.gazetteer, border_end)) {
        PlaceInText place = nameless(scan, at, border_end);
        place.border = true;
        place.said_country = std::move(iso);
        return NamelessPlace{std::move(place), std::nullopt, border_end};
    }
    if (scan.tokens[at].capitalised && at > 0)
        return std::nullopt;
    if (const auto match =
            ReadingWords::match_role(scan.words.place_words, scan.tokens, at, "capital_word")) {
        PlaceInText place = nameless(scan, at, match->end);
        place.capital = true;
        return NamelessPlace{std::move(place), std::nullopt, match->end};
    }
    return part_at(scan, at);
}

}  // namespace events
