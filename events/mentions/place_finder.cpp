// Finds place names by capitals, the gazetteer and the words beside them.
#include "events/mentions/place_finder.hpp"

#include "events/mentions/movement_names.hpp"
#include "events/mentions/place_evidence.hpp"
#include "events/mentions/place_links.hpp"

namespace events {

namespace {

constexpr std::uint32_t kWellKnown = 50'000;  // people: a town that needs no word beside it

class PlaceSearch {
  public:
    PlaceSearch(std::string_view text, const Sentence& sentence, const ReadingWords& words,
                const gazetteer::Gazetteer& gazetteer, DocumentNames& names)
        : m_text(text),
          m_tokens(sentence.tokens),
          m_words(words),
          m_gazetteer(gazetteer),
          m_names(names),
          m_taken(sentence.tokens.size(), false) {}

    void exclude(const std::vector<ActorMention>& actors, const std::vector<TimeMention>& times) {
        for (const TimeMention& time : times)
            mark(time.first_token, time.end_token);
        for (const ActorMention& actor : actors) {
            if (actor.is_named)
                mark(actor.first, actor.end);
        }
    }

    std::vector<PlaceInText> run() {
        for (std::size_t at = 0; at < m_tokens.size();) {
            const std::size_t end = take(at);
            at = std::max(end, at + 1);
        }
        return std::move(m_found);
    }

  private:
    void mark(std::size_t first, std::size_t end) {
        for (std::size_t at = first; at < end && at < m_taken.size(); ++at)
            m_taken[at] = true;
    }

    bool place_role(std::size_t at, std::string_view role) const {
        return ReadingWords::has_role(m_words.place_words, m_tokens, at, role);
    }
    bool name_role(std::size_t at, std::string_view role) const {
        return ReadingWords::has_role(m_words.names, m_tokens, at, role);
    }

    bool can_start_name(std::size_t at) const {
        const Token& token = m_tokens[at];
        return token.kind == TokenKind::word && token.capitalised && !m_taken[at];
    }

    std::string slice(std::size_t first, std::size_t end) const {
        return std::string(
            m_text.substr(m_tokens[first].range.begin,
                          m_tokens[end - 1].range.end - m_tokens[first].range.begin));
    }

    const NameFacts& facts(const std::string& name) { return m_names.look_up(name, m_gazetteer); }

    bool is_organisation(std::size_t first, std::size_t end) const {
        for (std::size_t at = first; at < end; ++at) {
            if (name_role(at, "organisation"))
                return true;
        }
        return false;
    }

    std::size_t take(std::size_t at) {
        if (const auto end = take_nameless(at))
            return *end;
        if (!can_start_name(at))
            return at;
        return take_run(at, name_run_end(m_tokens, m_taken, at));
    }

    /// "the capital", "the north of the country", "in the north".
    std::optional<std::size_t> take_nameless(std::size_t at) {
        if (m_tokens[at].capitalised && at > 0)
            return std::nullopt;
        if (const auto match =
                ReadingWords::match_role(m_words.place_words, m_tokens, at, "capital_word")) {
            PlaceInText place = nameless(at, match->end);
            place.capital = true;
            m_found.push_back(std::move(place));
            return match->end;
        }
        const auto match = ReadingWords::match_role(m_words.place_words, m_tokens, at, "part_of");
        if (!match)
            return std::nullopt;
        const auto compass = parse_compass(m_words.place_words.cell(match->row, "value"));
        std::size_t next = match->end;
        // "north and centre of the country": the first part stands for both.
        if (next + 1 < m_tokens.size() && is_join(m_tokens[next]) &&
            place_role(next + 1, "part_of"))
            next += 2;
        if (!compass || at == 0 || !is_article(m_tokens[at - 1]) || m_tokens[at].capitalised)
            return std::nullopt;
        if (next < m_tokens.size() && is_of(m_tokens[next])) {
            std::size_t after = next + 1;
            if (after + 1 < m_tokens.size() && is_article(m_tokens[after]) &&
                m_tokens[after + 1].capitalised)
                ++after;
            const auto country =
                ReadingWords::match_role(m_words.place_words, m_tokens, after, "country_word");
            if (country) {
                PlaceInText place = nameless(at, country->end);
                place.part = compass;
                m_found.push_back(std::move(place));
                return country->end;
            }
            if (after < m_tokens.size() && can_start_name(after) &&
                facts(slice(after, after + 1)).known) {
                m_pending_part = compass;
                m_pending_part_first = at;
                return after;
            }
            return std::nullopt;
        }
        if (const auto country =
                ReadingWords::match_role(m_words.place_words, m_tokens, next, "country_word")) {
            PlaceInText place = nameless(at, country->end);
            place.part = compass;
            m_found.push_back(std::move(place));
            return country->end;
        }
        const bool closes = next >= m_tokens.size() ||
                            m_tokens[next].kind == TokenKind::punctuation ||
                            place_role(next, "locative");
        const bool located = at >= 2 && place_role(at - 2, "locative");
        if (!closes || !located)
            return std::nullopt;
        PlaceInText place = nameless(at, next);
        place.part = compass;
        m_found.push_back(std::move(place));
        return next;
    }

    PlaceInText nameless(std::size_t first, std::size_t end) const {
        PlaceInText place;
        place.first = place.outer_first = first;
        place.end = place.outer_end = end;
        place.of_focus = true;
        place.link = link_before(m_words, m_tokens, first);
        return place;
    }

    std::size_t take_run(std::size_t first, std::size_t end) {
        // Words that only open the sentence or the title are no part of the name.
        std::size_t name_first = first;
        while (name_first < end && !name_starts_at(name_first, end))
            ++name_first;
        if (name_first == end)
            return end;
        std::optional<gazetteer::Compass> part = std::exchange(m_pending_part, std::nullopt);
        std::size_t outer_first = part ? m_pending_part_first : name_first;
        if (!part && name_first > 0) {
            const std::size_t left = name_first - 1;
            if (place_role(left, "part") && !kind_word_at(name_first + 1)) {
                const auto match =
                    ReadingWords::match_role(m_words.place_words, m_tokens, left, "part");
                part = parse_compass(m_words.place_words.cell(match->row, "value"));
                outer_first = left;
            }
        }
        const std::size_t name_end = best_name_end(name_first, end);
        if (name_end == name_first)
            return refuse(name_first, end);
        PlaceInText place;
        place.first = name_first;
        place.end = name_end;
        place.name = slice(name_first, name_end);
        place.part = part;
        place.outer_first = outer_first;
        place.outer_end = name_end;
        read_kind_words(place);
        place.link = link_before(m_words, m_tokens, place.outer_first);
        const NameFacts& known = facts(place.name);
        place.is_country = known.country && !place.kind;
        place.is_admin = place.kind ? is_area(*place.kind) : known.admin;
        if (!is_accepted(place, known))
            return refuse(name_first, end);
        place.attributive = says_whose(place);
        if (!known.known)
            m_names.unknown_places.insert(place.name);
        m_found.push_back(std::move(place));
        return std::max(m_found.back().outer_end, name_end);
    }

    /// "the Bamako government", "Mali's army".
    bool says_whose(const PlaceInText& place) const {
        const std::size_t end = place.outer_end;
        const std::size_t owned = end + (end < m_tokens.size() && m_tokens[end].folded == "'s");
        return owned < m_tokens.size() && place.link != PlaceLink::in &&
               place.link != PlaceLink::near && name_role(owned, "attribute") &&
               !m_tokens[owned].capitalised;
    }

    /// Not "In", "The", "Northern" of a sentence's start, unless the whole is a known name.
    bool name_starts_at(std::size_t at, std::size_t end) {
        const bool opens =
            (name_role(at, "function") || place_role(at, "part")) && !has_kind_before(at);
        if (!opens) {
            // "Camp I": a kind word with a number is no name.
            const bool numbered = kind_word_at(at) && at + 1 < end &&
                                  m_tokens[at + 1].range.end - m_tokens[at + 1].range.begin <= 2;
            return !numbered && !place_role(at, "kind_before") && can_start_name(at);
        }
        for (std::size_t to = end; to > at + 1; --to) {
            if (facts(slice(at, to)).known)
                return true;
        }
        return false;
    }

    bool kind_word_at(std::size_t at) const { return place_role(at, "kind_after"); }

    /// The longest known name from `first`; else the whole run where the words beside it show a
    /// place; `first` itself when neither.
    std::size_t best_name_end(std::size_t first, std::size_t end) {
        if (is_title_before(m_words, m_tokens, first))
            return first;
        std::size_t run = end;
        while (run > first + 1 && (kind_word_at(run - 1) || name_role(run - 1, "attribute")) &&
               !is_joining(run - 1))
            --run;
        for (std::size_t to = end; to > first; --to) {
            const std::string name = slice(first, to);
            if (!facts(name).known)
                continue;
            const bool whole =
                to == end || to >= run ||
                (facts(name).country && (end - first >= 2 && is_title_case(m_tokens)));
            if (!whole && !facts(name).country)
                break;
            if (!whole && is_organisation(first, end))
                break;
            return to;
        }
        if (is_organisation(first, end) && run == end)
            return first;
        const bool shown = has_kind_before(first) || kind_word_at(run) ||
                           kind_in_apposition(m_words, m_tokens, run).has_value() ||
                           (run < end && kind_word_at(run));
        const bool located = is_located(first) || is_end_of_movement(m_words, m_tokens, first, run);
        const bool told_before =
            m_names.unknown_places.contains(slice(first, run)) || is_taken_place(first, run);
        if (!shown && !located && !told_before)
            return first;
        if (!shown &&
            (name_role(first, "group") || m_gazetteer.country_code(m_tokens[first].folded)))
            return first;
        if (!shown && m_tokens[first].all_capitals)
            return first;
        // A determiner before an unknown name: "in the Security Council", no place.
        if (!shown && first > 0 && is_article(m_tokens[first - 1]))
            return first;
        return run;
    }

    /// "in X", "near X": enough for a name that no gazetteer knows; "on X" is not.
    bool is_located(std::size_t first) const {
        const PlaceLink link = link_before(m_words, m_tokens, first);
        const bool weak =
            ReadingWords::match_role_before(m_words.place_words, m_tokens, first, "locative_weak")
                .has_value();
        return (link == PlaceLink::in || link == PlaceLink::near) && !weak;
    }

    /// "occupied X in Y province", "attacked X, Y": what is attacked where is a place.
    bool is_taken_place(std::size_t first, std::size_t end) {
        if (first == 0 || end + 1 >= m_tokens.size())
            return false;
        const auto verb = m_words.triggers.match_at(m_tokens, first - 1);
        if (!verb || m_words.triggers.cell(verb->row, "part") != "verb")
            return false;
        const std::string_view object = m_words.triggers.cell(verb->row, "object");
        const std::string& join = m_tokens[end].folded;
        if ((object != "place" && object != "any") ||
            (join != "in" && join != "," && join != "à" && join != "dans" && join != "("))
            return false;
        std::size_t at = end + 1;
        if (is_article(m_tokens[at]) && at + 1 < m_tokens.size())
            ++at;
        return can_start_name(at) && facts(slice(at, at + 1)).known;
    }

    bool is_joining(std::size_t at) const { return !m_tokens[at].capitalised; }

    bool has_kind_before(std::size_t first) const {
        return ReadingWords::match_role_before(m_words.place_words, m_tokens, first, "kind_before")
            .has_value();
    }

    void read_kind_words(PlaceInText& place) const {
        if (const auto before = ReadingWords::match_role_before(m_words.place_words, m_tokens,
                                                                place.first, "kind_before")) {
            place.kind = parse_place_kind(m_words.place_words.cell(before->row, "value"));
            place.outer_first = std::min(place.outer_first, before->first);
        }
        if (const auto after =
                ReadingWords::match_role(m_words.place_words, m_tokens, place.end, "kind_after")) {
            const auto kind = parse_place_kind(m_words.place_words.cell(after->row, "value"));
            if (!place.kind)
                place.kind = kind;
            place.outer_end = after->end;
        } else if (!place.kind) {
            place.kind = kind_in_apposition(m_words, m_tokens, place.end);
        }
        while (place.outer_first > 0 && place.kind &&
               (is_article(m_tokens[place.outer_first - 1]) ||
                place_role(place.outer_first - 1, "part"))) {
            --place.outer_first;
        }
    }

    bool is_accepted(const PlaceInText& place, const NameFacts& known) {
        const std::string& last = m_tokens[place.end - 1].folded;
        const bool located = place.link == PlaceLink::in || place.link == PlaceLink::near;
        if (is_no_name(place, known) || is_part_of_organisation(m_words, m_tokens, place))
            return false;
        if (m_names.persons.contains(last) && !place.kind && !located && !known.country)
            return false;
        if (name_role(place.first, "group") && place.end == place.first + 1)
            return false;
        // "Chadian forces", "West Africa researcher".
        if (!known.country && !located && !place.kind &&
            (known.continent || m_gazetteer.country_code(place.name)))
            return false;
        if (place.kind || known.country || located || place.part ||
            is_end_of_movement(m_words, m_tokens, place.first, place.end))
            return true;
        if (!known.known)
            return m_names.unknown_places.contains(place.name);
        if (place.first > 0 && is_article(m_tokens[place.first - 1])) {
            // "the Bamako protests"
            return known.population >= kWellKnown && place.end < m_tokens.size() &&
                   m_tokens[place.end].kind == TokenKind::word && !m_tokens[place.end].capitalised;
        }
        if (place.link != PlaceLink::none)
            return true;
        // Where any word has a capital, only a name that is known widely is a place.
        if (place.first == 0 || m_tokens[place.first - 1].kind == TokenKind::punctuation)
            return known.population >= kWellKnown || known.admin || is_list_item(place);
        return true;
    }

    /// "UN", "X": short capitals are bodies and brands unless they are a country's.
    bool is_no_name(const PlaceInText& place, const NameFacts& known) const {
        if (place.end != place.first + 1 || known.country)
            return false;
        const Token& token = m_tokens[place.first];
        const std::size_t bytes = token.range.end - token.range.begin;
        return bytes < 2 || (token.all_capitals && bytes <= 4) ||
               m_words.actors.match_at(m_tokens, place.first).has_value();
    }

    bool is_list_item(const PlaceInText& place) const {
        return !m_found.empty() && m_found.back().outer_end + 1 >= place.first;
    }

    /// A run that is no place: of people, its last word is remembered as a name of theirs.
    std::size_t refuse(std::size_t first, std::size_t end) {
        const bool person = end - first >= 2 && !is_organisation(first, end) && first + 1 < end;
        if (person || is_title_before(m_words, m_tokens, first))
            m_names.persons.insert(m_tokens[end - 1].folded);
        return end;
    }

    std::string_view m_text;
    const std::vector<Token>& m_tokens;
    const ReadingWords& m_words;
    const gazetteer::Gazetteer& m_gazetteer;
    DocumentNames& m_names;
    std::vector<bool> m_taken;
    std::vector<PlaceInText> m_found;
    std::optional<gazetteer::Compass> m_pending_part;
    std::size_t m_pending_part_first = 0;
};

}  // namespace

std::vector<PlaceInText> find_places(std::string_view text, const Sentence& sentence,
                                     const ReadingWords& words,
                                     const std::vector<ActorMention>& actors,
                                     const std::vector<TimeMention>& times,
                                     const gazetteer::Gazetteer& gazetteer, DocumentNames& names) {
    PlaceSearch search(text, sentence, words, gazetteer, names);
    search.exclude(actors, times);
    std::vector<PlaceInText> places = search.run();
    link_places(words, sentence.tokens, places);
    return places;
}

}  // namespace events
