// How often the gazetteer names the right place first, and whether its scores mean what they say.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "app/bench/truth_table.hpp"
#include "gazetteer/gazetteer.hpp"

namespace app {

/// What is given beside the name.
enum class Asked : std::uint8_t {
    nothing,         ///< the name alone: how countries are asked for
    country,         ///< the country
    country_admin1,  ///< and the first-order area, as the source spells it
    country_admin2,  ///< and the area below that
};

/// What became of the rows that were asked. "Answerable": the index has a like name at the place.
struct AccuracyCounts {
    std::size_t asked = 0;
    std::size_t answerable = 0;
    std::size_t first = 0;         ///< of the answerable: right place first
    std::size_t first_three = 0;   ///< among the first three
    std::size_t first_ten = 0;     ///< among the first ten
    std::size_t wrong_low = 0;     ///< of the wrong: first score under 0.5, or no answer
    std::size_t wrong_high = 0;    ///< of the wrong: first score 0.8 and above
    std::size_t doubtful = 0;      ///< wrong: the source's own position is doubtful
    std::size_t level = 0;         ///< wrong: an area for its seat or the reverse
    std::size_t namesake = 0;      ///< wrong: another place of the same name or sound first
    std::size_t other_name = 0;    ///< wrong: a place of another name first, the right one behind
    std::size_t spelling = 0;      ///< wrong: the right place is not among the candidates
    std::size_t alone = 0;         ///< answerable, and no other place of the country has the name
    std::size_t alone_first = 0;   ///< of these right first
    std::size_t alone_three = 0;   ///< of these among the first three
    std::size_t absent = 0;        ///< not in the index
    std::size_t absent_empty = 0;  ///< of these: no candidate at all
    std::size_t absent_low = 0;    ///< of these: a first score under 0.5
    std::size_t absent_high = 0;   ///< of these: first score 0.8 and above
    /// Of the absent: a place of the same name lies 5 to 25 km off, so that the sources may mean
    /// one place.
    std::size_t absent_near = 0;
};

/// First answers by their score, in ten bins of equal width.
struct Reliability {
    struct Bin {
        std::size_t answers = 0;
        std::size_t right = 0;
        double sum_of_scores = 0;
    };
    std::array<Bin, 10> bins;

    std::size_t answers() const;
    /// Mean distance of score and share of right answers, weighted by answers.
    double expected_error() const;
};

/// Rows of one class from one table (or "all" tables together), asked in one way.
struct AccuracyGroup {
    std::string table;
    TruthClass what = TruthClass::place;  ///< camps count as places
    Asked asked = Asked::country;
    AccuracyCounts counts;
    Reliability fitted;    ///< of the half of the names that the constants were fitted on
    Reliability measured;  ///< of the other half
};

/// A first answer that is wrong, for a person to look at.
struct Miss {
    TruthRow row;
    Asked asked = Asked::country;
    std::string error;   ///< a member of AccuracyCounts: "namesake", "absent_near"
    std::string answer;  ///< name, kind and area of the first candidate
    double score = 0;
    double distance_km = 0;
};

struct AccuracyReport {
    std::vector<AccuracyGroup> groups;
    std::vector<Miss> misses;
};

/// Asks for each row's name and compares the candidates with its position. Right is a settlement or
/// spot within 5 km; for an area, one of its order (third for second too) whose polygon or circle
/// holds the position, or without these whose label is within 75 km (25 km); for a country its
/// code. Reads every place of the gazetteer once, to know what lies at each position.
AccuracyReport measure_accuracy(const gazetteer::Gazetteer& gazetteer,
                                std::span<const TruthRow> rows);

nlohmann::ordered_json to_json(const AccuracyReport& report);
/// Tables for a person: accuracy by table, errors by class, reliability in ten bins.
std::string to_text(const AccuracyReport& report);

/// The ways in which a row can be asked: with what its source gives.
std::vector<Asked> ways_to_ask(const TruthRow& row);
gazetteer::LookupContext context_of(const TruthRow& row, Asked asked);

/// Whether a name belongs to the half that score constants were fitted on (the other half is for
/// measuring): by a hash of the folded name, so that all rows of a name are on one side.
bool is_in_fitted_half(std::string_view name);

}  // namespace app
