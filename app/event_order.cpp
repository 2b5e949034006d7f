// Comparisons by column.
#include "app/event_order.hpp"

#include <string>
#include <string_view>

namespace app {
namespace {

using events::Event;

std::string_view place_key(const Event& event) {
    return event.place.name.empty() ? event.place.words : event.place.name;
}

std::string_view source_key(const Event& event, const events::Casebook& casebook) {
    if (event.claims.empty())
        return {};
    const auto* report = casebook.find(event.claims.front().span.report);
    if (report == nullptr)
        return {};
    return report->publisher.empty() ? report->title : report->publisher;
}

/// Negative, zero or positive, as a comes before, with or after b.
int compare(const Event& a, const Event& b, EventColumn column, const events::Casebook& casebook) {
    switch (column) {
        case EventColumn::date: {
            const auto& left = *a.time.days;
            const auto& right = *b.time.days;
            if (left.first != right.first)
                return left.first < right.first ? -1 : 1;
            return left.last == right.last ? 0 : left.last < right.last ? -1 : 1;
        }
        case EventColumn::kind:
            return events::info(a.kind).label_en.compare(events::info(b.kind).label_en);
        case EventColumn::place:
            return place_key(a).compare(place_key(b));
        case EventColumn::figure: {
            const auto left = weight_of(a.tally);
            const auto right = weight_of(b.tally);
            return left == right ? 0 : left < right ? -1 : 1;
        }
        case EventColumn::source:
            return source_key(a, casebook).compare(source_key(b, casebook));
    }
    return 0;
}

bool has_value(const Event& event, EventColumn column) {
    if (column == EventColumn::date)
        return event.time.days.has_value();
    if (column == EventColumn::place)
        return !place_key(event).empty();
    return true;
}

}  // namespace

std::int64_t weight_of(const events::Tally& tally) {
    for (const auto& figure : tally.figures) {
        if (figure)
            return figure->low.value_or(figure->high.value_or(0));
    }
    return 0;
}

void sort_events(std::span<std::size_t> positions, const events::Casebook& casebook,
                 EventOrder order) {
    const auto all = casebook.events();
    std::stable_sort(positions.begin(), positions.end(), [&](std::size_t a, std::size_t b) {
        const bool has_a = has_value(all[a], order.column);
        const bool has_b = has_value(all[b], order.column);
        if (has_a != has_b)
            return has_a;
        if (!has_a)
            return false;
        const int sign = compare(all[a], all[b], order.column, casebook);
        return order.descending ? sign > 0 : sign < 0;
    });
}

}  // namespace app
