// Tells people from places by titles, first names and the words that follow.
#include "events/mentions/person_names.hpp"

namespace events {

bool is_person_after_country(const PlaceScan& scan, std::size_t country_end, std::size_t end) {
    if (country_end >= end || scan.title_case || !scan.tokens[country_end].capitalised ||
        scan.tokens[country_end].all_capitals)
        return false;
    for (const std::string_view role :
         {"title", "organisation", "function", "attribute", "group", "body", "armed_name"}) {
        if (scan.name_role(country_end, role))
            return false;
    }
    return !scan.place_role(country_end, "feature_tail") &&
           !scan.place_role(country_end, "kind_after") &&
           !scan.words.actors.match_at(scan.tokens, country_end);
}

bool is_given_and_family_name(const PlaceScan& scan, std::size_t first, std::size_t end) {
    return end >= first + 2 && scan.name_role(first, "given") && scan.starts_name(end - 1) &&
           !scan.facts(first, end).known;
}

bool is_person_by_what_follows(const PlaceScan& scan, std::size_t end) {
    const std::vector<Token>& tokens = scan.tokens;
    if (end >= tokens.size())
        return false;
    const PatternTable& sayings = scan.words.attribution;
    if (const auto says = sayings.match_at(tokens, end))
        return sayings.cell(says->row, "place") == "verb";
    if (tokens[end].folded != "," || end + 2 >= tokens.size())
        return false;
    if (tokens[end + 1].kind == TokenKind::number && tokens[end + 2].folded == ",")
        return tokens[end + 1].range.end - tokens[end + 1].range.begin == 2;
    const std::size_t noun = end + 1 + (scan.place_role(end + 1, "article") ? 1 : 0);
    return !tokens[noun].capitalised && scan.name_role(noun, "title");
}

void learn_person(const PlaceScan& scan, std::size_t first, std::size_t end) {
    const bool two_words = end >= first + 2 && !scan.is_organisation(first, end);
    if (two_words || scan.is_title_before(first))
        scan.names.persons.insert(scan.tokens[end - 1].folded);
}

}  // namespace events
