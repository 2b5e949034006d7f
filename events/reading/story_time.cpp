// When the events of a story happened, where they do not say so themselves.
#include "events/reading/same_event.hpp"
#include "events/reading/story.hpp"

namespace events {

std::optional<TimeSpan> Story::told_before(const SentenceFacts& facts) const {
    if (!m_time || m_time_anchor != facts.anchor_day)
        return std::nullopt;
    return m_time;
}

TimeSpan Story::frame_time(const SentenceFacts& facts) const {
    TimeSpan span;
    span.inferred = true;
    if (facts.anchor_day) {
        span.days = DayRange{make_day_before(*facts.anchor_day), *facts.anchor_day};
        span.precision = DatePrecision::month;
        return span;
    }
    const Report& report = *m_frame.report;
    if (report.covers) {
        span.days = report.covers;
        span.precision = DatePrecision::year;
        return span;
    }
    if (report.published) {
        span.days = DayRange{make_day_before(*report.published), *report.published};
        span.precision = DatePrecision::month;
    }
    return span;
}

TimeSpan Story::span_of(const SentenceFacts& facts, const TimeMention& time) const {
    TimeSpan span = time.span;
    if (time.role != TimeRole::since || !span.days)
        return span;
    std::optional<Day> end = facts.anchor_day;
    if (!end && m_frame.report->covers)
        end = m_frame.report->covers->last;
    if (!end)
        end = m_frame.report->published;
    if (end && *end >= span.days->first) {
        span.days->last = std::max(span.days->last, *end);
        span.precision = DatePrecision::range;
    }
    return span;
}

/// "have been held for over seven months": from the month in which that began to the anchor's day.
std::optional<TimeSpan> Story::lasting_time(const SentenceFacts& facts,
                                            const ClaimDraft& draft) const {
    constexpr int kMonthDays = 30;
    const std::optional<Day> end = facts.anchor_day ? facts.anchor_day : m_frame.report->published;
    if (!end)
        return std::nullopt;
    for (const TimeMention& time : facts.times) {
        if (time.role != TimeRole::duration || time.duration_days < kMonthDays)
            continue;
        for (const std::size_t t : draft.triggers) {
            const TriggerMention& trigger = facts.scan.triggers[t];
            if (!is_custody(trigger.kind) || !trigger.lasting || time.end_token <= trigger.first)
                continue;
            const auto months = std::chrono::months(time.duration_days / kMonthDays);
            const std::chrono::year_month_day last(*end);
            const auto begin = std::chrono::year_month(last.year(), last.month()) - months;
            TimeSpan span;
            span.days = DayRange{first_of_month(static_cast<int>(begin.year()),
                                                static_cast<unsigned>(begin.month())),
                                 *end};
            span.precision = DatePrecision::range;
            span.words = words_of(text(), facts.sentence, time.first_token, time.end_token);
            return span;
        }
    }
    return std::nullopt;
}

/// "The four were moved on Thursday": what is undated happened by then.
void Story::cap_time(const SentenceFacts& facts, TimeSpan& time) {
    for (const TimeMention& mention : facts.times) {
        if (mention.role != TimeRole::at || !mention.span.days || !narrow(mention.span) ||
            mention.span.days->first < time.days->first)
            continue;
        time.days->last = mention.span.days->last;
        time.precision = DatePrecision::range;
        return;
    }
}

}  // namespace events
