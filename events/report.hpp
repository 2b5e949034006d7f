// A text received, and what is known of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "events/day.hpp"
#include "events/ids.hpp"

namespace events {

enum class Language : std::uint8_t { en, fr, unknown };
std::string_view to_string(Language language);
std::optional<Language> parse_language(std::string_view text);

/// How a fact about the report is known.
enum class Knowledge : std::uint8_t { unknown, stated, inferred, given_by_user };
std::string_view to_string(Knowledge knowledge);

struct Report {
    ReportId id{};
    std::string title;
    std::string publisher;
    std::string author;
    std::optional<Day> published;
    Knowledge published_known = Knowledge::unknown;
    std::string published_how;  ///< in words: "inferred from «18 January» and «1 and 2 February»"
    std::optional<DayRange> covers;  ///< the period that the report is about, when it says one
    Language language = Language::unknown;
    std::string address;  ///< URL, as stated
    std::string file_name;
    std::uint64_t file_bytes = 0;
    std::string sha256;      ///< of the file
    std::string text;        ///< extracted, UTF-8; spans count its bytes
    std::string extraction;  ///< how: "plain text, UTF-8", "HTML, main content"
};

/// Bytes [begin, end) of a report's text.
struct TextSpan {
    ReportId report{};
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

}  // namespace events
