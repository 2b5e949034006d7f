// Reads capitals, appositions and names of bodies.
#include "events/mentions/place_evidence.hpp"

#include "events/mentions/place_links.hpp"

namespace events {

namespace {

constexpr std::size_t kLongestName = 6;  // words

}  // namespace

std::size_t name_run_end(const std::vector<Token>& tokens, const std::vector<bool>& taken,
                         std::size_t first) {
    const auto can_start_name = [&](std::size_t at) {
        return tokens[at].kind == TokenKind::word && tokens[at].capitalised && !taken[at];
    };
    static constexpr std::array<std::string_view, 12> kJoins{"de", "du", "des", "la", "le", "les",
                                                             "el", "al", "d'",  "l'", "ag", "ould"};
    std::size_t end = first + 1;
    while (end < tokens.size() && end - first < kLongestName) {
        if (can_start_name(end)) {
            ++end;
            continue;
        }
        const bool joins =
            std::find(kJoins.begin(), kJoins.end(), tokens[end].folded) != kJoins.end();
        std::size_t next = end + 1;
        if (!joins || next >= tokens.size())
            break;
        if (!can_start_name(next)) {
            const bool again =
                std::find(kJoins.begin(), kJoins.end(), tokens[next].folded) != kJoins.end();
            if (!again || next + 1 >= tokens.size() || !can_start_name(next + 1))
                break;
            ++next;
        }
        end = next + 1;
    }
    return end;
}

bool is_title_case(const std::vector<Token>& tokens) {
    std::size_t count = 0;
    std::size_t capitals = 0;
    for (const Token& token : tokens) {
        if (token.kind != TokenKind::word || token.range.end - token.range.begin < 4)
            continue;
        ++count;
        capitals += token.capitalised ? 1 : 0;
    }
    return count >= 4 && capitals * 3 >= count * 2;
}

std::optional<gazetteer::PlaceKind> kind_in_apposition(const ReadingWords& words,
                                                       const std::vector<Token>& tokens,
                                                       std::size_t end) {
    if (end + 2 >= tokens.size() || tokens[end].folded != "," || !is_article(tokens[end + 1]))
        return std::nullopt;
    for (std::size_t at = end + 2; at < tokens.size() && at < end + 4; ++at) {
        for (const std::string_view role : {"kind_after", "kind_name"}) {
            if (const auto match = ReadingWords::match_role(words.place_words, tokens, at, role))
                return parse_place_kind(words.place_words.cell(match->row, "value"));
        }
    }
    return std::nullopt;
}

bool is_part_of_organisation(const ReadingWords& words, const std::vector<Token>& tokens,
                             const PlaceInText& place) {
    if (place.link != PlaceLink::in || place.outer_first < 2)
        return false;
    std::size_t at = place.outer_first - 1;
    if (is_article(tokens[at]) && at > 1)
        --at;
    return at > 0 && tokens[at - 1].capitalised && at - 1 > 0 &&
           ReadingWords::has_role(words.names, tokens, at - 1, "body");
}

}  // namespace events
