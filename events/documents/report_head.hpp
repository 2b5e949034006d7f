// What a report says about itself in a head of "Title: ..." lines or YAML front matter.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "events/documents/document.hpp"

namespace events {

struct HeadField {
    std::string_view
        field;  ///< "title", "publisher", "author", "published", "covers", "address", "language"
    TextRange value;
};

struct ReportHead {
    std::vector<HeadField> fields;
    std::uint32_t first = 0;  ///< the head's first byte or block
    std::uint32_t end = 0;    ///< the text goes on from here
};

/// A head at the very start of the text: two known fields or more, one a line, up to an empty
/// line; or fields between two lines "---". The names of fields are the table "head_fields".
std::optional<ReportHead> read_report_head(std::string_view text, const Lexicons& lexicons);

/// The same head where a format has made each of its lines a block of its own, a few blocks in at
/// most: then `first` and `end` count blocks.
std::optional<ReportHead> read_block_head(std::string_view text, const std::vector<Block>& blocks,
                                          const Lexicons& lexicons);

/// Copies a head into the report: title, publisher, author, address, language, the day published
/// (a year or a month alone stands for its last day, and published_how says so) and the period.
void apply_head(const ReportHead& head, std::string_view text, const Lexicons& lexicons,
                Report& report);

/// A stated date with its year, in any known language: "2012-02-03", "3 May 2019", "2020-06",
/// "mai 2019", "2024". Empty when there is none.
struct StatedDate {
    DayRange days;
    DatePrecision precision = DatePrecision::day;
};
std::optional<StatedDate> read_stated_date(std::string_view words, const Lexicons& lexicons);

}  // namespace events
