// Reads lengths, directions and the small words between them.
#include "events/mentions/stated_distance.hpp"

#include "events/language/counts.hpp"
#include "events/language/phrases.hpp"
#include "events/mentions/place_links.hpp"

namespace events {

namespace {

constexpr double kKmPerMile = 1.609344;
constexpr double kLongestKm = 5'000;    // more is no distance between two places of a report
constexpr std::size_t kAsideReach = 4;  // tokens between a place and its stated distance

struct StatedLength {
    double km = 0;
    std::size_t first = 0;  ///< token where its number begins
};

bool has_role(const ReadingWords& words, const std::vector<Token>& tokens, std::size_t at,
              std::string_view role) {
    return ReadingWords::has_role(words.place_words, tokens, at, role);
}

/// The number that ends before token `end`, in digits or words: "460", "thirty", "une trentaine".
std::optional<StatedLength> number_before(const ReadingWords& words,
                                          const std::vector<Token>& tokens, std::size_t end) {
    constexpr std::size_t kMostWords = 4;
    const std::span<const Token> before(tokens.data(), end);
    for (std::size_t length = std::min(kMostWords, end); length > 0; --length) {
        const std::size_t first = end - length;
        if (length == 1 && tokens[first].kind == TokenKind::number) {
            const auto value = number_value(tokens[first].folded);
            return value ? std::optional(StatedLength{*value, first}) : std::nullopt;
        }
        if (const auto count = read_count(before, first, words.lexicon); count && count->end == end)
            return StatedLength{static_cast<double>(count->value), first};
    }
    const LexiconTable& vague = words.lexicon.table("vague_counts");
    const auto match = match_phrase_before(vague, before, end);
    if (!match || vague.cell(match->row, "approximate") != "yes")
        return std::nullopt;
    const std::string low(vague.cell(match->row, "low"));
    const auto value = number_value(low);
    return value ? std::optional(StatedLength{*value, end - match->length}) : std::nullopt;
}

/// A length that ends before token `at`, in km: "460 miles", "400km", "une trentaine de km".
std::optional<StatedLength> length_before(const ReadingWords& words,
                                          const std::vector<Token>& tokens, std::size_t at) {
    if (at == 0)
        return std::nullopt;
    const std::string& unit = tokens[at - 1].folded;
    std::optional<StatedLength> length;
    if (has_role(words, tokens, at - 1, "distance") && at >= 2) {
        length = number_before(words, tokens, at - 1);
        if (!length && is_of(words, tokens, at - 2))
            length = number_before(words, tokens, at - 2);
        if (length && has_role(words, tokens, at - 1, "mile"))
            length->km *= kKmPerMile;
    } else if (unit.ends_with("km") && unit.size() > 2) {
        if (const auto value = number_value(std::string_view(unit).substr(0, unit.size() - 2)))
            length = StatedLength{*value, at - 1};
    }
    return length && length->km <= kLongestKm ? length : std::nullopt;
}

std::size_t before_direction(const ReadingWords& words, const std::vector<Token>& tokens,
                             std::size_t at) {
    while (at > 0 && has_role(words, tokens, at - 1, "direction_filler"))
        --at;
    return at;
}

/// Steps left from the name over "the capital", "town of", to after "of" or "from"; 0 when no such
/// word stands there.
std::size_t after_of(const ReadingWords& words, const std::vector<Token>& tokens,
                     std::size_t first) {
    std::size_t at = first;
    for (int n = 0; n < 3 && at > 0; ++n) {
        const bool passes = is_article(words, tokens, at - 1) ||
                            has_role(words, tokens, at - 1, "link_filler") ||
                            (n == 1 && tokens[at - 1].folded == ",");
        if (!passes)
            break;
        --at;
    }
    const bool of =
        at > 0 && (is_of(words, tokens, at - 1) || has_role(words, tokens, at - 1, "of_from"));
    return of ? at : 0;
}

/// Nothing but marks, articles and adverbs of measure stand between a place and the distance.
bool is_aside(const ReadingWords& words, const std::vector<Token>& tokens, std::size_t from,
              std::size_t to) {
    if (to < from || to - from > kAsideReach)
        return false;
    for (std::size_t at = from; at < to; ++at) {
        const bool mark = tokens[at].folded == "," || tokens[at].folded == "(" ||
                          tokens[at].folded == "–" || tokens[at].folded == "-";
        if (!mark && !is_article(words, tokens, at) &&
            !has_role(words, tokens, at, "measure_filler") &&
            !has_role(words, tokens, at, "direction_filler") &&
            !has_role(words, tokens, at, "kind_after") && !has_role(words, tokens, at, "kind_name"))
            return false;
    }
    return true;
}

}  // namespace

bool is_direction_reference(const ReadingWords& words, const std::vector<Token>& tokens,
                            std::size_t first) {
    const std::size_t of = after_of(words, tokens, first);
    if (of < 2)
        return false;
    const std::size_t before = of - 1;
    return ReadingWords::match_role_before(words.place_words, tokens, before, "part_of") ||
           length_before(words, tokens, before).has_value();
}

void read_stated_distance(const ReadingWords& words, const std::vector<Token>& tokens,
                          std::size_t before_end, PlaceInText& place) {
    std::optional<StatedLength> length;
    std::optional<gazetteer::Compass> direction;
    if (place.part) {
        length = length_before(words, tokens, before_direction(words, tokens, place.outer_first));
        direction = place.part;
    }
    if (!length) {
        const std::size_t of = after_of(words, tokens, place.outer_first);
        if (of < 2)
            return;
        std::size_t at = of - 1;
        direction.reset();
        if (const auto match =
                ReadingWords::match_role_before(words.place_words, tokens, at, "part_of")) {
            direction = parse_compass(words.place_words.cell(match->row, "value"));
            at = match->first;
        }
        length = length_before(words, tokens, before_direction(words, tokens, at));
        const bool article = at > 0 && is_article(words, tokens, at - 1);
        if (!length && direction && (place.is_country || place.is_admin)) {
            // "au nord du Mali": a part of it.
            if (!place.part)
                place.part = direction;
            place.outer_first = std::min(place.outer_first, at);
            place.link = PlaceLink::in;
            return;
        }
        if (!length && direction && !article) {
            // "three hamlets east of X": a direction alone.
            place.direction = direction;
            place.offset = true;
            place.link = PlaceLink::near;
            return;
        }
    }
    if (!length)
        return;
    place.distance_km = length->km;
    place.direction = direction;
    place.part.reset();
    const bool tells_of_before =
        before_end > 0 && is_aside(words, tokens, before_end, length->first);
    place.reference = tells_of_before;
    place.offset = !tells_of_before;
    if (place.offset)
        place.link = PlaceLink::near;
    place.outer_first = std::min(place.outer_first, length->first);
}

}  // namespace events
