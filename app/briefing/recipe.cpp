// Reads a recipe, field by field, so that a misspelt field is an error and not silence.
#include "app/briefing/recipe.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>

namespace app {
namespace {

using Json = nlohmann::json;

/// A field's reader: stores the value, or says what form it wanted.
using FieldReader = std::function<std::optional<std::string>(const Json&, Recipe&)>;

FieldReader text_field(std::string Recipe::*member) {
    return [member](const Json& value, Recipe& recipe) -> std::optional<std::string> {
        if (!value.is_string())
            return "text";
        recipe.*member = value.get<std::string>();
        return std::nullopt;
    };
}

std::optional<events::Day> day_of(const Json& value) {
    return value.is_string() ? events::parse_iso_day(value.get<std::string>()) : std::nullopt;
}

std::optional<std::string> read_period(const Json& value, Recipe& recipe) {
    constexpr const char* kWanted =
        "[\"YYYY-MM-DD\", \"YYYY-MM-DD\"], the first not after the last";
    if (!value.is_array() || value.size() != 2)
        return kWanted;
    const auto first = day_of(value[0]);
    const auto last = day_of(value[1]);
    if (!first || !last || *first > *last)
        return kWanted;
    recipe.period = events::DayRange{*first, *last};
    return std::nullopt;
}

std::optional<std::string> read_as_of(const Json& value, Recipe& recipe) {
    recipe.as_of = day_of(value);
    return recipe.as_of ? std::nullopt : std::optional<std::string>{"\"YYYY-MM-DD\""};
}

std::optional<std::string> read_view(const Json& value, Recipe& recipe) {
    constexpr const char* kWanted = "[west, south, east, north] in degrees";
    if (!value.is_array() || value.size() != 4)
        return kWanted;
    for (const Json& number : value) {
        if (!number.is_number())
            return kWanted;
    }
    const geo::LonLatBox box{value[0], value[1], value[2], value[3]};
    const bool good = geo::is_on_earth({box.west_deg, box.south_deg}) &&
                      geo::is_on_earth({box.east_deg, box.north_deg}) &&
                      box.south_deg < box.north_deg;
    if (!good)
        return kWanted;
    recipe.view = box;
    return std::nullopt;
}

std::optional<std::string> read_rows(const Json& value, Recipe& recipe) {
    if (!value.is_number_unsigned() || value.get<std::size_t>() > 1000)
        return "a whole number up to 1000";
    recipe.table_rows = value.get<std::size_t>();
    return std::nullopt;
}

std::optional<std::string> read_dpi(const Json& value, Recipe& recipe) {
    if (!value.is_number_integer() || value.get<int>() < 36 || value.get<int>() > 1200)
        return "a whole number from 36 to 1200";
    recipe.dpi = value.get<int>();
    return std::nullopt;
}

/// A list of words, each turned into a value of the filter.
template <typename Value, typename Parser>
FieldReader word_list(std::set<Value> events::Filter::*member, Parser parse, const char* wanted) {
    return [member, parse, wanted](const Json& value,
                                   Recipe& recipe) -> std::optional<std::string> {
        if (!value.is_array())
            return wanted;
        for (const Json& word : value) {
            const auto parsed = word.is_string() ? parse(word.get<std::string>()) : std::nullopt;
            if (!parsed)
                return wanted;
            (recipe.filter.*member).insert(*parsed);
        }
        return std::nullopt;
    };
}

std::map<std::string, FieldReader> field_readers() {
    return {
        {"title", text_field(&Recipe::title)},
        {"subtitle", text_field(&Recipe::subtitle)},
        {"period", read_period},
        {"as_of", read_as_of},
        {"organisation", text_field(&Recipe::organisation)},
        {"contact", text_field(&Recipe::contact)},
        {"classification", text_field(&Recipe::classification)},
        {"glide", text_field(&Recipe::glide)},
        {"map_number", text_field(&Recipe::map_number)},
        {"disclaimer", text_field(&Recipe::disclaimer)},
        {"view", read_view},
        {"projection", text_field(&Recipe::projection)},
        {"table_rows", read_rows},
        {"dpi", read_dpi},
        {"kinds",
         word_list(&events::Filter::kinds, events::parse_kind, "a list of kinds of event")},
        {"statuses", word_list(&events::Filter::statuses, events::parse_status,
                               "a list of proposed, accepted, edited, disputed, rejected")},
        {"precisions", word_list(&events::Filter::precisions, events::parse_place_precision,
                                 "a list of exact, near, admin2, admin1, country, unknown")},
    };
}

}  // namespace

geo::Result<Recipe> parse_recipe(std::string_view json, const std::string& file_name) {
    const Json document = Json::parse(json, nullptr, false);
    if (!document.is_object())
        return geo::fail(file_name + ": not a JSON object; a recipe is { \"title\": ... }");
    const auto readers = field_readers();
    Recipe recipe;
    for (const auto& [name, value] : document.items()) {
        const auto reader = readers.find(name);
        if (reader == readers.end())
            return geo::fail(fmt::format("{}: no field \"{}\" in a recipe", file_name, name));
        if (const auto wanted = reader->second(value, recipe)) {
            return geo::fail(fmt::format("{}: \"{}\": wanted {}", file_name, name, *wanted));
        }
    }
    return recipe;
}

}  // namespace app
