// The places of one document, resolved together, and what an event's place is made of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/event.hpp"
#include "events/reading/read_report.hpp"
#include "events/reading/sentence_facts.hpp"

namespace events {

class DocumentPlaces {
  public:
    /// Resolves every named place of the sentences and fills their `mention_of`. Problems: a stated
    /// distance that contradicts the gazetteer.
    DocumentPlaces(std::string_view text, std::vector<SentenceFacts>& sentences,
                   const gazetteer::Gazetteer& gazetteer, const std::vector<std::string>& countries,
                   ReportId report);

    /// The country that the document is mostly about (ISO code); empty when it names none.
    const std::string& focus() const { return m_focus; }

    /// The place as an event's place: resolved, or with its words and what holds it.
    EventPlace describe(std::string_view text, const SentenceFacts& facts, std::size_t place) const;
    /// A whole country, by its ISO code.
    EventPlace country(const std::string& iso2) const;
    std::vector<std::string> neighbours(const std::string& iso2) const;

    std::vector<PlaceMention> mentions() const;
    void check_distances(std::string_view text, const std::vector<SentenceFacts>& sentences,
                         std::vector<geo::Problem>& problems) const;

  private:
    const gazetteer::ResolvedMention* resolved(const SentenceFacts& facts, std::size_t place) const;
    void find_focus(const std::vector<SentenceFacts>& sentences,
                    const std::vector<std::string>& countries);
    EventPlace described_focus(const PlaceInText& place) const;
    std::optional<gazetteer::Place> focus_capital() const;
    void remember_holders(const std::vector<SentenceFacts>& sentences);
    void apply_relative(EventPlace& result, const gazetteer::RelativePlace& relative) const;
    std::optional<gazetteer::RelativePlace> relative_place(const SentenceFacts& facts,
                                                           std::size_t index) const;
    void apply_part(EventPlace& result, gazetteer::PlaceId id, gazetteer::Compass part) const;

    const gazetteer::Gazetteer& m_gazetteer;
    ReportId m_report;
    std::string m_focus;
    std::vector<gazetteer::MentionInput> m_inputs;
    std::vector<TextSpan> m_spans;
    std::vector<gazetteer::ResolvedMention> m_resolved;
    std::set<std::size_t> m_metonyms;  ///< mentions of capitals that stand for governments
    /// Names in no gazetteer and the mention of the area that is said to hold them.
    std::map<std::string, std::size_t, std::less<>> m_holder_of;
};

}  // namespace events
