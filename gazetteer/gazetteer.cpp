// The gazetteer's questions, answered from the open index files.
#include "gazetteer/gazetteer.hpp"

#include <queue>

#include "gazetteer/candidate_search.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/open_indexes.hpp"
#include "geo/geodesic.hpp"

namespace gazetteer {

Gazetteer::Gazetteer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

geo::Result<Gazetteer> Gazetteer::open(const std::vector<std::string>& index_paths) {
    auto indexes = OpenIndexes::open(index_paths);
    if (!indexes)
        return tl::unexpected(indexes.error());
    return Gazetteer(std::make_unique<Impl>(Impl{std::move(*indexes)}));
}

geo::Result<void> Gazetteer::verify() const {
    for (std::size_t f = 0; f < m_impl->indexes.file_count(); ++f) {
        if (auto good = m_impl->indexes.file(f).verify(); !good)
            return good;
    }
    return {};
}

const OpenIndexes& open_indexes_of(const Gazetteer& gazetteer) {
    return gazetteer.impl().indexes;
}

std::size_t Gazetteer::size() const {
    return m_impl->indexes.size();
}

Place Gazetteer::place(PlaceId id) const {
    return m_impl->indexes.place(id);
}

std::vector<std::string> Gazetteer::names(PlaceId id) const {
    return m_impl->indexes.names(id);
}

std::optional<PlaceId> Gazetteer::by_source_id(std::string_view source_id) const {
    return m_impl->indexes.by_source_id(source_id);
}

std::vector<std::string> Gazetteer::other_ids(PlaceId id) const {
    return m_impl->indexes.other_ids(id);
}

std::vector<Candidate> Gazetteer::find(std::string_view name, const LookupContext& context) const {
    return find_candidates(*this, m_impl->indexes, name, context);
}

bool Gazetteer::has_name(std::string_view name) const {
    const std::string folded = fold_name(name);
    if (folded.empty())
        return false;
    for (std::size_t f = 0; f < m_impl->indexes.file_count(); ++f) {
        if (NameIndex(m_impl->indexes.file(f)).find(folded))
            return true;
    }
    return false;
}

std::optional<PlaceId> Gazetteer::country(std::string_view iso2) const {
    return by_source_id("iso:" + std::string(iso2));
}

std::optional<PlaceId> Gazetteer::capital(std::string_view iso2) const {
    const std::uint16_t wanted = pack_country(iso2);
    for (std::size_t f = 0; f < m_impl->indexes.file_count() && wanted != 0; ++f) {
        const IndexFile& file = m_impl->indexes.file(f);
        const auto ranks = file.column<std::uint8_t>(Section::rank);
        const auto countries = file.column<std::uint16_t>(Section::country);
        const auto count = std::min(
            {ranks.size(), countries.size(), static_cast<std::size_t>(file.place_count())});
        for (std::size_t i = 0; i < count; ++i) {
            if (ranks[i] == static_cast<std::uint8_t>(Rank::capital) && countries[i] == wanted)
                return m_impl->indexes.id(f, static_cast<std::uint32_t>(i));
        }
    }
    return std::nullopt;
}

namespace {

/// The record of a folded country word in one file; null when it has none.
const CountryWordRecord* find_country_word(const IndexFile& file, const std::string& folded) {
    const auto words = file.column<CountryWordRecord>(Section::country_words);
    const auto at = std::lower_bound(words.begin(), words.end(), folded,
                                     [&](const CountryWordRecord& word, const std::string& key) {
                                         return file.string_at(word.key) < key;
                                     });
    return at != words.end() && file.string_at(at->key) == folded ? &*at : nullptr;
}

}  // namespace

std::optional<std::string> Gazetteer::country_code(std::string_view name_or_demonym) const {
    const std::string folded = fold_name(name_or_demonym);
    for (std::size_t f = 0; f < m_impl->indexes.file_count(); ++f) {
        const CountryWordRecord* word = find_country_word(m_impl->indexes.file(f), folded);
        if (word != nullptr && word->country != 0)
            return unpack_country(word->country);
    }
    return std::nullopt;
}

bool Gazetteer::is_demonym(std::string_view word) const {
    const std::string folded = fold_name(word);
    for (std::size_t f = 0; f < m_impl->indexes.file_count(); ++f) {
        const CountryWordRecord* record = find_country_word(m_impl->indexes.file(f), folded);
        if (record != nullptr)
            return record->people != 0;
    }
    return false;
}

std::vector<std::string> Gazetteer::neighbours(std::string_view iso2) const {
    std::vector<std::string> codes;
    const std::uint16_t wanted = pack_country(iso2);
    for (std::size_t f = 0; f < m_impl->indexes.file_count(); ++f) {
        for (const auto& pair :
             m_impl->indexes.file(f).column<NeighbourRecord>(Section::neighbours)) {
            if (pair.country == wanted)
                codes.push_back(unpack_country(pair.neighbour));
        }
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

}  // namespace gazetteer
