// Asks the gazetteer for the names of truth rows and counts what comes back.
#include "app/bench/gazetteer_accuracy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "app/bench/truth_matching.hpp"
#include "gazetteer/index_format.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/place_phrase.hpp"
#include "geo/geodesic.hpp"

namespace app {
namespace {

using gazetteer::Candidate;

constexpr std::size_t kAskedFor = 10;
constexpr double kLow = 0.5;
constexpr double kHigh = 0.8;

/// What is the same for a row however it is asked.
struct RowFacts {
    std::string folded;  ///< without kind words
    bool in_index = false;
    bool alone = false;
    bool in_fitted_half = false;
};

bool is_place(TruthClass what) {
    return what == TruthClass::place || what == TruthClass::camp;
}

/// Which error a wrong first answer is, as the name of a count.
std::size_t AccuracyCounts::*error_of(const TruthRow& row, const RowFacts& facts,
                                      const gazetteer::Gazetteer& gazetteer,
                                      const std::vector<Candidate>& found, bool offered) {
    if (!row.doubt.empty())
        return &AccuracyCounts::doubtful;
    if (found.empty())
        return &AccuracyCounts::spelling;
    const Candidate& first = found.front();
    if (is_area(first.place.kind) == is_place(row.what))
        return &AccuracyCounts::level;
    if (!offered)
        return &AccuracyCounts::spelling;
    const std::string sound = gazetteer::sound_key(facts.folded);
    for (const std::string& name : gazetteer.names(first.id)) {
        const std::string plain = gazetteer::fold_name(gazetteer::parse_place_phrase(name).name);
        if (plain == facts.folded || gazetteer::sound_key(plain) == sound)
            return &AccuracyCounts::namesake;
    }
    return &AccuracyCounts::other_name;
}

std::string_view error_name(std::size_t AccuracyCounts::*error) {
    if (error == &AccuracyCounts::doubtful)
        return "doubtful";
    if (error == &AccuracyCounts::level)
        return "level";
    if (error == &AccuracyCounts::namesake)
        return "namesake";
    if (error == &AccuracyCounts::other_name)
        return "other_name";
    if (error == &AccuracyCounts::absent_near)
        return "absent_near";
    return error == &AccuracyCounts::absent ? "absent" : "spelling";
}

class Measurement {
  public:
    explicit Measurement(const gazetteer::Gazetteer& gazetteer)
        : m_gazetteer(gazetteer), m_matcher(gazetteer) {}

    void ask(const TruthRow& row);
    AccuracyReport take_report();

  private:
    using Key = std::tuple<std::string, TruthClass, Asked>;

    struct Answer {
        std::vector<Candidate> found;
        std::optional<std::size_t> right;  ///< position of the right place among them
    };

    Answer answer(const TruthRow& row, Asked asked) const;
    void count(AccuracyGroup& group, const TruthRow& row, const RowFacts& facts,
               const Answer& answer) const;
    void count_answerable(AccuracyCounts& counts, const TruthRow& row, const RowFacts& facts,
                          const Answer& answer) const;
    void count_absent(AccuracyCounts& counts, const TruthRow& row, const RowFacts& facts,
                      const Answer& answer) const;
    void keep_miss(const TruthRow& row, const RowFacts& facts, Asked asked, const Answer& answer);

    const gazetteer::Gazetteer& m_gazetteer;
    TruthMatcher m_matcher;
    std::map<Key, AccuracyGroup> m_groups;
    std::vector<Miss> m_misses;
};

Measurement::Answer Measurement::answer(const TruthRow& row, Asked asked) const {
    Answer answer{m_gazetteer.find(row.name, context_of(row, asked)), std::nullopt};
    for (std::size_t i = 0; i < answer.found.size() && !answer.right; ++i) {
        if (is_right(row, answer.found[i].place, m_gazetteer, answer.found[i].id))
            answer.right = i;
    }
    return answer;
}

void Measurement::count_answerable(AccuracyCounts& counts, const TruthRow& row,
                                   const RowFacts& facts, const Answer& answer) const {
    const bool first = answer.right && *answer.right == 0;
    const bool three = answer.right && *answer.right < 3;
    ++counts.answerable;
    counts.first += first ? 1 : 0;
    counts.first_three += three ? 1 : 0;
    counts.first_ten += answer.right ? 1 : 0;
    if (facts.alone) {
        ++counts.alone;
        counts.alone_first += first ? 1 : 0;
        counts.alone_three += three ? 1 : 0;
    }
    if (first)
        return;
    const double score = answer.found.empty() ? 0.0 : answer.found.front().score;
    counts.wrong_low += score < kLow ? 1 : 0;
    counts.wrong_high += score >= kHigh ? 1 : 0;
    ++(counts.*error_of(row, facts, m_gazetteer, answer.found, answer.right.has_value()));
}

void Measurement::count_absent(AccuracyCounts& counts, const TruthRow& row, const RowFacts& facts,
                               const Answer& answer) const {
    ++counts.absent;
    if (answer.found.empty())
        ++counts.absent_empty;
    else if (answer.found.front().score < kLow)
        ++counts.absent_low;
    else if (answer.found.front().score >= kHigh)
        ++counts.absent_high;
    if (is_place(row.what) && m_matcher.has_same_nearby(row, facts.folded))
        ++counts.absent_near;
}

void Measurement::count(AccuracyGroup& group, const TruthRow& row, const RowFacts& facts,
                        const Answer& answer) const {
    ++group.counts.asked;
    // What the search itself offers at the position is in the index, however it is spelt.
    if (facts.in_index || answer.right)
        count_answerable(group.counts, row, facts, answer);
    else
        count_absent(group.counts, row, facts, answer);
    if (answer.found.empty())
        return;
    Reliability& half = facts.in_fitted_half ? group.fitted : group.measured;
    const double score = answer.found.front().score;
    auto& bin = half.bins[std::min<std::size_t>(9, static_cast<std::size_t>(score * 10))];
    ++bin.answers;
    bin.right += answer.right && *answer.right == 0 ? 1 : 0;
    bin.sum_of_scores += score;
}

void Measurement::keep_miss(const TruthRow& row, const RowFacts& facts, Asked asked,
                            const Answer& answer) {
    if (answer.right && *answer.right == 0)
        return;
    Miss miss{row, asked, "", "", 0, 0};
    if (facts.in_index || answer.right)
        miss.error =
            error_name(error_of(row, facts, m_gazetteer, answer.found, answer.right.has_value()));
    else
        miss.error = is_place(row.what) && m_matcher.has_same_nearby(row, facts.folded)
                         ? "absent_near"
                         : "absent";
    if (!answer.found.empty()) {
        const Candidate& first = answer.found.front();
        miss.answer =
            fmt::format("{} ({}, {}, {})", first.place.name, gazetteer::to_string(first.place.kind),
                        first.place.admin1, first.place.country);
        miss.score = first.score;
        miss.distance_km = geo::distance_m(row.at, first.place.point) / 1000.0;
    }
    m_misses.push_back(std::move(miss));
}

void Measurement::ask(const TruthRow& row) {
    RowFacts facts;
    facts.folded = gazetteer::fold_name(gazetteer::parse_place_phrase(row.name).name);
    facts.in_index = m_matcher.has_like(row, facts.folded);
    facts.alone = !m_matcher.has_namesake(row, facts.folded);
    facts.in_fitted_half = is_in_fitted_half(row.name);
    const TruthClass what = is_place(row.what) ? TruthClass::place : row.what;
    for (const Asked asked : ways_to_ask(row)) {
        const Answer given = answer(row, asked);
        for (const std::string& table : {row.table, std::string("all")}) {
            AccuracyGroup& group = m_groups[{table, what, asked}];
            group.table = table;
            group.what = what;
            group.asked = asked;
            count(group, row, facts, given);
        }
        keep_miss(row, facts, asked, given);
    }
}

AccuracyReport Measurement::take_report() {
    AccuracyReport report;
    for (auto& [key, group] : m_groups)
        report.groups.push_back(std::move(group));
    report.misses = std::move(m_misses);
    return report;
}

}  // namespace

gazetteer::LookupContext context_of(const TruthRow& row, Asked asked) {
    gazetteer::LookupContext context;
    context.limit = kAskedFor;
    if (asked == Asked::nothing)
        return context;
    context.countries = {row.country};
    if (asked == Asked::country_admin2)
        context.admin_names.push_back(row.admin2);
    if (asked != Asked::country && !row.admin1.empty())
        context.admin_names.push_back(row.admin1);
    return context;
}

std::vector<Asked> ways_to_ask(const TruthRow& row) {
    if (row.what == TruthClass::country)
        return {Asked::nothing};
    std::vector<Asked> ways = {Asked::country};
    if (!row.admin1.empty())
        ways.push_back(Asked::country_admin1);
    if (!row.admin2.empty())
        ways.push_back(Asked::country_admin2);
    return ways;
}

std::size_t Reliability::answers() const {
    std::size_t sum = 0;
    for (const Bin& bin : bins)
        sum += bin.answers;
    return sum;
}

double Reliability::expected_error() const {
    double sum = 0;
    for (const Bin& bin : bins)
        sum += std::abs(bin.sum_of_scores - static_cast<double>(bin.right));
    const std::size_t count = answers();
    return count == 0 ? 0.0 : sum / static_cast<double>(count);
}

bool is_in_fitted_half(std::string_view name) {
    return gazetteer::hash32(gazetteer::fold_name(name)) % 2 == 0;
}

AccuracyReport measure_accuracy(const gazetteer::Gazetteer& gazetteer,
                                std::span<const TruthRow> rows) {
    Measurement measurement(gazetteer);
    for (const TruthRow& row : rows)
        measurement.ask(row);
    return measurement.take_report();
}

}  // namespace app
