// Rows of events in words.
#include "app/briefing/page_table.hpp"

#include <fmt/format.h>

namespace app {
namespace {

constexpr Colour kInk{0x2b, 0x33, 0x3a, 255};
constexpr Colour kGrey{0x6b, 0x74, 0x7c, 255};
constexpr Colour kRule{0xd5, 0xd9, 0xdc, 255};

std::string kind_words(const events::Event& event, const PageTexts& texts) {
    const events::KindInfo& kind = events::info(event.kind);
    return std::string{texts.language() == PageLanguage::fr ? kind.label_fr : kind.label_en};
}

std::string place_words(const events::Event& event, const PageTexts& texts) {
    const events::EventPlace& place = event.place;
    const std::string name = place.name.empty() ? place.words : place.name;
    if (name.empty())
        return texts.say("no_place");
    if (!place.point)
        return fmt::format("{} ({})", name, texts.say("no_place"));
    switch (place.precision) {
        case events::PlacePrecision::near:
            return texts.say("precision_near", {name});
        case events::PlacePrecision::admin1:
        case events::PlacePrecision::admin2:
            return texts.say("precision_area", {name});
        case events::PlacePrecision::country:
            return texts.say("precision_country", {name});
        case events::PlacePrecision::exact:
        case events::PlacePrecision::unknown:
            break;
    }
    return name;
}

/// "10 killed, 61 injured"; empty when no number is said.
std::string people_words(const events::Tally& tally, const PageTexts& texts) {
    std::string words;
    for (std::size_t h = 0; h < events::kHarmCount; ++h) {
        if (!tally.figures[h])
            continue;
        if (!words.empty())
            words += ", ";
        words += fmt::format("{} {}", texts.figure(*tally.figures[h]),
                             texts.say(events::to_string(static_cast<events::Harm>(h))));
    }
    return words;
}

std::string actor_words(const events::Event& event) {
    std::string words;
    for (const events::Actor& actor : event.actors) {
        if (actor.role != events::ActorRole::perpetrator)
            continue;
        if (!words.empty())
            words += ", ";
        words += actor.name + (actor.alleged ? "?" : "");
    }
    return words;
}

std::string source_words(const events::Casebook& casebook, const events::Event& event) {
    const events::Claim& claim = event.claims.front();
    const events::Report* report = casebook.find(claim.span.report);
    std::string source = report == nullptr
                             ? ""
                             : (report->publisher.empty() ? report->file_name : report->publisher);
    if (!claim.attribution.empty())
        source += (source.empty() ? "" : "; ") + claim.attribution;
    return source;
}

/// More people killed first, then more people affected otherwise: which events a short table keeps.
std::int64_t gravity(const events::Event& event) {
    std::int64_t people = 0;
    for (std::size_t h = 0; h < events::kHarmCount; ++h) {
        const auto& figure = event.tally.figures[h];
        if (!figure)
            continue;
        const std::int64_t number = figure->low.value_or(figure->high.value_or(0));
        people += static_cast<events::Harm>(h) == events::Harm::killed ? 1000 * number : number;
    }
    return people;
}

}  // namespace

double draw_short_table(Canvas& canvas, const Rect& frame, const events::Casebook& casebook,
                        const BriefingContent& content, const PageTexts& texts, std::size_t most) {
    std::vector<std::size_t> rows = content.events;
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        return gravity(casebook.events()[a]) > gravity(casebook.events()[b]);
    });
    if (rows.size() > most)
        rows.resize(most);
    std::vector<std::size_t> order;
    for (const std::size_t i : content.events) {
        if (std::find(rows.begin(), rows.end(), i) != rows.end())
            order.push_back(i);
    }
    double y = frame.y;
    std::size_t drawn = 0;
    constexpr double kRowGap = 2.6;
    for (const std::size_t i : order) {
        const events::Event& event = casebook.events()[i];
        const std::string people = people_words(event.tally, texts);
        const std::string head = place_words(event, texts);
        const std::string body = kind_words(event, texts) + (people.empty() ? "" : ": " + people);
        const double body_height = canvas.text_height(
            frame.width, body, {6.6, FontWeight::regular, kInk, Align::left, false, 1});
        const double row_height = 8.6 + body_height + kRowGap;
        if (y + row_height > frame.bottom() - 9)
            break;
        const std::string date = texts.span(event.time);
        const double date_width = std::min(
            frame.width * 0.55, canvas.text_width(date, {6.2, FontWeight::regular, kGrey}) + 1);
        canvas.text({frame.x, y, frame.width - date_width - 4, 0}, head,
                    {6.8, FontWeight::semibold, kInk, Align::left, false, 1});
        canvas.text({frame.right() - date_width, y + 0.5, date_width, 0}, date,
                    {6.2, FontWeight::regular, kGrey, Align::right, false, 1});
        canvas.text({frame.x, y + 8.6, frame.width, 0}, body,
                    {6.6, FontWeight::regular, kInk, Align::left, false, 1});
        y += row_height;
        canvas.line(frame.x, y - 1.4, frame.right(), y - 1.4, kRule, 0.4);
        ++drawn;
    }
    if (drawn < content.events.size()) {
        y +=
            canvas.text({frame.x, y, frame.width, 0},
                        texts.say("table_more", {fmt::format("{}", content.events.size() - drawn)}),
                        {6.4, FontWeight::regular, kGrey, Align::left, true, 1});
    }
    return y - frame.y;
}

std::size_t draw_full_table(Canvas& canvas, const Rect& frame, const events::Casebook& casebook,
                            const BriefingContent& content, const PageTexts& texts,
                            std::size_t first) {
    constexpr double kShares[] = {0.13, 0.15, 0.14, 0.17, 0.17, 0.24};
    constexpr const char* kColumns[] = {"col_date",   "col_event",  "col_place",
                                        "col_people", "col_actors", "col_source"};
    const auto cell_at = [&](int column, double y) {
        double x = frame.x;
        for (int i = 0; i < column; ++i)
            x += kShares[i] * frame.width;
        return Rect{x, y, kShares[column] * frame.width - 6, 0};
    };
    for (int c = 0; c < 6; ++c)
        canvas.text(cell_at(c, frame.y), texts.say(kColumns[c]), {7, FontWeight::semibold, kGrey});
    double y = frame.y + 12;
    canvas.line(frame.x, y - 2, frame.right(), y - 2, kInk, 0.6);
    for (std::size_t row = first; row < content.events.size(); ++row) {
        const events::Event& event = casebook.events()[content.events[row]];
        const std::string cells[] = {texts.span(event.time),    kind_words(event, texts),
                                     place_words(event, texts), people_words(event.tally, texts),
                                     actor_words(event),        source_words(casebook, event)};
        const PageText style{6.8, FontWeight::regular, kInk, Align::left, false, 3};
        double height = 0;
        for (int c = 0; c < 6; ++c)
            height = std::max(height, canvas.text_height(cell_at(c, 0).width, cells[c], style));
        if (y + height > frame.bottom())
            return row;
        for (int c = 0; c < 6; ++c)
            canvas.text(cell_at(c, y), cells[c], style);
        y += height + 3;
        canvas.line(frame.x, y - 1.5, frame.right(), y - 1.5, kRule, 0.4);
    }
    return content.events.size();
}

}  // namespace app
