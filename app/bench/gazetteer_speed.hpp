// Measures an index file: opening, memory, questions a second, how often the first answer is right.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/bench/bench_queries.hpp"
#include "geo/result.hpp"

namespace app {

/// What a process holds in memory, by the kernel's count.
struct ResidentMemory {
    double total_mib = 0;
    double anonymous_mib = 0;  ///< without the pages of mapped files
};
ResidentMemory resident_memory();

/// Of one kind of question, on one thread.
struct Rate {
    std::string name;
    double per_second = 0;            ///< the median of the passes
    std::size_t questions = 0;        ///< in each pass
    double answers_per_question = 0;  ///< every answer is counted
};

/// Of the names that were misspelt. An answer is right when it bears the name that was meant.
struct Rightness {
    std::string name;
    std::size_t asked = 0;
    double first = 0;    ///< share with the right answer first
    double first_3 = 0;  ///< share with it among the first three
    /// Share whose spelling is that of another place: with names alone, nobody can know.
    double is_other_name = 0;
};

struct IndexSpeed {
    std::string path;
    std::size_t places = 0;
    double file_mib = 0;
    double bytes_per_place = 0;
    double open_ms = 0;  ///< median; the file is in the page cache
    ResidentMemory before;
    ResidentMemory opened;
    ResidentMemory after;
    std::vector<Rate> rates;
    std::vector<Rightness> right;
};

/// Opens the index several times and measures it on the queries. The seconds each pass may take
/// bound the time: a slow kind of question is asked less often.
geo::Result<IndexSpeed> measure_index(const std::string& index_path, const BenchQueries& queries,
                                      double seconds_per_pass = 1.0);

}  // namespace app
