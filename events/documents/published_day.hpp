// The day a report was published, as far as its text tells.
#pragma once

#include "events/documents/document.hpp"

namespace events {

/// Fills in report.published, published_known, published_how and covers where the head or the
/// page's own data left them empty, in this order:
///   a dateline or date line near the top (stated);
///   dated entries: the latest (inferred);
///   a title that names a year ("Mali 2023") over months without a year: covers that year,
///     published in the next (inferred);
///   "a year ago", "one year after" near the top and the month of the event (inferred);
///   the day that the file was made, when nothing told is later (inferred);
///   the latest date with a year that the text tells of (inferred: not before it).
/// A year or month alone stands for its last day, and published_how says so. Where nothing in the
/// text names a year the day stays unknown, and a problem says what to do.
void find_published_day(Document& document, const Lexicons& lexicons);

}  // namespace events
