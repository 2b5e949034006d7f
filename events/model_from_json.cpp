// JSON to the model's values. Files from other people come through here: nothing is taken on trust.
#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "events/model_json.hpp"

namespace events {
namespace {

using Json = nlohmann::json;

/// Reads named fields of one object. The first thing that is wrong is kept and what follows reads
/// as empty, so a caller asks once, at the end.
class Fields {
  public:
    Fields(const Json& object, std::string what, std::string& error)
        : m_object(object), m_what(std::move(what)), m_error(error) {
        if (!object.is_object())
            wrong("no object");
    }

    const Json& at(const char* key) {
        if (!m_object.is_object())
            return m_nothing;
        const auto found = m_object.find(key);
        if (found != m_object.end())
            return *found;
        wrong(fmt::format("\"{}\" is missing", key));
        return m_nothing;
    }
    bool has(const char* key) const { return m_object.is_object() && m_object.contains(key); }

    std::string text(const char* key) {
        const Json& value = at(key);
        if (value.is_string())
            return value.get<std::string>();
        wrong(fmt::format("\"{}\" is no text", key));
        return {};
    }
    bool boolean(const char* key) {
        const Json& value = at(key);
        if (value.is_boolean())
            return value.get<bool>();
        wrong(fmt::format("\"{}\" is neither true nor false", key));
        return false;
    }
    double number(const char* key) { return number_of(at(key), key); }
    double number_of(const Json& value, const char* key) {
        if (value.is_number()) {
            const double number = value.get<double>();
            if (std::isfinite(number))
                return number;
        }
        wrong(fmt::format("\"{}\" is no number", key));
        return 0;
    }
    std::int64_t whole(const char* key, std::int64_t most) {
        const Json& value = at(key);
        if (value.is_number_integer() && !value.is_number_float()) {
            const bool too_large = value.is_number_unsigned() &&
                                   value.get<std::uint64_t>() > static_cast<std::uint64_t>(most);
            const std::int64_t number = value.get<std::int64_t>();
            if (!too_large && number >= 0 && number <= most)
                return number;
        }
        wrong(fmt::format("\"{}\" is no whole number from 0 to {}", key, most));
        return 0;
    }
    template <typename Parse>
    auto word(const char* key, Parse parse) {
        const std::string text_value = text(key);
        const auto parsed = parse(text_value);
        if (!parsed)
            wrong(fmt::format("\"{}\" is not one of its words", key));
        return parsed.value_or(typename std::decay_t<decltype(parsed)>::value_type{});
    }
    std::span<const Json> list(const char* key) {
        const Json& value = at(key);
        if (value.is_array())
            return value.get_ref<const Json::array_t&>();
        wrong(fmt::format("\"{}\" is no list", key));
        return {};
    }
    void wrong(std::string_view what) {
        if (m_error.empty())
            m_error = fmt::format("{}: {}", m_what, what);
    }
    std::string& error() { return m_error; }

  private:
    const Json& m_object;
    const Json m_nothing;
    std::string m_what;
    std::string& m_error;
};

std::optional<std::int64_t> read_count(Fields& fields, const char* key) {
    if (fields.at(key).is_null())
        return std::nullopt;
    return fields.whole(key, std::numeric_limits<std::int64_t>::max());
}

std::optional<Figure> read_figure(const Json& json, std::string& error) {
    if (json.is_null())
        return std::nullopt;
    Fields fields(json, "figure", error);
    Figure figure;
    figure.low = read_count(fields, "low");
    figure.high = read_count(fields, "high");
    figure.approximate = fields.boolean("approximate");
    figure.words = fields.text("words");
    if (figure.low && figure.high && *figure.low > *figure.high) {
        fields.wrong("\"low\" is above \"high\"");
    }
    return figure;
}

Tally read_tally(const Json& json, std::string& error) {
    Tally tally;
    Fields fields(json, "tally", error);
    if (!json.is_object())
        return tally;
    for (const auto& [name, value] : json.items()) {
        const auto harm = parse_harm(name);
        if (!harm) {
            fields.wrong(fmt::format("\"{}\" is no harm", name));
            return tally;
        }
        tally[*harm] = read_figure(value, error);
    }
    return tally;
}

std::optional<DayRange> read_days(const Json& json, std::string& error) {
    if (json.is_null())
        return std::nullopt;
    if (json.is_array() && json.size() == 2 && json[0].is_string() && json[1].is_string()) {
        const auto first = parse_iso_day(json[0].get_ref<const std::string&>());
        const auto last = parse_iso_day(json[1].get_ref<const std::string&>());
        if (first && last && *first <= *last)
            return DayRange{*first, *last};
    }
    if (error.empty())
        error = "days: not two days in order";
    return std::nullopt;
}

TimeSpan read_time_choice(Fields& fields) {
    TimeSpan time;
    time.days = read_days(fields.at("days"), fields.error());
    time.precision = fields.word("precision", parse_date_precision);
    time.inferred = fields.boolean("inferred");
    return time;
}

TimeSpan read_time(const Json& json, std::string& error) {
    Fields fields(json, "time", error);
    TimeSpan time = read_time_choice(fields);
    time.words = fields.text("words");
    return time;
}

geo::LonLat read_point(const Json& json, std::string& error) {
    if (json.is_array() && json.size() == 2 && json[0].is_number() && json[1].is_number()) {
        const geo::LonLat point{json[0].get<double>(), json[1].get<double>()};
        if (geo::is_on_earth(point))
            return point;
    }
    if (error.empty())
        error = "point: no longitude and latitude on the earth";
    return {};
}

EventPlace read_place_choice(Fields& fields) {
    EventPlace place;
    place.name = fields.text("name");
    place.place_id = fields.text("place_id");
    if (!fields.at("point").is_null())
        place.point = read_point(fields.at("point"), fields.error());
    place.precision = fields.word("precision", parse_place_precision);
    place.radius_km = fields.number("radius_km");
    place.admin1 = fields.text("admin1");
    place.admin2 = fields.text("admin2");
    place.country = fields.text("country");
    return place;
}

PlaceChoice read_candidate(const Json& json, std::string& error) {
    Fields fields(json, "candidate", error);
    PlaceChoice choice;
    choice.place_id = fields.text("place_id");
    choice.name = fields.text("name");
    choice.country = fields.text("country");
    choice.admin1 = fields.text("admin1");
    choice.admin2 = fields.text("admin2");
    choice.kind = fields.text("kind");
    choice.point = read_point(fields.at("point"), error);
    choice.score = fields.number("score");
    for (const Json& reason : fields.list("reasons")) {
        if (reason.is_string()) {
            choice.reasons.push_back(reason.get<std::string>());
        } else {
            fields.wrong("a reason is no text");
        }
    }
    return choice;
}

EventPlace read_place(const Json& json, std::string& error) {
    Fields fields(json, "place", error);
    EventPlace place = read_place_choice(fields);
    place.words = fields.text("words");
    for (const Json& candidate : fields.list("candidates")) {
        place.candidates.push_back(read_candidate(candidate, error));
    }
    return place;
}

std::vector<Claim> read_claims(Fields& owner) {
    std::vector<Claim> claims;
    constexpr std::int64_t kMaxOffset = std::numeric_limits<std::uint32_t>::max();
    for (const Json& json : owner.list("claims")) {
        Fields fields(json, "claim", owner.error());
        Claim claim;
        claim.span.report = fields.word("report", parse_report_id);
        claim.span.begin = static_cast<std::uint32_t>(fields.whole("begin", kMaxOffset));
        claim.span.end = static_cast<std::uint32_t>(fields.whole("end", kMaxOffset));
        if (claim.span.begin > claim.span.end)
            fields.wrong("\"begin\" is after \"end\"");
        claim.quote = fields.text("quote");
        claim.attribution = fields.text("attribution");
        claim.tally = read_tally(fields.at("tally"), owner.error());
        claim.rule = fields.text("rule");
        claim.confidence = fields.number("confidence");
        claims.push_back(std::move(claim));
    }
    if (claims.empty())
        owner.wrong("it has no claim");
    return claims;
}

std::optional<Knowledge> parse_knowledge(std::string_view text) {
    for (int i = 0; i <= static_cast<int>(Knowledge::given_by_user); ++i) {
        if (to_string(static_cast<Knowledge>(i)) == text)
            return static_cast<Knowledge>(i);
    }
    return std::nullopt;
}

Event read_event(const Json& json, std::string& error) {
    Fields fields(json, "event", error);
    Event event;
    event.id = fields.word("id", parse_event_id);
    event.kind = fields.word("kind", parse_kind);
    event.time = read_time(fields.at("time"), error);
    event.place = read_place(fields.at("place"), error);
    for (const Json& actor_json : fields.list("actors")) {
        Fields actor_fields(actor_json, "actor", error);
        Actor actor;
        actor.name = actor_fields.text("name");
        actor.role = actor_fields.word("role", parse_actor_role);
        actor.alleged = actor_fields.boolean("alleged");
        event.actors.push_back(std::move(actor));
    }
    event.tally = read_tally(fields.at("tally"), error);
    event.claims = read_claims(fields);
    event.status = fields.word("status", parse_status);
    return event;
}

Flow read_flow(const Json& json, std::string& error) {
    Fields fields(json, "flow", error);
    Flow flow;
    flow.id = fields.word("id", parse_flow_id);
    flow.from = read_place(fields.at("from"), error);
    flow.to = read_place(fields.at("to"), error);
    flow.people = read_figure(fields.at("people"), error);
    flow.split = fields.word("split", parse_flow_split);
    flow.kind = fields.word("kind", parse_flow_kind);
    flow.category = fields.word("category", parse_flow_category);
    flow.time = read_time(fields.at("time"), error);
    flow.claims = read_claims(fields);
    flow.status = fields.word("status", parse_status);
    return flow;
}

Report read_report_record(const Json& json, std::string& error) {
    Fields fields(json, "report", error);
    Report report;
    report.id = fields.word("id", parse_report_id);
    report.title = fields.text("title");
    report.publisher = fields.text("publisher");
    report.author = fields.text("author");
    if (const std::string day = fields.text("published"); !day.empty()) {
        report.published = parse_iso_day(day);
        if (!report.published)
            fields.wrong("\"published\" is no day");
    }
    report.published_known = fields.word("published_known", parse_knowledge);
    report.published_how = fields.text("published_how");
    report.covers = read_days(fields.at("covers"), error);
    report.language = fields.word("language", parse_language);
    report.address = fields.text("address");
    report.file_name = fields.text("file_name");
    report.file_bytes = static_cast<std::uint64_t>(
        fields.whole("file_bytes", std::numeric_limits<std::int64_t>::max()));
    report.sha256 = fields.text("sha256");
    report.extraction = fields.text("extraction");
    return report;
}

Change read_change(const Json& json, std::string& error) {
    Fields fields(json, "change", error);
    Change change;
    if (fields.has("status"))
        change.status = fields.word("status", parse_status);
    if (fields.has("place")) {
        Fields place(fields.at("place"), "place", error);
        change.place = read_place_choice(place);
    }
    if (fields.has("time")) {
        Fields time(fields.at("time"), "time", error);
        change.time = read_time_choice(time);
    }
    if (fields.has("kind"))
        change.kind = fields.word("kind", parse_kind);
    if (fields.has("figure")) {
        Fields figure(fields.at("figure"), "figure", error);
        change.figure =
            FigureChange{figure.word("harm", parse_harm), read_figure(figure.at("value"), error)};
    }
    return change;
}

template <typename Read>
auto parse(std::string_view text, Read read)
    -> geo::Result<std::invoke_result_t<Read, const Json&, std::string&>> {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return geo::fail("it is no JSON");
    std::string error;
    auto value = read(json, error);
    if (!error.empty())
        return geo::fail(std::move(error));
    return value;
}

}  // namespace

geo::Result<Event> event_from_json(std::string_view json) {
    return parse(json, read_event);
}
geo::Result<Flow> flow_from_json(std::string_view json) {
    return parse(json, read_flow);
}
geo::Result<Report> report_from_json(std::string_view json) {
    return parse(json, read_report_record);
}
geo::Result<Change> change_from_json(std::string_view json) {
    return parse(json, read_change);
}

}  // namespace events
