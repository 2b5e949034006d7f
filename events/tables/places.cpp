// Groups events by place.
#include "events/tables/places.hpp"

#include <map>
#include <tuple>

#include "events/json_text.hpp"
#include "events/statistics.hpp"

namespace events {
namespace {

struct PlaceGroup {
    const EventPlace* place = nullptr;
    std::vector<std::size_t> events;
    std::optional<DayRange> days;
};

void add(PlaceGroup& group, const Casebook& casebook, std::size_t position) {
    const Event& event = casebook.events()[position];
    if (group.place == nullptr)
        group.place = &event.place;
    group.events.push_back(position);
    if (!event.time.days)
        return;
    if (!group.days)
        group.days = event.time.days;
    group.days->first = std::min(group.days->first, event.time.days->first);
    group.days->last = std::max(group.days->last, event.time.days->last);
}

std::vector<PlaceGroup> group_by_place(const Casebook& casebook,
                                       const std::vector<std::size_t>& events) {
    using Key = std::tuple<bool, double, double, PlacePrecision>;
    std::vector<PlaceGroup> groups;
    std::map<Key, std::size_t> at;
    for (const std::size_t position : events) {
        const EventPlace& place = casebook.events()[position].place;
        const geo::LonLat point = place.point.value_or(geo::LonLat{});
        const Key key{place.point.has_value(), point.lon_deg, point.lat_deg,
                      place.point ? place.precision : PlacePrecision::unknown};
        const auto [entry, is_new] = at.emplace(key, groups.size());
        if (is_new)
            groups.emplace_back();
        add(groups[entry->second], casebook, position);
    }
    return groups;
}

void append_place(JsonText& json, const Casebook& casebook, const PlaceGroup& group) {
    const EventPlace& place = *group.place;
    json.begin_object().key("type").text("Feature").key("geometry");
    if (place.point) {
        json.begin_object().key("type").text("Point").key("coordinates").position(*place.point);
        json.end_object();
    } else {
        json.null();
    }
    json.key("properties").begin_object();
    json.key("layer").text("place");
    json.key("place").text_or_null(place.point ? place.name : "");
    json.key("place_id").text_or_null(place.point ? place.place_id : "");
    json.key("place_precision")
        .text(to_string(place.point ? place.precision : PlacePrecision::unknown));
    json.key("radius_km").rounded(place.point ? place.radius_km : 0, 4);
    json.key("admin1").text_or_null(place.point ? place.admin1 : "");
    json.key("admin2").text_or_null(place.point ? place.admin2 : "");
    json.key("country").text_or_null(place.point ? place.country : "");
    json.key("events").whole(static_cast<std::int64_t>(group.events.size()));
    json.key("date_start").text_or_null(group.days ? to_iso(group.days->first) : "");
    json.key("date_end").text_or_null(group.days ? to_iso(group.days->last) : "");
    const Tally sums = total(casebook.events(), group.events);
    const auto& killed = sums[Harm::killed];
    json.key("killed_low").whole_or_null(killed ? killed->low : std::nullopt);
    json.key("killed_high").whole_or_null(killed ? killed->high : std::nullopt);
    json.end_object().end_object();
}

}  // namespace

std::string places_to_geojson(const Casebook& casebook, const std::vector<std::size_t>& events) {
    std::string out = R"({"type":"FeatureCollection","name":"toposcope","features":[)";
    for (const PlaceGroup& group : group_by_place(casebook, events)) {
        out += out.back() == '[' ? "\n" : ",\n";
        JsonText json(out);
        append_place(json, casebook, group);
    }
    return out + "\n]}\n";
}

}  // namespace events
