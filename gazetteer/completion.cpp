// Search as one types: places whose names start with what is there.
#include <unordered_map>

#include "gazetteer/name_key.hpp"
#include "gazetteer/open_indexes.hpp"
#include "gazetteer/scoring.hpp"

namespace gazetteer {
namespace {

/// A prefix of one or two letters starts tens of thousands of names: past this many the walk takes
/// steps, so that it samples the whole range.
constexpr KeyIndex kMostKeys = 20000;

struct Ranked {
    double points;
    PlaceId id;
    std::size_t file;
    KeyIndex key;
};

double points_of(const OpenIndexes& indexes, PlaceId id, bool whole, bool alternate,
                 const LookupContext& context) {
    const Place place = indexes.place(id);
    double points = prominence(place, indexes.rank(id));
    if (whole)
        points += 0.5;
    if (alternate)
        points -= 0.1;
    const auto& wanted = context.countries;
    if (std::find(wanted.begin(), wanted.end(), place.country) != wanted.end())
        points += 1.0;
    return points;
}

}  // namespace

std::vector<Completion> Gazetteer::complete(std::string_view prefix,
                                            const LookupContext& context) const {
    const std::string folded = fold_name(prefix);
    std::unordered_map<std::uint32_t, Ranked> best;
    const OpenIndexes& indexes = m_impl->indexes;
    for (std::size_t f = 0; f < indexes.file_count(); ++f) {
        const NameIndex index(indexes.file(f));
        const auto [first, last] = index.with_prefix(folded);
        const KeyIndex step = 1 + (last - first) / kMostKeys;
        for (KeyIndex key = first; key < last; key += step) {
            for (const auto posting : index.postings(key)) {
                const auto local = posting & ~kAlternateBit;
                if (local >= indexes.file(f).place_count())
                    continue;
                const PlaceId id = indexes.id(f, local);
                const double points = points_of(indexes, id, index.key(key) == folded,
                                                (posting & kAlternateBit) != 0, context);
                const auto [found, is_new] =
                    best.try_emplace(static_cast<std::uint32_t>(id), Ranked{points, id, f, key});
                if (!is_new && points > found->second.points)
                    found->second = {points, id, f, key};
            }
        }
    }
    std::vector<Ranked> ranked;
    ranked.reserve(best.size());
    for (const auto& [id, entry] : best)
        ranked.push_back(entry);
    const auto count = std::min(context.limit, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count),
                      ranked.end(), [](const Ranked& a, const Ranked& b) {
                          return a.points != b.points ? a.points > b.points : a.id < b.id;
                      });
    std::vector<Completion> completions;
    for (std::size_t i = 0; i < count; ++i) {
        const auto key = NameIndex(indexes.file(ranked[i].file)).key(ranked[i].key);
        std::string shown;
        for (auto& name : indexes.names(ranked[i].id)) {
            if (fold_name(name) != key)
                continue;
            shown = std::move(name);
            break;
        }
        completions.push_back({ranked[i].id, std::move(shown)});
    }
    return completions;
}

}  // namespace gazetteer
