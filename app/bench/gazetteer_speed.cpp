// Asks the questions in passes and takes the median.
#include "app/bench/gazetteer_speed.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "gazetteer/name_key.hpp"

namespace app {
namespace {

using Clock = std::chrono::steady_clock;
using gazetteer::Gazetteer;
using Hits = std::vector<gazetteer::NameHit>;

constexpr std::size_t kPasses = 3;
constexpr std::size_t kShown = 10;  ///< answers wanted of each question

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Asks question 0 to count - 1 with `ask`, which returns how many answers came. The first pass
/// warms up and finds how many questions fit the time.
template <typename Ask>
Rate rate_of(std::string name, std::size_t count, double seconds, const Ask& ask) {
    constexpr std::size_t kBetweenLooksAtTheClock = 16;
    Rate rate;
    rate.name = std::move(name);
    const auto warm_up = Clock::now();
    while (rate.questions < count &&
           (rate.questions % kBetweenLooksAtTheClock != 0 || seconds_since(warm_up) < seconds)) {
        ask(rate.questions++);
    }
    if (rate.questions == 0)
        return rate;
    std::size_t answers = 0;
    std::vector<double> rates;
    for (std::size_t pass = 0; pass < kPasses; ++pass) {
        // Few and quick questions are asked again until the clock can tell.
        std::size_t asked = 0;
        const auto start = Clock::now();
        do {
            for (std::size_t i = 0; i < rate.questions; ++i)
                answers += ask(i);
            asked += rate.questions;
        } while (seconds_since(start) < seconds / 4);
        rates.push_back(static_cast<double>(asked) / seconds_since(start));
        if (pass == 0)
            rate.answers_per_question = static_cast<double>(answers) / static_cast<double>(asked);
    }
    rate.per_second = median(rates);
    return rate;
}

/// Whether one of the first `count` answers bears the folded name.
bool is_among(const Gazetteer& gazetteer, const Hits& hits, std::size_t count,
              const std::string& folded) {
    for (std::size_t i = 0; i < std::min(count, hits.size()); ++i) {
        for (const auto& name : gazetteer.names(hits[i].id)) {
            if (gazetteer::fold_name(name) == folded)
                return true;
        }
    }
    return false;
}

template <typename Ask>
Rightness rightness_of(std::string name, const Gazetteer& gazetteer,
                       const std::vector<NameQuery>& queries, const Ask& ask) {
    Rightness right;
    right.name = std::move(name);
    right.asked = queries.size();
    std::size_t first = 0;
    std::size_t first_3 = 0;
    std::size_t other = 0;
    Hits hits;
    for (const auto& query : queries) {
        ask(query.text, hits);
        const auto folded = gazetteer::fold_name(query.meant);
        first += is_among(gazetteer, hits, 1, folded) ? 1 : 0;
        first_3 += is_among(gazetteer, hits, 3, folded) ? 1 : 0;
        other += gazetteer.has_name(query.text) ? 1 : 0;
    }
    const auto share = [&](std::size_t count) {
        return queries.empty() ? 0 : static_cast<double>(count) / static_cast<double>(right.asked);
    };
    right.first = share(first);
    right.first_3 = share(first_3);
    right.is_other_name = share(other);
    return right;
}

/// The questions that are measured, on one opened index.
struct Measuring {
    const Gazetteer& gazetteer;
    const BenchQueries& queries;
    double seconds;
    Hits hits;

    /// Ids alone.
    template <typename Ask>
    Rate ids_of(std::string name, QueryKind kind, const Ask& ask) {
        const auto& of_kind = queries[kind];
        return rate_of(std::move(name), of_kind.size(), seconds, [&](std::size_t i) {
            ask(of_kind[i].text, hits);
            return hits.size();
        });
    }

    /// Whole candidates, with scores and reasons in words.
    Rate found(std::string name, QueryKind kind) {
        gazetteer::LookupContext context;
        context.limit = kShown;
        const auto& of_kind = queries[kind];
        return rate_of(std::move(name), of_kind.size(), seconds, [&](std::size_t i) {
            return gazetteer.find(of_kind[i].text, context).size();
        });
    }

    void names(std::vector<Rate>& rates) {
        const auto look_up_ids = [&](const std::string& text, Hits& out) {
            gazetteer.look_up(text, out);
        };
        const auto complete_ids = [&](const std::string& text, Hits& out) {
            gazetteer.complete(text, kShown, out);
        };
        const auto alike_1 = [&](const std::string& text, Hits& out) {
            gazetteer.look_alike(text, 1, kShown, out);
        };
        const auto alike_2 = [&](const std::string& text, Hits& out) {
            gazetteer.look_alike(text, 2, kShown, out);
        };
        rates.push_back(ids_of("exact", QueryKind::exact, look_up_ids));
        rates.push_back(ids_of("prefix", QueryKind::prefix, complete_ids));
        rates.push_back(ids_of("one_error", QueryKind::one_error, alike_1));
        rates.push_back(ids_of("one_error_within_2", QueryKind::one_error, alike_2));
        rates.push_back(ids_of("two_errors", QueryKind::two_errors, alike_2));
        rates.push_back(ids_of("two_errors_8_letters", QueryKind::two_errors_long, alike_2));
    }

    void whole_candidates(std::vector<Rate>& rates) {
        rates.push_back(found("find_exact", QueryKind::exact));
        const auto& prefixes = queries[QueryKind::prefix];
        gazetteer::LookupContext context;
        context.limit = kShown;
        rates.push_back(rate_of(
            "complete_with_names", prefixes.size(), seconds,
            [&](std::size_t i) { return gazetteer.complete(prefixes[i].text, context).size(); }));
        rates.push_back(found("find_one_error", QueryKind::one_error));
        rates.push_back(found("find_two_errors", QueryKind::two_errors));
    }

    void positions(std::vector<Rate>& rates) {
        const auto& points = queries.points;
        rates.push_back(rate_of("nearest", points.size(), seconds, [&](std::size_t i) {
            return gazetteer.nearest(points[i], 1).size();
        }));
        rates.push_back(rate_of("containing", points.size(), seconds, [&](std::size_t i) {
            return static_cast<std::size_t>(!gazetteer.containing(points[i]).country.empty());
        }));
    }

    void rightness(std::vector<Rightness>& right) {
        const auto alike = [&](const std::string& text, Hits& out) {
            gazetteer.look_alike(text, 2, kShown, out);
        };
        const auto find = [&](const std::string& text, Hits& out) {
            out.clear();
            for (const auto& candidate : gazetteer.find(text))
                out.push_back({candidate.id, 0, false});
        };
        for (const auto kind :
             {QueryKind::one_error, QueryKind::two_errors, QueryKind::two_errors_long}) {
            const std::string name(to_string(kind));
            right.push_back(rightness_of(name, gazetteer, queries[kind], alike));
            right.push_back(rightness_of("find_" + name, gazetteer, queries[kind], find));
        }
    }
};

}  // namespace

ResidentMemory resident_memory() {
    ResidentMemory memory;
    std::ifstream statm("/proc/self/statm");
    std::uint64_t all = 0;
    std::uint64_t resident = 0;
    std::uint64_t shared = 0;
    statm >> all >> resident >> shared;
    const double page_mib = static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
    memory.total_mib = static_cast<double>(resident) * page_mib;
    memory.anonymous_mib = static_cast<double>(resident - shared) * page_mib;
    return memory;
}

geo::Result<IndexSpeed> measure_index(const std::string& index_path, const BenchQueries& queries,
                                      double seconds_per_pass) {
    constexpr int kOpenings = 5;
    IndexSpeed speed;
    speed.path = index_path;
    std::vector<double> open_ms;
    for (int i = 0; i < kOpenings; ++i) {
        const auto start = Clock::now();
        const auto opened = Gazetteer::open({index_path});
        open_ms.push_back(seconds_since(start) * 1000);
        if (!opened)
            return tl::unexpected(opened.error());
    }
    speed.open_ms = median(open_ms);
    speed.before = resident_memory();
    const auto gazetteer = Gazetteer::open({index_path});
    if (!gazetteer)
        return tl::unexpected(gazetteer.error());
    speed.opened = resident_memory();
    speed.places = gazetteer->size();
    std::error_code error;
    const auto bytes = static_cast<double>(std::filesystem::file_size(index_path, error));
    speed.file_mib = bytes / (1024.0 * 1024.0);
    speed.bytes_per_place = speed.places == 0 ? 0 : bytes / static_cast<double>(speed.places);
    Measuring measuring{*gazetteer, queries, seconds_per_pass, {}};
    measuring.names(speed.rates);
    measuring.whole_candidates(speed.rates);
    measuring.positions(speed.rates);
    measuring.rightness(speed.right);
    speed.after = resident_memory();
    return speed;
}

}  // namespace app
