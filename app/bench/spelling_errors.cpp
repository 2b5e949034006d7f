// Insertions, deletions, substitutions and swaps, letter by letter.
#include "app/bench/spelling_errors.hpp"

#include "events/language/code_points.hpp"
#include "gazetteer/name_key.hpp"

namespace app {
namespace {

/// One code point each, as bytes.
using Characters = std::vector<std::string>;

Characters characters_of(std::string_view text) {
    Characters characters;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = events::code_point_at(text, at).length;
        characters.emplace_back(text.substr(at, length));
        at += length;
    }
    return characters;
}

/// What the gazetteer compares: a letter that folding leaves something of.
bool is_compared_letter(const std::string& character) {
    const auto value = events::code_point_at(character, 0).value;
    if (value >= 'a' && value <= 'z')
        return true;
    return events::is_letter(value) && !gazetteer::fold_name(character).empty();
}

std::vector<std::size_t> letter_positions(const Characters& characters) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (is_compared_letter(characters[i]))
            positions.push_back(i);
    }
    return positions;
}

std::string joined(const Characters& characters, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += characters[i];
    return text;
}

void make_error(Characters& name, const Alphabet& alphabet, Dice& dice) {
    const auto positions = letter_positions(name);
    if (positions.empty())
        return;
    const auto kind = dice.below(4);
    const auto drawn = dice.below(positions.size());
    const auto at = positions[drawn];
    if (kind == 0) {
        const auto before = static_cast<std::ptrdiff_t>(at + dice.below(2));
        name.insert(name.begin() + before, alphabet.draw(dice));
    } else if (kind == 1) {
        name.erase(name.begin() + static_cast<std::ptrdiff_t>(at));
    } else if (kind == 2) {
        name[at] = alphabet.draw(dice);
    } else if (drawn + 1 < positions.size()) {
        std::swap(name[at], name[positions[drawn + 1]]);
    }
}

}  // namespace

Alphabet::Alphabet(const std::vector<std::string>& names) {
    std::map<std::string, std::uint64_t> counts;
    for (const auto& name : names) {
        for (const auto& character : characters_of(events::fold_word(name))) {
            if (is_compared_letter(character))
                ++counts[character];
        }
    }
    std::uint64_t upto = 0;
    for (const auto& [letter, count] : counts)
        m_upto.emplace_back(upto += count, letter);
}

const std::string& Alphabet::draw(Dice& dice) const {
    const auto drawn = dice.below(m_upto.back().first);
    const auto at =
        std::upper_bound(m_upto.begin(), m_upto.end(), drawn,
                         [](std::uint64_t number, const auto& e) { return number < e.first; });
    return at->second;
}

std::size_t letter_count(std::string_view name) {
    return letter_positions(characters_of(name)).size();
}

std::string first_letters(std::string_view name, std::size_t letters) {
    const auto characters = characters_of(name);
    const auto positions = letter_positions(characters);
    if (letters == 0 || positions.empty())
        return {};
    return joined(characters, positions[std::min(letters, positions.size()) - 1] + 1);
}

std::string misspell(std::string_view name, int errors, const Alphabet& alphabet, Dice& dice) {
    constexpr int kTries = 100;
    if (alphabet.empty() || letter_count(name) < 2)
        return std::string(name);
    const auto right = characters_of(name);
    const auto folded = gazetteer::fold_name(name);
    for (int attempt = 0; attempt < kTries; ++attempt) {
        Characters wrong = right;
        for (int e = 0; e < errors; ++e)
            make_error(wrong, alphabet, dice);
        const auto text = joined(wrong, wrong.size());
        const auto wrong_folded = gazetteer::fold_name(text);
        if (!wrong_folded.empty() && wrong_folded != folded)
            return text;
    }
    return std::string(name);
}

}  // namespace app
