// Finds the time words of a sentence and resolves them.
#include "events/language/dates.hpp"

#include "events/language/date_expression.hpp"
#include "events/language/date_resolution.hpp"
#include "events/language/relative_times.hpp"

namespace events {

namespace {

using Tokens = std::span<const Token>;

/// The words before a date: "since", "between", "dans la nuit du". Length 0: none.
struct Lead {
    std::size_t length = 0;
    TimeRole role = TimeRole::at;
    bool range = false;
    bool weak = true;
};

struct Reading {
    DateExpression first;
    std::optional<DateExpression> last;  ///< a range
    std::size_t end = 0;
    bool adjectival = false;  ///< "the 2012 conflict"
};

class TimeFinder {
  public:
    TimeFinder(std::string_view text, Tokens tokens, const Lexicon& lexicon,
               const TimeAnchor& anchor)
        : m_text(text), m_tokens(tokens), m_tables(lexicon), m_anchor(anchor) {}

    std::vector<TimeMention> run() {
        std::vector<TimeMention> found;
        for (std::size_t at = 0; at < m_tokens.size();) {
            auto mention = read_at(at);
            if (mention) {
                at = mention->end_token;
                found.push_back(std::move(*mention));
            } else {
                at = name_end(at).value_or(at + 1);
            }
        }
        return found;
    }

  private:
    /// The reading that takes the most words; among equals the one with the longest lead.
    std::optional<TimeMention> read_at(std::size_t at) const {
        std::optional<TimeMention> best;
        const auto keep = [&](std::optional<TimeMention> mention) {
            if (!mention)
                return;
            const bool longer =
                !best || mention->end_token > best->end_token ||
                (mention->end_token == best->end_token && mention->first_token < best->first_token);
            if (longer)
                best = std::move(mention);
        };
        for (std::size_t length = kLongestPhrase; length > 0; --length) {
            if (at + length >= m_tokens.size())
                continue;
            const auto match = match_phrase(m_tables.leads, m_tokens.first(at + length), at);
            if (!match)
                break;
            length = match->length;
            Lead lead;
            lead.length = length;
            const std::string_view role = m_tables.leads.cell(match->row, "role");
            lead.role = role == "since"   ? TimeRole::since
                        : role == "until" ? TimeRole::until
                                          : TimeRole::at;
            lead.range = m_tables.leads.cell(match->row, "range") == "yes";
            lead.weak = m_tables.leads.cell(match->row, "weak") == "yes";
            keep(read_after(at, lead));
        }
        if (m_tokens[at].kind != TokenKind::punctuation)
            keep(read_after(at, Lead{}));
        return best;
    }

    std::optional<TimeMention> read_after(std::size_t at, const Lead& lead) const {
        const std::size_t start = at + lead.length;
        auto reading = read_range(start, lead);
        if (!reading)
            reading = read_single(at, lead);
        auto mention = reading ? calendar_mention(at, lead, *reading) : std::nullopt;
        const auto relative = read_relative_time(m_tokens, start, m_tables, m_anchor);
        if (relative && (!mention || relative->end > mention->end_token)) {
            mention = relative_mention(at, lead, *relative);
        }
        return mention;
    }

    std::optional<Reading> read_single(std::size_t at, const Lead& lead) const {
        const std::size_t start = at + lead.length;
        const auto date = read_date_expression(m_tokens, start, m_tables);
        if (!date || is_name(at, lead, *date))
            return std::nullopt;
        Reading reading{*date, std::nullopt, date->end, false};
        if (date->needs_lead && lead.weak) {
            reading.adjectival = is_adjectival_year(start, lead, *date);
            if (!reading.adjectival)
                return std::nullopt;
        }
        return reading;
    }

    /// "the 2012 conflict", "Mali's 2012 conflict", "le conflit de 2012".
    bool is_adjectival_year(std::size_t start, const Lead& lead, const DateExpression& date) const {
        if (date.grain != DateGrain::year && date.grain != DateGrain::decade)
            return false;
        const bool noun_after = date.end < m_tokens.size() &&
                                m_tokens[date.end].kind == TokenKind::word &&
                                !m_tables.people.find_word(m_tokens[date.end].folded);
        if (lead.length > 0) {
            const bool article =
                skip_glue(m_tokens, start - lead.length, "article", m_tables) == start;
            return article ? noun_after || date.grain == DateGrain::decade
                           : lead.range || !noun_after;
        }
        return start > 0 && m_tokens[start - 1].folded == "'s" && noun_after;
    }

    /// "members of the 20 February Appeal", "le Mouvement du 23 mars": a day inside a name.
    bool is_name(std::size_t at, const Lead& lead, const DateExpression& date) const {
        if (date.grain != DateGrain::day || date.year || !lead.weak)
            return false;
        const std::size_t start = at + lead.length;
        if (m_tables.lexicon.language == Language::fr) {
            return lead.length > 0 && lead.range && at > 1 && m_tokens[at - 1].capitalised;
        }
        const bool name_after = date.end < m_tokens.size() && m_tokens[date.end].capitalised &&
                                m_tokens[date.end].kind == TokenKind::word;
        const bool article =
            skip_glue(m_tokens, start, "article", m_tables).has_value() ||
            (start > 0 && skip_glue(m_tokens, start - 1, "article", m_tables) == start);
        return name_after && article;
    }

    /// The token after a day inside a name, so that its month is not read alone.
    std::optional<std::size_t> name_end(std::size_t at) const {
        const auto date = read_date_expression(m_tokens, at, m_tables);
        return date && is_name(at, Lead{}, *date) ? std::optional(date->end) : std::nullopt;
    }

    /// "27 and 28 June", "1er et 2 mars", "30 April to 1 May 2012", "January and March".
    std::optional<Reading> read_range(std::size_t start, const Lead& lead) const {
        if (auto days = read_day_list(start))
            return days;
        const auto first = read_date_expression(m_tokens, start, m_tables);
        if (!first)
            return std::nullopt;
        if (auto days = read_month_first_days(*first))
            return days;
        auto next = skip_glue(m_tokens, first->end, "to", m_tables);
        const bool to = next.has_value();
        if (!next)
            next = skip_glue(m_tokens, first->end, "and", m_tables);
        if (!next)
            return std::nullopt;
        const auto last = read_date_expression(m_tokens, *next, m_tables);
        if (!last || last->grain != first->grain)
            return std::nullopt;
        const bool adjacent = follows(*first, *last);
        if (!to && !lead.range && !adjacent)
            return std::nullopt;
        const bool years = first->grain == DateGrain::year || first->grain == DateGrain::decade;
        if (years && (!first->year || !last->year || *last->year <= *first->year))
            return std::nullopt;
        const bool dashed = to && years && m_tokens[first->end].kind == TokenKind::punctuation;
        const bool led = !lead.weak || lead.range || dashed || (to && !years);
        if ((first->needs_lead || last->needs_lead) && !led)
            return std::nullopt;
        return Reading{*first, last, last->end, false};
    }

    /// Days of one month named day first: "27-31 mars 2022", "1, 2 and 3 February".
    std::optional<Reading> read_day_list(std::size_t start) const {
        const std::size_t at = skip_glue(m_tokens, start, "article", m_tables).value_or(start);
        const auto day = read_day_number(m_tokens, at);
        if (!day)
            return std::nullopt;
        constexpr std::size_t kMostDays = 10;  // keeps a list of numbers linear
        std::size_t next = day->end;
        while (next < at + 2 * kMostDays && next + 1 < m_tokens.size() &&
               m_tokens[next].folded == "," && read_day_number(m_tokens, next + 1)) {
            next += 2;
        }
        auto after = skip_glue(m_tokens, next, "to", m_tables);
        if (!after)
            after = skip_glue(m_tokens, next, "and", m_tables);
        if (!after)
            return std::nullopt;
        const auto last = read_date_expression(m_tokens, *after, m_tables);
        if (!last || last->grain != DateGrain::day || last->month_first || last->day <= day->day) {
            return std::nullopt;
        }
        DateExpression first = *last;
        first.day = day->day;
        return Reading{first, last, last->end, false};
    }

    /// "March 27-31, 2022", "February 1 and 2".
    std::optional<Reading> read_month_first_days(const DateExpression& first) const {
        if (first.grain != DateGrain::day || !first.month_first || first.year)
            return std::nullopt;
        auto next = skip_glue(m_tokens, first.end, "to", m_tables);
        if (!next)
            next = skip_glue(m_tokens, first.end, "and", m_tables);
        if (!next)
            return std::nullopt;
        const auto day = read_day_number(m_tokens, *next);
        if (!day || day->day <= first.day)
            return std::nullopt;
        if (day->end < m_tokens.size() && (m_tables.people.find_word(m_tokens[day->end].folded) ||
                                           m_tables.months.find_word(m_tokens[day->end].folded))) {
            return std::nullopt;
        }
        Reading reading{first, first, day->end, false};
        reading.last->day = day->day;
        const std::size_t comma = day->end < m_tokens.size() && m_tokens[day->end].folded == ","
                                      ? day->end + 1
                                      : day->end;
        if (const auto year = read_year(m_tokens, comma)) {
            reading.last->year = year;
            reading.end = comma + 1;
        }
        return reading;
    }

    /// Next to each other in the calendar: "August and September", "2020 and 2021".
    static bool follows(const DateExpression& first, const DateExpression& last) {
        switch (first.grain) {
            case DateGrain::day:
                return first.month == last.month
                           ? last.day == first.day + 1
                           : last.month == first.month % 12 + 1 && last.day == 1 && first.day >= 28;
            case DateGrain::month:
                return last.month == first.month % 12 + 1;
            case DateGrain::weekday:
                return last.weekday == first.weekday % 7 + 1;
            case DateGrain::year:
                return *last.year == *first.year + 1;
            default:
                return false;
        }
    }

    std::optional<TimeMention> calendar_mention(std::size_t at, const Lead& lead,
                                                const Reading& reading) const {
        TimeMention mention;
        mention.first_token = reading.adjectival ? at + lead.length : at;
        mention.end_token = reading.end;
        const bool from_to = reading.last.has_value();
        mention.role = from_to && lead.range ? TimeRole::at : lead.role;
        const auto days = from_to ? resolve_range(reading.first, *reading.last, m_anchor)
                                  : resolve(reading.first, m_anchor);
        mention.span.inferred = reading.adjectival;
        mention.span.precision = from_to ? DatePrecision::range : precision_of(reading.first);
        mention.span.days = days;
        swallow_tail(mention);
        finish(mention);
        return mention;
    }

    TimeMention relative_mention(std::size_t at, const Lead& lead,
                                 const RelativeTime& relative) const {
        TimeMention mention;
        const bool duration = relative.role == TimeRole::duration;
        mention.first_token = duration ? at + lead.length : at;
        mention.end_token = relative.end;
        mention.role = relative.role == TimeRole::at ? lead.role : relative.role;
        if (lead.role == TimeRole::since && lead.range && relative.role == TimeRole::at) {
            mention.role = TimeRole::since;
        }
        mention.duration_days = relative.duration_days;
        mention.span.days = relative.days;
        mention.span.precision = relative.precision;
        mention.span.inferred = relative.from_told;
        swallow_tail(mention);
        finish(mention);
        return mention;
    }

    void swallow_tail(TimeMention& mention) const {
        const auto tail = match_phrase(m_tables.tails, m_tokens, mention.end_token);
        if (!tail || mention.role == TimeRole::duration)
            return;
        const bool since = m_tables.tails.cell(tail->row, "role") == "since";
        if (since)
            mention.role = TimeRole::since;
        const bool day = mention.span.precision == DatePrecision::day;
        const bool year = mention.span.precision == DatePrecision::year ||
                          mention.span.precision == DatePrecision::range;
        if (since || day || year)
            mention.end_token += tail->length;
    }

    /// Words as written; "since" goes on to the anchor's day.
    void finish(TimeMention& mention) const {
        const std::uint32_t begin = m_tokens[mention.first_token].range.begin;
        const std::uint32_t end = m_tokens[mention.end_token - 1].range.end;
        mention.span.words = m_text.substr(begin, end - begin);
        if (!mention.span.days) {
            mention.span.precision = DatePrecision::unknown;
            return;
        }
        if (mention.role != TimeRole::since)
            return;
        const auto until = anchor_end(m_anchor);
        if (until && *until >= mention.span.days->first) {
            mention.span.days->last = *until;
            mention.span.precision = DatePrecision::range;
        }
    }

    std::string_view m_text;
    Tokens m_tokens;
    DateTables m_tables;
    const TimeAnchor& m_anchor;
};

}  // namespace

std::vector<TimeMention> find_times(std::string_view text, const Sentence& sentence,
                                    const Lexicon& lexicon, const TimeAnchor& anchor) {
    return TimeFinder(text, sentence.tokens, lexicon, anchor).run();
}

std::optional<Day> parse_date_line(std::string_view line, const Lexicon& lexicon) {
    constexpr std::size_t kLongestDateLine = 60;
    if (line.size() > kLongestDateLine)
        return std::nullopt;
    const std::vector<Token> tokens =
        tokenize(line, {0, static_cast<std::uint32_t>(line.size())}, lexicon.language);
    const DateTables tables(lexicon);
    const auto date = read_date_expression(tokens, 0, tables);
    if (!date || date->grain != DateGrain::day || !date->year)
        return std::nullopt;
    for (std::size_t at = date->end; at < tokens.size(); ++at) {
        if (tokens[at].folded != "." && tokens[at].folded != ",")
            return std::nullopt;
    }
    const auto days = resolve(*date, {});
    return days ? std::optional(days->first) : std::nullopt;
}

}  // namespace events
