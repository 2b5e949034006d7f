// Commas, parentheses, strokes, abbreviations and numbers in a name that is asked for.
#include "gazetteer/asked_name.hpp"

#include <algorithm>
#include <array>

#include "gazetteer/name_key.hpp"

namespace gazetteer {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto at = text.find(separator);
        if (const auto part = trimmed(text.substr(0, at)); !part.empty())
            parts.push_back(part);
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

struct Abbreviation {
    std::string_view folded;
    std::string_view full;
};

/// As tables write names of countries and towns.
constexpr std::array kAbbreviations = {
    Abbreviation{"rep", "Republic"}, Abbreviation{"dem", "Democratic"}, Abbreviation{"st", "Saint"},
    Abbreviation{"ste", "Sainte"},   Abbreviation{"mt", "Mount"},       Abbreviation{"ft", "Fort"},
    Abbreviation{"isl", "Islands"},
};

/// Empty when the words hold no abbreviation.
std::string without_abbreviations(std::string_view words) {
    std::string full;
    bool changed = false;
    for (const std::string_view word : split(words, ' ')) {
        const std::string folded = fold_name(word);
        const auto* known =
            std::find_if(kAbbreviations.begin(), kAbbreviations.end(),
                         [&](const Abbreviation& each) { return each.folded == folded; });
        full += full.empty() ? "" : " ";
        full += known == kAbbreviations.end() ? word : known->full;
        changed = changed || known != kAbbreviations.end();
    }
    return changed ? full : std::string();
}

bool is_number(std::string_view word) {
    if (word.empty())
        return false;
    const bool digits =
        std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool roman =
        std::all_of(word.begin(), word.end(), [](char c) { return c == 'I' || c == 'V'; });
    return digits || roman;
}

/// Empty when there is none, or nothing else.
std::string_view without_number(std::string_view words) {
    const auto space = words.find_last_of(" -");
    if (space == std::string_view::npos || !is_number(words.substr(space + 1)))
        return {};
    return trimmed(words.substr(0, space));
}

/// "Iran (Islamic Rep. of)": what stands before, and what stands within.
struct Parentheses {
    std::string before;
    std::string_view within;
};

std::optional<Parentheses> split_parentheses(std::string_view words) {
    const auto open = words.find('(');
    const auto close = words.find(')', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || trimmed(words.substr(0, open)).empty())
        return std::nullopt;
    Parentheses parts;
    parts.before = trimmed(words.substr(0, open));
    if (close == std::string_view::npos) {
        parts.within = trimmed(words.substr(open + 1));
        return parts;
    }
    parts.within = trimmed(words.substr(open + 1, close - open - 1));
    if (const auto after = trimmed(words.substr(close + 1)); !after.empty())
        (parts.before += ' ') += after;
    return parts;
}

class Reader {
  public:
    explicit Reader(const std::function<bool(std::string_view)>& is_country)
        : m_is_country(is_country) {}

    AskedName read(std::string_view words) {
        if (const auto parts = split_parentheses(words)) {
            for (const auto area : split(parts->within, ','))
                m_asked.areas.emplace_back(area);
            read_list(parts->before);
        } else {
            read_list(words);
        }
        add_spelling(words);
        return std::move(m_asked);
    }

  private:
    void add_spelling(std::string_view words) {
        std::string folded = fold_name(words);
        auto& known = m_asked.spellings;
        if (!folded.empty() && std::find(known.begin(), known.end(), folded) == known.end())
            known.push_back(std::move(folded));
    }

    /// "Ersane, Bourem, Gao", "Mali, Gao", "Congo, Dem. Rep. of".
    void read_list(std::string_view words) {
        auto parts = split(words, ',');
        if (parts.empty())
            return;
        if (parts.size() > 1 && m_is_country(parts.front())) {
            if (parts.size() == 2)
                read_name(std::string(parts[1]) + " " + std::string(parts[0]));
            std::reverse(parts.begin(), parts.end());
        }
        read_name(parts.front());
        m_asked.areas.insert(m_asked.areas.begin(), parts.begin() + 1, parts.end());
    }

    void read_name(std::string_view words) {
        const auto alternatives = split(words, '/');
        for (const std::string_view each : alternatives) {
            const PlacePhrase phrase = parse_place_phrase(each);
            if (!m_asked.kind)
                m_asked.kind = phrase.kind;
            if (!m_asked.part)
                m_asked.part = phrase.part;
            if (!phrase.part)
                add_spelling(phrase.name);
            add_spelling(each);
            if (const auto full = without_abbreviations(each); !full.empty())
                add_spelling(full);
            if (const auto plain = without_number(phrase.name);
                !plain.empty() && m_asked.without_number.empty())
                m_asked.without_number = fold_name(plain);
        }
    }

    const std::function<bool(std::string_view)>& m_is_country;
    AskedName m_asked;
};

}  // namespace

AskedName read_asked_name(std::string_view words,
                          const std::function<bool(std::string_view)>& is_country) {
    // One word needs no taking apart.
    if (words.find_first_of(" ,/(\t\n\r'") == std::string_view::npos &&
        words.find("\xE2\x80\x99") == std::string_view::npos) {
        AskedName asked;
        if (std::string folded = fold_name(words); !folded.empty())
            asked.spellings.push_back(std::move(folded));
        return asked;
    }
    return Reader(is_country).read(words);
}

}  // namespace gazetteer
