// The first sheet of an XLSX file as rows of words.
#pragma once

#include "events/documents/text_table.hpp"

namespace events {

/// Numbers and dates come as the file stores them: a day is a count of days since 1900.
geo::Result<TextTable> read_spreadsheet(const geo::InputFile& file);

}  // namespace events
