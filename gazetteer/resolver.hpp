// The place mentions of one document, resolved together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/place_phrase.hpp"

namespace gazetteer {

/// "X, 100 km east of Y": what the text says about the way from another mention.
struct StatedDistance {
    std::size_t anchor = 0;  ///< index of the mention that it is measured from
    double km = 0;
    std::optional<Compass> direction = std::nullopt;  ///< from the anchor
};

/// What the words around a mention say about it.
struct MentionInput {
    std::string words;        ///< "Ersane", "northern Mali", "the Gao region"
    std::uint32_t begin = 0;  ///< byte offset in the text; paragraphs tell what is near
    std::uint32_t paragraph = 0;
    std::optional<PlaceKind> kind;  ///< from a kind word beside it
    /// Areas named as its containers, smallest first; also a demonym or an ISO code ("the Nigerian
    /// town of X").
    std::vector<std::string> within;
    /// "central" where the words leave it out: homonyms inside that part are preferred. The
    /// candidate stays the whole (see part_of).
    std::optional<Compass> part = std::nullopt;
    /// A namesake that lies so is preferred; where none does, the reasons of the first say so.
    std::optional<StatedDistance> stated = std::nullopt;
};

struct ResolvedMention {
    std::vector<Candidate> candidates;  ///< best first; empty: in no gazetteer
    bool resolved = false;              ///< the first candidate is good enough to be drawn
};

struct DocumentContext {
    std::vector<std::string> countries;  ///< the user's --country; empty: found from the text
};

/// One sense per document, containers named nearby, the document's country focus, distance to
/// places already settled, kind words, prominence. One result per input, in order.
std::vector<ResolvedMention> resolve_document(const Gazetteer& gazetteer,
                                              const std::vector<MentionInput>& mentions,
                                              const DocumentContext& context);

/// A place said relative to others: "30 km north of Kidal", "between Gao and Ansongo",
/// "near the border with Niger", "northern Mali", "central Mali", "the outskirts of Sossobé".
struct RelativePlace {
    geo::LonLat point;       ///< label point
    double radius_km = 0;    ///< of the area that the words can mean
    std::string reason;      ///< how it was built, in words
    geo::MultiPolygon area;  ///< what the words cover; empty where no polygon is known
};

/// The spot at that distance, in the sector of 22.5 degrees to either side and a fifth of the
/// distance either way. `centre` stands for no direction: the ring at that distance.
RelativePlace offset_from(const Gazetteer& gazetteer, PlaceId anchor, Compass direction,
                          double distance_km);
/// "East of Djugu", without a distance: the quarter on that side, as far as one walks to a market.
RelativePlace towards(const Gazetteer& gazetteer, PlaceId anchor, Compass direction);
/// Halfway, in a corridor along the geodesic.
RelativePlace between(const Gazetteer& gazetteer, PlaceId a, PlaceId b);
/// Part of a country or region: its label point and a radius, from its polygon when there is one.
RelativePlace part_of(const Gazetteer& gazetteer, PlaceId area, Compass part);
std::optional<RelativePlace> border_of(const Gazetteer& gazetteer, std::string_view iso_a,
                                       std::string_view iso_b, std::optional<geo::LonLat> near);

}  // namespace gazetteer
