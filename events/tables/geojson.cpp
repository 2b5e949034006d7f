// Events, flows and mentions as GeoJSON text, written straight into one string.
#include "events/json_text.hpp"
#include "events/tables/feature_geometry.hpp"
#include "events/tables/features.hpp"
#include "events/tables/properties.hpp"
#include "geo/geojson_geometry.hpp"

namespace events {
namespace {

class JsonProperties final : public PropertySink {
  public:
    explicit JsonProperties(JsonText& json) : m_json(json) {}

    void text(std::string_view name, std::string_view value) override {
        m_json.key(name).text_or_null(value);
    }
    void whole(std::string_view name, std::optional<std::int64_t> value) override {
        m_json.key(name).whole_or_null(value);
    }
    void real(std::string_view name, std::optional<double> value) override {
        m_json.key(name);
        if (value) {
            m_json.rounded(*value, 4);
        } else {
            m_json.null();
        }
    }
    void truth(std::string_view name, bool value) override { m_json.key(name).boolean(value); }
    void actors(std::string_view name, std::span<const Actor> value) override {
        m_json.key(name).begin_array();
        for (const Actor& actor : value) {
            m_json.begin_object();
            m_json.key("name").text(actor.name);
            m_json.key("role").text(to_string(actor.role));
            m_json.key("alleged").boolean(actor.alleged);
            m_json.end_object();
        }
        m_json.end_array();
    }
    void claims(std::string_view name, std::span<const Claim> value) override {
        m_json.key(name).begin_array();
        for (const Claim& claim : value) {
            m_json.begin_object();
            m_json.key("report_id").text(to_string(claim.span.report));
            m_json.key("quote").text(claim.quote);
            m_json.key("quote_start").whole(claim.span.begin);
            m_json.key("quote_end").whole(claim.span.end);
            m_json.key("attribution").text_or_null(claim.attribution);
            figures(claim.tally);
            m_json.end_object();
        }
        m_json.end_array();
    }

  private:
    void figures(const Tally& tally) {
        for (std::size_t i = 0; i < kHarmCount; ++i) {
            const auto& figure = tally.figures[i];
            if (!figure)
                continue;
            const std::string harm(to_string(static_cast<Harm>(i)));
            m_json.key(harm + "_low").whole_or_null(figure->low);
            m_json.key(harm + "_high").whole_or_null(figure->high);
            m_json.key(harm + "_words").text_or_null(figure->words);
        }
    }
    JsonText& m_json;
};

template <typename Thing>
void append_feature(std::string& out, const Casebook& casebook, const Thing& thing) {
    JsonText json(out);
    json.begin_object().key("type").text("Feature").key("geometry");
    if (const auto geometry = geometry_of(thing)) {
        geo::append_geojson(out, *geometry);
    } else {
        json.null();
    }
    json.key("properties").begin_object();
    JsonProperties properties(json);
    visit_properties(casebook, thing, properties);
    json.end_object().end_object();
}

template <typename Things>
void append_features(std::string& out, const Casebook& casebook, const Things& things,
                     const std::vector<std::size_t>& positions) {
    for (const std::size_t position : positions) {
        out += out.back() == '[' ? "\n" : ",\n";
        append_feature(out, casebook, things[position]);
    }
}

void append_mentions(std::string& out, const std::vector<PlaceMention>& mentions) {
    JsonText json(out);
    json.key("mentions").begin_array();
    for (const PlaceMention& mention : mentions) {
        const PlaceChoice* choice = mention.choice ? &*mention.choice : nullptr;
        const auto chosen = [&](auto member) {
            return choice ? std::string_view(choice->*member) : std::string_view();
        };
        json.begin_object();
        json.key("report_id").text(to_string(mention.span.report));
        json.key("text").text(mention.words);
        json.key("start").whole(mention.span.begin);
        json.key("end").whole(mention.span.end);
        json.key("id").text_or_null(chosen(&PlaceChoice::place_id));
        json.key("name").text_or_null(chosen(&PlaceChoice::name));
        json.key("country").text_or_null(chosen(&PlaceChoice::country));
        if (choice != nullptr) {
            json.key("lon").rounded(choice->point.lon_deg, 7);
            json.key("lat").rounded(choice->point.lat_deg, 7);
        } else {
            json.key("lon").null().key("lat").null();
        }
        json.end_object();
    }
    json.end_array();
}

std::string collection(const Casebook& casebook, const ExportSelection& selection,
                       const std::vector<PlaceMention>* mentions) {
    constexpr std::size_t kTypicalFeatureBytes = 1800;
    std::string out;
    out.reserve((selection.events.size() + selection.flows.size() + 1) * kTypicalFeatureBytes);
    out += R"({"type":"FeatureCollection","name":"toposcope","features":[)";
    append_features(out, casebook, casebook.events(), selection.events);
    append_features(out, casebook, casebook.flows(), selection.flows);
    out += "\n]";
    if (mentions != nullptr)
        append_mentions(out, *mentions);
    out += "}\n";
    return out;
}

}  // namespace

std::string to_geojson(const Casebook& casebook, const ExportSelection& selection) {
    return collection(casebook, selection, nullptr);
}

std::string to_geojson_with_mentions(const Casebook& casebook, const ExportSelection& selection,
                                     const std::vector<PlaceMention>& mentions) {
    return collection(casebook, selection, &mentions);
}

}  // namespace events
