// Flat rows from the property table.
#include "events/tables/rows.hpp"

#include <fmt/format.h>

#include "events/json_text.hpp"
#include "events/tables/feature_geometry.hpp"
#include "events/tables/properties.hpp"

namespace events {
namespace {

std::string valid(std::string_view text) {
    std::string out;
    append_valid_utf8(out, text);
    return out;
}

constexpr std::size_t kTypicalColumns = 64;

/// Collects the values, and the columns too when given a list for them.
class Row final : public PropertySink {
  public:
    explicit Row(std::vector<geo::Field>* columns = nullptr) : m_columns(columns) {
        values.reserve(kTypicalColumns);
    }
    std::vector<geo::FieldValue> values;

    void text(std::string_view name, std::string_view value) override {
        if (value.empty()) {
            add(name, geo::FieldType::text, std::monostate{});
        } else {
            add(name, geo::FieldType::text, valid(value));
        }
    }
    void whole(std::string_view name, std::optional<std::int64_t> value) override {
        add(name, geo::FieldType::whole, value ? geo::FieldValue(*value) : std::monostate{});
    }
    void real(std::string_view name, std::optional<double> value) override {
        add(name, geo::FieldType::real, value ? geo::FieldValue(*value) : std::monostate{});
    }
    void truth(std::string_view name, bool value) override {
        add(name, geo::FieldType::truth, value);
    }
    void actors(std::string_view name, std::span<const Actor> value) override {
        std::string list;
        for (const Actor& actor : value) {
            list += fmt::format("{}{} ({}{})", list.empty() ? "" : "; ", actor.name,
                                to_string(actor.role), actor.alleged ? ", alleged" : "");
        }
        text(name, list);
    }
    void claims(std::string_view name, std::span<const Claim> value) override {
        whole(name, static_cast<std::int64_t>(value.size()));
    }

  private:
    void add(std::string_view name, geo::FieldType type, geo::FieldValue value) {
        if (m_columns != nullptr)
            m_columns->push_back({std::string(name), type});
        values.push_back(std::move(value));
    }
    std::vector<geo::Field>* m_columns;
};

template <typename Thing>
std::vector<geo::Field> columns_of(const Thing& nothing) {
    std::vector<geo::Field> columns;
    Row row(&columns);
    visit_properties(Casebook{}, nothing, row);
    return columns;
}

template <typename Thing>
std::vector<geo::FieldValue> values_of(const Casebook& casebook, const Thing& thing) {
    Row row;
    visit_properties(casebook, thing, row);
    return std::move(row.values);
}

template <typename Things>
geo::FeatureLayer layer(std::string name, std::vector<geo::Field> columns, const Casebook& casebook,
                        const Things& things, const std::vector<std::size_t>& positions) {
    geo::FeatureLayer made{std::move(name), std::move(columns), {}};
    made.features.reserve(positions.size());
    for (const std::size_t position : positions) {
        made.features.push_back(
            {geometry_of(things[position]), row_of(casebook, things[position])});
    }
    return made;
}

/// For each column of `from`, where it stands in `all`; columns not there yet are added.
std::vector<std::size_t> merge_columns(std::vector<geo::Field>& all,
                                       const std::vector<geo::Field>& from) {
    std::vector<std::size_t> at;
    for (const geo::Field& column : from) {
        const auto same = [&](const geo::Field& other) { return other.name == column.name; };
        const auto found = std::find_if(all.begin(), all.end(), same);
        at.push_back(static_cast<std::size_t>(found - all.begin()));
        if (found == all.end())
            all.push_back(column);
    }
    return at;
}

}  // namespace

std::vector<geo::Field> event_columns() {
    return columns_of(Event{});
}
std::vector<geo::Field> flow_columns() {
    return columns_of(Flow{});
}

std::vector<geo::FieldValue> row_of(const Casebook& casebook, const Event& event) {
    return values_of(casebook, event);
}
std::vector<geo::FieldValue> row_of(const Casebook& casebook, const Flow& flow) {
    return values_of(casebook, flow);
}

std::vector<geo::FeatureLayer> layers_of(const Casebook& casebook,
                                         const ExportSelection& selection) {
    std::vector<geo::FeatureLayer> layers;
    if (!selection.events.empty() || selection.flows.empty()) {
        layers.push_back(
            layer("events", event_columns(), casebook, casebook.events(), selection.events));
    }
    if (!selection.flows.empty()) {
        layers.push_back(
            layer("flows", flow_columns(), casebook, casebook.flows(), selection.flows));
    }
    return layers;
}

geo::FeatureLayer one_layer_of(const Casebook& casebook, const ExportSelection& selection) {
    auto layers = layers_of(casebook, selection);
    geo::FeatureLayer all = std::move(layers.front());
    for (std::size_t i = 1; i < layers.size(); ++i) {
        const auto at = merge_columns(all.fields, layers[i].fields);
        for (geo::Feature& feature : layers[i].features) {
            std::vector<geo::FieldValue> values(all.fields.size());
            for (std::size_t column = 0; column < at.size(); ++column)
                values[at[column]] = std::move(feature.values[column]);
            all.features.push_back({std::move(feature.geometry), std::move(values)});
        }
    }
    for (geo::Feature& feature : all.features)
        feature.values.resize(all.fields.size());
    return all;
}

}  // namespace events
