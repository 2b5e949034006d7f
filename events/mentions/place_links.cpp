// Reads the words between and before place names.
#include "events/mentions/place_links.hpp"

#include <charconv>

namespace events {

namespace {

constexpr double kKmPerMile = 1.609344;

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), std::string_view(word)) != list.end();
}

std::optional<double> read_number(std::string_view digits) {
    std::string plain;
    for (const char c : digits) {
        if ((c >= '0' && c <= '9') || c == '.')
            plain.push_back(c);
        else if (c != ',' && c != ' ')
            break;
    }
    double value = 0;
    const auto result = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (plain.empty() || result.ec != std::errc())
        return std::nullopt;
    return value;
}

/// A length that ends before token `at`, in km: "460 miles", "400km".
std::optional<double> read_length(const ReadingWords& words, const std::vector<Token>& tokens,
                                  std::size_t at) {
    if (at == 0)
        return std::nullopt;
    const std::string& unit = tokens[at - 1].folded;
    std::string_view digits;
    double factor = 1;
    if (ReadingWords::has_role(words.place_words, tokens, at - 1, "distance") && at >= 2) {
        digits = tokens[at - 2].folded;
        factor = is_one_of(unit, {"mile", "miles"}) ? kKmPerMile : 1;
    } else if (unit.ends_with("km") && unit.size() > 2) {
        digits = std::string_view(unit).substr(0, unit.size() - 2);
    } else {
        return std::nullopt;
    }
    const auto value = read_number(digits);
    return value ? std::optional(*value * factor) : std::nullopt;
}

std::size_t before_direction(const std::vector<Token>& tokens, std::size_t at) {
    while (at > 0 && is_one_of(tokens[at - 1].folded, {"au", "à", "l'", "the", "to", "le"}))
        --at;
    return at;
}

/// "some 460 miles north-east of the capital X", "400km north of X", "400 km to the north of X".
void read_distance(const ReadingWords& words, const std::vector<Token>& tokens,
                   PlaceInText& place) {
    if (place.part) {
        if (const auto km =
                read_length(words, tokens, before_direction(tokens, place.outer_first))) {
            place.distance_km = km;
            place.direction = place.part;
            place.reference = true;
            return place.part.reset();
        }
    }
    std::size_t at = place.outer_first;
    const auto step_over = [&](auto&& wanted) {
        if (at > 0 && wanted(at - 1)) {
            --at;
            return true;
        }
        return false;
    };
    for (int n = 0; n < 2; ++n)
        step_over([&](std::size_t i) {
            return is_article(tokens[i]) ||
                   is_one_of(tokens[i].folded, {"capital", "capitale", "town", "city", ","});
        });
    step_over([&](std::size_t i) { return is_article(tokens[i]); });
    const bool of = step_over([&](std::size_t i) {
        return is_of(tokens[i]) || is_one_of(tokens[i].folded, {"from", "du", "de", "d'"});
    });
    if (!of || at == 0)
        return;
    std::optional<gazetteer::Compass> direction;
    if (const auto match = ReadingWords::match_role(words.place_words, tokens, at - 1, "part_of")) {
        direction = parse_compass(words.place_words.cell(match->row, "value"));
        at = before_direction(tokens, at - 1);
    }
    const auto km = read_length(words, tokens, at);
    if (!km)
        return;
    place.distance_km = km;
    place.direction = direction;
    place.reference = true;
}

/// Words that may stand between a place and the area that holds it.
bool gap_holds(const ReadingWords& words, const std::vector<Token>& tokens, std::size_t from,
               std::size_t to) {
    if (to - from > 6)
        return false;
    bool link = false;
    for (std::size_t at = from; at < to; ++at) {
        const std::string& word = tokens[at].folded;
        if (is_one_of(word,
                      {",", "(", "–", "in", "dans", "à", "au", "en", "of", "de", "du", "d'"})) {
            link = true;
        } else if (!is_article(tokens[at]) && !is_one_of(word, {"l'", "same", "same-named"}) &&
                   !ReadingWords::has_role(words.place_words, tokens, at, "part") &&
                   !ReadingWords::has_role(words.place_words, tokens, at, "kind_after") &&
                   !ReadingWords::has_role(words.place_words, tokens, at, "kind_name")) {
            return false;
        }
    }
    return link;
}

bool only_joins(const std::vector<Token>& tokens, std::size_t from, std::size_t to, bool& has_and) {
    has_and = false;
    if (to - from > 3 || to == from)
        return false;
    for (std::size_t at = from; at < to; ++at) {
        if (is_join(tokens[at]))
            has_and = true;
        else if (tokens[at].folded != "," && !is_article(tokens[at]) &&
                 !is_one_of(tokens[at].folded, {"in", "à", "au", "en", "neighbouring"}))
            return false;
    }
    return true;
}

void join_lists(const std::vector<Token>& tokens, std::vector<PlaceInText>& places) {
    std::size_t begin = 0;
    while (begin < places.size()) {
        std::size_t end = begin + 1;
        bool ended_with_and = false;
        while (end < places.size()) {
            bool has_and = false;
            if (places[end - 1].of_focus || places[end].of_focus)
                break;
            if (!only_joins(tokens, places[end - 1].outer_end, places[end].outer_first, has_and))
                break;
            ended_with_and = ended_with_and || has_and;
            ++end;
            if (has_and)
                break;
        }
        if (end - begin >= 2 && ended_with_and) {
            const PlaceInText& last = places[end - 1];
            for (std::size_t i = begin; i < end; ++i) {
                for (std::size_t j = begin; j < end; ++j) {
                    if (i != j)
                        places[i].coordinated.push_back(j);
                }
                if (!places[i].kind && last.kind && last.outer_end > last.end) {
                    places[i].kind = last.kind;
                    places[i].is_admin = is_area(*last.kind);
                }
                if (places[i].link == PlaceLink::none)
                    places[i].link = places[begin].link;
            }
            begin = end;
        } else {
            ++begin;
        }
    }
}

void find_containers(const ReadingWords& words, const std::vector<Token>& tokens,
                     std::vector<PlaceInText>& places) {
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        PlaceInText& inner = places[i];
        const PlaceInText& outer = places[i + 1];
        if (inner.reference || outer.reference || outer.of_focus || inner.of_focus ||
            inner.is_country)
            continue;
        const bool listed = std::find(inner.coordinated.begin(), inner.coordinated.end(), i + 1) !=
                            inner.coordinated.end();
        if (listed || !gap_holds(words, tokens, inner.outer_end, outer.outer_first))
            continue;
        bool holds = outer.is_admin || outer.is_country || outer.part.has_value();
        // "X (Y, Z)" and "X, Y," name what holds X even when Y is also a town.
        const std::string& first = tokens[inner.outer_end].folded;
        const bool closed = outer.outer_end >= tokens.size() ||
                            is_one_of(tokens[outer.outer_end].folded, {",", ")", ".", ";"});
        if (!holds && (first == "(" || first == ",") && closed && outer.link != PlaceLink::near)
            holds = outer.coordinated.empty();
        if (!holds)
            continue;
        inner.container = i + 1;
        for (const std::size_t other : inner.coordinated)
            places[other].container = i + 1;
    }
}

}  // namespace

std::optional<gazetteer::Compass> parse_compass(std::string_view text) {
    using gazetteer::Compass;
    static constexpr std::array<std::pair<std::string_view, Compass>, 9> kParts{{
        {"n", Compass::n},
        {"ne", Compass::ne},
        {"e", Compass::e},
        {"se", Compass::se},
        {"s", Compass::s},
        {"sw", Compass::sw},
        {"w", Compass::w},
        {"nw", Compass::nw},
        {"centre", Compass::centre},
    }};
    for (const auto& [name, value] : kParts) {
        if (name == text)
            return value;
    }
    return std::nullopt;
}

std::optional<gazetteer::PlaceKind> parse_place_kind(std::string_view text) {
    using gazetteer::PlaceKind;
    if (text == "town")
        return PlaceKind::town;
    if (text == "admin1")
        return PlaceKind::admin1;
    if (text == "admin2")
        return PlaceKind::admin2;
    if (text == "camp")
        return PlaceKind::camp;
    if (text == "site")
        return PlaceKind::site;
    if (text == "terrain")
        return PlaceKind::terrain;
    return std::nullopt;
}

bool is_area(gazetteer::PlaceKind kind) {
    return kind == gazetteer::PlaceKind::admin1 || kind == gazetteer::PlaceKind::admin2 ||
           kind == gazetteer::PlaceKind::admin3 || kind == gazetteer::PlaceKind::country;
}

bool is_article(const Token& token) {
    return is_one_of(token.folded,
                     {"the", "a", "an", "le", "la", "les", "l'", "un", "une", "some"});
}

bool is_of(const Token& token) {
    return is_one_of(token.folded, {"of", "de", "du", "d'", "des"});
}

bool is_join(const Token& token) {
    return is_one_of(token.folded, {"and", "et", "or", "ou", "&"});
}

PlaceLink link_before(const ReadingWords& words, const std::vector<Token>& tokens,
                      std::size_t first) {
    std::size_t at = first;
    for (int n = 0; n < 4 && at > 0; ++n) {
        const std::size_t left = at - 1;
        const auto ends = [&](std::string_view role) {
            return ReadingWords::match_role_before(words.place_words, tokens, at, role).has_value();
        };
        if (ends("near"))
            return PlaceLink::near;
        if (ends("locative") || ends("locative_weak"))
            return PlaceLink::in;
        if (ends("goal"))
            return PlaceLink::to;
        if (is_of(tokens[left]) && tokens[left].folded != "from")
            return tokens[left].folded == "of" ? PlaceLink::of : PlaceLink::from;
        if (ends("origin"))
            return PlaceLink::from;
        const bool passes = is_article(tokens[left]) || ends("part") || ends("capital_word") ||
                            is_one_of(tokens[left].folded,
                                      {"neighbouring", "neighboring", "town", "city", "village",
                                       "capital", "nearby", "western-most", ",", "ville"});
        if (!passes || (tokens[left].folded == "," && n == 0 && !(left > 0)))
            break;
        if (tokens[left].folded == "," &&
            !(left > 0 && is_one_of(tokens[left - 1].folded, {"capital", "capitale"})))
            break;
        --at;
    }
    return PlaceLink::none;
}

bool is_title_before(const ReadingWords& words, const std::vector<Token>& tokens,
                     std::size_t first) {
    if (first == 0)
        return false;
    return ReadingWords::match_role_before(words.names, tokens, first, "title").has_value();
}

void link_places(const ReadingWords& words, const std::vector<Token>& tokens,
                 std::vector<PlaceInText>& places) {
    for (PlaceInText& place : places) {
        if (!place.of_focus)
            read_distance(words, tokens, place);
    }
    join_lists(tokens, places);
    find_containers(words, tokens, places);
    // "the capital, X": the name says it.
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        const std::size_t gap = places[i + 1].outer_first - places[i].outer_end;
        if (places[i].capital && !places[i + 1].of_focus && gap <= 1) {
            places[i + 1].link = places[i].link;
            places[i].attributive = true;
        }
    }
}

}  // namespace events
