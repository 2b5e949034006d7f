// Signs to points (weights in score_weights.hpp) and to reasons in words.
#include "gazetteer/scoring.hpp"

#include <fmt/format.h>

#include <cmath>

namespace gazetteer {
namespace {

/// The pair of spellings by which two names of one sound differ first: "ou/u".
std::string differing_spelling(std::string_view a, std::string_view b) {
    std::size_t start = 0;
    while (start < a.size() && start < b.size() && a[start] == b[start])
        ++start;
    std::size_t end = 0;
    while (end + start < a.size() && end + start < b.size() &&
           a[a.size() - 1 - end] == b[b.size() - 1 - end]) {
        ++end;
    }
    constexpr std::size_t kShort = 3;
    const std::string_view in_a = a.substr(start, a.size() - end - start);
    const std::string_view in_b = b.substr(start, b.size() - end - start);
    if (in_a.size() > kShort || in_b.size() > kShort)
        return {};
    if (in_a.empty() || in_b.empty())
        return fmt::format("{} or none", in_a.empty() ? in_b : in_a);
    return fmt::format("{}/{}", in_a, in_b);
}

bool is_admin(PlaceKind kind) {
    return kind == PlaceKind::admin1 || kind == PlaceKind::admin2 || kind == PlaceKind::admin3;
}

bool is_spot(PlaceKind kind) {
    return kind == PlaceKind::town || kind == PlaceKind::camp || kind == PlaceKind::site ||
           kind == PlaceKind::area;
}

bool is_natural(PlaceKind kind) {
    return kind == PlaceKind::water || kind == PlaceKind::terrain || kind == PlaceKind::other;
}

/// Points of a kind where nothing is said and no country given.
double kind_points_alone(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::country:
            return 3.0;
        case PlaceKind::continent_part:
            return 1.5;
        case PlaceKind::admin1:
        case PlaceKind::admin2:
        case PlaceKind::admin3:
            return -1.8;
        case PlaceKind::water:
        case PlaceKind::terrain:
        case PlaceKind::other:
            return -1.5;
        case PlaceKind::site:
        case PlaceKind::area:
            return -0.5;
        case PlaceKind::camp:
        case PlaceKind::town:
            return 0.5;
    }
    return 0;
}

/// Nothing for a town, against which the others are weighed.
std::optional<Sign> sign_of(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::country:
            return Sign::kind_country;
        case PlaceKind::continent_part:
            return Sign::kind_continent_part;
        case PlaceKind::admin1:
            return Sign::kind_admin1;
        case PlaceKind::admin2:
            return Sign::kind_admin2;
        case PlaceKind::admin3:
            return Sign::kind_admin3;
        case PlaceKind::area:
            return Sign::kind_area;
        case PlaceKind::camp:
            return Sign::kind_camp;
        case PlaceKind::site:
            return Sign::kind_site;
        case PlaceKind::water:
            return Sign::kind_water;
        case PlaceKind::terrain:
            return Sign::kind_terrain;
        case PlaceKind::other:
            return Sign::kind_other;
        case PlaceKind::town:
            break;
    }
    return std::nullopt;
}

std::optional<Sign> sign_of(Rank rank) {
    switch (rank) {
        case Rank::capital:
            return Sign::capital;
        case Rank::seat1:
            return Sign::seat1;
        case Rank::seat2:
            return Sign::seat2;
        case Rank::seat3:
            return Sign::seat3;
        case Rank::attested:
            return Sign::attested;
        case Rank::none:
            break;
    }
    return std::nullopt;
}

double town_prominence(std::uint32_t population, Rank rank) {
    double value = 0.3;
    if (population > 0)
        value = 0.25 + 0.1 * std::log10(population);
    switch (rank) {
        case Rank::capital:
            return std::max(value, 0.85) + 0.05;
        case Rank::seat1:
            return std::max(value, 0.7) + 0.03;
        case Rank::seat2:
            return std::max(value, 0.55);
        case Rank::seat3:
            return std::max(value, 0.47);
        case Rank::attested:
            return std::max(value, 0.34);
        case Rank::none:
            break;
    }
    return value;
}

}  // namespace

void add_name_signs(const NameMatch& match, SignSum& sum) {
    if (match.alternate)
        sum.add(Sign::alternate_name);
    if (match.number_aside)
        sum.add(Sign::number_aside);
    if (match.how == NameMatch::How::sound)
        sum.add(Sign::same_sound);
    if (match.how != NameMatch::How::edited)
        return;
    sum.add(match.edits == 1 ? Sign::one_edit : Sign::two_edits);
    constexpr std::size_t kLong = 8;
    if (match.bytes < kLong)
        sum.add(Sign::short_edit, static_cast<double>(kLong - match.bytes) * match.edits);
}

std::string name_reason(const NameMatch& match, std::string_view query, std::string_view name) {
    std::string words = "same name";
    if (match.how == NameMatch::How::sound) {
        const std::string pair = differing_spelling(query, name);
        words = pair.empty() ? "same sound" : "same sound: " + pair;
    } else if (match.how == NameMatch::How::edited) {
        words =
            match.edits == 1 ? "one letter differs" : fmt::format("{} letters differ", match.edits);
    }
    if (match.alternate)
        words += " (another name of it)";
    if (match.number_aside)
        words += ", the number left aside";
    return words;
}

double prominence(PlaceKind kind, std::uint32_t population, Rank rank) {
    switch (kind) {
        case PlaceKind::country:
            return 1.0;
        case PlaceKind::continent_part:
            return 0.9;
        case PlaceKind::admin1:
            return 0.75;
        case PlaceKind::admin2:
            return 0.6;
        case PlaceKind::admin3:
            return 0.4;
        case PlaceKind::area:
            return rank == Rank::attested ? 0.6 : 0.4;
        case PlaceKind::camp:
            return 0.45;
        case PlaceKind::site:
            return 0.25;
        case PlaceKind::water:
        case PlaceKind::terrain:
        case PlaceKind::other:
            return 0.15;
        case PlaceKind::town:
            break;
    }
    return town_prominence(population, rank);
}

double prominence(const Place& place, Rank rank) {
    return prominence(place.kind, place.population, rank);
}

void add_fame_signs(PlaceKind kind, std::uint32_t population, Rank rank, bool country_given,
                    SignSum& sum) {
    if (!country_given) {
        constexpr double kWeight = 18.0;
        sum.add(Sign::fame_alone,
                kWeight * (prominence(kind, population, rank) - 0.3) + kind_points_alone(kind));
        return;
    }
    if (const auto sign = sign_of(kind))
        sum.add(*sign);
    if (kind == PlaceKind::area && rank == Rank::attested)
        sum.add(Sign::attested_area);
    if (kind != PlaceKind::town)
        return;
    if (population > 0)
        sum.add(Sign::log_population, std::log10(population));
    if (const auto sign = sign_of(rank))
        sum.add(*sign);
}

std::string kind_words(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::admin1:
            return "first-order area";
        case PlaceKind::admin2:
            return "second-order area";
        case PlaceKind::admin3:
            return "third-order area";
        case PlaceKind::town:
            return "populated place";
        default:
            return std::string(to_string(kind));
    }
}

std::string fame_reason(const Place& place, Rank rank) {
    if (rank == Rank::capital)
        return "capital";
    if (place.kind == PlaceKind::town && place.population >= 10000)
        return fmt::format("populated place of {}", place.population);
    if (rank == Rank::attested)
        return "populated place that several sources have";
    if (rank != Rank::none)
        return "seat of an area";
    return kind_words(place.kind);
}

void add_kind_signs(PlaceKind kind, std::optional<PlaceKind> said, SignSum& sum) {
    if (!said)
        return;
    if (kind == *said)
        sum.add(Sign::said_kind);
    // Words for areas differ by country and year (region, province, district, cercle).
    else if (is_admin(kind) && is_admin(*said))
        sum.add(Sign::said_other_order);
    else if (is_spot(kind) && is_spot(*said))
        sum.add(Sign::said_other_spot);
    else if (is_natural(kind) && is_spot(*said))
        sum.add(Sign::said_natural);
    else
        sum.add(Sign::said_other);
}

std::string kind_reason(PlaceKind kind, std::optional<PlaceKind> said) {
    if (!said || (kind != *said && is_spot(kind) && is_spot(*said)))
        return {};
    if (kind == *said || (is_admin(kind) && is_admin(*said)))
        return "kind named: " + kind_words(*said);
    return fmt::format("kind named: {}, this is a {}", kind_words(*said), kind_words(kind));
}

double distance_points(double distance_km) {
    return 2.0 * std::exp(-distance_km / 100.0) - std::log10(1 + distance_km / 30.0);
}

Hint distance_hint(double distance_km, std::string_view from) {
    const double points = distance_points(distance_km);
    if (distance_km > 500)
        return {points, ""};
    return {points, fmt::format("{:.0f} km from {}", distance_km, from)};
}

}  // namespace gazetteer
