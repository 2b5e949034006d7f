// Kind words and directions around a name, English and French.
#include "gazetteer/place_phrase.hpp"

#include <array>
#include <vector>

#include "gazetteer/name_key.hpp"

namespace gazetteer {
namespace {

struct KindWord {
    std::string_view word;  ///< folded
    PlaceKind kind;
};

constexpr std::array kKindWords = {
    KindWord{"region", PlaceKind::admin1},      KindWord{"regions", PlaceKind::admin1},
    KindWord{"province", PlaceKind::admin1},    KindWord{"state", PlaceKind::admin1},
    KindWord{"etat", PlaceKind::admin1},        KindWord{"governorate", PlaceKind::admin1},
    KindWord{"gouvernorat", PlaceKind::admin1}, KindWord{"oblast", PlaceKind::admin1},
    KindWord{"wilaya", PlaceKind::admin1},      KindWord{"wilayah", PlaceKind::admin1},
    KindWord{"prefecture", PlaceKind::admin1},  KindWord{"district", PlaceKind::admin2},
    KindWord{"cercle", PlaceKind::admin2},      KindWord{"circle", PlaceKind::admin2},
    KindWord{"departement", PlaceKind::admin2}, KindWord{"department", PlaceKind::admin2},
    KindWord{"county", PlaceKind::admin2},      KindWord{"moughataa", PlaceKind::admin2},
    KindWord{"township", PlaceKind::admin2},    KindWord{"zone", PlaceKind::admin2},
    KindWord{"commune", PlaceKind::admin3},     KindWord{"arrondissement", PlaceKind::admin3},
    KindWord{"village", PlaceKind::town},       KindWord{"villages", PlaceKind::town},
    KindWord{"hameau", PlaceKind::town},        KindWord{"hamlet", PlaceKind::town},
    KindWord{"town", PlaceKind::town},          KindWord{"towns", PlaceKind::town},
    KindWord{"city", PlaceKind::town},          KindWord{"cities", PlaceKind::town},
    KindWord{"ville", PlaceKind::town},         KindWord{"localite", PlaceKind::town},
    KindWord{"locality", PlaceKind::town},      KindWord{"settlement", PlaceKind::town},
    KindWord{"camp", PlaceKind::camp},          KindWord{"airport", PlaceKind::site},
    KindWord{"aeroport", PlaceKind::site},      KindWord{"bridge", PlaceKind::site},
    KindWord{"river", PlaceKind::water},        KindWord{"fleuve", PlaceKind::water},
    KindWord{"lake", PlaceKind::water},         KindWord{"lac", PlaceKind::water},
    KindWord{"forest", PlaceKind::terrain},     KindWord{"foret", PlaceKind::terrain},
};

struct PartWord {
    std::string_view word;
    Compass part;
    bool noun;  ///< stands before "of"/"du": "nord du Mali"
};

constexpr std::array kPartWords = {
    PartWord{"northern", Compass::n, false},
    PartWord{"north", Compass::n, true},
    PartWord{"nord", Compass::n, true},
    PartWord{"southern", Compass::s, false},
    PartWord{"south", Compass::s, true},
    PartWord{"sud", Compass::s, true},
    PartWord{"eastern", Compass::e, false},
    PartWord{"east", Compass::e, true},
    PartWord{"est", Compass::e, true},
    PartWord{"western", Compass::w, false},
    PartWord{"west", Compass::w, true},
    PartWord{"ouest", Compass::w, true},
    PartWord{"central", Compass::centre, false},
    PartWord{"centre", Compass::centre, true},
    PartWord{"center", Compass::centre, true},
    PartWord{"northeastern", Compass::ne, false},
    PartWord{"northeast", Compass::ne, true},
    PartWord{"nordest", Compass::ne, true},
    PartWord{"northwestern", Compass::nw, false},
    PartWord{"northwest", Compass::nw, true},
    PartWord{"nordouest", Compass::nw, true},
    PartWord{"southeastern", Compass::se, false},
    PartWord{"southeast", Compass::se, true},
    PartWord{"sudest", Compass::se, true},
    PartWord{"southwestern", Compass::sw, false},
    PartWord{"southwest", Compass::sw, true},
    PartWord{"sudouest", Compass::sw, true},
};

constexpr std::array<std::string_view, 14> kLinks = {"of",  "de",   "du",      "des",     "d",
                                                     "la",  "le",   "l",       "les",     "in",
                                                     "the", "dans", "refugee", "refugees"};

struct Word {
    std::string_view text;  ///< as written
    std::string folded;
};

/// Words end at spaces, and after an elided article: "l'Adrar" is two.
std::vector<Word> split_words(std::string_view phrase) {
    std::vector<Word> words;
    std::size_t start = 0;
    const auto take = [&](std::size_t end) {
        if (end > start)
            words.push_back({phrase.substr(start, end - start), {}});
    };
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        if (phrase[i] == ' ' || phrase[i] == '\t' || phrase[i] == '\n' || phrase[i] == '\r') {
            take(i);
            start = i + 1;
            continue;
        }
        const bool plain = phrase[i] == '\'';
        const bool curly = phrase.substr(i).starts_with("\xE2\x80\x99");
        const bool elided = i == start + 1 &&
                            (phrase[start] == 'l' || phrase[start] == 'd' || phrase[start] == 'L');
        if ((plain || curly) && elided) {
            take(i);
            i += curly ? 2 : 0;
            start = i + 1;
        }
    }
    take(phrase.size());
    for (Word& word : words)
        word.folded = fold_name(word.text);
    return words;
}

bool is_link(std::string_view folded) {
    return std::find(kLinks.begin(), kLinks.end(), folded) != kLinks.end();
}

std::optional<PlaceKind> kind_of(std::string_view folded) {
    for (const auto& known : kKindWords) {
        if (known.word == folded)
            return known.kind;
    }
    return std::nullopt;
}

const PartWord* part_of_word(std::string_view folded) {
    for (const auto& known : kPartWords) {
        if (known.word == folded)
            return &known;
    }
    return nullptr;
}

class PhraseReader {
  public:
    explicit PhraseReader(std::string_view phrase)
        : m_phrase(phrase), m_words(split_words(phrase)), m_end(m_words.size()) {}

    PlacePhrase read() {
        skip_articles();
        read_part();
        read_kind_before();
        read_kind_after();
        PlacePhrase result{std::string(m_phrase), m_kind, m_part};
        if (m_begin < m_end) {
            const auto first = m_words[m_begin].text.data() - m_phrase.data();
            const auto& last = m_words[m_end - 1].text;
            const auto size = last.data() + last.size() - m_words[m_begin].text.data();
            result.name =
                m_phrase.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(size));
        }
        return result;
    }

  private:
    std::size_t left() const { return m_end - m_begin; }

    /// A capital article belongs to the name ("La Paz", "Le Kef"), a small one does not.
    void skip_articles() {
        while (left() > 1 && is_link(m_words[m_begin].folded) &&
               (m_words[m_begin].text[0] >= 'a' || m_words[m_begin].folded == "the")) {
            ++m_begin;
        }
    }

    void read_part() {
        if (left() < 2)
            return;
        const PartWord* part = part_of_word(m_words[m_begin].folded);
        if (part == nullptr)
            return;
        // "North Kivu" and "Sud Kivu" are names; "north of", "nord du" and "north Mali" are parts.
        const bool is_capital = m_words[m_begin].text[0] < 'a';
        if (part->noun && is_capital && !is_link(m_words[m_begin + 1].folded))
            return;
        m_part = part->part;
        ++m_begin;
        skip_articles();
    }

    void read_kind_before() {
        if (left() < 2)
            return;
        const auto kind = kind_of(m_words[m_begin].folded);
        if (!kind || m_words[m_begin].text[0] < 'a') {
            // "Ville de Bamako" at the start of a sentence; "Lac Faguibine" is a name.
            if (!kind || !is_link(m_words[m_begin + 1].folded))
                return;
        }
        m_kind = kind;
        ++m_begin;
        skip_articles();
    }

    void read_kind_after() {
        while (left() > 1) {
            const auto kind = kind_of(m_words[m_end - 1].folded);
            const bool is_refugee_word = m_words[m_end - 1].folded == "refugee";
            if (!kind && !is_refugee_word)
                return;
            if (kind && !m_kind)
                m_kind = kind;
            --m_end;
        }
    }

    std::string_view m_phrase;
    std::vector<Word> m_words;
    std::size_t m_begin = 0;
    std::size_t m_end;
    std::optional<PlaceKind> m_kind;
    std::optional<Compass> m_part;
};

}  // namespace

double bearing_of(Compass direction) {
    return direction == Compass::centre ? 0.0 : 45.0 * static_cast<double>(direction);
}

std::string_view part_word(Compass direction) {
    constexpr std::array<std::string_view, 9> kWords = {
        "northern",      "north-eastern", "eastern",       "south-eastern", "southern",
        "south-western", "western",       "north-western", "central"};
    return kWords[static_cast<std::size_t>(direction)];
}

std::string_view direction_word(Compass direction) {
    constexpr std::array<std::string_view, 9> kWords = {
        "north",      "north-east", "east",       "south-east",   "south",
        "south-west", "west",       "north-west", "in the centre"};
    return kWords[static_cast<std::size_t>(direction)];
}

PlacePhrase parse_place_phrase(std::string_view words) {
    return PhraseReader(words).read();
}

}  // namespace gazetteer
