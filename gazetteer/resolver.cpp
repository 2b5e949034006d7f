// Resolves the mentions of a document together.
#include "gazetteer/resolver.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "gazetteer/candidate_search.hpp"
#include "gazetteer/name_key.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon_ops.hpp"

namespace gazetteer {
namespace {

/// From this share on a mention is drawn at its first candidate.
constexpr double kResolvedScore = 0.45;
/// From this share on a mention lends its position to others.
constexpr double kSettledScore = 0.8;
/// A place abroad, outside the report's countries, must be as well known as this.
constexpr std::uint32_t kKnownAbroadPopulation = 100000;
/// The label of a larger area says nothing on where in it a place lies.
constexpr double kLargeAreaKm = 400;
constexpr std::size_t kMostFocusCountries = 3;

/// Mentions with the same words, kind and containers share their candidates.
struct Sense {
    std::string words;
    PlacePhrase phrase;
    std::optional<Compass> part;  ///< said in the words or beside them
    std::optional<PlaceKind> kind;
    std::vector<std::string> within;
    std::vector<std::uint32_t> paragraphs;
    std::vector<Scored> scored;
    std::optional<geo::LonLat> settled;
    geo::MultiPolygon settled_area;  ///< of a settled area whose polygon is known
};

bool is_area_kind(PlaceKind kind) {
    return kind == PlaceKind::country || kind == PlaceKind::admin1 || kind == PlaceKind::admin2 ||
           kind == PlaceKind::admin3 || kind == PlaceKind::continent_part;
}

class DocumentResolver {
  public:
    DocumentResolver(const Gazetteer& gazetteer, const OpenIndexes& indexes,
                     const std::vector<MentionInput>& mentions, const DocumentContext& context)
        : m_gazetteer(gazetteer), m_indexes(indexes), m_mentions(mentions), m_context(context) {}

    std::vector<ResolvedMention> run();

  private:
    void collect_senses();
    void share_containers();
    void find_focus();
    void search();
    void settle();
    void add_distances();
    Hint nearness_hint(const Sense& settled, geo::LonLat at) const;
    ResolvedMention result_of(const Sense& sense) const;
    bool is_good_enough(const Sense& sense, const Scored& first) const;
    bool is_in_focus(const std::string& country) const;
    void apply_part(const Sense& sense, Candidate& candidate) const;

    const Gazetteer& m_gazetteer;
    const OpenIndexes& m_indexes;
    const std::vector<MentionInput>& m_mentions;
    const DocumentContext& m_context;
    std::vector<Sense> m_senses;
    std::vector<std::size_t> m_sense_of;  ///< by mention
    std::vector<std::string> m_focus;
    std::set<std::string> m_focus_neighbours;
};

void DocumentResolver::collect_senses() {
    std::map<std::string, std::size_t> known;
    for (const MentionInput& mention : m_mentions) {
        Sense sense;
        sense.words = mention.words;
        sense.phrase = parse_place_phrase(mention.words);
        sense.kind = mention.kind ? mention.kind : sense.phrase.kind;
        sense.part = mention.part ? mention.part : sense.phrase.part;
        sense.within = mention.within;
        std::string key = fold_name(mention.words);
        key += '/' + std::to_string(sense.kind ? static_cast<int>(*sense.kind) : -1);
        key += '/' + std::to_string(sense.part ? static_cast<int>(*sense.part) : -1);
        for (const auto& area : mention.within)
            key += '/' + fold_name(area);
        const auto [found, is_new] = known.try_emplace(std::move(key), m_senses.size());
        if (is_new)
            m_senses.push_back(std::move(sense));
        m_senses[found->second].paragraphs.push_back(mention.paragraph);
        m_sense_of.push_back(found->second);
    }
}

/// One sense per document: a mention without containers takes those that the same name has
/// elsewhere, when they all agree.
void DocumentResolver::share_containers() {
    std::map<std::string, std::set<std::vector<std::string>>> by_name;
    for (const Sense& sense : m_senses) {
        if (!sense.within.empty())
            by_name[fold_name(sense.phrase.name)].insert(sense.within);
    }
    for (Sense& sense : m_senses) {
        const auto found = by_name.find(fold_name(sense.phrase.name));
        const bool lends = found != by_name.end() && found->second.size() == 1;
        const bool is_area = sense.kind && is_area_kind(*sense.kind);
        if (lends && sense.within.empty() && !is_area)
            sense.within = *found->second.begin();
    }
}

/// The countries that the text is about: those that the user gives, or those named most.
void DocumentResolver::find_focus() {
    m_focus = m_context.countries;
    if (m_focus.empty()) {
        std::map<std::string, double> weight;
        for (std::size_t i = 0; i < m_mentions.size(); ++i) {
            const Sense& sense = m_senses[m_sense_of[i]];
            LookupContext exact;
            exact.tolerant = false;
            exact.kind = sense.kind;
            exact.limit = 1;
            const auto best = m_gazetteer.find(sense.phrase.name, exact);
            if (best.empty() || best[0].place.country.empty())
                continue;
            // Titles and first lines say what a text is about.
            const double early = i < 3 ? 2.0 : 1.0;
            if (best[0].place.kind == PlaceKind::country)
                weight[best[0].place.country] += early;
            else if (best[0].score > 0.7)
                weight[best[0].place.country] += 0.5 * early;
        }
        double most = 0;
        for (const auto& [code, value] : weight)
            most = std::max(most, value);
        std::vector<std::pair<double, std::string>> ranked;
        for (const auto& [code, value] : weight) {
            if (value >= most * 0.4)
                ranked.emplace_back(-value, code);
        }
        std::sort(ranked.begin(), ranked.end());
        if (ranked.size() > kMostFocusCountries)
            ranked.resize(kMostFocusCountries);
        for (const auto& [value, code] : ranked)
            m_focus.push_back(code);
    }
    for (const auto& code : m_focus) {
        for (const auto& next : m_gazetteer.neighbours(code))
            m_focus_neighbours.insert(next);
    }
}

bool DocumentResolver::is_in_focus(const std::string& country) const {
    return std::find(m_focus.begin(), m_focus.end(), country) != m_focus.end();
}

void DocumentResolver::search() {
    for (Sense& sense : m_senses) {
        LookupContext context;
        context.countries = m_focus;
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
        set_scores(sense.scored);
    }
}

void DocumentResolver::settle() {
    for (Sense& sense : m_senses) {
        if (sense.scored.empty())
            continue;
        const Candidate& first = sense.scored.front().candidate;
        if (first.score < kSettledScore)
            continue;
        if (sense.part && first.place.radius_km > 0) {
            RelativePlace part = part_of(m_gazetteer, first.id, *sense.part);
            sense.settled = part.point;
            sense.settled_area = std::move(part.area);
        } else if (first.place.radius_km < kLargeAreaKm) {
            sense.settled = first.place.point;
            if (first.place.radius_km > 0)
                sense.settled_area = m_gazetteer.area(first.id);
        }
    }
}

/// What a settled mention says for a candidate at that position.
Hint DocumentResolver::nearness_hint(const Sense& settled, geo::LonLat at) const {
    const std::string& name = settled.scored.front().candidate.place.name;
    const std::string words =
        settled.part ? fmt::format("{} {}", part_word(*settled.part), name) : name;
    constexpr double kInsidePoints = 1.5;
    if (!settled.settled_area.empty() && geo::contains(settled.settled_area, at))
        return {kInsidePoints, "in " + words};
    return distance_hint(geo::distance_m(*settled.settled, at) / 1000.0, words);
}

/// Places of one paragraph lie together; of one document less so.
void DocumentResolver::add_distances() {
    for (Sense& sense : m_senses) {
        if (sense.settled || sense.scored.size() < 2)
            continue;
        const auto shares_paragraph = [&](const Sense& other) {
            return std::any_of(other.paragraphs.begin(), other.paragraphs.end(), [&](auto p) {
                return std::find(sense.paragraphs.begin(), sense.paragraphs.end(), p) !=
                       sense.paragraphs.end();
            });
        };
        for (Scored& scored : sense.scored) {
            Hint best{-std::numeric_limits<double>::infinity(), ""};
            for (const Sense& other : m_senses) {
                if (!other.settled || &other == &sense)
                    continue;
                Hint hint = nearness_hint(other, scored.candidate.place.point);
                const bool same = shares_paragraph(other);
                hint.points = same ? hint.points : hint.points * 0.5 - 1.0;
                if (same && !hint.reason.empty())
                    hint.reason += ", named in the same paragraph";
                if (hint.points > best.points)
                    best = std::move(hint);
            }
            if (!std::isfinite(best.points))
                continue;
            scored.points += best.points;
            if (!best.reason.empty())
                scored.candidate.reasons.push_back(best.reason);
        }
        set_scores(sense.scored);
    }
}

bool DocumentResolver::is_good_enough(const Sense& sense, const Scored& first) const {
    const Place& place = first.candidate.place;
    if (first.candidate.score < kResolvedScore)
        return false;
    const bool at_home = m_focus.empty() || place.country.empty() || is_in_focus(place.country);
    // A letter that differs is trusted in a long name at home, and never in a short one: a village
    // that no source has must not become another village.
    const NameMatch::How how = first.how.how;
    if (how == NameMatch::How::edited) {
        if (!at_home || first.how.bytes < 8 || first.how.edits > 1)
            return false;
    }
    if (how == NameMatch::How::sound && !at_home)
        return false;
    if (at_home || is_area_kind(place.kind))
        return true;
    const bool next_door = m_focus_neighbours.contains(place.country);
    const bool said = !sense.within.empty() && first.area_agrees;
    return next_door || said || place.is_capital || place.population >= kKnownAbroadPopulation;
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
    collect_senses();
    share_containers();
    find_focus();
    search();
    settle();
    add_distances();
    std::vector<ResolvedMention> by_sense;
    by_sense.reserve(m_senses.size());
    for (const Sense& sense : m_senses)
        by_sense.push_back(result_of(sense));
    std::vector<ResolvedMention> results;
    results.reserve(m_mentions.size());
    for (const std::size_t sense : m_sense_of)
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
