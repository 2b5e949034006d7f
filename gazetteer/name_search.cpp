// Names to places without context: exact, as one types, within a few typed errors.
#include <cmath>

#include "gazetteer/edit_costs.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/open_indexes.hpp"

namespace gazetteer {
namespace {

bool is_alternate(std::uint32_t posting) {
    return (posting & kAlternateBit) != 0;
}

/// Hits of one search: a place is taken once, and only in the entry of the last file that has it.
class HitList {
  public:
    HitList(const OpenIndexes& indexes, std::vector<NameHit>& hits)
        : m_indexes(indexes), m_hits(hits) {
        m_hits.clear();
    }

    /// Whether it was added: not when it is there already.
    bool add(std::size_t file, std::uint32_t posting, float cost) {
        const PlaceId id = m_indexes.id(file, posting & ~kAlternateBit);
        const auto is_same = [&](const NameHit& hit) { return hit.id == id; };
        return std::none_of(m_hits.begin(), m_hits.end(), is_same) &&
               add_first_time(file, posting, cost);
    }

    /// For places that cannot be there yet.
    bool add_first_time(std::size_t file, std::uint32_t posting, float cost) {
        const std::uint32_t local = posting & ~kAlternateBit;
        if (local >= m_indexes.file(file).place_count())
            return false;
        const PlaceId id = m_indexes.id(file, local);
        if (m_indexes.file_count() > 1 && m_indexes.is_superseded(id))
            return false;
        m_hits.push_back({id, cost, is_alternate(posting)});
        return true;
    }

    /// Each file's hits are in order: this makes one order of them.
    void merge(std::size_t limit) {
        if (m_indexes.file_count() > 1) {
            std::stable_sort(m_hits.begin(), m_hits.end(), [&](const NameHit& a, const NameHit& b) {
                if (a.cost != b.cost)
                    return a.cost < b.cost;
                return m_indexes.fame(a.id, a.alternate) > m_indexes.fame(b.id, b.alternate);
            });
        }
        if (m_hits.size() > limit)
            m_hits.resize(limit);
    }

  private:
    const OpenIndexes& m_indexes;
    std::vector<NameHit>& m_hits;
};

/// Places behind the keys of a range, the best known first.
class PlacesByFame {
  public:
    PlacesByFame(const OpenIndexes& indexes, std::size_t file, const NameIndex& names,
                 std::pair<KeyIndex, KeyIndex> range)
        : m_indexes(indexes), m_file(file), m_names(names), m_keys(names, range) {}

    /// Places of this key stand higher by `bonus`.
    void prefer(KeyIndex key, std::uint32_t bonus) { open({key, 0, 0, bonus}); }

    /// The posting of the next place; a place comes back once for each of its names.
    std::optional<std::uint32_t> next() {
        while (m_keys.bound() && (m_open.empty() || m_open.front().fame < *m_keys.bound())) {
            if (const auto key = m_keys.next())
                open({*key, 0, 0, 0});
        }
        if (m_open.empty())
            return std::nullopt;
        std::pop_heap(m_open.begin(), m_open.end());
        Cursor cursor = m_open.back();
        m_open.pop_back();
        const std::uint32_t posting = m_names.postings(cursor.key)[cursor.at];
        ++cursor.at;
        open(cursor);
        return posting;
    }

  private:
    struct Cursor {
        KeyIndex key;
        std::uint32_t at;
        std::uint32_t fame;
        std::uint32_t bonus;
        bool operator<(const Cursor& other) const {
            return fame != other.fame ? fame < other.fame : key > other.key;
        }
    };
    void open(Cursor cursor) {
        const auto postings = m_names.postings(cursor.key);
        if (cursor.at >= postings.size())
            return;
        const std::uint32_t posting = postings[cursor.at];
        cursor.fame = cursor.bonus +
                      m_indexes.file(m_file).fame(posting & ~kAlternateBit, is_alternate(posting));
        m_open.push_back(cursor);
        std::push_heap(m_open.begin(), m_open.end());
    }

    const OpenIndexes& m_indexes;
    std::size_t m_file;
    const NameIndex& m_names;
    NameIndex::ByFame m_keys;
    std::vector<Cursor> m_open;
};

/// Adds up to `limit` places of one file whose names start with the text.
void complete_in(const OpenIndexes& indexes, std::size_t file, std::string_view start, float cost,
                 std::size_t limit, HitList& hits) {
    constexpr std::size_t kShortestName = 3;
    constexpr auto kWholeNameBonus = static_cast<std::uint32_t>(0.5 * kFameSteps);
    const NameIndex names(indexes.file(file));
    auto range = names.with_prefix(start);
    if (range.first >= range.second)
        return;
    // The name itself sorts before all that go on from it.
    const bool is_name =
        KeyLetters(start).count >= kShortestName && names.key(range.first) == start;
    const KeyIndex whole = range.first;
    PlacesByFame places(indexes, file, names, {range.first + (is_name ? 1 : 0), range.second});
    if (is_name)
        places.prefer(whole, kWholeNameBonus);
    // A place comes back for each of its names that start so; only a damaged file has this many.
    constexpr int kMostLooks = 100000;
    int looks = 0;
    for (std::size_t added = 0; added < limit && looks < kMostLooks; ++looks) {
        const auto posting = places.next();
        if (!posting)
            return;
        if (hits.add(file, *posting, cost))
            ++added;
    }
}

/// The beginnings that differ by one typed error from what stands there, in Latin letters.
template <typename Visit>
void for_each_slip(std::string_view start, const Visit& visit) {
    std::string slip;
    const auto try_with = [&](std::size_t at, std::size_t removed, std::string_view put) {
        slip.assign(start);
        slip.replace(at, removed, put);
        visit(slip);
    };
    for (std::size_t at = 0; at < start.size(); ++at) {
        try_with(at, 1, "");
        if (at + 1 < start.size()) {
            const char swapped[] = {start[at + 1], start[at]};
            try_with(at, 2, {swapped, 2});
        }
        for (char c = 'a'; c <= 'z'; ++c) {
            try_with(at, 1, {&c, 1});
            try_with(at, 0, {&c, 1});
        }
    }
}

/// A key near the name, with what orders it among the others.
struct RankedKey {
    std::size_t file;
    KeyIndex key;
    float cost;
    float rank;  ///< cost less what speaks for the name itself; least first
};

/// What is known of a name before it is typed: one that many places bear, or a well-known place, is
/// looked for more often. In units of cost.
float prior(const NameIndex& names, KeyIndex key) {
    const auto bearers = static_cast<float>(names.postings(key).size());
    constexpr float kFameWeight = 0.1F;
    return std::log(std::max(1.0F, bearers)) / kNatsPerEdit +
           kFameWeight * static_cast<float>(names.fame(key)) / 255.0F;
}

void rank_keys(const OpenIndexes& indexes, std::size_t file, std::string_view folded, int max_edits,
               std::vector<RankedKey>& ranked) {
    const NameIndex names(indexes.file(file));
    const KeyLetters typed(folded);
    for (const auto& near : names.within_edits(folded, max_edits)) {
        float cost = 0;
        if (near.edits > 0) {
            const KeyLetters stored(names.key(near.key));
            cost =
                edit_cost({stored.units.data(), stored.count}, {typed.units.data(), typed.count});
        }
        ranked.push_back({file, near.key, cost, cost - prior(names, near.key)});
    }
    for (const KeyIndex key : names.with_sound(folded)) {
        const auto longer = static_cast<float>(names.key(key).size());
        const auto shorter = static_cast<float>(folded.size());
        const float cost = kSoundCost + kSoundLengthCost * std::abs(longer - shorter);
        const auto same = std::find_if(ranked.begin(), ranked.end(), [&](const RankedKey& r) {
            return r.file == file && r.key == key;
        });
        if (same == ranked.end()) {
            ranked.push_back({file, key, cost, cost - prior(names, key)});
        } else if (same->cost > cost) {
            same->rank -= same->cost - cost;
            same->cost = cost;
        }
    }
}

}  // namespace

void Gazetteer::look_up(std::string_view name, std::vector<NameHit>& hits) const {
    const FoldedName folded(name);
    const OpenIndexes& indexes = m_impl->indexes;
    HitList list(indexes, hits);
    for (std::size_t f = 0; f < indexes.file_count(); ++f) {
        const NameIndex names(indexes.file(f));
        const auto key = names.find(folded.view());
        if (!key)
            continue;
        for (const std::uint32_t posting : names.postings(*key))
            list.add_first_time(f, posting, 0);
    }
    list.merge(hits.size());
}

void Gazetteer::complete(std::string_view prefix, std::size_t limit,
                         std::vector<NameHit>& hits) const {
    constexpr std::size_t kShortestWithSlip = 4;
    constexpr float kSlipCost = 1;
    const FoldedName folded(prefix);
    const OpenIndexes& indexes = m_impl->indexes;
    HitList list(indexes, hits);
    if (folded.view().empty())
        return;
    for (std::size_t f = 0; f < indexes.file_count(); ++f)
        complete_in(indexes, f, folded.view(), 0, limit, list);
    if (hits.empty() && folded.view().size() >= kShortestWithSlip) {
        for_each_slip(folded.view(), [&](std::string_view slip) {
            for (std::size_t f = 0; f < indexes.file_count(); ++f)
                complete_in(indexes, f, slip, kSlipCost, limit, list);
        });
        std::stable_sort(hits.begin(), hits.end(), [&](const NameHit& a, const NameHit& b) {
            return indexes.fame(a.id, a.alternate) > indexes.fame(b.id, b.alternate);
        });
    }
    list.merge(limit);
}

void Gazetteer::look_alike(std::string_view name, int max_edits, std::size_t limit,
                           std::vector<NameHit>& hits) const {
    const FoldedName folded(name);
    const OpenIndexes& indexes = m_impl->indexes;
    HitList list(indexes, hits);
    if (folded.view().empty())
        return;
    std::vector<RankedKey> ranked;
    for (std::size_t f = 0; f < indexes.file_count(); ++f)
        rank_keys(indexes, f, folded.view(), std::min(max_edits, kMaxEdits), ranked);
    // A key has one place at least, but places share keys: a few more than `limit` may be needed.
    const auto best_first = [](const RankedKey& a, const RankedKey& b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return a.file != b.file ? a.file > b.file : a.key < b.key;
    };
    std::size_t sorted = 0;
    while (sorted < ranked.size() && hits.size() < limit) {
        const auto first = ranked.begin() + static_cast<std::ptrdiff_t>(sorted);
        const std::size_t count = std::min(limit, ranked.size() - sorted);
        std::partial_sort(first, first + static_cast<std::ptrdiff_t>(count), ranked.end(),
                          best_first);
        for (std::size_t i = sorted; i < sorted + count && hits.size() < limit; ++i) {
            const RankedKey& key = ranked[i];
            for (const std::uint32_t posting :
                 NameIndex(indexes.file(key.file)).postings(key.key)) {
                if (hits.size() < limit)
                    list.add(key.file, posting, key.cost);
            }
        }
        sorted += count;
    }
}

}  // namespace gazetteer
