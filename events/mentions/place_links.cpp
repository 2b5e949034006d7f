// Reads the words between and before place names.
#include "events/mentions/place_links.hpp"

#include "events/mentions/place_borders.hpp"
#include "events/mentions/stated_distance.hpp"

namespace events {

namespace {

class Linker {
  public:
    Linker(const ReadingWords& words, const std::vector<Token>& tokens,
           std::vector<PlaceInText>& places)
        : m_words(words), m_tokens(tokens), m_places(places) {}

    void run() {
        read_distances();
        join_lists();
        read_pairs();
        find_owners();
        find_containers();
        find_named_capitals();
    }

  private:
    bool has(std::size_t at, std::string_view role) const {
        return ReadingWords::has_role(m_words.place_words, m_tokens, at, role);
    }
    bool is_mark(std::size_t at) const {
        const std::string& mark = m_tokens[at].folded;
        return mark == "," || mark == "(" || mark == "–";
    }

    void read_distances() {
        std::size_t before_end = 0;
        for (PlaceInText& place : m_places) {
            if (!place.of_focus)
                read_stated_distance(m_words, m_tokens, before_end, place);
            before_end = place.of_focus ? 0 : place.outer_end;
        }
    }

    bool only_joins(std::size_t from, std::size_t to, bool& has_and) const {
        has_and = false;
        constexpr std::size_t kLongest = 3;
        if (to <= from || to - from > kLongest)
            return false;
        for (std::size_t at = from; at < to; ++at) {
            if (is_join(m_words, m_tokens, at))
                has_and = true;
            else if (m_tokens[at].folded != "," && !is_article(m_words, m_tokens, at) &&
                     !has(at, "list_filler"))
                return false;
        }
        return true;
    }

    void join_lists() {
        for (std::size_t begin = 0; begin < m_places.size();) {
            std::size_t end = begin + 1;
            bool ended = false;  // by "and"
            while (end < m_places.size() && !ended && !m_places[end - 1].of_focus &&
                   !m_places[end].of_focus) {
                bool has_and = false;
                if (!only_joins(m_places[end - 1].outer_end, m_places[end].outer_first, has_and))
                    break;
                ended = has_and;
                ++end;
            }
            if (ended)
                join(begin, end);
            begin = ended ? end : begin + 1;
        }
    }

    void join(std::size_t begin, std::size_t end) {
        const PlaceInText last = m_places[end - 1];
        for (std::size_t i = begin; i < end; ++i) {
            PlaceInText& place = m_places[i];
            for (std::size_t j = begin; j < end; ++j) {
                if (i != j)
                    place.coordinated.push_back(j);
            }
            if (!place.kind && last.kind && last.outer_end > last.end) {
                place.kind = last.kind;
                place.is_admin = is_area(*last.kind);
            }
            if (place.link == PlaceLink::none)
                place.link = m_places[begin].link;
        }
    }

    /// "between A and B", "on the road from A to B", "la route reliant A à B".
    void read_pairs() {
        for (std::size_t i = 0; i + 1 < m_places.size(); ++i) {
            PlaceInText& place = m_places[i];
            const PlaceInText& next = m_places[i + 1];
            if (place.of_focus || next.of_focus || next.outer_first <= place.outer_end ||
                next.outer_first - place.outer_end > 2 || place.offset || next.offset)
                continue;
            const auto before = [&](std::string_view role) {
                return ReadingWords::match_role_before(m_words.place_words, m_tokens,
                                                       place.outer_first, role)
                    .has_value();
            };
            const std::size_t join = place.outer_end;
            const bool between = before("between") && is_join(m_words, m_tokens, join);
            const bool hyphen = m_tokens[join].folded == "-";
            const bool road =
                (before("road_from") && (hyphen || has(join, "goal") || has(join, "locative"))) ||
                (hyphen && has(next.outer_end, "road"));
            if (between || road)
                place.pair = i + 1;
        }
    }

    /// "Nigeria's Borno State": what owns the place holds it.
    void find_owners() {
        for (std::size_t i = 0; i + 1 < m_places.size(); ++i) {
            PlaceInText& owner = m_places[i];
            PlaceInText& owned = m_places[i + 1];
            if (owner.of_focus || owned.of_focus || !owner.is_country || owned.is_country ||
                owner.outer_end >= owned.outer_first || m_tokens[owner.outer_end].folded != "'s")
                continue;
            bool only_words = owned.outer_first - owner.outer_end <= 3;
            for (std::size_t at = owner.outer_end + 1; at < owned.outer_first; ++at)
                only_words = only_words && (has(at, "part") || has(at, "link_filler"));
            if (only_words)
                owned.container = i;
        }
    }

    /// Words that may stand between a place and the area that holds it.
    bool gap_holds(std::size_t from, std::size_t to) const {
        constexpr std::size_t kLongest = 6;
        if (to < from || to - from > kLongest)
            return false;
        bool link = false;
        for (std::size_t at = from; at < to; ++at) {
            if (is_mark(at) || has(at, "holder"))
                link = true;
            else if (!is_article(m_words, m_tokens, at) && !has(at, "holder_filler") &&
                     !has(at, "part") && !has(at, "kind_after") && !has(at, "kind_name"))
                return false;
        }
        return link;
    }

    bool may_hold(std::size_t i) const {
        const PlaceInText& inner = m_places[i];
        const PlaceInText& outer = m_places[i + 1];
        if (inner.reference || inner.offset || outer.reference || outer.offset || outer.of_focus ||
            inner.of_focus || inner.is_country || inner.pair)
            return false;
        const bool listed = std::find(inner.coordinated.begin(), inner.coordinated.end(), i + 1) !=
                            inner.coordinated.end();
        if (listed || !gap_holds(inner.outer_end, outer.outer_first))
            return false;
        if (outer.is_admin || outer.is_country || outer.part)
            return true;
        // "X (Y, Z)" and "X, Y," name what holds X even when Y is also a town.
        if (inner.outer_end >= m_tokens.size())
            return false;
        const std::string& first = m_tokens[inner.outer_end].folded;
        const bool closed = outer.outer_end >= m_tokens.size() ||
                            (m_tokens[outer.outer_end].kind == TokenKind::punctuation &&
                             std::string_view(",).;").find(m_tokens[outer.outer_end].folded) !=
                                 std::string_view::npos);
        return (first == "(" || first == ",") && closed && outer.link != PlaceLink::near &&
               outer.coordinated.empty();
    }

    void find_containers() {
        for (std::size_t i = 0; i + 1 < m_places.size(); ++i) {
            if (!may_hold(i))
                continue;
            m_places[i].container = i + 1;
            for (const std::size_t other : m_places[i].coordinated)
                m_places[other].container = i + 1;
        }
    }

    /// "the capital, X": the name says it.
    void find_named_capitals() {
        for (std::size_t i = 0; i + 1 < m_places.size(); ++i) {
            PlaceInText& next = m_places[i + 1];
            if (m_places[i].capital && !next.of_focus &&
                next.outer_first <= m_places[i].outer_end + 1) {
                next.link = m_places[i].link;
                m_places[i].attributive = true;
            }
        }
    }

    const ReadingWords& m_words;
    const std::vector<Token>& m_tokens;
    std::vector<PlaceInText>& m_places;
};

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
    if (text == "admin3")
        return PlaceKind::admin3;
    if (text == "terrain")
        return PlaceKind::terrain;
    if (text == "water")
        return PlaceKind::water;
    return std::nullopt;
}

bool is_area(gazetteer::PlaceKind kind) {
    return kind == gazetteer::PlaceKind::admin1 || kind == gazetteer::PlaceKind::admin2 ||
           kind == gazetteer::PlaceKind::admin3 || kind == gazetteer::PlaceKind::country;
}

bool is_article(const ReadingWords& words, const std::vector<Token>& tokens, std::size_t at) {
    return ReadingWords::has_role(words.place_words, tokens, at, "article");
}

bool is_of(const ReadingWords& words, const std::vector<Token>& tokens, std::size_t at) {
    return ReadingWords::has_role(words.place_words, tokens, at, "of");
}

bool is_join(const ReadingWords& words, const std::vector<Token>& tokens, std::size_t at) {
    return at < tokens.size() && (tokens[at].folded == "&" ||
                                  ReadingWords::has_role(words.place_words, tokens, at, "join"));
}

PlaceLink link_before(const ReadingWords& words, const std::vector<Token>& tokens,
                      std::size_t first) {
    std::size_t at = first;
    constexpr int kReach = 4;
    for (int n = 0; n < kReach && at > 0; ++n) {
        const auto ends = [&](std::string_view role) {
            return ReadingWords::match_role_before(words.place_words, tokens, at, role).has_value();
        };
        if (ends("near"))
            return PlaceLink::near;
        if (ends("locative") || ends("locative_weak"))
            return PlaceLink::in;
        if (ends("goal"))
            return PlaceLink::to;
        if (ends("origin"))
            return PlaceLink::from;
        if (ends("of"))
            return PlaceLink::of;
        const bool named_capital =
            tokens[at - 1].folded == "," && at > 1 &&
            ReadingWords::match_role_before(words.place_words, tokens, at - 1, "capital_word");
        const bool passes = is_article(words, tokens, at - 1) || ends("part") ||
                            ends("capital_word") || ends("link_filler") || named_capital;
        if (!passes)
            break;
        --at;
    }
    return PlaceLink::none;
}

void link_places(const ReadingWords& words, const std::vector<Token>& tokens,
                 const gazetteer::Gazetteer& gazetteer, std::vector<PlaceInText>& places) {
    Linker(words, tokens, places).run();
    read_borders(words, tokens, gazetteer, places);
}

}  // namespace events
