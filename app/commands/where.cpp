// Parses the conditions of `export --where`.
#include "app/commands/where.hpp"

#include <fmt/format.h>

#include "app/commands/arguments.hpp"

namespace app {
namespace {

/// Splits at the word "and" between conditions, outside double quotes.
std::vector<std::string> conditions_of(std::string_view text) {
    std::vector<std::string> conditions(1);
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            quoted = !quoted;
        const std::string_view rest = text.substr(i);
        if (!quoted && (rest.starts_with(" and ") || rest.starts_with(" AND "))) {
            conditions.emplace_back();
            i += 4;
            continue;
        }
        conditions.back().push_back(text[i]);
    }
    return conditions;
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '"'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '"'))
        text.remove_suffix(1);
    return std::string{text};
}

/// Reads "a|b" with a parser of one value into a set; fails naming the value.
template <typename Value, typename Parser>
geo::Result<void> fill(std::set<Value>& set, std::string_view field, std::string_view values,
                       Parser parse) {
    for (const std::string& word : split(values, '|')) {
        const auto value = parse(trimmed(word));
        if (!value)
            return geo::fail(fmt::format("--where: \"{}\" is no {}", trimmed(word), field));
        set.insert(*value);
    }
    return {};
}

geo::Result<void> add_condition(events::Filter& filter, std::string_view condition) {
    const std::size_t equals = condition.find('=');
    if (equals == std::string_view::npos) {
        return geo::fail(
            fmt::format("--where: \"{}\" is no condition; wanted FIELD=VALUE", trimmed(condition)));
    }
    const std::string field = trimmed(condition.substr(0, equals));
    const std::string value = trimmed(condition.substr(equals + 1));
    if (field == "kind")
        return fill(filter.kinds, field, value, events::parse_kind);
    if (field == "status")
        return fill(filter.statuses, field, value, events::parse_status);
    if (field == "precision")
        return fill(filter.precisions, field, value, events::parse_place_precision);
    if (field == "report")
        return fill(filter.reports, field, value, events::parse_report_id);
    std::string* texts[] = {&filter.country, &filter.place, &filter.actor, &filter.text};
    const std::string_view names[] = {"country", "place", "actor", "text"};
    for (int i = 0; i < 4; ++i) {
        if (field == names[i]) {
            *texts[i] = value;
            return {};
        }
    }
    return geo::fail(
        fmt::format("--where: no field \"{}\"; there are kind, status, precision, report, country, "
                    "place, actor, text",
                    field));
}

}  // namespace

geo::Result<events::Filter> parse_where(std::string_view expression) {
    events::Filter filter;
    if (trimmed(expression).empty())
        return filter;
    for (const std::string& condition : conditions_of(expression)) {
        if (const auto added = add_condition(filter, condition); !added)
            return tl::unexpected(added.error());
    }
    return filter;
}

}  // namespace app
