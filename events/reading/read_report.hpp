// One file to one report with its events, flows and place mentions: the whole reader behind one
// call.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/documents/document.hpp"
#include "events/event.hpp"
#include "events/language/lexicon.hpp"
#include "events/report.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geo/input_file.hpp"
#include "geo/result.hpp"

namespace events {

struct ReadOptions {
    std::optional<Day> published;
    std::optional<DayRange> period;
    std::vector<std::string> countries;  ///< ISO codes; empty: found from the text
    std::optional<Language> language;
};

/// A place named in the text, resolved or not.
struct PlaceMention {
    TextSpan span;
    std::string words;
    std::optional<PlaceChoice> choice;  ///< empty: unresolved
    std::vector<PlaceChoice> candidates;
};

struct ReadReport {
    Report report;
    std::vector<Event> events;  ///< in order of their first claim
    std::vector<Flow> flows;
    std::vector<PlaceMention> mentions;  ///< in text order
    std::vector<geo::Problem> problems;  ///< unread phrases, bad encoding, no date of its own
};

/// Deterministic: the same bytes and options give the same ids and values. Fails when the bytes are
/// no text (empty, binary, an unknown format); everything else is a problem in the result.
geo::Result<ReadReport> read_report(const geo::InputFile& file, const Lexicons& lexicons,
                                    const gazetteer::Gazetteer& gazetteer,
                                    const ReadOptions& options = {});

/// The same for a text that is cut into blocks already: a row of a table.
ReadReport read_document(Document document, const Lexicons& lexicons,
                         const gazetteer::Gazetteer& gazetteer, const ReadOptions& options = {});

}  // namespace events
