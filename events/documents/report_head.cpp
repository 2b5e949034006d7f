// Reads heads of reports.
#include "events/documents/report_head.hpp"

#include "events/documents/text_blocks.hpp"
#include "events/language/code_points.hpp"
#include "events/language/date_resolution.hpp"

namespace events {

namespace {

constexpr std::size_t kLongestHead = 30;  // lines

std::string_view text_of(std::string_view text, TextRange range) {
    return text.substr(range.begin, range.end - range.begin);
}

/// The field that "Title: ..." names, and where its value lies.
std::optional<HeadField> read_field(std::string_view text, TextRange line,
                                    const Lexicons& lexicons) {
    const std::string_view words = text_of(text, line);
    const std::size_t colon = words.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 40)
        return std::nullopt;
    std::string_view name = words.substr(0, colon);
    while (name.ends_with(' '))
        name.remove_suffix(1);
    while (name.ends_with("\xC2\xA0"))
        name.remove_suffix(2);
    while (name.starts_with('*'))
        name.remove_prefix(1);
    while (name.ends_with('*'))
        name.remove_suffix(1);
    const std::string folded = fold_word(name);
    for (const Lexicon& lexicon : lexicons.languages) {
        const LexiconTable& table = lexicon.table("head_fields");
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            if (table.rows[row].front() != folded)
                continue;
            std::size_t begin = colon + 1;
            std::size_t end = words.size();
            const auto is_mark = [&](std::size_t at) {
                return std::string_view(" \t*\"'").find(words[at]) != std::string_view::npos;
            };
            while (begin < end && is_mark(begin))
                ++begin;
            if (begin > 0 && begin < end && (words[begin - 1] == '"' || words[begin - 1] == '\'')) {
                while (end > begin && is_mark(end - 1))
                    --end;
            }
            return HeadField{table.cell(row, "field"),
                             {line.begin + static_cast<std::uint32_t>(begin),
                              line.begin + static_cast<std::uint32_t>(end)}};
        }
    }
    return std::nullopt;
}

/// "Note: ...": one word and a colon, no list or sentence.
bool has_label(std::string_view line) {
    const std::size_t colon = line.find(':');
    return colon != std::string_view::npos && colon > 0 && line.find(' ') >= colon &&
           line.find_first_of("0123456789") > colon;
}

std::string words_for(DatePrecision precision) {
    if (precision == DatePrecision::day)
        return {};
    return precision == DatePrecision::month ? "; the last day of the month stands for it"
                                             : "; the last day of the year stands for it";
}

/// "(inferred from ...)", "(déduit du texte)".
bool says_inferred(std::string_view value, const Lexicons& lexicons) {
    for (const Lexicon& lexicon : lexicons.languages) {
        const LexiconTable& table = lexicon.table("head_fields");
        const auto tokens =
            tokenize(value, {0, static_cast<std::uint32_t>(value.size())}, lexicon.language);
        for (const Token& token : tokens) {
            const auto row = table.find_word(token.folded);
            if (row && table.cell(*row, "field") == "inferred")
                return true;
        }
    }
    return false;
}

void apply_published(std::string_view value, const Lexicons& lexicons, Report& report) {
    const auto date = read_stated_date(value, lexicons);
    if (!date)
        return;
    report.published = date->days.last;
    const bool inferred = date->precision != DatePrecision::day || says_inferred(value, lexicons);
    report.published_known = inferred ? Knowledge::inferred : Knowledge::stated;
    report.published_how = "head of the report: " + std::string(value) + words_for(date->precision);
}

void apply_covers(std::string_view value, const Lexicons& lexicons, Report& report) {
    const auto first = read_stated_date(value, lexicons);
    if (!first)
        return;
    report.covers = first->days;
    const std::size_t slash = value.find('/');
    if (slash == std::string_view::npos)
        return;
    const auto last = read_stated_date(value.substr(slash + 1), lexicons);
    if (last && last->days.last >= first->days.first)
        report.covers->last = last->days.last;
}

std::string without_remark(std::string_view value) {
    const std::size_t bracket = value.find(" (");
    return std::string(value.substr(0, bracket));
}

/// The first date with a year before any bracket.
std::optional<StatedDate> first_date(std::span<const Token> tokens, const DateTables& tables) {
    for (std::size_t at = 0; at < tokens.size() && tokens[at].folded != "("; ++at) {
        // "2020-06", as files write a month
        const bool month_follows = at + 2 < tokens.size() && tokens[at + 1].folded == "-" &&
                                   !tokens[at + 1].space_before &&
                                   tokens[at + 2].folded.size() == 2;
        const auto date = read_date_expression(tokens, at, tables);
        if (date && date->year && (date->grain != DateGrain::year || !month_follows)) {
            const auto days = resolve(*date, {});
            if (days)
                return StatedDate{*days, precision_of(*date)};
        }
        const auto year = read_year(tokens, at);
        const auto month = year && month_follows ? read_day_number(tokens, at + 2) : std::nullopt;
        if (month && month->day <= 12) {
            return StatedDate{{first_of_month(*year, month->day), last_of_month(*year, month->day)},
                              DatePrecision::month};
        }
    }
    return std::nullopt;
}

std::chrono::days length_of(const StatedDate& date) {
    return date.days.last - date.days.first;
}

}  // namespace

std::optional<StatedDate> read_stated_date(std::string_view words, const Lexicons& lexicons) {
    constexpr std::size_t kLongest = 400;
    words = words.substr(0, kLongest);
    // "3 mai 2019" is only a year in English: the language that reads most of it wins.
    std::optional<StatedDate> best;
    for (const Lexicon& lexicon : lexicons.languages) {
        const auto tokens =
            tokenize(words, {0, static_cast<std::uint32_t>(words.size())}, lexicon.language);
        const auto date = first_date(tokens, DateTables(lexicon));
        if (date && (!best || length_of(*date) < length_of(*best)))
            best = date;
    }
    return best;
}

std::optional<ReportHead> read_report_head(std::string_view text, const Lexicons& lexicons) {
    const std::string_view start = text.substr(0, 16 << 10);
    const std::vector<TextLine> lines = split_lines(start, 0);
    std::size_t at = 0;
    while (at < lines.size() && lines[at].range.begin == lines[at].range.end)
        ++at;
    const bool front_matter = at < lines.size() && text_of(text, lines[at].range) == "---";
    if (front_matter)
        ++at;
    ReportHead head;
    for (std::size_t count = 0; at < lines.size() && count < kLongestHead; ++at, ++count) {
        const std::string_view line = text_of(text, lines[at].range);
        if (front_matter ? line == "---" || line == "..." : line.empty()) {
            head.end = lines[at].range.end;
            return head.fields.size() >= 2 || front_matter ? std::optional(head) : std::nullopt;
        }
        if (auto field = read_field(text, lines[at].range, lexicons)) {
            head.fields.push_back(*field);
        } else if (!front_matter && line.find(':') == std::string_view::npos) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<ReportHead> read_block_head(std::string_view text, const std::vector<Block>& blocks,
                                          const Lexicons& lexicons) {
    constexpr std::size_t kMostBefore = 4;  // a running head, the name of the file
    ReportHead head;
    std::size_t at = 0;
    while (at < blocks.size() && at < kMostBefore && !read_field(text, blocks[at].range, lexicons))
        ++at;
    head.first = static_cast<std::uint32_t>(at);
    for (; at < blocks.size() && at < head.first + kLongestHead; ++at) {
        if (auto field = read_field(text, blocks[at].range, lexicons))
            head.fields.push_back(*field);
        else if (head.fields.empty() || !has_label(text_of(text, blocks[at].range)))
            break;
    }
    head.end = static_cast<std::uint32_t>(at);
    return head.fields.size() >= 2 ? std::optional(head) : std::nullopt;
}

void apply_head(const ReportHead& head, std::string_view text, const Lexicons& lexicons,
                Report& report) {
    for (const HeadField& field : head.fields) {
        const std::string_view value = text_of(text, field.value);
        if (field.field == "title")
            report.title = value;
        if (field.field == "publisher")
            report.publisher = value;
        if (field.field == "author")
            report.author = value;
        if (field.field == "address")
            report.address = without_remark(value);
        if (field.field == "published")
            apply_published(value, lexicons, report);
        if (field.field == "covers")
            apply_covers(value, lexicons, report);
        if (field.field == "language") {
            const auto language = parse_language(fold_word(without_remark(value)).substr(0, 2));
            if (language)
                report.language = *language;
        }
    }
}

}  // namespace events
