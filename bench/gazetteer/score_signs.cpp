// Prints the signs of the candidates for truth rows, for fit_scores.py: score_signs INDEX...
// TABLE...
#include <cstdio>
#include <iostream>

#include "app/bench/gazetteer_accuracy.hpp"
#include "app/bench/truth_matching.hpp"
#include "gazetteer/candidate_search.hpp"

namespace {

using Signs = std::array<float, gazetteer::kSignCount>;

/// Those that are not zero, as "number:value".
void print_signs(const Signs& signs) {
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (signs[i] != 0)
            std::printf("\t%zu:%g", i, static_cast<double>(signs[i]));
    }
    std::printf("\n");
}

void print_row(const gazetteer::Gazetteer& gazetteer, const app::TruthRow& row) {
    for (const app::Asked asked : app::ways_to_ask(row)) {
        const auto search =
            gazetteer::search_signs(gazetteer, row.name, app::context_of(row, asked));
        std::printf("q\t%s\t%d\t%d", row.table.c_str(), static_cast<int>(asked),
                    app::is_in_fitted_half(row.name) ? 1 : 0);
        print_signs(search.unknown);
        for (const auto& match : search.matches) {
            const bool right = app::is_right(row, gazetteer.place(match.id), gazetteer, match.id);
            std::printf("m\t%zu\t%d", match.spot, right ? 1 : 0);
            print_signs(match.signs);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> indexes;
    std::vector<std::string> tables;
    for (int i = 1; i < argc; ++i) {
        const std::string path = argv[i];
        (path.ends_with(".csv") ? tables : indexes).push_back(path);
    }
    const auto gazetteer = gazetteer::Gazetteer::open(indexes);
    if (!gazetteer) {
        std::cerr << gazetteer.error().message << "\n";
        return 1;
    }
    for (std::size_t i = 0; i < gazetteer::kSignCount; ++i) {
        const auto& weight = gazetteer::kSignWeights[i];
        std::printf("w\t%zu\t%.*s\t%g\n", i, static_cast<int>(weight.name.size()),
                    weight.name.data(), weight.points);
    }
    for (const auto& table : tables) {
        const auto rows = app::read_truth_table(table);
        if (!rows) {
            std::cerr << rows.error().message << "\n";
            return 1;
        }
        for (const app::TruthRow& row : rows->value)
            print_row(*gazetteer, row);
    }
    return 0;
}
