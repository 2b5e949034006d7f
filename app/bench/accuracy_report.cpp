// The accuracy report as JSON and as tables of text.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/bench/gazetteer_accuracy.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

std::string_view class_word(TruthClass what) {
    constexpr std::array<std::string_view, 5> kWords = {"place", "camp", "admin1", "admin2",
                                                        "country"};
    return kWords[static_cast<std::size_t>(what)];
}

std::string_view asked_words(Asked asked) {
    constexpr std::array<std::string_view, 4> kWords = {
        "name", "name, country", "name, admin1, country", "name, admin2, admin1, country"};
    return kWords[static_cast<std::size_t>(asked)];
}

struct NamedCount {
    const char* name;
    std::size_t AccuracyCounts::*count;
};

constexpr std::array kCounts = {
    NamedCount{"asked", &AccuracyCounts::asked},
    NamedCount{"answerable", &AccuracyCounts::answerable},
    NamedCount{"first", &AccuracyCounts::first},
    NamedCount{"first_three", &AccuracyCounts::first_three},
    NamedCount{"first_ten", &AccuracyCounts::first_ten},
    NamedCount{"wrong_low", &AccuracyCounts::wrong_low},
    NamedCount{"wrong_high", &AccuracyCounts::wrong_high},
    NamedCount{"doubtful", &AccuracyCounts::doubtful},
    NamedCount{"level", &AccuracyCounts::level},
    NamedCount{"namesake", &AccuracyCounts::namesake},
    NamedCount{"other_name", &AccuracyCounts::other_name},
    NamedCount{"spelling", &AccuracyCounts::spelling},
    NamedCount{"alone", &AccuracyCounts::alone},
    NamedCount{"alone_first", &AccuracyCounts::alone_first},
    NamedCount{"alone_three", &AccuracyCounts::alone_three},
    NamedCount{"absent", &AccuracyCounts::absent},
    NamedCount{"absent_empty", &AccuracyCounts::absent_empty},
    NamedCount{"absent_low", &AccuracyCounts::absent_low},
    NamedCount{"absent_high", &AccuracyCounts::absent_high},
    NamedCount{"absent_near", &AccuracyCounts::absent_near},
};

Json to_json(const Reliability& reliability) {
    Json bins = Json::array();
    for (const auto& bin : reliability.bins) {
        const double mean =
            bin.answers == 0 ? 0.0 : bin.sum_of_scores / static_cast<double>(bin.answers);
        bins.push_back({{"answers", bin.answers}, {"right", bin.right}, {"mean_score", mean}});
    }
    return {{"answers", reliability.answers()},
            {"expected_error", reliability.expected_error()},
            {"bins", std::move(bins)}};
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void append_shares(std::string& text, const std::vector<AccuracyGroup>& groups) {
    text += fmt::format("{:13} {:8} {:30} {:>6} {:>6} {:>7} {:>7} {:>7} | {:>6} {:>7} {:>7}\n",
                        "table", "class", "asked with", "asked", "there", "first%", "three%",
                        "ten%", "alone", "first%", "three%");
    for (const AccuracyGroup& group : groups) {
        const AccuracyCounts& c = group.counts;
        text += fmt::format(
            "{:13} {:8} {:30} {:6} {:6} {:7.1f} {:7.1f} {:7.1f} | {:6} {:7.1f} {:7.1f}\n",
            group.table, class_word(group.what), asked_words(group.asked), c.asked, c.answerable,
            share(c.first, c.answerable), share(c.first_three, c.answerable),
            share(c.first_ten, c.answerable), c.alone, share(c.alone_first, c.alone),
            share(c.alone_three, c.alone));
    }
}

void append_errors(std::string& text, const std::vector<AccuracyGroup>& groups) {
    text += fmt::format(
        "\n{:13} {:8} {:30} {:>6} {:>8} {:>5} {:>8} {:>6} {:>8} {:>5} {:>5} | "
        "{:>6} {:>5} {:>5} {:>5} {:>5}\n",
        "table", "class", "asked with", "wrong", "doubtful", "level", "namesake", "other",
        "spelling", "<0.5", ">=0.8", "absent", "none", "<0.5", ">=0.8", "near");
    for (const AccuracyGroup& group : groups) {
        const AccuracyCounts& c = group.counts;
        text += fmt::format(
            "{:13} {:8} {:30} {:6} {:8} {:5} {:8} {:6} {:8} {:5} {:5} | {:6} {:5} "
            "{:5} {:5} {:5}\n",
            group.table, class_word(group.what), asked_words(group.asked), c.answerable - c.first,
            c.doubtful, c.level, c.namesake, c.other_name, c.spelling, c.wrong_low, c.wrong_high,
            c.absent, c.absent_empty, c.absent_low, c.absent_high, c.absent_near);
    }
}

void append_reliability(std::string& text, const std::vector<AccuracyGroup>& groups) {
    text +=
        "\nShare right (and answers) by score, of the half of the names that nothing was fitted "
        "on\n";
    for (const AccuracyGroup& group : groups) {
        text += fmt::format("{:13} {:8} {:30} ECE {:.3f} (fitted half {:.3f}):", group.table,
                            class_word(group.what), asked_words(group.asked),
                            group.measured.expected_error(), group.fitted.expected_error());
        for (const auto& bin : group.measured.bins) {
            if (bin.answers == 0)
                text += "    -      ";
            else
                text += fmt::format(" {:3.0f}% ({:4})", share(bin.right, bin.answers), bin.answers);
        }
        text += '\n';
    }
}

}  // namespace

Json to_json(const AccuracyReport& report) {
    Json groups = Json::array();
    for (const AccuracyGroup& group : report.groups) {
        Json json{{"table", group.table},
                  {"class", class_word(group.what)},
                  {"asked_with", asked_words(group.asked)}};
        for (const NamedCount& named : kCounts)
            json[named.name] = group.counts.*named.count;
        json["reliability"] = to_json(group.measured);
        json["reliability_fitted_half"] = to_json(group.fitted);
        groups.push_back(std::move(json));
    }
    Json misses = Json::array();
    for (const Miss& miss : report.misses) {
        misses.push_back({{"name", miss.row.name},
                          {"country", miss.row.country},
                          {"admin1", miss.row.admin1},
                          {"admin2", miss.row.admin2},
                          {"class", class_word(miss.row.what)},
                          {"table", miss.row.table},
                          {"asked_with", asked_words(miss.asked)},
                          {"error", miss.error},
                          {"answer", miss.answer},
                          {"score", miss.score},
                          {"distance_km", miss.distance_km}});
    }
    return {{"groups", std::move(groups)}, {"misses", std::move(misses)}};
}

std::string to_text(const AccuracyReport& report) {
    std::string text;
    append_shares(text, report.groups);
    append_errors(text, report.groups);
    append_reliability(text, report.groups);
    return text;
}

}  // namespace app
