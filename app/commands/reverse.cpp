// toposcope reverse: the areas that hold a position and the places near it, as JSON Lines.
#include <fmt/ostream.h>

#include <cmath>

#include "app/commands/arguments.hpp"
#include "app/commands/open_places.hpp"
#include "app/commands/place_json.hpp"
#include "geo/geodesic.hpp"

namespace app {
namespace {

std::string_view compass_words(double bearing_deg) {
    constexpr std::array<std::string_view, 8> kWords = {
        "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"};
    return kWords[static_cast<std::size_t>(std::lround(bearing_deg / 45.0)) % kWords.size()];
}

/// "12 km north-east of Gao"; below 100 m "at Gao".
std::string relation(const gazetteer::Place& place, double metres, double bearing_deg) {
    if (metres < 100)
        return "at " + place.name;
    const double km = metres / 1000;
    return fmt::format("{:.{}f} km {} of {}", km, km < 10 ? 1 : 0, compass_words(bearing_deg),
                       place.name);
}

PlaceJson nearest_json(const gazetteer::Gazetteer& gazetteer, gazetteer::PlaceId id,
                       const gazetteer::Place& place, double metres, geo::LonLat at) {
    const double bearing = geo::bearing_deg(place.point, at);
    PlaceJson json = to_json(gazetteer, id, place);
    json.erase("names");  // the question is where, not what else it is called
    json["distance_km"] = std::round(metres / 10) / 100;
    json["bearing_deg"] = std::round(bearing * 10) / 10;
    json["direction"] = compass_words(bearing);
    json["words"] = relation(place, metres, bearing);
    return json;
}

PlaceJson areas_json(const gazetteer::Gazetteer& gazetteer,
                     const std::vector<gazetteer::PlaceId>& areas) {
    PlaceJson list = PlaceJson::array();
    for (const gazetteer::PlaceId id : areas) {
        const gazetteer::Place area = gazetteer.place(id);
        const bool is_country = area.kind == gazetteer::PlaceKind::country;
        PlaceJson json{{"id", area.source_id},
                       {"name", area.name},
                       {"kind", gazetteer::to_string(area.kind)},
                       {"code", is_country ? area.country : area.area_code}};
        if (!area.vintage.empty())
            json["vintage"] = area.vintage;
        list.push_back(std::move(json));
    }
    return list;
}

/// One sentence: where the position is, for a person.
std::string in_words(const gazetteer::Containing& areas, const std::string& near) {
    std::string words = areas.country.empty() ? "at sea" : "";
    for (const std::string* part :
         {&near, &areas.admin3, &areas.admin2, &areas.admin1, &areas.country_name}) {
        if (!part->empty())
            words += (words.empty() ? "" : ", ") + *part;
    }
    return words;
}

void answer(geo::LonLat at, std::size_t limit, const gazetteer::Gazetteer& gazetteer,
            CommandContext& context) {
    const gazetteer::Containing areas = gazetteer.containing(at);
    PlaceJson nearest = PlaceJson::array();
    std::string near;
    for (const auto& [id, metres] : gazetteer.nearest(at, limit)) {
        const gazetteer::Place place = gazetteer.place(id);
        nearest.push_back(nearest_json(gazetteer, id, place, metres, at));
        if (near.empty())
            near = nearest.back()["words"].get<std::string>();
    }
    context.out << to_line({{"lon", rounded_degrees(at.lon_deg)},
                            {"lat", rounded_degrees(at.lat_deg)},
                            {"words", in_words(areas, near)},
                            {"at_sea", areas.country.empty()},
                            {"country", areas.country},
                            {"country_name", areas.country_name},
                            {"admin1", areas.admin1},
                            {"admin2", areas.admin2},
                            {"admin3", areas.admin3},
                            {"areas", areas_json(gazetteer, areas.areas)},
                            {"nearest", std::move(nearest)}});
    const geo::LonLat swapped{at.lat_deg, at.lon_deg};
    if (!areas.country.empty() || !geo::is_on_earth(swapped))
        return;
    const auto other = gazetteer.containing(swapped);
    if (!other.country.empty()) {
        fmt::print(context.err,
                   "{} {}: at sea; longitude comes first, and the other way round it is in {}\n",
                   at.lon_deg, at.lat_deg, other.country_name);
    }
}

geo::Result<geo::LonLat> position(std::string_view lon, std::string_view lat) {
    const auto x = parse_number(lon);
    const auto y = parse_number(lat);
    if (!x || !y)
        return tl::unexpected(!x ? x.error() : y.error());
    const geo::LonLat at{*x, *y};
    if (geo::is_on_earth(at))
        return at;
    const bool swapped = geo::is_on_earth({*y, *x});
    return geo::fail(fmt::format(
        "\"{} {}\" is no position: longitude -180 to 180 comes first, then latitude -90 to 90{}",
        lon, lat, swapped ? fmt::format("; did you mean {} {}?", lat, lon) : ""));
}

/// Two numbers with spaces, tabs, a comma or a semicolon between them.
geo::Result<geo::LonLat> position_of_line(const std::string& line) {
    std::vector<std::string> numbers;
    std::string now;
    for (const char c : line + " ") {
        if (c != ' ' && c != '\t' && c != ',' && c != ';' && c != '\r') {
            now += c;
        } else if (!now.empty()) {
            numbers.push_back(std::move(now));
            now.clear();
        }
    }
    if (numbers.size() != 2)
        return geo::fail("\"" + line + "\": wanted LON LAT in degrees");
    return position(numbers[0], numbers[1]);
}

int answer_lines(std::size_t limit, const gazetteer::Gazetteer& gazetteer,
                 CommandContext& context) {
    int code = kDone;
    std::size_t number = 0;
    for (std::string line; std::getline(context.in, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        if (const auto at = position_of_line(line)) {
            answer(*at, limit, gazetteer, context);
            continue;
        } else {
            fmt::print(context.err, "-:{}: {}; line skipped\n", number, at.error().message);
        }
        code = kFailed;
    }
    return code;
}

}  // namespace

int run(const ReverseCommand& command, CommandContext& context) {
    const bool from_input = command.numbers.size() == 1;
    std::optional<geo::LonLat> at;
    if (from_input && command.numbers.front() != "-") {
        // "LON,LAT" in one word is as clear as in two.
        const auto one = position_of_line(command.numbers.front());
        if (!one)
            return complain(context, one.error().message, kWrongArguments);
        at = *one;
    } else if (!from_input) {
        const auto two = position(command.numbers[0], command.numbers[1]);
        if (!two)
            return complain(context, two.error().message, kWrongArguments);
        at = *two;
    }
    const auto gazetteer = open_places(context, command.gazetteers);
    if (!gazetteer)
        return complain(context, gazetteer.error().message);
    if (!at)
        return answer_lines(command.limit, *gazetteer, context);
    answer(*at, command.limit, *gazetteer, context);
    return kDone;
}

}  // namespace app
