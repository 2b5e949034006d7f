// The senses of one document's place mentions, and the countries that its passages name.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gazetteer/candidate_search.hpp"
#include "gazetteer/resolver.hpp"

namespace gazetteer {

/// Mentions with the same words, kind and containers share their candidates.
struct Sense {
    std::string words;
    PlacePhrase phrase;
    std::optional<Compass> part;  ///< said in the words or beside them
    std::optional<PlaceKind> kind;
    std::vector<std::string> within;
    std::vector<std::uint32_t> paragraphs;  ///< sorted, each once
    std::size_t mention_count = 0;
    std::size_t first_mention = 0;
    std::vector<StatedDistance> stated;
    /// By ISO code: how strongly the passages that it is named in speak of a country; 2 where its
    /// name stands last before the mention, 1 elsewhere in the paragraph.
    std::map<std::string, double> passage_countries;

    std::vector<Scored> scored;  ///< best first
    std::vector<Scored> without_distances;
    std::optional<geo::LonLat> settled;
    geo::MultiPolygon settled_area;  ///< of a settled area whose polygon is known
    std::string settled_words;
};

struct DocumentSenses {
    std::vector<Sense> senses;
    std::vector<std::size_t> sense_of;  ///< by mention
};

/// One sense per document: mentions that share name, kind, part and containers; a mention without
/// containers takes those that the same name has elsewhere, when they all agree.
DocumentSenses collect_senses(const std::vector<MentionInput>& mentions);

bool is_area_kind(PlaceKind kind);

/// What a document is about.
struct DocumentFocus {
    std::vector<std::string> countries;  ///< by weight; the user's own where given
    std::set<std::string> neighbours;    ///< of those
    std::set<std::string> named;         ///< every country that the text names

    bool holds(const std::string& country) const;
};

/// Countries by how often the text names them and places that can be in no other; the first lines
/// count twice. Fills `passage_countries` of the senses.
DocumentFocus find_focus(const Gazetteer& gazetteer, const std::vector<MentionInput>& mentions,
                         const DocumentContext& context, DocumentSenses& senses);

}  // namespace gazetteer
