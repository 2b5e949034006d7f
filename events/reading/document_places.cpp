// Resolves a document's place mentions together and describes places for events.
#include "events/reading/document_places.hpp"

#include <cmath>

#include "gazetteer/place_phrase.hpp"
#include "geo/geodesic.hpp"

namespace events {

namespace {

constexpr double kNearRadiusKm = 15;   // "near X": UCDP's where_prec 2 allows up to some 25 km
constexpr double kMetonymShare = 0.5;  // a capital that acts: where it is says little
constexpr std::size_t kKeptCandidates = 5;
constexpr double kDistanceTolerance = 0.5;  // share by which a stated distance may differ

PlaceChoice to_choice(const gazetteer::Candidate& candidate) {
    PlaceChoice choice;
    choice.place_id = candidate.place.source_id;
    choice.name = candidate.place.name;
    choice.country = candidate.place.country;
    choice.admin1 = candidate.place.admin1;
    choice.admin2 = candidate.place.admin2;
    choice.kind = std::string(gazetteer::to_string(candidate.place.kind));
    choice.point = candidate.place.point;
    choice.score = candidate.score;
    choice.reasons = candidate.reasons;
    return choice;
}

PlacePrecision precision_of(gazetteer::PlaceKind kind) {
    switch (kind) {
        case gazetteer::PlaceKind::town:
        case gazetteer::PlaceKind::camp:
        case gazetteer::PlaceKind::site:
            return PlacePrecision::exact;
        case gazetteer::PlaceKind::admin3:
        case gazetteer::PlaceKind::admin2:
            return PlacePrecision::admin2;
        case gazetteer::PlaceKind::admin1:
        case gazetteer::PlaceKind::area:
            return PlacePrecision::admin1;
        case gazetteer::PlaceKind::country:
            return PlacePrecision::country;
        case gazetteer::PlaceKind::water:
        case gazetteer::PlaceKind::terrain:
        case gazetteer::PlaceKind::other:
            return PlacePrecision::near;
        case gazetteer::PlaceKind::continent_part:
            break;
    }
    return PlacePrecision::unknown;
}

void fill(EventPlace& result, const gazetteer::Place& place) {
    result.name = place.name;
    result.place_id = place.source_id;
    result.point = place.point;
    result.precision = precision_of(place.kind);
    result.radius_km = place.radius_km;
    result.admin1 = place.kind == gazetteer::PlaceKind::admin1 && place.admin1.empty()
                        ? place.name
                        : place.admin1;
    result.admin2 = place.admin2;
    result.country = place.country;
}

}  // namespace

DocumentPlaces::DocumentPlaces(std::string_view, std::vector<SentenceFacts>& sentences,
                               const gazetteer::Gazetteer& gazetteer,
                               const std::vector<std::string>& countries, ReportId report)
    : m_gazetteer(gazetteer), m_report(report) {
    for (SentenceFacts& facts : sentences) {
        facts.mention_of.assign(facts.places.size(), std::nullopt);
        for (std::size_t p = 0; p < facts.places.size(); ++p) {
            const PlaceInText& place = facts.places[p];
            if (place.of_focus)
                continue;
            gazetteer::MentionInput input;
            input.words = place.name;
            const TextRange first = facts.tokens()[place.first].range;
            const TextRange last = facts.tokens()[place.end - 1].range;
            input.begin = first.begin;
            input.paragraph = static_cast<std::uint32_t>(facts.block);
            input.kind = place.kind;
            input.part = place.part;
            std::optional<std::size_t> container = place.container;
            for (std::size_t n = 0; container && n < facts.places.size(); ++n) {
                input.within.push_back(facts.places[*container].name);
                container = facts.places[*container].container;
            }
            if (place.said_country)
                input.within.push_back(*place.said_country);
            // "X, 100 km from Y": what is said of the way back is said of X.
            const bool told = place.reference && p > 0 && facts.mention_of[p - 1];
            if (told && place.distance_km && !place.is_country)
                m_inputs[*facts.mention_of[p - 1]].stated = {m_inputs.size(), *place.distance_km,
                                                             place.direction};
            facts.mention_of[p] = m_inputs.size();
            if (place.metonym)
                m_metonyms.insert(m_inputs.size());
            m_inputs.push_back(std::move(input));
            m_spans.push_back({report, first.begin, last.end});
        }
    }
    gazetteer::DocumentContext context;
    context.countries = countries;
    m_resolved = gazetteer::resolve_document(gazetteer, m_inputs, context);
    find_focus(sentences, countries);
    remember_holders(sentences);
}

/// A village in no gazetteer keeps what holds it for where it is named alone.
void DocumentPlaces::remember_holders(const std::vector<SentenceFacts>& sentences) {
    for (const SentenceFacts& facts : sentences) {
        for (std::size_t p = 0; p < facts.places.size(); ++p) {
            const PlaceInText& place = facts.places[p];
            const gazetteer::ResolvedMention* mention = resolved(facts, p);
            if (mention == nullptr || mention->resolved || !place.container)
                continue;
            const PlaceInText& holder = facts.places[*place.container];
            const gazetteer::ResolvedMention* held = resolved(facts, *place.container);
            if (held != nullptr && held->resolved && !holder.part)
                m_holder_of.try_emplace(place.name, *facts.mention_of[*place.container]);
        }
    }
}

void DocumentPlaces::find_focus(const std::vector<SentenceFacts>& sentences,
                                const std::vector<std::string>& countries) {
    if (!countries.empty()) {
        m_focus = countries.front();
        return;
    }
    std::map<std::string, int> votes;
    for (const SentenceFacts& facts : sentences) {
        const int weight = facts.heading ? 5 : 1;
        for (std::size_t p = 0; p < facts.places.size(); ++p) {
            const gazetteer::ResolvedMention* mention = resolved(facts, p);
            if (mention == nullptr || !mention->resolved || mention->candidates.empty())
                continue;
            const std::string& iso = mention->candidates.front().place.country;
            if (!iso.empty() && facts.places[p].link != PlaceLink::to)
                votes[iso] += weight;
        }
        for (const ActorMention& actor : facts.actors) {
            for (std::size_t at = actor.first; at < actor.end; ++at) {
                const Token& token = facts.tokens()[at];
                if (const auto iso = m_gazetteer.country_code(token.folded); iso)
                    votes[*iso] += 1;
            }
        }
    }
    int most = 0;
    for (const auto& [iso, count] : votes) {
        if (count > most) {
            most = count;
            m_focus = iso;
        }
    }
}

const gazetteer::ResolvedMention* DocumentPlaces::resolved(const SentenceFacts& facts,
                                                           std::size_t place) const {
    if (place >= facts.mention_of.size() || !facts.mention_of[place])
        return nullptr;
    return &m_resolved[*facts.mention_of[place]];
}

EventPlace DocumentPlaces::country(const std::string& iso2) const {
    EventPlace result;
    result.country = iso2;
    if (iso2.empty())
        return result;
    if (const auto id = m_gazetteer.country(iso2)) {
        fill(result, m_gazetteer.place(*id));
        result.country = iso2;
        result.precision = PlacePrecision::country;
    }
    return result;
}

std::vector<std::string> DocumentPlaces::neighbours(const std::string& iso2) const {
    return m_gazetteer.neighbours(iso2);
}

void DocumentPlaces::apply_part(EventPlace& result, gazetteer::PlaceId id,
                                gazetteer::Compass part) const {
    const gazetteer::RelativePlace relative = gazetteer::part_of(m_gazetteer, id, part);
    result.point = relative.point;
    result.radius_km = relative.radius_km;
    result.name = std::string(gazetteer::part_word(part)) + " " + m_gazetteer.place(id).name;
}

/// A spot or a strip that is said relative to places: near it, with the radius of what is meant.
void DocumentPlaces::apply_relative(EventPlace& result,
                                    const gazetteer::RelativePlace& relative) const {
    result.point = relative.point;
    result.radius_km = relative.radius_km;
    result.precision = PlacePrecision::near;
    result.name = relative.reason;
}

/// "30 km north of X", "east of X", "between X and Y", "the border with X".
std::optional<gazetteer::RelativePlace> DocumentPlaces::relative_place(const SentenceFacts& facts,
                                                                       std::size_t index) const {
    const PlaceInText& place = facts.places[index];
    const auto id_of = [&](std::size_t p) -> std::optional<gazetteer::PlaceId> {
        const gazetteer::ResolvedMention* mention = resolved(facts, p);
        if (mention == nullptr || !mention->resolved || mention->candidates.empty())
            return std::nullopt;
        return mention->candidates.front().id;
    };
    const auto here = id_of(index);
    if (!here)
        return std::nullopt;
    if (place.border) {
        const std::string& iso = m_gazetteer.place(*here).country;
        const auto other = place.border_other ? id_of(*place.border_other) : std::nullopt;
        const std::string side = other ? m_gazetteer.place(*other).country : m_focus;
        return gazetteer::border_of(m_gazetteer, side, iso, std::nullopt);
    }
    if (place.pair) {
        const auto there = id_of(*place.pair);
        return there ? std::optional(gazetteer::between(m_gazetteer, *here, *there)) : std::nullopt;
    }
    if (!place.offset)
        return std::nullopt;
    if (place.distance_km)
        return gazetteer::offset_from(m_gazetteer, *here,
                                      place.direction.value_or(gazetteer::Compass::centre),
                                      *place.distance_km);
    return gazetteer::towards(m_gazetteer, *here, *place.direction);
}

std::optional<gazetteer::Place> DocumentPlaces::focus_capital() const {
    for (const gazetteer::ResolvedMention& mention : m_resolved) {
        if (!mention.resolved || mention.candidates.empty())
            continue;
        const gazetteer::Place& place = mention.candidates.front().place;
        if (place.is_capital && place.country == m_focus)
            return place;
    }
    const auto id = m_gazetteer.capital(m_focus);
    return id ? std::optional(m_gazetteer.place(*id)) : std::nullopt;
}

EventPlace DocumentPlaces::described_focus(const PlaceInText& place) const {
    EventPlace result = country(m_focus);
    if (m_focus.empty())
        return result;
    if (place.border && place.said_country) {
        if (const auto border =
                gazetteer::border_of(m_gazetteer, m_focus, *place.said_country, std::nullopt))
            apply_relative(result, *border);
    } else if (place.capital) {
        if (const auto capital = focus_capital()) {
            fill(result, *capital);
            if (place.link == PlaceLink::near) {
                result.precision = PlacePrecision::near;
                result.radius_km = kNearRadiusKm;
            }
        }
    } else if (place.part) {
        if (const auto id = m_gazetteer.country(m_focus))
            apply_part(result, *id, *place.part);
    }
    return result;
}

EventPlace DocumentPlaces::describe(std::string_view text, const SentenceFacts& facts,
                                    std::size_t index) const {
    const PlaceInText& place = facts.places[index];
    std::size_t last = place.outer_end;
    std::optional<std::size_t> holder = place.container;
    for (std::size_t n = 0; holder && n < facts.places.size(); ++n) {
        last = std::max(last, facts.places[*holder].outer_end);
        holder = facts.places[*holder].container;
    }
    const std::string words =
        words_of(text, facts.sentence, place.outer_first, std::max(last, place.outer_end));
    EventPlace result;
    if (place.of_focus) {
        result = described_focus(place);
        result.words = words;
        return result;
    }
    const gazetteer::ResolvedMention* mention = resolved(facts, index);
    result.words = words;
    result.name = place.name;
    if (mention != nullptr && mention->resolved && !mention->candidates.empty()) {
        fill(result, mention->candidates.front().place);
        if (const auto relative = relative_place(facts, index)) {
            apply_relative(result, *relative);
        } else if (place.part) {
            apply_part(result, mention->candidates.front().id, *place.part);
        } else if (place.link == PlaceLink::near && result.precision == PlacePrecision::exact) {
            result.precision = PlacePrecision::near;
            result.radius_km = kNearRadiusKm;
        }
    } else if (place.container && *place.container != index) {
        // In no gazetteer: what holds it says where, and how precisely.
        const EventPlace outer = describe(text, facts, *place.container);
        result = outer;
        result.words = words;
        result.name = place.name;
        result.place_id.clear();
        if (result.precision == PlacePrecision::exact || result.precision == PlacePrecision::near) {
            result.precision = PlacePrecision::near;
            result.radius_km = std::max(result.radius_km, kNearRadiusKm);
        }
    } else if (const auto told = m_holder_of.find(place.name); told != m_holder_of.end()) {
        fill(result, m_resolved[told->second].candidates.front().place);
        result.name = place.name;
        result.place_id.clear();
    } else {
        result.country = m_focus;
    }
    if (mention != nullptr) {
        for (const gazetteer::Candidate& candidate : mention->candidates) {
            if (result.candidates.size() == kKeptCandidates)
                break;
            result.candidates.push_back(to_choice(candidate));
        }
    }
    return result;
}

std::vector<PlaceMention> DocumentPlaces::mentions() const {
    std::vector<PlaceMention> mentions;
    for (std::size_t m = 0; m < m_inputs.size(); ++m) {
        PlaceMention mention;
        mention.span = m_spans[m];
        mention.words = m_inputs[m].words;
        for (const gazetteer::Candidate& candidate : m_resolved[m].candidates) {
            if (mention.candidates.size() == kKeptCandidates)
                break;
            mention.candidates.push_back(to_choice(candidate));
        }
        if (m_resolved[m].resolved && !mention.candidates.empty()) {
            mention.choice = mention.candidates.front();
            if (m_metonyms.contains(m)) {
                mention.choice->score *= kMetonymShare;
                mention.choice->reasons.emplace_back("stands for its government here");
            }
        }
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

void DocumentPlaces::check_distances(std::string_view text,
                                     const std::vector<SentenceFacts>& sentences,
                                     std::vector<geo::Problem>& problems) const {
    for (const SentenceFacts& facts : sentences) {
        for (std::size_t p = 1; p < facts.places.size(); ++p) {
            const PlaceInText& reference = facts.places[p];
            if (!reference.distance_km || reference.of_focus || facts.places[p - 1].of_focus)
                continue;
            const EventPlace here = describe(text, facts, p - 1);
            const EventPlace there = describe(text, facts, p);
            if (!here.point || !there.point || here.precision != PlacePrecision::exact)
                continue;
            const double km = geo::distance_m(*here.point, *there.point) / 1000;
            const double stated = *reference.distance_km;
            if (std::abs(km - stated) <= kDistanceTolerance * stated)
                continue;
            problems.push_back(
                {"", here.name + " is said to be " + std::to_string(std::lround(stated)) +
                         " km from " + there.name + " but lies " + std::to_string(std::lround(km)) +
                         " km from it in the gazetteer; the gazetteer was kept"});
        }
    }
}

}  // namespace events
