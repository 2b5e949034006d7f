// Points and reasons for candidates. The weights were set by hand on names with known answers.
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

}  // namespace

Hint name_hint(const NameMatch& match, std::string_view query_folded,
               std::string_view name_folded) {
    const double other = match.alternate ? -0.2 : 0.0;
    const std::string suffix = match.alternate ? " (another name of it)" : "";
    if (match.how == NameMatch::How::same)
        return {other, "same name" + suffix};
    if (match.how == NameMatch::How::sound) {
        const std::string pair = differing_spelling(query_folded, name_folded);
        return {-1.5 + other, (pair.empty() ? "same sound" : "same sound: " + pair) + suffix};
    }
    const double each = match.bytes >= 8 ? -2.0 : -3.0;
    const std::string words =
        match.edits == 1 ? "one letter differs" : fmt::format("{} letters differ", match.edits);
    return {each * match.edits + other, words + suffix};
}

double name_quality(const NameMatch& match) {
    switch (match.how) {
        case NameMatch::How::same:
            return match.alternate ? 0.97 : 0.99;
        case NameMatch::How::sound:
            return 0.9;
        case NameMatch::How::edited:
            if (match.edits > 1)
                return 0.55;
            return match.bytes >= 8 ? 0.85 : 0.7;
    }
    return 0;
}

double prominence(const Place& place, Rank rank) {
    switch (place.kind) {
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
    double value = 0.3;
    if (place.population > 0)
        value = 0.25 + 0.1 * std::log10(place.population);
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
            return value;
    }
    return value;
}

Hint prominence_hint(const Place& place, Rank rank) {
    constexpr double kWeight = 18.0;
    const double points = kWeight * (prominence(place, rank) - 0.3);
    if (rank == Rank::capital)
        return {points, "capital"};
    if (place.kind == PlaceKind::town && place.population >= 10000) {
        return {points, fmt::format("populated place of {}", place.population)};
    }
    if (rank != Rank::none)
        return {points, "seat of an area"};
    return {points, kind_words(place.kind)};
}

Hint kind_hint(PlaceKind kind, std::optional<PlaceKind> said) {
    if (said) {
        const std::string words = fmt::format("kind named: {}", kind_words(*said));
        if (kind == *said)
            return {6.5, words};
        // Words for areas differ by country and year (region, province, district, cercle).
        if (is_admin(kind) && is_admin(*said))
            return {2.5, words};
        if (is_spot(kind) && is_spot(*said))
            return {1.0, ""};
        return {-3.0,
                fmt::format("kind named: {}, this is a {}", kind_words(*said), kind_words(kind))};
    }
    switch (kind) {
        case PlaceKind::country:
            return {3.0, ""};
        case PlaceKind::continent_part:
            return {1.5, ""};
        case PlaceKind::admin1:
        case PlaceKind::admin2:
        case PlaceKind::admin3:
            return {-1.8, ""};
        case PlaceKind::water:
        case PlaceKind::terrain:
        case PlaceKind::other:
            return {-1.5, ""};
        case PlaceKind::site:
        case PlaceKind::area:
            return {-0.5, ""};
        case PlaceKind::camp:
        case PlaceKind::town:
            return {0.5, ""};
    }
    return {};
}

Hint country_hint(const Place& place, const std::vector<std::string>& countries,
                  const std::vector<std::string>& neighbours, const NameMatch& how) {
    if (countries.empty() || place.country.empty())
        return {};
    const auto at = std::find(countries.begin(), countries.end(), place.country);
    if (at != countries.end()) {
        const auto position = static_cast<double>(at - countries.begin());
        return {std::max(2.0, 5.0 - position), "country of the report: " + place.country};
    }
    const bool next =
        std::find(neighbours.begin(), neighbours.end(), place.country) != neighbours.end();
    const double misspelt = how.how == NameMatch::How::edited ? -5.0 : 0.0;
    return next ? Hint{1.0 + misspelt, "in a neighbouring country"} : Hint{-1.0 + misspelt, ""};
}

Hint home_hint(const Place& place, const std::vector<std::string>& home_countries) {
    const bool home = std::find(home_countries.begin(), home_countries.end(), place.country) !=
                      home_countries.end();
    return home ? Hint{4.0, "country of the shipped corpus: " + place.country} : Hint{};
}

Hint distance_hint(double distance_km, std::string_view from) {
    // Halves about every 70 km near by, and goes on slowly: -3 at 1,000 km.
    const double points = 2.0 * std::exp(-distance_km / 100.0) - std::log10(1 + distance_km / 30.0);
    if (distance_km > 500)
        return {points, ""};
    return {points, fmt::format("{:.0f} km from {}", distance_km, from)};
}

}  // namespace gazetteer
