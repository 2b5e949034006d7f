// The benchmark of the gazetteer: what it asks and what it reports, never how long it took.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/bench/gazetteer_speed.hpp"
#include "app/bench/spelling_errors.hpp"
#include "gazetteer/index_builder.hpp"
#include "geo/input_file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

app::TownNames some_towns() {
    return {{"Gao", "Kidal", "Mopti", "Tombouctou", "Ménaka", "Ansongo", "Douentza"},
            {{-0.05, 16.27},
             {1.41, 18.44},
             {-4.19, 14.49},
             {-3.01, 16.77},
             {2.4, 15.92},
             {0.5, 15.66},
             {-2.95, 15.0}}};
}

std::string build_index(const TemporaryFolder& folder) {
    const auto towns = some_towns();
    gazetteer::IndexBuilder builder;
    for (std::size_t i = 0; i < towns.names.size(); ++i) {
        gazetteer::SourcePlace place;
        place.source_id = "test:" + std::to_string(i);
        place.name = towns.names[i];
        place.point = towns.points[i];
        builder.add(place);
    }
    const auto path = folder.file("towns.idx");
    const auto bytes = builder.build();
    REQUIRE(bytes);
    REQUIRE(geo::write_output_file(path, *bytes));
    return path;
}

}  // namespace

TEST_CASE("the same seed asks the same and each question is made from a name") {
    const auto towns = some_towns();
    const auto queries = app::draw_queries(towns, 50, 4);
    const auto again = app::draw_queries(towns, 50, 4);
    const auto others = app::draw_queries(towns, 50, 5);
    bool differs = false;
    for (std::size_t k = 0; k < app::kQueryKindCount; ++k) {
        const auto& of_kind = queries.of_kind[k];
        REQUIRE(of_kind.size() == 50);
        for (std::size_t i = 0; i < of_kind.size(); ++i) {
            CHECK(of_kind[i].text == again.of_kind[k][i].text);
            differs = differs || of_kind[i].text != others.of_kind[k][i].text;
            CHECK(std::find(towns.names.begin(), towns.names.end(), of_kind[i].meant) !=
                  towns.names.end());
        }
    }
    CHECK(differs);
    CHECK(queries.points == again.points);
    for (const auto& query : queries[app::QueryKind::one_error])
        CHECK(app::letter_count(query.meant) >= 5);
    for (const auto& query : queries[app::QueryKind::two_errors_long])
        CHECK(app::letter_count(query.meant) >= 8);
    for (const auto& query : queries[app::QueryKind::prefix])
        CHECK(query.meant.starts_with(query.text));
}

TEST_CASE("a kind that no name is long enough for has no questions") {
    const auto queries = app::draw_queries({{"Gao"}, {{-0.05, 16.27}}}, 5, 1);
    CHECK(queries[app::QueryKind::exact].size() == 5);
    CHECK(queries[app::QueryKind::one_error].empty());
    CHECK(app::draw_queries({}, 5, 1)[app::QueryKind::exact].empty());
}

TEST_CASE("written questions have one line each with their folded forms") {
    const TemporaryFolder folder;
    const auto queries = app::draw_queries(some_towns(), 3, 1);
    REQUIRE(app::write_queries(queries, folder.file("q.tsv")));
    const auto file = geo::read_input_file(folder.file("q.tsv"));
    REQUIRE(file);
    CHECK(std::count(file->bytes.begin(), file->bytes.end(), '\n') == 1 + 3 * 5);
    CHECK(file->bytes.starts_with("kind\ttext\tmeant\tfolded\tmeant_folded\n"));
    CHECK(std::count(file->bytes.begin(), file->bytes.end(), '\t') == 4 * (1 + 3 * 5));
}

TEST_CASE("a measured index reports every question and finds names again") {
    const TemporaryFolder folder;
    const auto queries = app::draw_queries(some_towns(), 20, 2);
    const auto speed = app::measure_index(build_index(folder), queries, 0.002);
    REQUIRE(speed);
    CHECK(speed->places == 7);
    CHECK(speed->bytes_per_place > 20);
    CHECK(speed->file_mib > 0);
    CHECK(speed->after.total_mib > 0);
    CHECK(speed->after.total_mib >= speed->after.anonymous_mib);
    std::vector<std::string> names;
    for (const auto& rate : speed->rates) {
        CAPTURE(rate.name);
        names.push_back(rate.name);
        CHECK(rate.questions > 0);
        CHECK(rate.per_second > 0);
    }
    CHECK(names == std::vector<std::string>{"exact", "prefix", "one_error", "one_error_within_2",
                                            "two_errors", "two_errors_8_letters", "find_exact",
                                            "complete_with_names", "find_one_error",
                                            "find_two_errors", "nearest", "containing"});
    CHECK(speed->rates[0].answers_per_question == doctest::Approx(1));
    CHECK(speed->rates[1].answers_per_question >= 1);
    REQUIRE(speed->right.size() == 6);
    for (const auto& right : speed->right) {
        CAPTURE(right.name);
        CHECK(right.asked == 20);
        CHECK(right.first <= right.first_3);
        CHECK(right.is_other_name == 0);
    }
    // Seven names that are far from each other: one error hides none of them.
    CHECK(speed->right[0].first == doctest::Approx(1));
}

TEST_CASE("an index that cannot be opened is no measurement") {
    const auto speed = app::measure_index("/nonexistent/x.idx", app::BenchQueries{}, 0.001);
    REQUIRE_FALSE(speed);
    CHECK(speed.error().message.find("x.idx") != std::string::npos);
}
