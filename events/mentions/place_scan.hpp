// One sentence while its place names are looked for: what every step asks of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/language/tokens.hpp"
#include "events/mentions/document_names.hpp"
#include "events/mentions/reading_words.hpp"

namespace events {

/// The views must outlive it. `names` learns while the sentence is read.
struct PlaceScan {
    std::string_view text;
    const std::vector<Token>& tokens;
    const ReadingWords& words;
    const gazetteer::Gazetteer& gazetteer;
    DocumentNames& names;
    std::vector<bool> taken;  ///< by token: of a time or of a named actor
    bool title_case = false;  ///< most words begin with a capital, so capitals tell nothing

    bool place_role(std::size_t at, std::string_view role) const {
        return ReadingWords::has_role(words.place_words, tokens, at, role);
    }
    bool name_role(std::size_t at, std::string_view role) const {
        return ReadingWords::has_role(words.names, tokens, at, role);
    }
    bool place_role_before(std::size_t end, std::string_view role) const {
        return ReadingWords::match_role_before(words.place_words, tokens, end, role).has_value();
    }
    bool name_role_before(std::size_t end, std::string_view role) const {
        return ReadingWords::match_role_before(words.names, tokens, end, role).has_value();
    }

    bool is_word(std::size_t at) const {
        return at < tokens.size() && tokens[at].kind == TokenKind::word;
    }
    /// "X", or "al-X": an Arabic article or another small word, a hyphen, a capital.
    bool starts_name(std::size_t at) const;
    bool is_title_before(std::size_t first) const { return name_role_before(first, "title"); }
    bool is_organisation(std::size_t first, std::size_t end) const;

    /// The bytes of tokens [first, end) as written.
    std::string slice(std::size_t first, std::size_t end) const;
    const NameFacts& facts(std::size_t first, std::size_t end) const {
        return names.look_up(slice(first, end), gazetteer);
    }
};

/// Most words begin with a capital.
bool is_title_case(const std::vector<Token>& tokens);

}  // namespace events
