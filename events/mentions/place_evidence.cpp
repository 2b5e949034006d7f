// Reads prepositions, appositions, bodies and verbs beside names.
#include "events/mentions/place_evidence.hpp"

#include "events/mentions/movement_names.hpp"
#include "events/mentions/person_names.hpp"
#include "events/mentions/place_links.hpp"
#include "events/mentions/place_name_span.hpp"
#include "events/mentions/stated_distance.hpp"

namespace events {

namespace {

constexpr std::uint32_t kWellKnown = 50'000;  // people: a town that needs no word beside it

bool is_locating(PlaceLink link) {
    return link == PlaceLink::in || link == PlaceLink::near;
}

/// "in X", "near X": enough for a name that no gazetteer knows; "on X" is not.
bool is_located(const PlaceScan& scan, std::size_t first) {
    return is_locating(link_before(scan.words, scan.tokens, first)) &&
           !scan.place_role_before(first, "locative_weak");
}

/// "12 km south of X", "east of X", "brought to X", "between X and".
bool is_pointed_at(const PlaceScan& scan, std::size_t first) {
    return scan.place_role_before(first, "arrival") || scan.place_role_before(first, "between") ||
           is_direction_reference(scan.words, scan.tokens, first);
}

/// Commas, brackets, "in the": what may stand between a place and the known one that holds it.
bool has_known_container(const PlaceScan& scan, std::size_t end) {
    const std::vector<Token>& tokens = scan.tokens;
    if (end + 1 >= tokens.size())
        return false;
    const bool mark = tokens[end].folded == "," || tokens[end].folded == "(";
    std::size_t at = end + 1;
    if (!mark && !scan.place_role(end, "holder"))
        return false;
    if (mark && scan.place_role(at, "holder") && at + 1 < tokens.size())
        ++at;
    if (scan.place_role(at, "article") && at + 1 < tokens.size())
        ++at;
    if (!scan.starts_name(at))
        return false;
    const std::size_t to = name_run_end(scan, at);
    return scan.facts(at, to).known || scan.facts(at, at + 1).known;
}

/// "occupied X in Y province", "attacked X, Y": what is attacked where is a place.
bool is_taken_place(const PlaceScan& scan, std::size_t first, std::size_t end) {
    if (first == 0)
        return false;
    const auto verb = scan.words.triggers.match_at(scan.tokens, first - 1);
    if (!verb || scan.words.triggers.cell(verb->row, "part") != "verb")
        return false;
    const std::string_view object = scan.words.triggers.cell(verb->row, "object");
    return (object == "place" || object == "any") && has_known_container(scan, end);
}

/// "X, 80 km south of Y", "X, in Y district": what follows says where X lies.
bool is_told_where(const PlaceScan& scan, std::size_t end) {
    constexpr std::size_t kReach = 5;  // ", some 80 km"
    if (has_known_container(scan, end))
        return true;
    if (end >= scan.tokens.size() || scan.tokens[end].folded != ",")
        return false;
    for (std::size_t at = end + 2; at < scan.tokens.size() && at < end + kReach; ++at) {
        if (scan.tokens[at - 1].kind == TokenKind::number && scan.place_role(at, "distance"))
            return true;
    }
    return false;
}

bool ends_clause(const PlaceScan& scan, std::size_t at) {
    return at >= scan.tokens.size() || scan.tokens[at].kind == TokenKind::punctuation ||
           scan.place_role(at, "locative") || scan.place_role(at, "join") ||
           scan.place_role(at, "goal");
}

/// "in A and X.", "from A to X,": a name in a pair with a place, where the clause may end.
bool is_second_of_pair(const PlaceScan& scan, std::size_t first, std::size_t end,
                       const PlaceInText* before) {
    if (before == nullptr || first == 0 || before->of_focus || end - first > 2 ||
        before->outer_end + 1 != first || !ends_clause(scan, end))
        return false;
    const bool joined = scan.place_role(first - 1, "join") || scan.place_role(first - 1, "goal");
    const bool from_to = scan.place_role_before(before->outer_first, "near") ||
                         scan.place_role_before(before->outer_first, "between");
    return joined && (is_locating(before->link) || from_to || before->link == PlaceLink::from);
}

}  // namespace

std::optional<gazetteer::PlaceKind> kind_in_apposition(const ReadingWords& words,
                                                       const std::vector<Token>& tokens,
                                                       std::size_t end) {
    if (end + 2 >= tokens.size() || tokens[end].folded != "," ||
        !is_article(words, tokens, end + 1))
        return std::nullopt;
    for (std::size_t at = end + 2; at < tokens.size() && at < end + 4; ++at) {
        for (const std::string_view role : {"kind_after", "kind_name"}) {
            if (const auto match = ReadingWords::match_role(words.place_words, tokens, at, role))
                return parse_place_kind(words.place_words.cell(match->row, "value"));
        }
    }
    return std::nullopt;
}

bool is_shown_to_be_place(const PlaceScan& scan, std::size_t first, std::size_t end,
                          const PlaceInText* before) {
    if (scan.place_role_before(first, "kind_before") || scan.place_role(end, "kind_after") ||
        scan.place_role(end - 1, "feature_tail") ||
        kind_in_apposition(scan.words, scan.tokens, end))
        return true;
    const std::vector<Token>& tokens = scan.tokens;
    // Peoples, short capitals and names with a determiner ("in the Security Council") need more.
    if (scan.name_role(first, "group") || scan.gazetteer.country_code(tokens[first].folded) ||
        tokens[first].all_capitals ||
        (first > 0 && is_article(scan.words, tokens, first - 1) &&
         !is_direction_reference(scan.words, tokens, first)))
        return false;
    const PlaceLink link = link_before(scan.words, tokens, first);
    const bool moves = link == PlaceLink::from || link == PlaceLink::to;
    return is_located(scan, first) || is_pointed_at(scan, first) ||
           is_end_of_movement(scan.words, tokens, first, end) ||
           scan.names.unknown_places.contains(scan.slice(first, end)) ||
           (moves && has_known_container(scan, end)) || is_taken_place(scan, first, end) ||
           is_second_of_pair(scan, first, end, before);
}

bool is_named_after(const PlaceScan& scan, const PlaceInText& place) {
    const std::vector<Token>& tokens = scan.tokens;
    std::size_t first = place.outer_first;
    if (first > 0 && is_article(scan.words, tokens, first - 1) &&
        !scan.name_role_before(first, "named_of"))
        --first;
    if (scan.name_role_before(first, "named_of"))
        return true;
    // "the Juba Peace Agreement", "Minsk agreements".
    std::size_t after = place.end;
    while (after < tokens.size() && after < place.end + 2 && tokens[after].capitalised &&
           !scan.name_role(after, "named_after"))
        ++after;
    if (scan.name_role(after, "named_after"))
        return true;
    // "the Stabilization Mission in X": the body's name goes on.
    if (place.link != PlaceLink::in || place.outer_first < 2)
        return false;
    std::size_t at = place.outer_first - 1;
    if (is_article(scan.words, tokens, at) && at > 1)
        --at;
    return at > 1 && tokens[at - 1].capitalised && scan.name_role(at - 1, "body");
}

bool says_whose(const PlaceScan& scan, const PlaceInText& place) {
    const std::size_t end = place.outer_end;
    const std::size_t owned =
        end + (end < scan.tokens.size() && scan.tokens[end].folded == "'s" ? 1 : 0);
    return owned < scan.tokens.size() && !is_locating(place.link) &&
           scan.name_role(owned, "attribute") && !scan.tokens[owned].capitalised;
}

bool stands_for_government(const PlaceScan& scan, const PlaceInText& place) {
    if (place.link != PlaceLink::none || place.kind || place.part || place.container)
        return false;
    constexpr std::size_t kReach = 3;  // "Paris s'est dit", "Ankara has again denied"
    for (std::size_t at = place.end; at < scan.tokens.size() && at < place.end + kReach; ++at) {
        if (scan.tokens[at].kind != TokenKind::word)
            return false;
        if (scan.name_role(at, "government_verb"))
            return true;
    }
    return false;
}

namespace {

/// "UN", "X": short capitals are bodies and brands unless they are a country's.
bool is_no_name(const PlaceScan& scan, const PlaceInText& place, const NameFacts& known) {
    if (place.end != place.first + 1 || known.country)
        return false;
    const Token& token = scan.tokens[place.first];
    const std::size_t bytes = token.range.end - token.range.begin;
    return bytes < 2 || (token.all_capitals && bytes <= 4) ||
           scan.words.actors.match_at(scan.tokens, place.first).has_value();
}

bool is_list_item(const PlaceInText& place, const PlaceInText* before) {
    return before != nullptr && before->outer_end + 1 >= place.first;
}

/// The name is a person's here: told before, or by what follows.
bool is_person(const PlaceScan& scan, const PlaceInText& place, const NameFacts& known,
               const PlaceInText* before) {
    if (place.kind || known.country || is_locating(place.link) || place.part)
        return false;
    const bool moves = place.link == PlaceLink::from || place.link == PlaceLink::to;
    if (scan.names.persons.contains(scan.tokens[place.end - 1].folded) && !moves &&
        !(known.known && is_list_item(place, before)))
        return true;
    if (place.end == place.first + 1 && scan.name_role(place.first, "given") && !moves)
        return true;
    return place.link == PlaceLink::none && !known.capital &&
           is_person_by_what_follows(scan, place.end);
}

}  // namespace

bool is_accepted_place(const PlaceScan& scan, const PlaceInText& place, const PlaceInText* before) {
    const std::vector<Token>& tokens = scan.tokens;
    const NameFacts& known = scan.facts(place.first, place.end);
    const bool located = is_locating(place.link);
    if (is_no_name(scan, place, known) || is_named_after(scan, place) ||
        is_person(scan, place, known, before))
        return false;
    const bool one_word = place.end == place.first + 1;
    if (one_word && scan.name_role(place.first, "group") &&
        !(known.known && (place.kind || (located && known.admin))))
        return false;
    // "Chadian forces", "West Africa researcher".
    if (!known.country && !located && !place.kind &&
        (known.continent || scan.gazetteer.country_code(place.name)))
        return false;
    if (place.kind || known.country || located || place.part ||
        is_end_of_movement(scan.words, tokens, place.first, place.end))
        return true;
    if (!known.known)
        return is_shown_to_be_place(scan, place.first, place.end, before);
    if (place.first > 0 && is_article(scan.words, tokens, place.first - 1)) {
        // "the Bamako protests"
        return known.population >= kWellKnown && place.end < tokens.size() &&
               tokens[place.end].kind == TokenKind::word && !tokens[place.end].capitalised;
    }
    if (place.link != PlaceLink::none)
        return true;
    // Where any word has a capital, only a name that is known widely is a place.
    if (place.first == 0 || tokens[place.first - 1].kind == TokenKind::punctuation)
        return known.population >= kWellKnown || known.admin || is_list_item(place, before) ||
               is_told_where(scan, place.end);
    return true;
}

}  // namespace events
