// Capitals and slices of a sentence.
#include "events/mentions/place_scan.hpp"

#include "events/language/code_points.hpp"

namespace events {

bool PlaceScan::starts_name(std::size_t at) const {
    if (!is_word(at) || taken[at])
        return false;
    const Token& token = tokens[at];
    if (token.capitalised)
        return true;
    const std::size_t hyphen = token.folded.find('-');
    if (hyphen == std::string::npos || hyphen == 0)
        return false;
    // "al-Numan": the small word before the hyphen has as many bytes folded as written.
    const std::size_t capital = token.range.begin + hyphen + 1;
    if (capital >= token.range.end || !is_upper_case(code_point_at(text, capital).value))
        return false;
    Token prefix = token;
    prefix.folded.resize(hyphen);
    return ReadingWords::has_role(words.names, std::span(&prefix, 1), 0, "name_prefix");
}

bool PlaceScan::is_organisation(std::size_t first, std::size_t end) const {
    for (std::size_t at = first; at < end; ++at) {
        if (name_role(at, "organisation"))
            return true;
    }
    return false;
}

std::string PlaceScan::slice(std::size_t first, std::size_t end) const {
    return std::string(text.substr(tokens[first].range.begin,
                                   tokens[end - 1].range.end - tokens[first].range.begin));
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

}  // namespace events
