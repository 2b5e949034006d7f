// Argument texts to values.
#include "app/commands/arguments.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "gazetteer/place_phrase.hpp"

namespace app {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

geo::Result<double> parse_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        return geo::fail(fmt::format("\"{}\" is not a number", text));
    }
    return value;
}

namespace {

geo::Result<std::vector<double>> parse_numbers(std::string_view text, std::size_t count,
                                               std::string_view wanted) {
    std::vector<double> numbers;
    for (const std::string& part : split(text, ',')) {
        const auto number = parse_number(part);
        if (!number)
            return geo::fail(
                fmt::format("\"{}\": {}; wanted {}", text, number.error().message, wanted));
        numbers.push_back(*number);
    }
    if (numbers.size() != count)
        return geo::fail(fmt::format("\"{}\": wanted {}", text, wanted));
    return numbers;
}

std::optional<int> parse_whole(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

}  // namespace

geo::Result<geo::LonLat> parse_lon_lat(std::string_view text) {
    const auto numbers = parse_numbers(text, 2, "LON,LAT in degrees");
    if (!numbers)
        return tl::unexpected(numbers.error());
    const geo::LonLat p{(*numbers)[0], (*numbers)[1]};
    if (!geo::is_on_earth(p)) {
        return geo::fail(fmt::format(
            "\"{}\" is no position: longitude -180 to 180, then latitude -90 to 90", text));
    }
    return p;
}

geo::Result<geo::LonLatBox> parse_box(std::string_view text) {
    const auto numbers = parse_numbers(text, 4, "W,S,E,N in degrees");
    if (!numbers)
        return tl::unexpected(numbers.error());
    const auto& n = *numbers;
    if (!geo::is_on_earth({n[0], n[1]}) || !geo::is_on_earth({n[2], n[3]}) || n[1] >= n[3] ||
        n[0] == n[2]) {
        return geo::fail(fmt::format(
            "\"{}\" is no box: west, south, east, north in degrees, south below north", text));
    }
    return geo::LonLatBox{n[0], n[1], n[2], n[3]};
}

geo::Result<std::pair<int, int>> parse_size_px(std::string_view text) {
    const std::size_t x = text.find('x');
    const auto width = parse_whole(text.substr(0, x));
    const auto height =
        x == std::string_view::npos ? std::nullopt : parse_whole(text.substr(x + 1));
    const auto fits = [](const std::optional<int>& side) {
        return side && *side >= 16 && *side <= 16384;
    };
    if (!fits(width) || !fits(height)) {
        return geo::fail(
            fmt::format("\"{}\" is no size: wanted WIDTHxHEIGHT, 16x16 to 16384x16384", text));
    }
    return std::pair{*width, *height};
}

geo::Result<events::DayRange> parse_period(std::string_view text) {
    const auto side = [](std::string_view words) -> std::optional<events::DayRange> {
        if (const auto day = events::parse_iso_day(words))
            return events::DayRange{*day, *day};
        if (words.size() == 7) {
            const auto first = events::parse_iso_day(std::string{words} + "-01");
            if (!first)
                return std::nullopt;
            const std::chrono::year_month_day ymd{*first};
            return events::DayRange{*first,
                                    events::last_of_month(static_cast<int>(ymd.year()),
                                                          static_cast<unsigned>(ymd.month()))};
        }
        if (words.size() == 4) {
            const auto first = events::parse_iso_day(std::string{words} + "-01-01");
            const auto last = events::parse_iso_day(std::string{words} + "-12-31");
            if (first && last)
                return events::DayRange{*first, *last};
        }
        return std::nullopt;
    };
    const std::size_t slash = text.find('/');
    const auto first = side(text.substr(0, slash));
    const auto last = slash == std::string_view::npos ? first : side(text.substr(slash + 1));
    if (!first || !last || first->first > last->last) {
        return geo::fail(fmt::format(
            "\"{}\" is no period: wanted START/END as YYYY-MM-DD/YYYY-MM-DD, or YYYY or YYYY-MM",
            text));
    }
    return events::DayRange{first->first, last->last};
}

geo::Result<std::vector<std::string>> parse_countries(std::string_view text) {
    std::vector<std::string> codes = split(text, ',');
    for (std::string& code : codes) {
        const std::string given = code;
        for (char& c : code) {
            if (c >= 'a' && c <= 'z')
                c = static_cast<char>(c - 'a' + 'A');
        }
        const bool letters = code.size() == 2 && code[0] >= 'A' && code[0] <= 'Z' &&
                             code[1] >= 'A' && code[1] <= 'Z';
        if (!letters) {
            return geo::fail(fmt::format(
                "\"{}\" is no country code: wanted two letters (ISO 3166-1), such as ML", given));
        }
    }
    return codes;
}

geo::Result<gazetteer::PlaceKind> parse_place_kind(std::string_view text) {
    for (int i = 0; i <= static_cast<int>(gazetteer::PlaceKind::other); ++i) {
        const auto kind = static_cast<gazetteer::PlaceKind>(i);
        if (gazetteer::to_string(kind) == text)
            return kind;
    }
    // The words of texts are known where phrases are read: a name with one of them behind it.
    const auto phrase = gazetteer::parse_place_phrase("X " + std::string{text});
    if (phrase.kind && phrase.name == "X")
        return *phrase.kind;
    return geo::fail(fmt::format(
        "\"{}\" is no kind of place: country, admin1, admin2, admin3, area, town, camp, "
        "site, water, terrain, or a word such as village, cercle, region, airport, river",
        text));
}

geo::Result<std::vector<gazetteer::PlaceKind>> parse_place_kinds(std::string_view text) {
    std::vector<gazetteer::PlaceKind> kinds;
    for (const std::string& word : split(text, ',')) {
        const auto kind = parse_place_kind(word);
        if (!kind)
            return tl::unexpected(kind.error());
        kinds.push_back(*kind);
    }
    return kinds;
}

geo::Result<void> read_columns(std::string_view text, gazetteer::TableColumns& columns) {
    const std::pair<std::string_view, std::string*> known[] = {{"name", &columns.name},
                                                               {"names", &columns.names},
                                                               {"lon", &columns.lon},
                                                               {"lat", &columns.lat},
                                                               {"country", &columns.country},
                                                               {"admin1", &columns.admin1},
                                                               {"admin2", &columns.admin2},
                                                               {"admin3", &columns.admin3},
                                                               {"id", &columns.id},
                                                               {"kind", &columns.kind},
                                                               {"population", &columns.population}};
    for (const std::string& pair : split(text, ',')) {
        const std::size_t equals = pair.find('=');
        const auto at = std::find_if(std::begin(known), std::end(known), [&](const auto& each) {
            return each.first == std::string_view{pair}.substr(0, equals);
        });
        if (equals == std::string::npos || equals + 1 == pair.size() || at == std::end(known)) {
            return geo::fail(
                fmt::format("\"{}\": wanted FIELD=COLUMN with FIELD one of name, names, lon, lat, "
                            "country, admin1, admin2, admin3, id, kind, population",
                            pair));
        }
        *at->second = pair.substr(equals + 1);
    }
    return {};
}

geo::Result<std::string> parse_country(std::string_view text) {
    const auto codes = parse_countries(text);
    if (!codes)
        return tl::unexpected(codes.error());
    if (codes->size() != 1)
        return geo::fail(fmt::format("\"{}\": wanted one country code, such as ML", text));
    return codes->front();
}

}  // namespace app
