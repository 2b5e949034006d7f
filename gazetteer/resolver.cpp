// Resolves the mentions of a document together.
#include "gazetteer/resolver.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "gazetteer/candidate_search.hpp"
#include "gazetteer/document_senses.hpp"
#include "gazetteer/name_key.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon_ops.hpp"
#include "geo/spatial_index.hpp"

namespace gazetteer {
namespace {

/// From this share on a mention is drawn at its first candidate.
constexpr double kResolvedScore = 0.45;
/// From this share on a mention lends its position to others.
constexpr double kSettledScore = 0.8;
/// A place abroad, outside the report's countries, must be as well known as this ...
constexpr std::uint32_t kKnownAbroadPopulation = 100'000;
/// ... and in a country next to them that the text never names, as this ...
constexpr std::uint32_t kKnownNextDoorPopulation = 15'000;
/// ... or lie as near to a place that is settled.
constexpr double kNextDoorKm = 150;
/// The label of a larger area says nothing on where in it a place lies.
constexpr double kLargeAreaKm = 400;
/// Settling goes on while it settles more, this often at most.
constexpr int kMostRounds = 4;
/// Candidates farther down are never the answer.
constexpr std::size_t kWeighedCandidates = 30;
/// Stated distances are rounded and follow roads: a third either way fits.
constexpr double kStatedTolerance = 0.35;
constexpr double kStatedSlackKm = 8;

class DocumentResolver {
  public:
    DocumentResolver(const Gazetteer& gazetteer, const OpenIndexes& indexes,
                     const std::vector<MentionInput>& mentions, const DocumentContext& context)
        : m_gazetteer(gazetteer),
          m_indexes(indexes),
          m_document(collect_senses(mentions)),
          m_focus(find_focus(gazetteer, mentions, context, m_document)) {}

    std::vector<ResolvedMention> run();

  private:
    std::vector<Sense>& senses() { return m_document.senses; }
    void search(Sense& sense) const;
    Hint passage_hint(const Sense& sense, const Place& place) const;
    bool settle(Sense& sense) const;
    void collect_settled();
    void weigh_distances(Sense& sense);
    std::vector<const Sense*> settled_beside(const Sense& sense) const;
    Hint best_nearness(const Sense& sense, const std::vector<const Sense*>& beside,
                       geo::LonLat at) const;
    Hint nearness_hint(const Sense& settled, geo::LonLat at) const;
    Hint stated_hint(const Sense& sense, const Place& place) const;
    ResolvedMention result_of(const Sense& sense) const;
    bool is_good_enough(const Sense& sense, const Scored& first) const;
    bool is_likely_next_door(const Sense& sense, const Scored& first) const;
    void apply_part(const Sense& sense, Candidate& candidate) const;

    const Gazetteer& m_gazetteer;
    const OpenIndexes& m_indexes;
    DocumentSenses m_document;
    DocumentFocus m_focus;
    std::map<std::uint32_t, std::vector<std::size_t>> m_settled_in;  ///< by paragraph
    std::vector<std::size_t> m_settled;
    geo::SpatialIndex m_settled_points;  ///< of m_settled
};

/// A passage has a country of its own: "in neighbouring Niger, gunmen in X ...".
Hint DocumentResolver::passage_hint(const Sense& sense, const Place& place) const {
    const auto found = sense.passage_countries.find(place.country);
    if (place.country.empty() || found == sense.passage_countries.end())
        return {};
    return {found->second, "country named in the same paragraph: " + place.country};
}

void DocumentResolver::search(Sense& sense) const {
    LookupContext context;
    context.countries = m_focus.countries;
    context.countries_are_guessed = true;
    context.kind = sense.kind;
    context.admin_names = sense.within;
    if (sense.phrase.part) {
        // "South Sudan" and "Western Sahara" are names; "northern Mali" is a part of one.
        context.tolerant = false;
        sense.scored = search_candidates(m_gazetteer, m_indexes, sense.words, context);
        context.tolerant = true;
    }
    if (sense.scored.empty()) {
        const std::string& name = sense.phrase.part ? sense.phrase.name : sense.words;
        sense.scored = search_candidates(m_gazetteer, m_indexes, name, context);
    }
    for (Scored& scored : sense.scored) {
        Hint hint = passage_hint(sense, scored.candidate.place);
        scored.points += hint.points;
        if (!hint.reason.empty())
            scored.candidate.reasons.push_back(std::move(hint.reason));
    }
    set_scores(sense.scored);
    if (sense.scored.size() > kWeighedCandidates)
        sense.scored.resize(kWeighedCandidates);
    sense.without_distances = sense.scored;
}

/// Whether the sense lends its position from now on.
bool DocumentResolver::settle(Sense& sense) const {
    if (sense.settled || sense.scored.empty())
        return false;
    const Candidate& first = sense.scored.front().candidate;
    if (first.score < kSettledScore || !is_good_enough(sense, sense.scored.front()))
        return false;
    sense.settled_words = first.place.name;
    if (sense.part && first.place.radius_km > 0) {
        RelativePlace part = part_of(m_gazetteer, first.id, *sense.part);
        sense.settled = part.point;
        sense.settled_area = std::move(part.area);
        sense.settled_words = fmt::format("{} {}", part_word(*sense.part), first.place.name);
    } else if (first.place.radius_km < kLargeAreaKm) {
        sense.settled = first.place.point;
        if (first.place.radius_km > 0)
            sense.settled_area = m_gazetteer.area(first.id);
    }
    return sense.settled.has_value();
}

void DocumentResolver::collect_settled() {
    m_settled.clear();
    m_settled_in.clear();
    std::vector<geo::LonLat> points;
    for (std::size_t s = 0; s < senses().size(); ++s) {
        const Sense& sense = senses()[s];
        if (!sense.settled)
            continue;
        m_settled.push_back(s);
        points.push_back(*sense.settled);
        for (const std::uint32_t paragraph : sense.paragraphs)
            m_settled_in[paragraph].push_back(s);
    }
    m_settled_points = geo::SpatialIndex(std::span<const geo::LonLat>(points));
}

/// Settled senses of the same paragraphs, a bounded number of them: long lists tell no more.
std::vector<const Sense*> DocumentResolver::settled_beside(const Sense& sense) const {
    constexpr std::size_t kMostParagraphs = 24;
    constexpr std::size_t kMostBeside = 64;
    std::set<std::size_t> found;
    std::size_t seen = 0;
    for (const std::uint32_t paragraph : sense.paragraphs) {
        if (++seen > kMostParagraphs || found.size() >= kMostBeside)
            break;
        const auto here = m_settled_in.find(paragraph);
        if (here == m_settled_in.end())
            continue;
        for (const std::size_t s : here->second) {
            if (found.size() < kMostBeside)
                found.insert(s);
        }
    }
    std::vector<const Sense*> beside;
    for (const std::size_t s : found) {
        if (&m_document.senses[s] != &sense)
            beside.push_back(&m_document.senses[s]);
    }
    return beside;
}

/// What a settled mention says for a candidate at that position.
Hint DocumentResolver::nearness_hint(const Sense& settled, geo::LonLat at) const {
    constexpr double kInsidePoints = 1.5;
    if (!settled.settled_area.empty() && geo::contains(settled.settled_area, at))
        return {kInsidePoints, "in " + settled.settled_words};
    return distance_hint(geo::distance_m(*settled.settled, at) / 1000.0, settled.settled_words);
}

/// Places of one paragraph lie together; of one document less so.
Hint DocumentResolver::best_nearness(const Sense& sense, const std::vector<const Sense*>& beside,
                                     geo::LonLat at) const {
    Hint best{-std::numeric_limits<double>::infinity(), ""};
    for (const Sense* other : beside) {
        Hint hint = nearness_hint(*other, at);
        if (!hint.reason.empty())
            hint.reason += ", named in the same paragraph";
        if (hint.points > best.points)
            best = std::move(hint);
    }
    constexpr std::size_t kNearest = 2;  // the sense itself may be one of them
    for (const geo::Neighbour& near : m_settled_points.nearest(at, kNearest)) {
        const Sense& other = m_document.senses[m_settled[near.item]];
        if (&other == &sense)
            continue;
        Hint hint = nearness_hint(other, at);
        hint.points = hint.points * 0.5 - 1.0;
        if (hint.points > best.points)
            best = std::move(hint);
        break;
    }
    return std::isfinite(best.points) ? best : Hint{};
}

/// "X, 100 km east of Y": a namesake that lies so fits; one that does not says so.
Hint DocumentResolver::stated_hint(const Sense& sense, const Place& place) const {
    Hint hint;
    for (const StatedDistance& stated : sense.stated) {
        const Sense& anchor = m_document.senses[m_document.sense_of[stated.anchor]];
        if (!anchor.settled || &anchor == &sense)
            continue;
        const double km = geo::distance_m(*anchor.settled, place.point) / 1000.0;
        const double tolerance = stated.km * kStatedTolerance + kStatedSlackKm;
        const std::string words = fmt::format("{:.0f} km from {}", stated.km, anchor.settled_words);
        constexpr double kFits = 3.0;
        constexpr double kContradicts = -2.0;
        if (std::abs(km - stated.km) <= tolerance)
            hint = {kFits, "lies as said: " + words};
        else
            hint = {kContradicts,
                    fmt::format("said to be {}, but lies {:.0f} km from it", words, km)};
    }
    return hint;
}

void DocumentResolver::weigh_distances(Sense& sense) {
    if (sense.without_distances.empty())
        return;
    sense.scored = sense.without_distances;
    const std::vector<const Sense*> beside = settled_beside(sense);
    const bool alone = sense.scored.size() < 2;
    for (Scored& scored : sense.scored) {
        Hint near = alone ? Hint{} : best_nearness(sense, beside, scored.candidate.place.point);
        for (Hint& hint : std::array{std::move(near), stated_hint(sense, scored.candidate.place)}) {
            scored.points += alone ? 0.0 : hint.points;
            if (!hint.reason.empty())
                scored.candidate.reasons.push_back(std::move(hint.reason));
        }
    }
    set_scores(sense.scored);
}

/// A place in a country next to the report's: named, known, or near what is settled.
bool DocumentResolver::is_likely_next_door(const Sense& sense, const Scored& first) const {
    const Place& place = first.candidate.place;
    if (!m_focus.neighbours.contains(place.country))
        return false;
    if (m_focus.named.contains(place.country) || place.population >= kKnownNextDoorPopulation)
        return true;
    for (const geo::Neighbour& near : m_settled_points.nearest(place.point, 1)) {
        if (near.distance_m <= kNextDoorKm * 1000.0 &&
            &m_document.senses[m_settled[near.item]] != &sense)
            return true;
    }
    return false;
}

bool DocumentResolver::is_good_enough(const Sense& sense, const Scored& first) const {
    const Place& place = first.candidate.place;
    if (first.candidate.score < kResolvedScore)
        return false;
    const bool at_home =
        m_focus.countries.empty() || place.country.empty() || m_focus.holds(place.country);
    // A letter that differs is trusted in a long name at home, and never in a short one: a village
    // that no source has must not become another village.
    const NameMatch::How how = first.how.how;
    if (how == NameMatch::How::edited) {
        constexpr std::size_t kLongName = 8;
        if (!at_home || first.how.bytes < kLongName || first.how.edits > 1)
            return false;
    }
    if (how == NameMatch::How::sound && !at_home)
        return false;
    if (at_home || is_area_kind(place.kind))
        return true;
    const bool said = !sense.within.empty() && first.area_agrees;
    return said || place.is_capital || place.population >= kKnownAbroadPopulation ||
           is_likely_next_door(sense, first);
}

/// "northern Mali": the entry of the whole area, with the point and size of the part.
void DocumentResolver::apply_part(const Sense& sense, Candidate& candidate) const {
    const bool whole_name = fold_name(candidate.place.name) == fold_name(sense.words);
    if (!sense.phrase.part || whole_name || candidate.place.radius_km <= 0)
        return;
    const RelativePlace part = part_of(m_gazetteer, candidate.id, *sense.phrase.part);
    candidate.place.point = part.point;
    candidate.place.radius_km = part.radius_km;
    candidate.place.name =
        fmt::format("{} {}", part_word(*sense.phrase.part), candidate.place.name);
    candidate.place.kind = PlaceKind::area;
    candidate.reasons.push_back(part.reason);
}

ResolvedMention DocumentResolver::result_of(const Sense& sense) const {
    constexpr std::size_t kMostCandidates = 10;
    ResolvedMention result;
    std::set<std::string> seen;
    for (const Scored& scored : sense.scored) {
        if (result.candidates.size() >= kMostCandidates)
            break;
        if (!seen.insert(scored.candidate.place.source_id).second)
            continue;
        result.candidates.push_back(scored.candidate);
        apply_part(sense, result.candidates.back());
    }
    if (!sense.scored.empty())
        result.resolved = is_good_enough(sense, sense.scored.front());
    return result;
}

std::vector<ResolvedMention> DocumentResolver::run() {
    for (Sense& sense : senses())
        search(sense);
    for (int round = 0; round < kMostRounds; ++round) {
        bool more = false;
        for (Sense& sense : senses())
            more = settle(sense) || more;
        if (!more)
            break;
        collect_settled();
        for (Sense& sense : senses()) {
            if (sense.settled && sense.stated.empty())
                continue;
            weigh_distances(sense);
        }
        // A stated distance may have chosen another namesake.
        for (Sense& sense : senses()) {
            if (!sense.stated.empty())
                sense.settled.reset();
        }
    }
    std::vector<ResolvedMention> by_sense;
    by_sense.reserve(senses().size());
    for (const Sense& sense : senses())
        by_sense.push_back(result_of(sense));
    std::vector<ResolvedMention> results;
    results.reserve(m_document.sense_of.size());
    for (const std::size_t sense : m_document.sense_of)
        results.push_back(by_sense[sense]);
    return results;
}

}  // namespace

std::vector<ResolvedMention> resolve_document(const Gazetteer& gazetteer,
                                              const std::vector<MentionInput>& mentions,
                                              const DocumentContext& context) {
    return DocumentResolver(gazetteer, open_indexes_of(gazetteer), mentions, context).run();
}

}  // namespace gazetteer
