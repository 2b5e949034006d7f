// Scores the places whose names match, and makes candidates of the best.
#include "gazetteer/candidate_search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gazetteer/area_evidence.hpp"
#include "gazetteer/asked_name.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/name_matches.hpp"
#include "gazetteer/score_shares.hpp"
#include "geo/geodesic.hpp"

namespace gazetteer {
namespace {

constexpr std::size_t kMostScored = 40;

class Search {
  public:
    Search(const Gazetteer& gazetteer, const OpenIndexes& indexes, const LookupContext& context)
        : m_gazetteer(gazetteer), m_indexes(indexes), m_context(context) {
        m_wanted.only = context.only_these_countries;
        for (const auto& country : context.countries)
            m_wanted.codes.push_back(pack_country(country));
        for (const auto& country : context.home_countries)
            m_home.push_back(pack_country(country));
    }

    /// The places whose names match, best first, with points and scores.
    const std::vector<Match>& run(std::string_view name);

    Candidate candidate_of(const Match& match);
    Scored scored_of(const Match& match);
    double unknown_points() const { return m_unknown_points; }
    void add_signs(const Match& match, SignSum& sum);
    void add_unknown_signs(SignSum& sum) const;
    SpotPoints spot_of(const Match& match) const;
    bool is_same_entry(const Match& a, const Match& b) const;

  private:
    void collect(std::string_view name);
    bool is_historic(const Match& match) const;
    bool has_good_match(const std::vector<Match>& matches);
    void add_country_signs(const Match& match, PlaceKind kind, std::uint16_t country, SignSum& sum);
    void add_area_signs(const Match& match, SignSum& sum);
    bool is_neighbour(std::uint16_t country);
    bool fits_all_areas(PlaceId id);
    std::string area_reason(PlaceId id);
    std::string country_reason(const Place& place);
    void add_kind_before_kind(const Match& match, std::vector<std::string>& reasons) const;

    const Gazetteer& m_gazetteer;
    const OpenIndexes& m_indexes;
    const LookupContext& m_context;
    WantedCountries m_wanted;
    std::vector<std::uint16_t> m_home;
    std::vector<std::uint16_t> m_neighbours;
    bool m_has_neighbours = false;
    AskedName m_asked;
    std::optional<PlaceKind> m_kind;
    std::vector<NamedArea> m_areas;
    std::vector<Match> m_matches;
    bool m_has_settlement = false;  ///< of the very name, in a country looked in
    double m_unknown_points = 0;
};

void Search::collect(std::string_view name) {
    MatchCollector collector(m_indexes, m_wanted);
    // A name with a comma may stand so in the index; else what stands behind is an area.
    m_asked = read_asked_name(name, [this](std::string_view words) {
        return m_gazetteer.country_code(words).has_value();
    });
    if (m_asked.spellings.empty())
        return;
    m_kind = m_context.kind ? m_context.kind : m_asked.kind;
    for (const auto& words : m_asked.areas)
        m_areas.emplace_back(m_gazetteer, m_indexes, words, m_wanted.codes);
    for (const auto& words : m_context.admin_names)
        m_areas.emplace_back(m_gazetteer, m_indexes, words, m_wanted.codes);
    collector.add_same(m_asked);
    if (m_context.tolerant) {
        const bool good = has_good_match(collector.matches());
        collector.add_same_sound(m_asked);
        if (!good)
            collector.add_alike(m_asked);
    }
    m_matches = collector.take();
    m_has_settlement = std::any_of(m_matches.begin(), m_matches.end(), [&](const Match& match) {
        const PlaceKind kind = m_indexes.kind(match.id);
        const bool here = m_wanted.codes.empty() || m_wanted.has(m_indexes.country(match.id));
        return here && match.how.how == NameMatch::How::same &&
               (kind == PlaceKind::town || kind == PlaceKind::camp);
    });
}

/// Whether a place of this very name was found where the context looks for it.
bool Search::has_good_match(const std::vector<Match>& matches) {
    return std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
        const std::uint16_t country = m_indexes.country(match.id);
        if (!m_wanted.codes.empty() && country != 0 && !m_wanted.has(country))
            return false;
        return m_areas.empty() || fits_all_areas(match.id);
    });
}

bool Search::fits_all_areas(PlaceId id) {
    return std::all_of(m_areas.begin(), m_areas.end(),
                       [&](NamedArea& area) { return area.fit(id) != AreaFit::none; });
}

bool Search::is_neighbour(std::uint16_t country) {
    if (!m_has_neighbours) {
        for (const auto& code : m_gazetteer.neighbours(m_context.countries.front()))
            m_neighbours.push_back(pack_country(code));
        m_has_neighbours = true;
    }
    return std::find(m_neighbours.begin(), m_neighbours.end(), country) != m_neighbours.end();
}

void Search::add_country_signs(const Match& match, PlaceKind kind, std::uint16_t country,
                               SignSum& sum) {
    if (m_wanted.codes.empty()) {
        const bool alone = !m_context.near && m_areas.empty();
        if (alone && std::find(m_home.begin(), m_home.end(), country) != m_home.end())
            sum.add(Sign::home);
        return;
    }
    const auto at = std::find(m_wanted.codes.begin(), m_wanted.codes.end(), country);
    if (at != m_wanted.codes.end()) {
        const auto position = static_cast<double>(at - m_wanted.codes.begin());
        if (position > 0)
            sum.add(Sign::later_country, std::min(3.0, position));
        return;
    }
    if (country == 0)
        return;
    const bool misspelt = match.how.how == NameMatch::How::edited;
    if (m_context.countries_are_guessed) {
        if (misspelt)
            sum.add(Sign::abroad_misspelt);
        else
            sum.add(is_neighbour(country) ? Sign::text_neighbour : Sign::text_abroad);
        return;
    }
    if (kind == PlaceKind::country && !misspelt)
        sum.add(Sign::country_abroad);
    else if (is_neighbour(country))
        sum.add(misspelt ? Sign::neighbour_misspelt : Sign::neighbour);
    else
        sum.add(misspelt ? Sign::abroad_misspelt : Sign::abroad);
}

void Search::add_area_signs(const Match& match, SignSum& sum) {
    std::size_t fitting = 0;
    std::size_t contradicting = 0;
    for (NamedArea& area : m_areas) {
        const AreaFit fit = area.fit(match.id);
        fitting += fit > AreaFit::label_far ? 1 : 0;
        contradicting += fit == AreaFit::none ? 1 : 0;
        switch (fit) {
            case AreaFit::path:
                sum.add(Sign::area_path);
                break;
            case AreaFit::polygon:
                sum.add(Sign::area_polygon);
                break;
            case AreaFit::circle:
                sum.add(Sign::area_circle);
                break;
            case AreaFit::label_close:
                sum.add(Sign::area_label_close);
                break;
            case AreaFit::label_near:
                sum.add(Sign::area_label_near);
                break;
            case AreaFit::label_far:
                sum.add(Sign::area_label_far);
                break;
            case AreaFit::none:
            case AreaFit::unknown:
                break;
        }
    }
    // Areas were split and renamed, so one that fits outweighs one that does not.
    if (contradicting > 0)
        sum.add(fitting > 0 ? Sign::area_some_contradict : Sign::area_contradicted);
}

void Search::add_signs(const Match& match, SignSum& sum) {
    const auto [file, local] = m_indexes.local(match.id);
    const PlaceKind kind = m_indexes.kind(match.id);
    const auto population = file->value<std::uint32_t>(Section::population, local);
    const auto country = file->value<std::uint16_t>(Section::country, local);
    add_name_signs(match.how, sum);
    add_kind_signs(kind, m_kind, sum);
    if (is_point_doubtful(m_indexes.doubt(match.id)))
        sum.add(Sign::doubtful_point);
    if (is_historic(match))
        sum.add(Sign::historic_name);
    // In a text the best known bearer of a name is meant, as where no country is given.
    const bool is_weighed = !m_wanted.codes.empty() && !m_context.countries_are_guessed;
    add_fame_signs(kind, population, m_indexes.rank(match.id), is_weighed, sum);
    if (!is_weighed && m_kind == kind)
        sum.add(Sign::said_kind_alone);
    add_country_signs(match, kind, country, sum);
    if (!m_areas.empty())
        add_area_signs(match, sum);
    if (match.how.how == NameMatch::How::edited && population > 0)
        sum.add(Sign::misspelt_populated);
    if (match.how.how != NameMatch::How::same && m_wanted.codes.empty())
        sum.add(Sign::misspelt_alone);
    if (kind == PlaceKind::water && match.how.how == NameMatch::How::same && !m_has_settlement)
        sum.add(Sign::water_alone);
    if (m_context.near) {
        const double km = rough_km(*m_context.near, m_indexes.point(match.id));
        const auto radius_km = file->value<std::uint16_t>(Section::radius, local);
        sum.add(Sign::near_point, distance_points(std::max(0.0, km - radius_km)));
    }
}

void Search::add_unknown_signs(SignSum& sum) const {
    if (m_wanted.codes.empty()) {
        sum.add(Sign::unknown_no_country);
        return;
    }
    if (m_context.countries_are_guessed) {
        sum.add(Sign::unknown_in_text);
        return;
    }
    sum.add(Sign::unknown);
    if (m_kind) {
        const bool area = *m_kind == PlaceKind::admin1 || *m_kind == PlaceKind::admin2 ||
                          *m_kind == PlaceKind::admin3;
        sum.add(area ? Sign::unknown_area_said : Sign::unknown_spot_said);
    }
    constexpr std::size_t kLong = 7;
    const std::size_t bytes = m_asked.spellings.empty() ? kLong : m_asked.spellings.front().size();
    if (bytes < kLong)
        sum.add(Sign::unknown_short, static_cast<double>(kLong - bytes));
    if (!m_areas.empty())
        sum.add(Sign::unknown_areas, static_cast<double>(m_areas.size()));
}

SpotPoints Search::spot_of(const Match& match) const {
    const auto [file, local] = m_indexes.local(match.id);
    SpotPoints spot;
    spot.at = m_indexes.point(match.id);
    spot.country = file->value<std::uint16_t>(Section::country, local);
    spot.kind = m_indexes.kind(match.id);
    spot.is_area = file->value<std::uint16_t>(Section::radius, local) > 0;
    spot.points = match.points;
    return spot;
}

const std::vector<Match>& Search::run(std::string_view name) {
    collect(name);
    for (Match& match : m_matches) {
        SignSum sum;
        add_signs(match, sum);
        match.points = sum.points();
    }
    SignSum unknown;
    add_unknown_signs(unknown);
    m_unknown_points = unknown.points();
    std::sort(m_matches.begin(), m_matches.end(), [](const Match& a, const Match& b) {
        if (a.points != b.points)
            return a.points > b.points;
        // Of equals the later file wins: the user's own places.
        return a.file != b.file ? a.file > b.file : a.id < b.id;
    });
    if (m_matches.size() > kMostScored)
        m_matches.resize(kMostScored);
    std::vector<SpotPoints> spots;
    spots.reserve(m_matches.size());
    for (const Match& match : m_matches)
        spots.push_back(spot_of(match));
    share_scores(spots, m_unknown_points);
    for (std::size_t i = 0; i < spots.size(); ++i)
        m_matches[i].score = spots[i].score;
    return m_matches;
}

bool Search::is_same_entry(const Match& a, const Match& b) const {
    if (a.id == b.id)
        return true;
    // One source that lists a name twice means two places.
    const auto [file_a, local_a] = m_indexes.local(a.id);
    const auto [file_b, local_b] = m_indexes.local(b.id);
    if (file_a == file_b && file_a->value<std::uint8_t>(Section::id_scheme, local_a) ==
                                file_b->value<std::uint8_t>(Section::id_scheme, local_b))
        return false;
    return NameIndex(m_indexes.file(a.file)).key(a.key) ==
               NameIndex(m_indexes.file(b.file)).key(b.key) &&
           m_indexes.kind(a.id) == m_indexes.kind(b.id) && is_same_spot(spot_of(a), spot_of(b));
}

std::string Search::area_reason(PlaceId id) {
    std::string fitting;
    std::string around;
    for (NamedArea& area : m_areas) {
        const AreaFit fit = area.fit(id);
        if (fit == AreaFit::path || fit == AreaFit::polygon)
            fitting += (fitting.empty() ? "area named: " : ", ") + area.words();
        else if (fit == AreaFit::circle || fit == AreaFit::label_close ||
                 fit == AreaFit::label_near)
            around += (around.empty() ? "near the area named: " : ", ") + area.words();
    }
    if (fitting.empty() && around.empty() && !m_areas.empty() && !fits_all_areas(id))
        return "not in the area named: " + m_areas.front().words();
    return fitting.empty() ? around : fitting;
}

std::string Search::country_reason(const Place& place) {
    if (place.country.empty())
        return {};
    const std::uint16_t code = pack_country(place.country);
    if (m_wanted.codes.empty()) {
        const bool alone = !m_context.near && m_areas.empty();
        const bool home = std::find(m_home.begin(), m_home.end(), code) != m_home.end();
        return alone && home ? "country of the shipped corpus: " + place.country : std::string();
    }
    if (m_wanted.has(code))
        return "country looked in: " + place.country;
    return is_neighbour(code) ? "in a neighbouring country"
                              : "in " + place.country + ", not in a country looked in";
}

/// "populated place before well": which kinds of the same name on the same spot or elsewhere lost.
void Search::add_kind_before_kind(const Match& match, std::vector<std::string>& reasons) const {
    if (m_indexes.kind(match.id) != PlaceKind::town || m_kind)
        return;
    for (const Match& other : m_matches) {
        const PlaceKind kind = m_indexes.kind(other.id);
        const bool natural = kind == PlaceKind::water || kind == PlaceKind::terrain;
        if (natural && other.how.how == match.how.how && other.points < match.points) {
            reasons.push_back("populated place before " + kind_words(kind));
            return;
        }
    }
}

bool Search::is_historic(const Match& match) const {
    return m_indexes.is_historic(match.id, NameIndex(m_indexes.file(match.file)).key(match.key));
}

Candidate Search::candidate_of(const Match& match) {
    Candidate candidate;
    candidate.id = match.id;
    candidate.place = m_indexes.place(match.id);
    candidate.score = match.score;
    const Place& place = candidate.place;
    const std::string& query =
        match.how.number_aside ? m_asked.without_number : m_asked.spellings[match.asked];
    const auto take = [&](std::string reason) {
        if (!reason.empty())
            candidate.reasons.push_back(std::move(reason));
    };
    take(name_reason(match.how, query, NameIndex(m_indexes.file(match.file)).key(match.key)));
    take(kind_reason(place.kind, m_kind));
    take(area_reason(match.id));
    take(country_reason(place));
    take(fame_reason(place, m_indexes.rank(match.id)));
    add_kind_before_kind(match, candidate.reasons);
    if (is_point_doubtful(place.doubt))
        take("its position is in doubt: " + place.doubt_reasons.front());
    if (is_historic(match))
        take("a name of the past");
    if (m_context.near) {
        const double km = geo::distance_m(*m_context.near, place.point) / 1000.0;
        take(distance_hint(std::max(0.0, km - place.radius_km), "the given point").reason);
    }
    return candidate;
}

Scored Search::scored_of(const Match& match) {
    Scored scored;
    scored.candidate = candidate_of(match);
    scored.points = match.points;
    scored.unknown_points = m_unknown_points;
    scored.how = match.how;
    scored.area_agrees = std::any_of(m_areas.begin(), m_areas.end(), [&](NamedArea& area) {
        return area.fit(match.id) >= AreaFit::circle;
    });
    return scored;
}

}  // namespace

std::vector<Scored> search_candidates(const Gazetteer& gazetteer, const OpenIndexes& indexes,
                                      std::string_view name, const LookupContext& context) {
    Search search(gazetteer, indexes, context);
    std::vector<Scored> scored;
    for (const Match& match : search.run(name))
        scored.push_back(search.scored_of(match));
    return scored;
}

std::vector<Candidate> find_candidates(const Gazetteer& gazetteer, const OpenIndexes& indexes,
                                       std::string_view name, const LookupContext& context) {
    Search search(gazetteer, indexes, context);
    std::vector<Candidate> candidates;
    std::vector<const Match*> kept;
    for (const Match& match : search.run(name)) {
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const Match* other) {
            return search.is_same_entry(*other, match);
        });
        if (same != kept.end()) {
            Candidate& candidate = candidates[static_cast<std::size_t>(same - kept.begin())];
            std::string id = indexes.source_id(match.id);
            // Of two entries of one spot the user's own stands for both: that of the later file.
            if (match.file > (*same)->file && id != candidate.place.source_id) {
                Candidate own = search.candidate_of(match);
                own.score = candidate.score;
                own.same_spot_ids = std::move(candidate.same_spot_ids);
                id = candidate.place.source_id;
                candidate = std::move(own);
                *same = &match;
            }
            if (id != candidate.place.source_id)
                candidate.same_spot_ids.push_back(std::move(id));
            continue;
        }
        if (candidates.size() >= context.limit)
            continue;
        kept.push_back(&match);
        candidates.push_back(search.candidate_of(match));
    }
    return candidates;
}

SignedSearch search_signs(const Gazetteer& gazetteer, std::string_view name,
                          const LookupContext& context) {
    Search search(gazetteer, open_indexes_of(gazetteer), context);
    SignedSearch result;
    std::vector<SpotPoints> spots;
    for (const Match& match : search.run(name)) {
        SignedMatch each;
        each.id = match.id;
        SignSum sum;
        sum.keep(&each.signs);
        search.add_signs(match, sum);
        spots.push_back(search.spot_of(match));
        each.spot = spots.size() - 1;
        for (std::size_t i = 0; i + 1 < spots.size(); ++i) {
            if (is_same_spot(spots[i], spots.back())) {
                each.spot = result.matches[i].spot;
                break;
            }
        }
        result.matches.push_back(each);
    }
    SignSum unknown;
    unknown.keep(&result.unknown);
    search.add_unknown_signs(unknown);
    return result;
}

void set_scores(std::vector<Scored>& scored) {
    std::stable_sort(scored.begin(), scored.end(),
                     [](const Scored& a, const Scored& b) { return a.points > b.points; });
    std::vector<SpotPoints> spots;
    for (const Scored& each : scored) {
        const Place& place = each.candidate.place;
        spots.push_back({place.point, pack_country(place.country), place.kind, place.radius_km > 0,
                         each.points, 0});
    }
    share_scores(spots, scored.empty() ? 0.0 : scored.front().unknown_points);
    for (std::size_t i = 0; i < scored.size(); ++i)
        scored[i].candidate.score = spots[i].score;
}

}  // namespace gazetteer
