// Collects places whose names match and adds up the hints.
#include "gazetteer/candidate_search.hpp"

#include <cmath>
#include <unordered_map>

#include "gazetteer/name_key.hpp"
#include "gazetteer/resolver.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon_ops.hpp"

namespace gazetteer {
namespace {

/// What a named area covers.
struct Extent {
    geo::LonLat point;
    double radius_km = 0;
    geo::MultiPolygon polygons;  ///< may be empty

    bool holds(geo::LonLat at) const {
        return polygons.empty() ? geo::distance_m(point, at) <= radius_km * 1000.0
                                : geo::contains(polygons, at);
    }
};

/// An area named beside a place: all its spellings, and where areas of that name lie.
struct NamedArea {
    std::string words;
    std::set<std::string> folded;
    std::set<std::string> countries;
    bool is_part = false;  ///< "northern Mali": only what lies there, not all that bears the name
    std::vector<Extent> extents;
};

/// Of two entries with the name, one whose point contradicts its own source loses, and so does one
/// that had the name in the past.
constexpr double kDoubtfulPointPoints = -1.5;
constexpr double kHistoricNamePoints = -1.0;

struct Match {
    PlaceId id{};
    NameMatch how;
    std::string key;  ///< folded name of the place that matched
};

class Search {
  public:
    Search(const Gazetteer& gazetteer, const OpenIndexes& indexes, const LookupContext& context)
        : m_gazetteer(gazetteer), m_indexes(indexes), m_context(context) {}

    std::vector<Scored> run(std::string_view name);

  private:
    void split_structure(std::string_view& name);
    void collect_exact(std::string_view folded);
    void collect_sound(std::string_view folded);
    void collect_edits(std::string_view folded);
    void take(std::size_t file, const NameIndex& index, KeyIndex key, NameMatch how);
    bool is_wanted(PlaceId id) const;
    bool has_good_exact() const;
    NamedArea read_named_area(const std::string& words) const;
    Extent extent_of(const Place& place, PlaceId id, std::optional<Compass> part) const;
    Hint named_area_hint(const Place& place) const;
    Scored score(const Match& match) const;

    const Gazetteer& m_gazetteer;
    const OpenIndexes& m_indexes;
    LookupContext m_context;
    std::string m_folded;
    std::vector<Match> m_matches;
    std::unordered_map<std::uint32_t, std::size_t> m_match_of_place;
    std::vector<NamedArea> m_areas;
    std::vector<std::string> m_neighbours;
};

/// "Ersane, Bourem, Gao": what stands behind commas are areas, smallest first.
void Search::split_structure(std::string_view& name) {
    std::size_t comma = name.find(',');
    if (comma == std::string_view::npos || comma == 0)
        return;
    const std::string_view first = name.substr(0, comma);
    std::string_view rest = name.substr(comma + 1);
    while (!rest.empty()) {
        comma = rest.find(',');
        std::string_view part = rest.substr(0, comma);
        while (part.starts_with(' '))
            part.remove_prefix(1);
        if (!part.empty())
            m_context.admin_names.emplace_back(part);
        if (comma == std::string_view::npos)
            break;
        rest.remove_prefix(comma + 1);
    }
    name = first;
}

bool Search::is_wanted(PlaceId id) const {
    if (!m_context.only_these_countries || m_context.countries.empty())
        return true;
    const std::string country = unpack_country(m_indexes.country(id));
    const auto& wanted = m_context.countries;
    return std::find(wanted.begin(), wanted.end(), country) != wanted.end();
}

void Search::take(std::size_t file, const NameIndex& index, KeyIndex key, NameMatch how) {
    for (const std::uint32_t posting : index.postings(key)) {
        const std::uint32_t local = posting & ~kAlternateBit;
        if (local >= m_indexes.file(file).place_count())
            continue;
        const PlaceId id = m_indexes.current(m_indexes.id(file, local));
        if (!is_wanted(id))
            continue;
        how.alternate = (posting & kAlternateBit) != 0;
        const auto [found, is_new] =
            m_match_of_place.try_emplace(static_cast<std::uint32_t>(id), m_matches.size());
        if (is_new) {
            m_matches.push_back({id, how, std::string(index.key(key))});
        } else if (name_quality(how) > name_quality(m_matches[found->second].how)) {
            m_matches[found->second] = {id, how, std::string(index.key(key))};
        }
    }
}

/// Later files first: at equal points the user's own places stand before the shipped ones.
void Search::collect_exact(std::string_view folded) {
    for (std::size_t f = m_indexes.file_count(); f-- > 0;) {
        const NameIndex index(m_indexes.file(f));
        if (const auto key = index.find(folded))
            take(f, index, *key, {});
    }
}

void Search::collect_sound(std::string_view folded) {
    constexpr std::size_t kShortest = 4;
    if (folded.size() < kShortest)
        return;
    for (std::size_t f = 0; f < m_indexes.file_count(); ++f) {
        const NameIndex index(m_indexes.file(f));
        for (const KeyIndex key : index.with_sound(folded)) {
            if (index.key(key) == folded)
                continue;
            take(f, index, key, {NameMatch::How::sound, false, 0, folded.size()});
        }
    }
}

void Search::collect_edits(std::string_view folded) {
    constexpr std::size_t kShortestForOne = 5;
    constexpr std::size_t kShortestForTwo = 8;
    if (folded.size() < kShortestForOne)
        return;
    for (int edits = 1; edits <= (folded.size() >= kShortestForTwo ? 2 : 1); ++edits) {
        for (std::size_t f = 0; f < m_indexes.file_count(); ++f) {
            const NameIndex index(m_indexes.file(f));
            for (const auto& near : index.within_edits(folded, edits)) {
                if (near.edits != edits)
                    continue;
                take(f, index, near.key,
                     {NameMatch::How::edited, false, near.edits, folded.size()});
            }
        }
        if (!m_matches.empty())
            return;
    }
}

/// Whether a name that is spelt alike was found where the context looks for it.
bool Search::has_good_exact() const {
    return std::any_of(m_matches.begin(), m_matches.end(), [&](const Match& match) {
        if (m_context.countries.empty())
            return true;
        const std::string country = unpack_country(m_indexes.country(match.id));
        return country.empty() || std::find(m_context.countries.begin(), m_context.countries.end(),
                                            country) != m_context.countries.end();
    });
}

/// Where an area of that name lies: its polygon where one is known, else its circle.
Extent Search::extent_of(const Place& place, PlaceId id, std::optional<Compass> part) const {
    if (!part)
        return {place.point, place.radius_km, m_gazetteer.area(id)};
    RelativePlace relative = part_of(m_gazetteer, id, *part);
    return {relative.point, relative.radius_km, std::move(relative.area)};
}

NamedArea Search::read_named_area(const std::string& words) const {
    NamedArea area;
    area.words = words;
    const PlacePhrase phrase = parse_place_phrase(words);
    const std::string folded = fold_name(phrase.name);
    area.folded.insert(folded);
    area.is_part = phrase.part.has_value();
    if (const auto code = m_gazetteer.country_code(phrase.name); code && !area.is_part)
        area.countries.insert(*code);
    for (std::size_t f = 0; f < m_indexes.file_count(); ++f) {
        const NameIndex index(m_indexes.file(f));
        const auto key = index.find(folded);
        if (!key)
            continue;
        for (const std::uint32_t posting : index.postings(*key)) {
            const std::uint32_t local = posting & ~kAlternateBit;
            if (local >= m_indexes.file(f).place_count())
                continue;
            const Place place = m_indexes.place(m_indexes.id(f, local));
            if (place.kind == PlaceKind::country && phrase.part)
                area.extents.push_back(extent_of(place, m_indexes.id(f, local), phrase.part));
            const bool is_area = place.kind == PlaceKind::admin1 ||
                                 place.kind == PlaceKind::admin2 ||
                                 place.kind == PlaceKind::admin3 || place.kind == PlaceKind::area;
            if (!is_area)
                continue;
            for (const auto& name : m_indexes.names(m_indexes.id(f, local))) {
                area.folded.insert(fold_name(parse_place_phrase(name).name));
            }
            if (place.radius_km > 0)
                area.extents.push_back(extent_of(place, m_indexes.id(f, local), phrase.part));
        }
    }
    return area;
}

Hint Search::named_area_hint(const Place& place) const {
    if (m_areas.empty())
        return {};
    std::set<std::string> path;
    for (const auto& name : {place.admin1, place.admin2}) {
        if (!name.empty())
            path.insert(fold_name(parse_place_phrase(name).name));
    }
    Hint hint;
    bool contradicted = false;
    for (const NamedArea& area : m_areas) {
        const bool in_path =
            !area.is_part && std::any_of(path.begin(), path.end(), [&](const std::string& name) {
                return area.folded.contains(name);
            });
        const auto holder =
            std::find_if(area.extents.begin(), area.extents.end(),
                         [&](const Extent& extent) { return extent.holds(place.point); });
        if (in_path || area.countries.contains(place.country)) {
            hint.points += area.countries.empty() ? 4.0 : 3.0;
            hint.reason += (hint.reason.empty() ? "area named: " : ", ") + area.words;
        } else if (holder != area.extents.end()) {
            hint.points += holder->polygons.empty() ? 1.5 : 3.5;
            hint.reason += (hint.reason.empty() ? "within the area named: " : ", ") + area.words;
        } else {
            contradicted = true;
        }
    }
    // Areas were split and renamed, so one that fits outweighs one that does not.
    if (contradicted)
        hint.points -= hint.points > 0 ? 1.0 : 4.5;
    if (contradicted && hint.reason.empty()) {
        hint.reason = "not in the area named: " + m_areas.front().words;
    }
    return hint;
}

Scored Search::score(const Match& match) const {
    Scored scored;
    scored.candidate.id = match.id;
    scored.candidate.place = m_indexes.place(match.id);
    const Place& place = scored.candidate.place;
    scored.quality = name_quality(match.how);
    scored.how = match.how;
    const Hint area_hint = named_area_hint(place);
    scored.area_agrees = area_hint.points > 0;
    std::vector<Hint> hints = {
        name_hint(match.how, m_folded, match.key),
        kind_hint(place.kind, m_context.kind),
        area_hint,
        country_hint(place, m_context.countries, m_neighbours, match.how),
        prominence_hint(place, m_indexes.rank(match.id)),
    };
    if (m_context.countries.empty() && !m_context.near && m_context.admin_names.empty())
        hints.push_back(home_hint(place, m_context.home_countries));
    if (is_point_doubtful(place.doubt))
        hints.push_back(
            {kDoubtfulPointPoints, "its position is in doubt: " + place.doubt_reasons.front()});
    if (m_indexes.is_historic(match.id, match.key))
        hints.push_back({kHistoricNamePoints, "a name of the past"});
    if (m_context.near) {
        const double km = geo::distance_m(*m_context.near, place.point) / 1000.0;
        hints.push_back(distance_hint(std::max(0.0, km - place.radius_km), "the given point"));
    }
    for (auto& hint : hints) {
        scored.points += hint.points;
        if (!hint.reason.empty())
            scored.candidate.reasons.push_back(std::move(hint.reason));
    }
    return scored;
}

std::vector<Scored> Search::run(std::string_view name) {
    const std::string whole = fold_name(name);
    if (whole.empty())
        return {};
    m_folded = whole;
    collect_exact(whole);
    if (m_matches.empty())
        split_structure(name);
    const PlacePhrase phrase = parse_place_phrase(name);
    if (!m_context.kind)
        m_context.kind = phrase.kind;
    const std::string core = fold_name(phrase.name);
    if (core != whole && !core.empty() && !phrase.part) {
        m_folded = core;
        collect_exact(core);
    }
    if (m_context.tolerant) {
        const bool good = has_good_exact();
        collect_sound(m_folded);
        if (!good)
            collect_edits(m_folded);
    }
    if (!m_context.countries.empty()) {
        m_neighbours = m_gazetteer.neighbours(m_context.countries.front());
    }
    for (const auto& words : m_context.admin_names)
        m_areas.push_back(read_named_area(words));
    std::vector<Scored> scored;
    scored.reserve(m_matches.size());
    for (const Match& match : m_matches)
        scored.push_back(score(match));
    return scored;
}

/// Entries of two sources for one spot: near each other and of a kind.
bool is_same_spot(const Place& a, const Place& b) {
    if (a.source_id == b.source_id)
        return true;
    const bool areas = a.radius_km > 0 && b.radius_km > 0 && a.kind == b.kind;
    const double reach_km = areas ? 60.0 : 8.0;
    if (!areas && (a.radius_km > 0 || b.radius_km > 0))
        return false;
    if (a.country != b.country)
        return false;
    return geo::distance_m(a.point, b.point) <= reach_km * 1000.0;
}

}  // namespace

std::vector<Scored> search_candidates(const Gazetteer& gazetteer, const OpenIndexes& indexes,
                                      std::string_view name, const LookupContext& context) {
    return Search(gazetteer, indexes, context).run(name);
}

void set_scores(std::vector<Scored>& scored) {
    std::stable_sort(scored.begin(), scored.end(),
                     [](const Scored& a, const Scored& b) { return a.points > b.points; });
    // Only the leaders are compared with each other: the rest weighs nothing.
    constexpr std::size_t kLeaders = 20;
    const double best = scored.empty() ? 0.0 : scored.front().points;
    double total = std::exp(kUnknownPlacePoints - best);
    std::vector<std::size_t> spots;
    for (std::size_t i = 0; i < scored.size(); ++i) {
        const bool counted =
            i < kLeaders && std::any_of(spots.begin(), spots.end(), [&](std::size_t s) {
                return is_same_spot(scored[s].candidate.place, scored[i].candidate.place);
            });
        if (counted)
            continue;
        if (i < kLeaders)
            spots.push_back(i);
        total += std::exp(scored[i].points - best);
    }
    for (Scored& each : scored) {
        each.candidate.score = each.quality * std::exp(each.points - best) / total;
    }
    std::stable_sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
        return a.candidate.score > b.candidate.score;
    });
}

}  // namespace gazetteer
