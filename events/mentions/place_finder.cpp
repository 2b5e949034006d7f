// Finds place names by capitals, the gazetteer and the words beside them.
#include "events/mentions/place_finder.hpp"

#include "events/mentions/nameless_places.hpp"
#include "events/mentions/person_names.hpp"
#include "events/mentions/place_evidence.hpp"
#include "events/mentions/place_links.hpp"
#include "events/mentions/place_name_span.hpp"
#include "events/mentions/place_scan.hpp"

namespace events {

namespace {

class PlaceSearch {
  public:
    explicit PlaceSearch(PlaceScan scan) : m_scan(std::move(scan)) {}

    std::vector<PlaceInText> run() {
        for (std::size_t at = 0; at < m_scan.tokens.size();) {
            const std::size_t end = take(at);
            at = std::max(end, at + 1);
        }
        return std::move(m_found);
    }

  private:
    const PlaceInText* last() const { return m_found.empty() ? nullptr : &m_found.back(); }

    std::size_t take(std::size_t at) {
        if (auto nameless = nameless_place_at(m_scan, at)) {
            if (nameless->place) {
                m_found.push_back(std::move(*nameless->place));
            } else {
                m_pending_part = nameless->part;
                m_pending_part_first = at;
            }
            return nameless->end;
        }
        if (!m_scan.starts_name(at))
            return at;
        return take_run(at, name_run_end(m_scan, at));
    }

    std::size_t take_run(std::size_t first, std::size_t end) {
        // Words that only open the sentence or the title are no part of the name.
        std::size_t name_first = first;
        while (name_first < end && !name_starts_at(m_scan, name_first, end))
            ++name_first;
        if (name_first == end)
            return end;
        const auto part = take_part(name_first);
        if (const auto phrase = known_phrase_end(m_scan, name_first); phrase && *phrase > end)
            end = *phrase;
        const std::size_t name_end = name_end_of(name_first, end);
        if (name_end == name_first)
            return refuse(name_first, end);
        PlaceInText place = make_place(name_first, name_end, part);
        if (!is_accepted_place(m_scan, place, last()))
            return refuse(name_first, end);
        place.attributive = says_whose(m_scan, place);
        const NameFacts& known = m_scan.facts(name_first, name_end);
        if (known.capital && stands_for_government(m_scan, place)) {
            place.metonym = true;
            place.attributive = true;
        }
        if (!known.known)
            m_scan.names.unknown_places.insert(place.name);
        m_found.push_back(std::move(place));
        return std::max(m_found.back().outer_end, name_end);
    }

    struct Part {
        std::optional<gazetteer::Compass> compass;
        std::size_t first = 0;
    };

    /// "northern" before the name, or "the north of" taken before.
    Part take_part(std::size_t name_first) {
        if (const auto pending = std::exchange(m_pending_part, std::nullopt))
            return {pending, m_pending_part_first};
        if (name_first == 0 || (m_scan.place_role(name_first + 1, "kind_after") &&
                                !m_scan.tokens[name_first + 1].capitalised))
            return {std::nullopt, name_first};
        const auto match = ReadingWords::match_role(m_scan.words.place_words, m_scan.tokens,
                                                    name_first - 1, "part");
        if (!match)
            return {std::nullopt, name_first};
        return {parse_compass(m_scan.words.place_words.cell(match->row, "value")), name_first - 1};
    }

    /// The longest known name from `first`; else the whole run where the words beside it show a
    /// place; `first` itself when neither.
    std::size_t name_end_of(std::size_t first, std::size_t end) const {
        if (m_scan.is_title_before(first) || is_given_and_family_name(m_scan, first, end))
            return first;
        const std::size_t run = without_kind_words(m_scan, first, end);
        const std::size_t known = known_name_end(m_scan, first, end, run);
        if (known > first)
            return known;
        if (m_scan.is_organisation(first, end) && run == end)
            return first;
        return is_shown_to_be_place(m_scan, first, run, last()) ? run : first;
    }

    PlaceInText make_place(std::size_t first, std::size_t end, const Part& part) const {
        PlaceInText place;
        place.first = first;
        place.end = end;
        place.name = m_scan.slice(first, end);
        place.part = part.compass;
        place.outer_first = part.compass ? part.first : first;
        place.outer_end = end;
        read_kind_words(place);
        place.link = link_before(m_scan.words, m_scan.tokens, place.outer_first);
        const NameFacts& known = m_scan.facts(first, end);
        place.is_country = known.country && !place.kind;
        place.is_admin = place.kind ? is_area(*place.kind) : known.admin;
        return place;
    }

    void read_kind_words(PlaceInText& place) const {
        const PatternTable& words = m_scan.words.place_words;
        if (const auto before =
                ReadingWords::match_role_before(words, m_scan.tokens, place.first, "kind_before")) {
            place.kind = parse_place_kind(words.cell(before->row, "value"));
            place.outer_first = std::min(place.outer_first, before->first);
        }
        if (const auto after =
                ReadingWords::match_role(words, m_scan.tokens, place.end, "kind_after")) {
            if (!place.kind)
                place.kind = parse_place_kind(words.cell(after->row, "value"));
            place.outer_end = after->end;
        } else if (!place.kind) {
            place.kind = kind_in_apposition(m_scan.words, m_scan.tokens, place.end);
        }
        while (place.outer_first > 0 && place.kind &&
               (is_article(m_scan.words, m_scan.tokens, place.outer_first - 1) ||
                m_scan.place_role(place.outer_first - 1, "part")))
            --place.outer_first;
    }

    /// A run that is no place: of people, its last word is remembered as a name of theirs.
    std::size_t refuse(std::size_t first, std::size_t end) {
        learn_person(m_scan, first, end);
        return end;
    }

    PlaceScan m_scan;
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
    PlaceScan scan{text,
                   sentence.tokens,
                   words,
                   gazetteer,
                   names,
                   std::vector<bool>(sentence.tokens.size(), false),
                   is_title_case(sentence.tokens)};
    const auto mark = [&](std::size_t first, std::size_t end) {
        for (std::size_t at = first; at < end && at < scan.taken.size(); ++at)
            scan.taken[at] = true;
    };
    for (const TimeMention& time : times)
        mark(time.first_token, time.end_token);
    for (const ActorMention& actor : actors) {
        if (actor.is_named)
            mark(actor.first, actor.end);
    }
    std::vector<PlaceInText> places = PlaceSearch(std::move(scan)).run();
    link_places(words, sentence.tokens, gazetteer, places);
    return places;
}

}  // namespace events
