// Draws names and misspells them.
#include "app/bench/bench_queries.hpp"

#include <fmt/format.h>

#include "app/bench/spelling_errors.hpp"
#include "gazetteer/name_key.hpp"
#include "geo/output_file.hpp"

namespace app {
namespace {

constexpr std::size_t kLettersToMisspell = 5;
constexpr std::size_t kManyLetters = 8;

std::vector<std::size_t> with_letters(const std::vector<std::string>& names, std::size_t least) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (letter_count(names[i]) >= least)
            positions.push_back(i);
    }
    return positions;
}

template <typename Make>
std::vector<NameQuery> draw(const std::vector<std::string>& names,
                            const std::vector<std::size_t>& among, std::size_t count, Dice& dice,
                            const Make& make) {
    std::vector<NameQuery> queries;
    for (std::size_t i = 0; i < count && !among.empty(); ++i) {
        const auto& name = names[among[dice.below(among.size())]];
        queries.push_back({make(name), name});
    }
    return queries;
}

/// Up to a degree to each side, on the earth.
geo::LonLat moved(geo::LonLat p, Dice& dice) {
    constexpr std::size_t kSteps = 20001;
    const auto shift = [&] { return static_cast<double>(dice.below(kSteps)) / 10000.0 - 1.0; };
    const double lon = p.lon_deg + shift();
    return {std::clamp(lon, -180.0, 180.0), std::clamp(p.lat_deg + shift(), -90.0, 90.0)};
}

}  // namespace

std::string_view to_string(QueryKind kind) {
    switch (kind) {
        case QueryKind::exact:
            return "exact";
        case QueryKind::prefix:
            return "prefix";
        case QueryKind::one_error:
            return "one_error";
        case QueryKind::two_errors:
            return "two_errors";
        case QueryKind::two_errors_long:
            return "two_errors_8_letters";
    }
    return {};
}

BenchQueries draw_queries(const TownNames& towns, std::size_t count, std::uint64_t seed) {
    const auto& names = towns.names;
    const Alphabet alphabet(names);
    const auto all = with_letters(names, 1);
    const auto some = with_letters(names, kLettersToMisspell);
    const auto many = with_letters(names, kManyLetters);
    Dice dice(seed);
    const auto misspelt = [&](int errors) {
        return
            [&, errors](const std::string& name) { return misspell(name, errors, alphabet, dice); };
    };
    BenchQueries queries;
    const auto set = [&](QueryKind kind, const std::vector<std::size_t>& among, const auto& make) {
        queries.of_kind[static_cast<std::size_t>(kind)] = draw(names, among, count, dice, make);
    };
    set(QueryKind::exact, all, [](const std::string& name) { return name; });
    set(QueryKind::prefix, all, [&](const std::string& name) {
        return first_letters(name, 1 + dice.below(letter_count(name)));
    });
    set(QueryKind::one_error, some, misspelt(1));
    set(QueryKind::two_errors, some, misspelt(2));
    set(QueryKind::two_errors_long, many, misspelt(2));
    for (std::size_t i = 0; i < count && !towns.points.empty(); ++i)
        queries.points.push_back(moved(towns.points[dice.below(towns.points.size())], dice));
    return queries;
}

geo::Result<void> write_queries(const BenchQueries& queries, const std::string& path) {
    std::string table = "kind\ttext\tmeant\tfolded\tmeant_folded\n";
    for (std::size_t k = 0; k < kQueryKindCount; ++k) {
        for (const auto& query : queries.of_kind[k]) {
            table += fmt::format("{}\t{}\t{}\t{}\t{}\n", to_string(static_cast<QueryKind>(k)),
                                 query.text, query.meant, gazetteer::fold_name(query.text),
                                 gazetteer::fold_name(query.meant));
        }
    }
    return geo::write_output_file(path, table, geo::Overwrite::allow);
}

}  // namespace app
