// The questions that a benchmark of the gazetteer asks, drawn from names by a seed.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/bench/town_names.hpp"
#include "geo/result.hpp"

namespace app {

enum class QueryKind { exact, prefix, one_error, two_errors, two_errors_long };
inline constexpr std::size_t kQueryKindCount = 5;

/// "exact", "prefix", "one_error", "two_errors", "two_errors_8_letters": as in files and JSON.
std::string_view to_string(QueryKind kind);

struct NameQuery {
    std::string text;
    std::string meant;  ///< the name that it was made from
};

struct BenchQueries {
    std::array<std::vector<NameQuery>, kQueryKindCount> of_kind;
    std::vector<geo::LonLat> points;  ///< up to a degree away from a town

    const std::vector<NameQuery>& operator[](QueryKind kind) const {
        return of_kind[static_cast<std::size_t>(kind)];
    }
};

/// `count` questions of each kind. Names are drawn evenly, those to misspell among the names of 5
/// letters and more (8 for the long ones). A prefix has one letter up to all, drawn evenly. A kind
/// that no name is long enough for stays empty.
BenchQueries draw_queries(const TownNames& towns, std::size_t count, std::uint64_t seed);

/// Tab separated: kind, text, name meant, and both folded as the gazetteer folds them, so that
/// programs that do not fold can be asked the same.
geo::Result<void> write_queries(const BenchQueries& queries, const std::string& path);

}  // namespace app
