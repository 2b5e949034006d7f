// Reads runs of capitals and names with small words in them.
#include "events/mentions/place_name_span.hpp"

#include "events/mentions/person_names.hpp"

namespace events {

namespace {

constexpr std::size_t kLongestName = 6;  // words

bool is_preposition(const PlaceScan& scan, std::size_t at) {
    for (const std::string_view role : {"locative", "locative_weak", "near", "origin", "goal"}) {
        if (scan.place_role(at, role))
            return true;
    }
    return false;
}

/// "Syriens de Tripoli", "Union de ...": a people before a joining word is no part of a name.
bool is_people_before_join(const PlaceScan& scan, std::size_t at, std::size_t end) {
    if (at + 1 >= end || scan.tokens[at + 1].capitalised || !scan.name_role(at + 1, "name_join"))
        return false;
    return scan.name_role(at, "group") ||
           (scan.gazetteer.country_code(scan.tokens[at].folded) && !scan.facts(at, at + 1).country);
}

/// The end of small words that join the name to a next part; `end` when none does.
std::size_t join_end(const PlaceScan& scan, std::size_t first, std::size_t end) {
    if (end == first + 1) {
        const auto head =
            ReadingWords::match_role(scan.words.place_words, scan.tokens, first, "feature_head");
        if (head && scan.starts_name(head->end))
            return head->end;
    }
    std::size_t next = end;
    while (next < scan.tokens.size() && next < end + 2 && !scan.tokens[next].capitalised &&
           scan.name_role(next, "name_join"))
        ++next;
    return next > end && scan.starts_name(next) ? next : end;
}

}  // namespace

std::size_t name_run_end(const PlaceScan& scan, std::size_t first) {
    std::size_t end = first + 1;
    while (end < scan.tokens.size() && end - first < kLongestName) {
        if (scan.starts_name(end)) {
            ++end;
            continue;
        }
        const std::size_t next = join_end(scan, first, end);
        if (next == end)
            break;
        end = next + 1;
    }
    return end;
}

std::optional<std::size_t> known_phrase_end(const PlaceScan& scan, std::size_t first) {
    std::size_t longest = first + 1;
    while (longest < scan.tokens.size() && longest - first < kLongestName &&
           scan.is_word(longest) && !scan.taken[longest])
        ++longest;
    for (std::size_t end = longest; end > first + 1; --end) {
        const bool is_capital = scan.starts_name(end - 1);
        const std::string name = scan.slice(first, end);
        if (!scan.gazetteer.has_name(name))
            continue;
        const NameFacts& facts = scan.names.look_up(name, scan.gazetteer);
        if (is_capital || facts.country || facts.continent)
            return end;
    }
    return std::nullopt;
}

bool name_starts_at(const PlaceScan& scan, std::size_t at, std::size_t end) {
    const bool opens = (scan.name_role(at, "function") || scan.place_role(at, "part")) &&
                       !scan.place_role_before(at, "kind_before");
    if (!opens) {
        // "Camp I": a kind word with a number is no name.
        const bool numbered = scan.place_role(at, "kind_after") && at + 1 < end &&
                              scan.tokens[at + 1].range.end - scan.tokens[at + 1].range.begin <= 2;
        return !numbered && !scan.place_role(at, "kind_before") && scan.starts_name(at) &&
               !is_people_before_join(scan, at, end);
    }
    // "À Damas" is a preposition and a name, though a town Adamas exists.
    const bool first_word = at == 0 || scan.tokens[at - 1].kind == TokenKind::punctuation;
    if (first_word && at + 1 < end && is_preposition(scan, at) && scan.facts(at + 1, end).known)
        return false;
    for (std::size_t to = end; to > at + 1; --to) {
        if (scan.facts(at, to).known)
            return true;
    }
    return false;
}

std::size_t without_kind_words(const PlaceScan& scan, std::size_t first, std::size_t end) {
    while (end > first + 1 && scan.tokens[end - 1].capitalised &&
           (scan.place_role(end - 1, "kind_after") || scan.name_role(end - 1, "attribute")))
        --end;
    return end;
}

std::size_t known_name_end(const PlaceScan& scan, std::size_t first, std::size_t end,
                           std::size_t without_kind) {
    for (std::size_t to = end; to > first; --to) {
        const NameFacts& facts = scan.facts(first, to);
        if (!facts.known)
            continue;
        const bool whole =
            to >= without_kind || (facts.country && end - first >= 2 && scan.title_case);
        if (whole)
            return to;
        const bool stands_alone = facts.country && !scan.is_organisation(first, end) &&
                                  !is_person_after_country(scan, to, end);
        return stands_alone ? to : first;
    }
    return first;
}

}  // namespace events
