// The model's values to JSON.
#include "events/json_text.hpp"
#include "events/model_json.hpp"

namespace events {
namespace {

void write(JsonText& json, const std::optional<Figure>& figure) {
    if (!figure) {
        json.null();
        return;
    }
    json.begin_object();
    json.key("low").whole_or_null(figure->low);
    json.key("high").whole_or_null(figure->high);
    json.key("approximate").boolean(figure->approximate);
    json.key("words").text(figure->words);
    json.end_object();
}

void write(JsonText& json, const Tally& tally) {
    json.begin_object();
    for (std::size_t i = 0; i < kHarmCount; ++i) {
        const auto harm = static_cast<Harm>(i);
        if (tally[harm])
            write(json.key(to_string(harm)), tally[harm]);
    }
    json.end_object();
}

void write(JsonText& json, const std::optional<DayRange>& days) {
    if (!days) {
        json.null();
        return;
    }
    json.begin_array().text(to_iso(days->first)).text(to_iso(days->last)).end_array();
}

/// The part of a time that a person may set, inside an open object.
void write_choice(JsonText& json, const TimeSpan& time) {
    write(json.key("days"), time.days);
    json.key("precision").text(to_string(time.precision));
    json.key("inferred").boolean(time.inferred);
}

void write(JsonText& json, const TimeSpan& time) {
    json.begin_object();
    write_choice(json, time);
    json.key("words").text(time.words);
    json.end_object();
}

void write_point(JsonText& json, geo::LonLat point) {
    json.begin_array().number(point.lon_deg).number(point.lat_deg).end_array();
}

/// The part of a place that a person may choose, inside an open object.
void write_choice(JsonText& json, const EventPlace& place) {
    json.key("name").text(place.name);
    json.key("place_id").text(place.place_id);
    json.key("point");
    if (place.point) {
        write_point(json, *place.point);
    } else {
        json.null();
    }
    json.key("precision").text(to_string(place.precision));
    json.key("radius_km").number(place.radius_km);
    json.key("admin1").text(place.admin1);
    json.key("admin2").text(place.admin2);
    json.key("country").text(place.country);
}

void write(JsonText& json, const PlaceChoice& choice) {
    json.begin_object();
    json.key("place_id").text(choice.place_id);
    json.key("name").text(choice.name);
    json.key("country").text(choice.country);
    json.key("admin1").text(choice.admin1);
    json.key("admin2").text(choice.admin2);
    json.key("kind").text(choice.kind);
    write_point(json.key("point"), choice.point);
    json.key("score").number(choice.score);
    json.key("reasons").begin_array();
    for (const std::string& reason : choice.reasons) {
        json.text(reason);
    }
    json.end_array().end_object();
}

void write(JsonText& json, const EventPlace& place) {
    json.begin_object();
    write_choice(json, place);
    json.key("words").text(place.words);
    json.key("candidates").begin_array();
    for (const PlaceChoice& choice : place.candidates) {
        write(json, choice);
    }
    json.end_array().end_object();
}

void write(JsonText& json, const std::vector<Claim>& claims) {
    json.begin_array();
    for (const Claim& claim : claims) {
        json.begin_object();
        json.key("report").text(to_string(claim.span.report));
        json.key("begin").whole(claim.span.begin);
        json.key("end").whole(claim.span.end);
        json.key("quote").text(claim.quote);
        json.key("attribution").text(claim.attribution);
        write(json.key("tally"), claim.tally);
        json.key("rule").text(claim.rule);
        json.key("confidence").number(claim.confidence);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string to_json(const Event& event) {
    std::string out;
    JsonText json(out);
    json.begin_object();
    json.key("id").text(to_string(event.id));
    json.key("kind").text(info(event.kind).key);
    write(json.key("time"), event.time);
    write(json.key("place"), event.place);
    json.key("actors").begin_array();
    for (const Actor& actor : event.actors) {
        json.begin_object();
        json.key("name").text(actor.name);
        json.key("role").text(to_string(actor.role));
        json.key("alleged").boolean(actor.alleged);
        json.end_object();
    }
    json.end_array();
    write(json.key("tally"), event.tally);
    write(json.key("claims"), event.claims);
    json.key("status").text(to_string(event.status));
    json.end_object();
    return out;
}

std::string to_json(const Flow& flow) {
    std::string out;
    JsonText json(out);
    json.begin_object();
    json.key("id").text(to_string(flow.id));
    write(json.key("from"), flow.from);
    write(json.key("to"), flow.to);
    write(json.key("people"), flow.people);
    json.key("split").text(to_string(flow.split));
    json.key("kind").text(to_string(flow.kind));
    json.key("category").text(to_string(flow.category));
    write(json.key("time"), flow.time);
    write(json.key("claims"), flow.claims);
    json.key("status").text(to_string(flow.status));
    json.end_object();
    return out;
}

std::string to_json(const Report& report) {
    std::string out;
    JsonText json(out);
    json.begin_object();
    json.key("id").text(to_string(report.id));
    json.key("title").text(report.title);
    json.key("publisher").text(report.publisher);
    json.key("author").text(report.author);
    json.key("published").text(report.published ? to_iso(*report.published) : "");
    json.key("published_known").text(to_string(report.published_known));
    json.key("published_how").text(report.published_how);
    write(json.key("covers"), report.covers);
    json.key("language").text(to_string(report.language));
    json.key("address").text(report.address);
    json.key("file_name").text(report.file_name);
    json.key("file_bytes").whole(static_cast<std::int64_t>(report.file_bytes));
    json.key("sha256").text(report.sha256);
    json.key("extraction").text(report.extraction);
    json.end_object();
    return out;
}

std::string to_json(const Change& change) {
    std::string out;
    JsonText json(out);
    json.begin_object();
    if (change.status)
        json.key("status").text(to_string(*change.status));
    if (change.place) {
        write_choice(json.key("place").begin_object(), *change.place);
        json.end_object();
    }
    if (change.time) {
        write_choice(json.key("time").begin_object(), *change.time);
        json.end_object();
    }
    if (change.kind)
        json.key("kind").text(info(*change.kind).key);
    if (change.figure) {
        json.key("figure").begin_object();
        json.key("harm").text(to_string(change.figure->harm));
        write(json.key("value"), change.figure->figure);
        json.end_object();
    }
    json.end_object();
    return out;
}

}  // namespace events
