// Reads the table, looks each different name up once, writes the table with its new columns.
#include "app/commands/geocode_table.hpp"

#include <fmt/ostream.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/commands/place_json.hpp"
#include "app/commands/terminal_progress.hpp"
#include "app/separated_table.hpp"
#include "app/windows_1252.hpp"
#include "gazetteer/country_codes.hpp"
#include "gazetteer/source_lines.hpp"
#include "geo/input_file.hpp"
#include "geo/output_file.hpp"

namespace app {
namespace {

constexpr std::array kAdded = {"id",  "name", "country", "admin1",  "kind",
                               "lon", "lat",  "score",   "reasons", "candidates"};
/// Answers below it are counted apart: more likely wrong than right.
constexpr double kLowScore = 0.5;
constexpr std::size_t kMostCandidates = 20;

struct Columns {
    std::size_t name = 0;
    std::optional<std::size_t> country;
    std::vector<std::size_t> admins;
};

/// What is looked up: a name with its country and areas, whatever rows have it.
struct Question {
    std::string name;
    std::string country;  ///< as the table has it
    std::vector<std::string> admins;
    std::size_t line = 0;  ///< the first that asks it
};

enum class Found : std::uint8_t { no, low, yes };

struct Answer {
    std::string fields;  ///< with a separator before each
    Found found = Found::no;
    bool country_unknown = false;
};

/// A row as it goes out: its own bytes, then fields.
struct Row {
    std::string_view bytes;
    std::string_view line_end;
    std::optional<std::size_t> question;
    std::size_t missing = 0;  ///< fields that it has less than the header
    bool as_it_is = false;    ///< gets no fields: an empty line, or one with too many
};

struct Counts {
    std::size_t rows = 0;
    std::size_t found = 0;
    std::size_t low = 0;
    std::size_t not_found = 0;
    std::size_t no_name = 0;
    std::size_t odd = 0;  ///< rows with another number of fields than the header
};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

class TableGeocoder {
  public:
    TableGeocoder(const GeocodeTable& options, const gazetteer::LookupContext& lookup,
                  const gazetteer::Gazetteer& gazetteer, std::string_view text)
        : m_options(options),
          m_lookup(lookup),
          m_gazetteer(gazetteer),
          m_table(text),
          m_is_utf8(gazetteer::is_utf8(text)) {
        m_lookup.limit = std::max(m_lookup.limit, kMostCandidates);
    }

    geo::Result<void> find_columns();
    void read_rows(std::vector<geo::Problem>& problems);
    void answer_all(CommandContext& context);
    std::string written(std::vector<geo::Problem>& problems);
    bool is_utf8() const { return m_is_utf8; }
    std::size_t question_count() const { return m_questions.size(); }
    const Counts& counts() const { return m_counts; }

  private:
    geo::Result<std::size_t> column_named(const std::string& name) const;
    std::string text_of(const TableRecord& record, std::size_t column) const;
    std::size_t question_of(const TableRecord& record);
    Answer answer(const Question& question) const;
    std::optional<std::string> country_of(const std::string& text) const;
    std::string fields_of(const std::vector<std::string>& values) const;

    const GeocodeTable& m_options;
    gazetteer::LookupContext m_lookup;
    const gazetteer::Gazetteer& m_gazetteer;
    SeparatedTable m_table;
    bool m_is_utf8;
    Columns m_columns;
    std::vector<Row> m_rows;
    std::unordered_map<std::string, std::size_t> m_question_numbers;
    std::vector<Question> m_questions;
    std::vector<Answer> m_answers;
    Counts m_counts;
};

geo::Result<std::size_t> TableGeocoder::column_named(const std::string& name) const {
    const auto& header = m_table.header();
    const auto same = [&](std::string_view a, bool any_case) {
        return std::equal(a.begin(), a.end(), name.begin(), name.end(), [&](char x, char y) {
            return x == y ||
                   (any_case && (x | 0x20) == (y | 0x20) && (x | 0x20) >= 'a' && (x | 0x20) <= 'z');
        });
    };
    for (const bool any_case : {false, true}) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (same(trimmed(header[i]), any_case))
                return i;
        }
    }
    std::string there;
    for (const std::string& column : header)
        there += (there.empty() ? "" : ", ") + column;
    return geo::fail(
        fmt::format("{}: no column \"{}\"; there are: {}", m_options.input, name, there));
}

geo::Result<void> TableGeocoder::find_columns() {
    const auto name = column_named(m_options.column);
    if (!name)
        return tl::unexpected(name.error());
    m_columns.name = *name;
    if (!m_options.country_column.empty()) {
        const auto country = column_named(m_options.country_column);
        if (!country)
            return tl::unexpected(country.error());
        m_columns.country = *country;
    }
    for (const std::string& column : m_options.admin_columns) {
        const auto admin = column_named(column);
        if (!admin)
            return tl::unexpected(admin.error());
        m_columns.admins.push_back(*admin);
    }
    for (const char* added : kAdded) {
        if (column_named(m_options.prefix + added)) {
            return geo::fail(fmt::format("{}: has a column \"{}{}\" already; give another --prefix",
                                         m_options.input, m_options.prefix, added));
        }
    }
    return {};
}

std::string TableGeocoder::text_of(const TableRecord& record, std::size_t column) const {
    if (column >= record.fields.size())
        return {};
    const std::string text{trimmed(record.fields[column])};
    return m_is_utf8 ? text : gazetteer::from_windows_1252(text);
}

std::size_t TableGeocoder::question_of(const TableRecord& record) {
    Question question{text_of(record, m_columns.name), {}, {}, record.line};
    if (m_columns.country)
        question.country = text_of(record, *m_columns.country);
    std::string key = question.name + '\x1f' + question.country;
    for (const std::size_t column : m_columns.admins) {
        std::string area = text_of(record, column);
        key += '\x1f' + area;
        if (!area.empty() && area != question.name)
            question.admins.push_back(std::move(area));
    }
    const auto [at, is_new] = m_question_numbers.try_emplace(std::move(key), m_questions.size());
    if (is_new)
        m_questions.push_back(std::move(question));
    return at->second;
}

void TableGeocoder::read_rows(std::vector<geo::Problem>& problems) {
    constexpr std::size_t kShownProblems = 10;
    const std::size_t width = m_table.header().size();
    TableRecord record;
    while (m_table.next(record)) {
        Row row{record.bytes, record.line_end, {}, 0, record.bytes.empty()};
        const bool is_hashtags =
            m_rows.empty() && record.bytes.find('#') != std::string_view::npos &&
            std::all_of(record.fields.begin(), record.fields.end(), [](const std::string& field) {
                return field.empty() || field.front() == '#';
            });
        if (!row.as_it_is && !is_hashtags) {
            ++m_counts.rows;
            row.as_it_is = record.fields.size() > width;
            row.missing = row.as_it_is ? 0 : width - record.fields.size();
            if (record.fields.size() != width && ++m_counts.odd <= kShownProblems) {
                problems.push_back(
                    {fmt::format("{}:{}", m_options.input, record.line),
                     fmt::format("{} fields where the header has {}; {}", record.fields.size(),
                                 width, row.as_it_is ? "left as it is" : "empty ones were added")});
            }
            if (!row.as_it_is && text_of(record, m_columns.name).empty())
                ++m_counts.no_name;
            else if (!row.as_it_is)
                row.question = question_of(record);
        }
        m_rows.push_back(row);
    }
    if (m_counts.odd > kShownProblems) {
        problems.push_back({m_options.input, fmt::format("{} more rows with another number of "
                                                         "fields than the header",
                                                         m_counts.odd - kShownProblems)});
    }
}

std::optional<std::string> TableGeocoder::country_of(const std::string& text) const {
    if (auto code = gazetteer::country_from_iso(text); code && m_gazetteer.country(*code))
        return code;
    return m_gazetteer.country_code(text);
}

std::string TableGeocoder::fields_of(const std::vector<std::string>& values) const {
    std::string fields;
    for (std::size_t i = 0; i < kAdded.size(); ++i) {
        fields += m_table.separator();
        if (i >= values.size())
            continue;
        const std::string field = quoted_field(values[i], m_table.separator());
        fields += m_is_utf8 ? field : windows_1252_from_utf8(field);
    }
    return fields;
}

Answer TableGeocoder::answer(const Question& question) const {
    gazetteer::LookupContext lookup = m_lookup;
    lookup.admin_names.insert(lookup.admin_names.begin(), question.admins.begin(),
                              question.admins.end());
    Answer answer;
    if (!question.country.empty()) {
        if (const auto code = country_of(question.country))
            lookup.countries = {*code};
        else
            answer.country_unknown = true;
    }
    const auto found = m_gazetteer.find(question.name, lookup);
    if (found.empty()) {
        answer.fields = fields_of({"", "", "", "", "", "", "", "", "", "0"});
        return answer;
    }
    const gazetteer::Candidate& best = found.front();
    std::string reasons;
    for (const std::string& reason : best.reasons)
        reasons += (reasons.empty() ? "" : "; ") + reason;
    answer.fields = fields_of(
        {best.place.source_id, best.place.name, best.place.country, best.place.admin1,
         std::string{gazetteer::to_string(best.place.kind)},
         fmt::format("{}", rounded_degrees(best.place.point.lon_deg)),
         fmt::format("{}", rounded_degrees(best.place.point.lat_deg)),
         fmt::format("{}", rounded_score(best.score)), reasons, fmt::format("{}", found.size())});
    answer.found = best.score < kLowScore ? Found::low : Found::yes;
    return answer;
}

void TableGeocoder::answer_all(CommandContext& context) {
    TerminalProgress progress(context);
    m_answers.resize(m_questions.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&](bool shows) {
        constexpr std::size_t kAtATime = 64;
        while (true) {
            const std::size_t first = next.fetch_add(kAtATime);
            if (first >= m_questions.size())
                return;
            const std::size_t last = std::min(first + kAtATime, m_questions.size());
            for (std::size_t i = first; i < last; ++i)
                m_answers[i] = answer(m_questions[i]);
            if (shows) {
                progress.show(fmt::format("{} of {} names", last, m_questions.size()),
                              static_cast<double>(last) / static_cast<double>(m_questions.size()));
            }
        }
    };
    const unsigned jobs =
        m_options.jobs != 0 ? m_options.jobs : std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < jobs; ++i)
        others.emplace_back(work, false);
    work(true);
}

std::string TableGeocoder::written(std::vector<geo::Problem>& problems) {
    const std::string empty = fields_of({});
    std::string out{m_table.header_record().bytes};
    for (const char* added : kAdded)
        out += m_table.separator() + quoted_field(m_options.prefix + added, m_table.separator());
    out += m_table.header_record().line_end;
    for (const Row& row : m_rows) {
        out += row.bytes;
        out.append(row.missing, m_table.separator());
        if (!row.as_it_is)
            out += row.question ? m_answers[*row.question].fields : empty;
        out += row.line_end;
        if (!row.question)
            continue;
        const Found found = m_answers[*row.question].found;
        ++(found == Found::yes ? m_counts.found
                               : (found == Found::low ? m_counts.low : m_counts.not_found));
    }
    std::set<std::string> unknown;
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        if (m_answers[i].country_unknown && unknown.insert(m_questions[i].country).second) {
            problems.push_back({fmt::format("{}:{}", m_options.input, m_questions[i].line),
                                fmt::format("no country is called \"{}\"; looked up without it",
                                            m_questions[i].country)});
        }
    }
    return out;
}

void report(const GeocodeTable& table, const TableGeocoder& geocoder, CommandContext& context) {
    const Counts& counts = geocoder.counts();
    fmt::print(context.err,
               "{}: {} rows with {} different names: {} found, {} with a low score (below {}), {} "
               "not found, {} without a name\n",
               table.output, counts.rows, geocoder.question_count(), counts.found, counts.low,
               kLowScore, counts.not_found, counts.no_name);
    if (!context.json || table.output == "-")
        return;
    context.out << to_line({{"output", table.output},
                            {"rows", counts.rows},
                            {"names", geocoder.question_count()},
                            {"found", counts.found},
                            {"low_score", counts.low},
                            {"not_found", counts.not_found},
                            {"without_name", counts.no_name}});
}

}  // namespace

int geocode_table(const GeocodeTable& table, const gazetteer::LookupContext& lookup,
                  const gazetteer::Gazetteer& gazetteer, CommandContext& context) {
    if (const auto writable = geo::check_output_path(table.output, table.overwrite); !writable)
        return complain(context, writable.error().message);
    const auto input = geo::read_input_file(table.input, geo::kMaxTableBytes);
    if (!input)
        return complain(context, input.error().message);
    if (input->bytes.find('\0') != std::string::npos)
        return complain(context, table.input + ": holds binary data, not a table with separators");
    TableGeocoder geocoder(table, lookup, gazetteer, input->bytes);
    if (const auto found = geocoder.find_columns(); !found)
        return complain(context, found.error().message, kWrongArguments);
    std::vector<geo::Problem> problems;
    if (!geocoder.is_utf8()) {
        problems.push_back({table.input,
                            "not UTF-8; read as Windows-1252, and the new columns are written "
                            "that way"});
    }
    geocoder.read_rows(problems);
    geocoder.answer_all(context);
    const std::string text = geocoder.written(problems);
    for (const geo::Problem& problem : problems)
        fmt::print(context.err, "{}\n", geo::to_string(problem));
    if (const auto written = geo::write_output_file(table.output, text, table.overwrite); !written)
        return complain(context, written.error().message);
    report(table, geocoder, context);
    return kDone;
}

}  // namespace app
