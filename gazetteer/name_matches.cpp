// Asks every open index for a name, its sound and names within typed errors.
#include "gazetteer/name_matches.hpp"

#include <algorithm>
#include <tuple>

namespace gazetteer {
namespace {

constexpr std::size_t kShortestSound = 4;
constexpr std::size_t kShortestForOneEdit = 5;
constexpr std::size_t kShortestForTwoEdits = 8;

/// Better matches first.
auto order_of(const Match& match) {
    return std::make_tuple(match.how.how, match.how.edits, match.how.number_aside, match.asked,
                           match.how.alternate);
}

}  // namespace

bool WantedCountries::has(std::uint16_t code) const {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

void MatchCollector::take_key(std::size_t file, const NameIndex& index, KeyIndex key,
                              const NameMatch& how, std::size_t asked) {
    for (const std::uint32_t posting : index.postings(key)) {
        const std::uint32_t local = posting & ~kAlternateBit;
        if (local >= m_indexes.file(file).place_count())
            continue;
        Match match;
        match.id = m_indexes.current(m_indexes.id(file, local));
        if (m_wanted.only && !m_wanted.codes.empty() && !m_wanted.has(m_indexes.country(match.id)))
            continue;
        match.how = how;
        match.how.alternate = (posting & kAlternateBit) != 0;
        match.file = static_cast<std::uint32_t>(file);
        match.key = key;
        match.asked = static_cast<std::uint8_t>(std::min<std::size_t>(asked, 255));
        m_matches.push_back(match);
    }
}

void MatchCollector::add_same(const AskedName& asked) {
    for (std::size_t f = m_indexes.file_count(); f-- > 0;) {
        const NameIndex index(m_indexes.file(f));
        for (std::size_t i = 0; i < asked.spellings.size(); ++i) {
            if (const auto key = index.find(asked.spellings[i]))
                take_key(f, index, *key, {}, i);
        }
    }
}

void MatchCollector::add_same_sound(const AskedName& asked) {
    const std::string& folded = asked.spellings.front();
    if (folded.size() < kShortestSound)
        return;
    NameMatch how;
    how.how = NameMatch::How::sound;
    how.bytes = folded.size();
    for (std::size_t f = 0; f < m_indexes.file_count(); ++f) {
        const NameIndex index(m_indexes.file(f));
        for (const KeyIndex key : index.with_sound(folded)) {
            if (index.key(key) != folded)
                take_key(f, index, key, how, 0);
        }
    }
}

bool MatchCollector::is_wanted_near(std::size_t from) const {
    return std::any_of(m_matches.begin() + static_cast<std::ptrdiff_t>(from), m_matches.end(),
                       [&](const Match& match) {
                           return m_wanted.codes.empty() ||
                                  m_wanted.has(m_indexes.country(match.id));
                       });
}

void MatchCollector::add_alike(const AskedName& asked) {
    if (!asked.without_number.empty()) {
        NameMatch how;
        how.number_aside = true;
        for (std::size_t f = 0; f < m_indexes.file_count(); ++f) {
            const NameIndex index(m_indexes.file(f));
            if (const auto key = index.find(asked.without_number))
                take_key(f, index, *key, how, 0);
        }
    }
    const std::string& folded = asked.spellings.front();
    if (folded.size() < kShortestForOneEdit)
        return;
    const std::size_t before = m_matches.size();
    for (int edits = 1; edits <= (folded.size() >= kShortestForTwoEdits ? 2 : 1); ++edits) {
        NameMatch how;
        how.how = NameMatch::How::edited;
        how.edits = edits;
        how.bytes = folded.size();
        for (std::size_t f = 0; f < m_indexes.file_count(); ++f) {
            const NameIndex index(m_indexes.file(f));
            for (const auto& near : index.within_edits(folded, edits)) {
                if (near.edits == edits)
                    take_key(f, index, near.key, how, 0);
            }
        }
        if (is_wanted_near(before))
            return;
    }
}

std::vector<Match> MatchCollector::take() {
    const auto by_place = [](const Match& a, const Match& b) {
        return a.id != b.id ? a.id < b.id : order_of(a) < order_of(b);
    };
    std::sort(m_matches.begin(), m_matches.end(), by_place);
    m_matches.erase(std::unique(m_matches.begin(), m_matches.end(),
                                [](const Match& a, const Match& b) { return a.id == b.id; }),
                    m_matches.end());
    return std::move(m_matches);
}

}  // namespace gazetteer
