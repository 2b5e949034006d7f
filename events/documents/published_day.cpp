// Infers the day of publication from a report's text.
#include "events/documents/published_day.hpp"

#include "events/documents/report_head.hpp"
#include "events/language/counts.hpp"
#include "events/language/date_resolution.hpp"
#include "events/language/dates.hpp"
#include "events/language/phrases.hpp"

namespace events {

using std::chrono::days;

namespace {

constexpr std::size_t kBytesLookedAt = std::size_t{256} << 10;
constexpr std::size_t kBlocksNearTop = 8;
constexpr std::size_t kLongestDateline = 14;  // tokens
constexpr std::size_t kFewestBareMonths = 3;  // for a title's year to be the covered one
constexpr std::size_t kSharedWords = 2;       // between "a year ago" and the dated sentence
constexpr int kFewestDates = 2;               // to infer a day from the latest of them

/// A sentence with what it says of time.
struct DatedSentence {
    Sentence sentence;
    std::vector<TimeMention> times;  ///< read without an anchor
    const Lexicon* lexicon = nullptr;
    bool looks_ahead = false;
};

std::string quoted(std::string_view words) {
    return "«" + std::string(words) + "»";
}

class PublishedDayFinder {
  public:
    PublishedDayFinder(Document& document, const Lexicons& lexicons)
        : m_document(document), m_report(document.report), m_lexicons(lexicons) {}

    void run() {
        if (!m_report.published)
            from_entries();
        if (!m_report.published)
            from_datelines();
        read_sentences();
        if (!m_report.covers)
            from_title();
        if (!m_report.published)
            from_elapsed_time();
        if (!m_report.published)
            from_created();
        if (!m_report.published)
            from_latest_date();
        if (!m_report.published) {
            m_document.problems.push_back(
                {m_report.file_name,
                 "the text does not say when it was published; dates without a year stay open "
                 "(give --published YYYY-MM-DD)"});
        }
    }

  private:
    std::string_view text_of(TextRange range) const {
        return std::string_view(m_report.text).substr(range.begin, range.end - range.begin);
    }

    void set(Day day, Knowledge known, std::string how) {
        m_report.published = day;
        m_report.published_known = known;
        m_report.published_how = std::move(how);
    }

    /// One date line near the top is the report's own; several are those of a list page.
    void from_entries() {
        std::optional<std::size_t> latest;
        std::size_t count = 0;
        std::size_t first = 0;
        for (std::size_t i = 0; i < m_document.blocks.size(); ++i) {
            const Block& block = m_document.blocks[i];
            if (block.kind != BlockKind::entry_date || !block.anchor_day)
                continue;
            if (count++ == 0)
                first = i;
            if (!latest || *block.anchor_day > *m_document.blocks[*latest].anchor_day)
                latest = i;
        }
        if (!latest)
            return;
        const Block& block = m_document.blocks[*latest];
        const std::string words = quoted(text_of(block.range));
        if (count == 1 && first < kBlocksNearTop) {
            set(*block.anchor_day, Knowledge::stated, "date line " + words);
        } else {
            set(*block.anchor_day, Knowledge::inferred,
                "the latest of " + std::to_string(count) + " dated entries: " + words);
        }
    }

    /// "Bamako, 3 May 2019 –", "(Dakar, le 3 mai 2019) –" at the start of a paragraph.
    void from_datelines() {
        std::size_t looked_at = 0;
        for (const Block& block : m_document.blocks) {
            if (block.kind != BlockKind::paragraph && block.kind != BlockKind::heading)
                continue;
            if (++looked_at > kBlocksNearTop)
                return;
            const std::string_view text = text_of(block.range).substr(0, 200);
            for (const Lexicon& lexicon : m_lexicons.languages) {
                if (const auto day = read_dateline(text, lexicon)) {
                    set(*day, Knowledge::stated, "dateline " + quoted(text.substr(0, 60)));
                    return;
                }
            }
        }
    }

    std::optional<Day> read_dateline(std::string_view text, const Lexicon& lexicon) const {
        const auto tokens =
            tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, lexicon.language);
        const DateTables tables(lexicon);
        for (std::size_t at = 0; at < tokens.size() && at < kLongestDateline; ++at) {
            const auto date = read_date_expression(tokens, at, tables);
            if (date && date->grain == DateGrain::day && date->year) {
                if (date->end >= tokens.size())
                    return std::nullopt;
                static constexpr std::array<std::string_view, 6> kMarks{"-", "–", "—",
                                                                        ":", ")", "]"};
                const std::string& mark = tokens[date->end].folded;
                const bool marked = std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
                const auto found = marked ? resolve(*date, {}) : std::nullopt;
                return found ? std::optional(found->first) : std::nullopt;
            }
            const bool place_like = tokens[at].kind == TokenKind::punctuation
                                        ? tokens[at].folded != "."
                                        : tokens[at].capitalised || tokens[at].folded == "le";
            if (!place_like)
                return std::nullopt;
        }
        return std::nullopt;
    }

    void read_sentences() {
        std::size_t bytes = 0;
        for (const Block& block : m_document.blocks) {
            if (block.kind == BlockKind::furniture || block.kind == BlockKind::entry_date)
                continue;
            const Lexicon* lexicon = m_lexicons.find(block.language);
            if (lexicon == nullptr && !m_lexicons.languages.empty()) {
                lexicon = &m_lexicons.languages.front();
            }
            if (lexicon == nullptr || (bytes += text_of(block.range).size()) > kBytesLookedAt)
                return;
            for (Sentence& sentence : split_sentences(m_report.text, block.range, *lexicon)) {
                DatedSentence dated;
                dated.times = find_times(m_report.text, sentence, *lexicon, {});
                dated.sentence = std::move(sentence);
                dated.lexicon = lexicon;
                const LexiconTable& future = lexicon->table("future_words");
                for (const Token& token : dated.sentence.tokens) {
                    dated.looks_ahead = dated.looks_ahead || future.find_word(token.folded);
                }
                m_sentences.push_back(std::move(dated));
            }
        }
    }

    /// "Mali 2023" over a text of months without a year.
    void from_title() {
        const std::string& title = m_report.title;
        const auto tokens =
            tokenize(title, {0, static_cast<std::uint32_t>(title.size())}, Language::unknown);
        std::optional<int> year;
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            const auto found = read_year(tokens, at);
            if (!found)
                continue;
            const bool beside_number = (at > 0 && tokens[at - 1].kind == TokenKind::number) ||
                                       (at > 1 && tokens[at - 2].kind == TokenKind::number &&
                                        tokens[at - 1].kind == TokenKind::punctuation);
            if (year || beside_number || names_month(tokens, at))
                return;
            year = found;
        }
        if (!year || count_bare_months() < kFewestBareMonths)
            return;
        const bool after = m_report.published && year_of(*m_report.published) < *year;
        if (after)
            return;
        m_report.covers = DayRange{first_of_month(*year, 1), last_of_month(*year, 12)};
        if (m_report.published)
            return;
        set(last_of_month(*year + 1, 12), Knowledge::inferred,
            "the title " + quoted(title) +
                " names the year that the report is about; it came out "
                "in the next, whose last day stands for the unknown one");
    }

    bool names_month(std::span<const Token> tokens, std::size_t at) const {
        for (const Lexicon& lexicon : m_lexicons.languages) {
            if (at > 0 && lexicon.table("months").find_word(tokens[at - 1].folded))
                return true;
        }
        return false;
    }

    std::size_t count_bare_months() const {
        std::size_t count = 0;
        for (const DatedSentence& dated : m_sentences) {
            for (const TimeMention& time : dated.times) {
                bool month = false;
                for (std::size_t i = time.first_token; i < time.end_token; ++i) {
                    const std::string& word = dated.sentence.tokens[i].folded;
                    month = month || dated.lexicon->table("months").find_word(word);
                }
                count += month && !time.span.days ? 1 : 0;
            }
        }
        return count;
    }

    /// How many months "a year ago", "two years after", "il y a six mois" counts back; 0: none.
    int elapsed_months(const DatedSentence& dated) const {
        const std::span<const Token> tokens = dated.sentence.tokens;
        const Lexicon& lexicon = *dated.lexicon;
        const LexiconTable& words = lexicon.table("elapsed_words");
        const LexiconTable& units = lexicon.table("time_units");
        const LexiconTable& numbers = lexicon.table("numbers");
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            std::size_t next = at;
            const auto before = match_phrase(words, tokens, at);
            const bool is_before = before && words.cell(before->row, "place") == "before";
            if (is_before)
                next += before->length;
            std::int64_t value = 1;
            if (const auto count = read_count(tokens, next, lexicon)) {
                value = count->value;
                next = count->end;
            } else {
                const auto row =
                    next < tokens.size() ? numbers.find_word(tokens[next].folded) : std::nullopt;
                if (!row || numbers.cell(*row, "value") != "article")
                    continue;
                ++next;
            }
            if (next >= tokens.size() || value < 1 || value > 50)
                continue;
            const auto unit = units.find_word(tokens[next].folded);
            if (!unit)
                continue;
            const auto after = match_phrase(words, tokens, next + 1);
            const bool is_after = after && words.cell(after->row, "place") == "after";
            if (!is_before && !is_after)
                continue;
            if (units.cell(*unit, "unit") == "year")
                return static_cast<int>(value) * 12;
            if (units.cell(*unit, "unit") == "month")
                return static_cast<int>(value);
        }
        return 0;
    }

    /// Words that a sentence is about: no function words, four letters or more.
    static std::set<std::string> content_words(const DatedSentence& dated) {
        const LexiconTable& function = dated.lexicon->table("function_words");
        const LexiconTable& units = dated.lexicon->table("time_units");
        std::set<std::string> words;
        for (const Token& token : dated.sentence.tokens) {
            if (token.kind == TokenKind::word && token.folded.size() >= 4 &&
                !function.find_word(token.folded) && !units.find_word(token.folded)) {
                words.insert(token.folded);
            }
        }
        return words;
    }

    static bool is_month_or_day(const TimeMention& time) {
        return time.span.days && !time.span.inferred && time.role == TimeRole::at &&
               (time.span.precision == DatePrecision::day ||
                time.span.precision == DatePrecision::month);
    }

    /// "The mission left a year ago", and its leaving is told of a month with a year.
    void from_elapsed_time() {
        const auto latest = latest_date();
        for (const DatedSentence& elapsed : m_sentences) {
            const int months = elapsed_months(elapsed);
            if (months == 0 || !elapsed.times.empty() == has_absolute(elapsed))
                continue;
            const std::set<std::string> about = content_words(elapsed);
            for (const DatedSentence& dated : m_sentences) {
                for (const TimeMention& time : dated.times) {
                    if (!is_month_or_day(time) ||
                        shared(about, content_words(dated)) < kSharedWords) {
                        continue;
                    }
                    const Day event = time.span.days->last;
                    const Day then =
                        add_months(first_of_month(year_of(event), month_of(event)), months);
                    const Day day = last_of_month(year_of(then), month_of(then));
                    if (latest && latest->span.days->last > day)
                        continue;
                    set(day, Knowledge::inferred,
                        "inferred from " + quoted(text_of(elapsed.sentence.range).substr(0, 80)) +
                            " and " + quoted(time.span.words) +
                            "; the last day of the month stands for the unknown one");
                    return;
                }
            }
        }
    }

    static bool has_absolute(const DatedSentence& dated) {
        return std::any_of(dated.times.begin(), dated.times.end(),
                           [](const TimeMention& time) { return time.span.days.has_value(); });
    }

    static std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
        return static_cast<std::size_t>(std::count_if(
            a.begin(), a.end(), [&](const std::string& word) { return b.count(word) > 0; }));
    }

    /// The latest date with a year of its own, told of as past.
    std::optional<TimeMention> latest_date(int* count = nullptr) const {
        std::optional<TimeMention> latest;
        for (const DatedSentence& dated : m_sentences) {
            if (dated.looks_ahead)
                continue;
            for (const TimeMention& time : dated.times) {
                if (!time.span.days || time.role == TimeRole::until)
                    continue;
                if (count != nullptr)
                    ++*count;
                if (!latest || time.span.days->last > latest->span.days->last)
                    latest = time;
            }
        }
        return latest;
    }

    /// A file was mostly made when it came out; never before the last thing that it tells.
    void from_created() {
        if (!m_document.created)
            return;
        const auto latest = latest_date();
        if (latest && latest->span.days->last > *m_document.created)
            return;
        set(*m_document.created, Knowledge::inferred, m_document.created_how);
    }

    void from_latest_date() {
        int count = 0;
        const auto latest = latest_date(&count);
        if (!latest || count < kFewestDates)
            return;
        const DayRange range = *latest->span.days;
        const bool vague = range.last - range.first > days(31);
        const Day day = vague ? last_of_month(year_of(range.last), 12) : range.last;
        set(day, Knowledge::inferred,
            "not before " + quoted(latest->span.words) +
                ", the latest date that the text tells of" +
                (vague ? "; the last day of that year stands for the unknown one" : ""));
    }

    Document& m_document;
    Report& m_report;
    const Lexicons& m_lexicons;
    std::vector<DatedSentence> m_sentences;
};

}  // namespace

void find_published_day(Document& document, const Lexicons& lexicons) {
    PublishedDayFinder(document, lexicons).run();
}

}  // namespace events
