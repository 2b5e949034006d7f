// Names to places without context: exact, as one types, within a few typed errors.
#include "gazetteer/name_key.hpp"
#include "gazetteer/open_indexes.hpp"
#include "gazetteer/scoring.hpp"

namespace gazetteer {
namespace {

void take(const OpenIndexes& indexes, std::size_t file, KeyIndex key, float cost,
          std::vector<NameHit>& hits) {
    for (const auto posting : NameIndex(indexes.file(file)).postings(key)) {
        const auto local = posting & ~kAlternateBit;
        if (local >= indexes.file(file).place_count())
            continue;
        const PlaceId id = indexes.id(file, local);
        const auto same = std::find_if(hits.begin(), hits.end(),
                                       [&](const NameHit& hit) { return hit.id == id; });
        const bool alternate = (posting & kAlternateBit) != 0;
        if (same == hits.end())
            hits.push_back({id, cost, alternate});
        else if (cost < same->cost)
            *same = {id, cost, alternate};
    }
}

void sort_best_first(const OpenIndexes& indexes, std::vector<NameHit>& hits, std::size_t limit) {
    std::stable_sort(hits.begin(), hits.end(), [&](const NameHit& a, const NameHit& b) {
        if (a.cost != b.cost)
            return a.cost < b.cost;
        const double fame_a = prominence(indexes.place(a.id), indexes.rank(a.id));
        const double fame_b = prominence(indexes.place(b.id), indexes.rank(b.id));
        return fame_a != fame_b ? fame_a > fame_b : a.alternate < b.alternate;
    });
    if (hits.size() > limit)
        hits.resize(limit);
}

}  // namespace

void Gazetteer::look_up(std::string_view name, std::vector<NameHit>& hits) const {
    hits.clear();
    const std::string folded = fold_name(name);
    const OpenIndexes& indexes = m_impl->indexes;
    for (std::size_t f = 0; f < indexes.file_count(); ++f) {
        if (const auto key = NameIndex(indexes.file(f)).find(folded))
            take(indexes, f, *key, 0, hits);
    }
    sort_best_first(indexes, hits, hits.size());
}

void Gazetteer::complete(std::string_view prefix, std::size_t limit,
                         std::vector<NameHit>& hits) const {
    hits.clear();
    LookupContext context;
    context.limit = limit;
    for (const auto& completion : complete(prefix, context))
        hits.push_back({completion.id, 0, false});
}

void Gazetteer::look_alike(std::string_view name, int max_edits, std::size_t limit,
                           std::vector<NameHit>& hits) const {
    hits.clear();
    const std::string folded = fold_name(name);
    const OpenIndexes& indexes = m_impl->indexes;
    for (std::size_t f = 0; f < indexes.file_count(); ++f) {
        for (const auto& near : NameIndex(indexes.file(f)).within_edits(folded, max_edits))
            take(indexes, f, near.key, static_cast<float>(near.edits), hits);
    }
    sort_best_first(indexes, hits, limit);
}

}  // namespace gazetteer
