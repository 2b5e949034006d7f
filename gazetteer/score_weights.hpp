// What each sign says for a candidate, as points: the one place where scores are set.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gazetteer {

/// Signs that a search finds on a candidate, or on the name itself (`unknown_*`: for the chance
/// that the place is in no index).
enum class Sign : std::uint8_t {
    alternate_name,  ///< another name of the place than the one shown
    same_sound,
    one_edit,
    two_edits,
    short_edit,    ///< edits, for each letter that the name is shorter than 8
    number_aside,  ///< "Daba 2" for Daba
    kind_country,
    kind_continent_part,
    kind_admin1,
    kind_admin2,
    kind_admin3,
    kind_area,
    kind_camp,
    kind_site,
    kind_water,
    kind_terrain,
    kind_other,
    log_population,  ///< decimal logarithm, of a settlement
    attested,
    attested_area,
    seat3,
    seat2,
    seat1,
    capital,
    fame_alone,          ///< of prominence and kind where no country is given, in their own points
    said_kind,           ///< the kind that a kind word says
    said_other_order,    ///< an area of another order than said
    said_other_spot,     ///< another kind of settlement or site than said
    said_natural,        ///< water, a hill or the like for a settlement
    said_other,          ///< an area for a spot or the reverse
    later_country,       ///< for each country that stands before it in the list given
    neighbour,           ///< beside the first of the countries given, by the very name
    neighbour_misspelt,  ///< the same, by a name that is only alike
    abroad,
    abroad_misspelt,
    country_abroad,  ///< a country that is none of those given, by its very name
    text_neighbour,  ///< of countries_are_guessed: beside the first, by the name or its sound
    text_abroad,
    misspelt_populated,  ///< alike, with a population: its villages may not be in the index
    misspelt_alone,      ///< alike or of the same sound, where no country is given
    water_alone,         ///< a well or pool where no settlement has the name
    said_kind_alone,     ///< said_kind counts this much more where fame_alone rules
    doubtful_point,      ///< its own source contradicts where it lies
    historic_name,       ///< a name that it had in the past
    home,
    area_path,             ///< for each area named that its own path names
    area_polygon,          ///< for each whose polygon holds it
    area_circle,           ///< for each whose circle holds it
    area_label_close,      ///< for each whose label or seat is within 30 km, no extent being known
    area_label_near,       ///< within 80 km
    area_label_far,        ///< within 200 km
    area_contradicted,     ///< none of the areas named fits
    area_some_contradict,  ///< some fit, some do not
    near_point,            ///< of distance_points
    unknown,               ///< where a country is given
    unknown_no_country,    ///< where none is; then it is all
    unknown_in_text,       ///< where the countries are guessed; then it is all
    unknown_spot_said,
    unknown_area_said,
    unknown_areas,  ///< for each area named
    unknown_short,  ///< for each letter that the name is shorter than 7
    count_of_signs
};

inline constexpr std::size_t kSignCount = static_cast<std::size_t>(Sign::count_of_signs);

struct SignWeight {
    Sign sign;
    std::string_view name;
    double points;
};

/// A difference of 1 makes a candidate e times as likely.
inline constexpr std::array<SignWeight, kSignCount> kSignWeights = {{
    {Sign::alternate_name, "alternate_name", -0.35},
    {Sign::same_sound, "same_sound", -0.80},
    {Sign::one_edit, "one_edit", -1.32},
    {Sign::two_edits, "two_edits", -2.28},
    {Sign::short_edit, "short_edit", -0.55},
    {Sign::number_aside, "number_aside", 0.20},
    {Sign::kind_country, "kind_country", 11.09},
    {Sign::kind_continent_part, "kind_continent_part", 8.53},
    {Sign::kind_admin1, "kind_admin1", 1.07},
    {Sign::kind_admin2, "kind_admin2", 0.03},
    {Sign::kind_admin3, "kind_admin3", -0.50},
    {Sign::kind_area, "kind_area", -1.14},
    {Sign::kind_camp, "kind_camp", 0.57},
    {Sign::kind_site, "kind_site", -1.99},
    {Sign::kind_water, "kind_water", -3.82},
    {Sign::kind_terrain, "kind_terrain", -4.41},
    {Sign::kind_other, "kind_other", -4.04},
    {Sign::log_population, "log_population", 0.28},
    {Sign::attested, "attested", 0.70},
    {Sign::attested_area, "attested_area", 2.03},
    {Sign::seat3, "seat3", 1.22},
    {Sign::seat2, "seat2", 1.46},
    {Sign::seat1, "seat1", 1.33},
    {Sign::capital, "capital", 4.31},
    {Sign::fame_alone, "fame_alone", 1.00},
    {Sign::said_kind, "said_kind", 3.78},
    {Sign::said_other_order, "said_other_order", 1.95},
    {Sign::said_other_spot, "said_other_spot", -0.64},
    {Sign::said_natural, "said_natural", -1.50},
    {Sign::said_other, "said_other", -5.00},
    {Sign::later_country, "later_country", -1.00},
    {Sign::neighbour, "neighbour", -3.14},
    {Sign::neighbour_misspelt, "neighbour_misspelt", -3.95},
    {Sign::abroad, "abroad", -8.39},
    {Sign::abroad_misspelt, "abroad_misspelt", -11.31},
    {Sign::country_abroad, "country_abroad", -9.55},
    {Sign::text_neighbour, "text_neighbour", -4.00},
    {Sign::text_abroad, "text_abroad", -6.00},
    {Sign::misspelt_populated, "misspelt_populated", -1.90},
    {Sign::misspelt_alone, "misspelt_alone", -1.50},
    {Sign::water_alone, "water_alone", 2.70},
    {Sign::said_kind_alone, "said_kind_alone", 2.5},
    {Sign::doubtful_point, "doubtful_point", -1.5},
    {Sign::historic_name, "historic_name", -1.0},
    {Sign::home, "home", 4.00},
    {Sign::area_path, "area_path", 1.05},
    {Sign::area_polygon, "area_polygon", 0.91},
    {Sign::area_circle, "area_circle", 1.01},
    {Sign::area_label_close, "area_label_close", 1.06},
    {Sign::area_label_near, "area_label_near", -0.52},
    {Sign::area_label_far, "area_label_far", -1.46},
    {Sign::area_contradicted, "area_contradicted", -3.49},
    {Sign::area_some_contradict, "area_some_contradict", -1.91},
    {Sign::near_point, "near_point", 1.00},
    {Sign::unknown, "unknown", -0.71},
    {Sign::unknown_no_country, "unknown_no_country", 1.00},
    {Sign::unknown_in_text, "unknown_in_text", -4.00},
    {Sign::unknown_spot_said, "unknown_spot_said", 3.51},
    {Sign::unknown_area_said, "unknown_area_said", 2.21},
    {Sign::unknown_areas, "unknown_areas", 0.25},
    {Sign::unknown_short, "unknown_short", 0.03},
}};

/// Adds up points; keeps the signs too when someone wants to fit the weights.
class SignSum {
  public:
    void add(Sign sign, double value = 1) {
        m_points += kSignWeights[static_cast<std::size_t>(sign)].points * value;
        if (m_kept != nullptr)
            (*m_kept)[static_cast<std::size_t>(sign)] += static_cast<float>(value);
    }
    double points() const { return m_points; }
    void keep(std::array<float, kSignCount>* kept) { m_kept = kept; }

  private:
    double m_points = 0;
    std::array<float, kSignCount>* m_kept = nullptr;
};

}  // namespace gazetteer
