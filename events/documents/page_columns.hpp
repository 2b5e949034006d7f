// Puts the lines of pages that are set in columns into the order that they are read in.
#pragma once

#include "events/documents/pdf_layout.hpp"

namespace events {

/// Where a page has columns of running text side by side, its lines are ordered band by band (a
/// line across all columns ends one), in a band column by column, in a column downwards. Tables,
/// whose columns are a word or two wide, and pages of one column keep the order they came in.
void order_columns(PdfPage& page);

}  // namespace events
