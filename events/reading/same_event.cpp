// Compares claims: days, places, figures and kinds.
#include "events/reading/same_event.hpp"

#include <algorithm>

#include "geo/geodesic.hpp"

namespace events {

namespace {

constexpr int kNarrowDays = 62;
constexpr double kSamePlaceKm = 10;
constexpr std::int64_t kTellingNumber = 3;  // smaller numbers agree by chance

enum class Family { harm, custody, protest, riot, property, siege, displacement, other };

Family family_of(EventKind kind) {
    switch (kind) {
        case EventKind::battle:
        case EventKind::takeover:
        case EventKind::air_strike:
        case EventKind::shelling:
        case EventKind::explosive_device:
        case EventKind::suicide_attack:
        case EventKind::attack_on_civilians:
        case EventKind::killing:
        case EventKind::summary_execution:
        case EventKind::mass_grave:
        case EventKind::attack_on_aid:
        case EventKind::attack_on_health:
        case EventKind::attack_on_education:
        case EventKind::sexual_violence:
            return Family::harm;
        case EventKind::abduction:
        case EventKind::enforced_disappearance:
        case EventKind::arrest:
        case EventKind::torture:
        case EventKind::child_recruitment:
            return Family::custody;
        case EventKind::protest:
            return Family::protest;
        case EventKind::riot:
            return Family::riot;
        case EventKind::looting:
        case EventKind::property_destruction:
        case EventKind::heritage_destruction:
            return Family::property;
        case EventKind::siege:
            return Family::siege;
        case EventKind::displacement:
            return Family::displacement;
        case EventKind::other:
            break;
    }
    return Family::other;
}

/// How much a kind says about what happened; ties keep the first.
int telling(EventKind kind) {
    switch (kind) {
        case EventKind::other:
            return 0;
        case EventKind::arrest:
        case EventKind::displacement:
        case EventKind::looting:
        case EventKind::property_destruction:
        case EventKind::torture:
            return 1;
        case EventKind::abduction:
        case EventKind::protest:
            return 2;
        case EventKind::enforced_disappearance:
        case EventKind::killing:
        case EventKind::sexual_violence:
            return 3;
        case EventKind::mass_grave:
        case EventKind::summary_execution:
            return 5;
        default:
            return 4;
    }
}

/// Not "dozens": words that mean a range agree by chance.
bool is_number(const Figure& figure) {
    return figure.low == figure.high ||
           figure.words.find_first_of("0123456789") != std::string::npos;
}

int fineness(PlacePrecision precision) {
    switch (precision) {
        case PlacePrecision::exact:
            return 5;
        case PlacePrecision::near:
            return 4;
        case PlacePrecision::admin2:
            return 3;
        case PlacePrecision::admin1:
            return 2;
        case PlacePrecision::country:
            return 1;
        case PlacePrecision::unknown:
            break;
    }
    return 0;
}

bool lies_in(const EventPlace& inner, const EventPlace& outer) {
    if (outer.precision == PlacePrecision::country && outer.country == inner.country) {
        // A part of a country ("central X") holds what lies within its radius.
        if (!inner.point || !outer.point || outer.place_id.empty() || outer.radius_km <= 0)
            return true;
        return geo::distance_m(*inner.point, *outer.point) / 1000 <= outer.radius_km * 1.5;
    }
    if (outer.precision == PlacePrecision::admin1 || outer.precision == PlacePrecision::admin2) {
        if (!outer.name.empty() && (inner.admin1 == outer.name || inner.admin2 == outer.name))
            return true;
        return inner.point && outer.point && outer.radius_km > 0 &&
               geo::distance_m(*inner.point, *outer.point) / 1000 <= outer.radius_km;
    }
    return false;
}

}  // namespace

Day make_day_before(Day published) {
    const std::chrono::year_month_day day(published - std::chrono::days(1));
    return first_of_month(static_cast<int>(day.year()), static_cast<unsigned>(day.month()));
}

TimeSpan whole_month(const TimeSpan& span) {
    TimeSpan month;
    const std::chrono::year_month_day day(span.days->first);
    const int year = static_cast<int>(day.year());
    const auto number = static_cast<unsigned>(day.month());
    month.days = DayRange{first_of_month(year, number), last_of_month(year, number)};
    month.precision = DatePrecision::month;
    month.inferred = true;
    return month;
}

bool days_meet(const TimeSpan& a, const TimeSpan& b) {
    if (!a.days || !b.days)
        return true;
    return a.days->first <= b.days->last && b.days->first <= a.days->last;
}

bool narrow(const TimeSpan& span) {
    return span.days && (span.days->last - span.days->first).count() <= kNarrowDays;
}

bool same_place(const EventPlace& a, const EventPlace& b) {
    if (!a.place_id.empty() && a.place_id == b.place_id)
        return true;
    if (a.point && b.point && fineness(a.precision) >= 4 && fineness(b.precision) >= 4)
        return geo::distance_m(*a.point, *b.point) / 1000 <= kSamePlaceKm;
    return !a.name.empty() && a.name == b.name;
}

bool places_meet(const EventPlace& a, const EventPlace& b) {
    const bool nowhere = (!a.point && a.words.empty()) || (!b.point && b.words.empty());
    return nowhere || same_place(a, b) || lies_in(a, b) || lies_in(b, a);
}

bool named_in(const EventPlace& inner, const EventPlace& outer) {
    return !inner.name.empty() && outer.words.find(inner.name) != std::string::npos;
}

bool is_finer(const EventPlace& a, const EventPlace& b) {
    return fineness(a.precision) > fineness(b.precision);
}

bool figures_differ(const Tally& a, const Tally& b) {
    for (std::size_t h = 0; h < kHarmCount; ++h) {
        const auto& x = a.figures[h];
        const auto& y = b.figures[h];
        if (!x || !y)
            continue;
        const std::int64_t x_high = x->high.value_or(INT64_MAX);
        const std::int64_t y_high = y->high.value_or(INT64_MAX);
        if (x->low.value_or(0) > y_high || y->low.value_or(0) > x_high)
            return true;
    }
    return false;
}

bool figures_agree(const Tally& a, const Tally& b) {
    for (std::size_t h = 0; h < kHarmCount; ++h) {
        const auto& x = a.figures[h];
        const auto& y = b.figures[h];
        if (x && y && x->low && x->low == y->low && *x->low >= kTellingNumber && is_number(*x) &&
            is_number(*y))
            return true;
    }
    // The same people abducted, then missing: their number is told under both harms.
    const auto count = [](const Tally& tally) -> std::optional<std::int64_t> {
        for (const Harm harm : {Harm::disappeared, Harm::abducted, Harm::detained}) {
            if (tally[harm] && tally[harm]->low)
                return tally[harm]->low;
        }
        return std::nullopt;
    };
    const auto x = count(a);
    const auto y = count(b);
    return x && y && *x == *y && *x >= kTellingNumber;
}

Figure widest(const Figure& a, const Figure& b) {
    Figure result = a;
    if (a.low && b.low)
        result.low = std::min(*a.low, *b.low);
    else
        result.low = a.low ? a.low : b.low;
    if (a.high && b.high)
        result.high = std::max(*a.high, *b.high);
    else if (!a.low && !a.high)
        result.high = b.high;
    result.approximate = a.approximate || b.approximate;
    if (b.words != a.words && !b.words.empty() && (a.low != b.low || a.high != b.high))
        result.words += "; " + b.words;
    return result;
}

bool is_custody(EventKind kind) {
    return family_of(kind) == Family::custody;
}

bool perpetrators_differ(const Event& a, const Event& b) {
    bool any_a = false;
    bool any_b = false;
    for (const Actor& x : a.actors) {
        if (x.role != ActorRole::perpetrator)
            continue;
        any_a = true;
        for (const Actor& y : b.actors) {
            if (x.name == y.name)
                return false;
        }
    }
    for (const Actor& y : b.actors)
        any_b = any_b || y.role == ActorRole::perpetrator;
    return any_a && any_b;
}

bool same_family(EventKind a, EventKind b) {
    return family_of(a) == family_of(b);
}

bool another_deed(EventKind a, EventKind b, bool linked) {
    const auto is_taking = [](EventKind kind) {
        return kind == EventKind::arrest || kind == EventKind::abduction;
    };
    const auto is_rape_beside = [](EventKind x, EventKind y) {
        return x == EventKind::sexual_violence && y == EventKind::killing;
    };
    if (is_rape_beside(a, b) || is_rape_beside(b, a))
        return !linked;
    if (is_taking(a) == is_taking(b))
        return false;
    const EventKind other = is_taking(a) ? b : a;
    if (other == EventKind::sexual_violence)
        return true;
    return !linked && (other == EventKind::killing || other == EventKind::property_destruction);
}

bool can_be_one(EventKind a, EventKind b) {
    const Family x = family_of(a);
    const Family y = family_of(b);
    if (x == y)
        return true;
    const auto violent = [](Family f) {
        return f == Family::harm || f == Family::custody || f == Family::property;
    };
    const auto with_riot = [](Family f) { return f == Family::riot || f == Family::property; };
    // Those who fled an attack or a siege are told of with it.
    const bool flight = y == Family::displacement || x == Family::displacement;
    if (flight &&
        (x == Family::harm || x == Family::siege || y == Family::harm || y == Family::siege))
        return true;
    return (violent(x) && violent(y)) || (with_riot(x) && with_riot(y));
}

bool told_apart(EventKind a, EventKind b) {
    const auto is_combat = [](EventKind kind) {
        return kind == EventKind::battle || kind == EventKind::takeover ||
               kind == EventKind::air_strike || kind == EventKind::shelling ||
               kind == EventKind::explosive_device || kind == EventKind::suicide_attack;
    };
    const auto is_deed = [](EventKind kind) {
        return kind == EventKind::summary_execution || kind == EventKind::sexual_violence;
    };
    return (is_combat(a) && is_deed(b)) || (is_deed(a) && is_combat(b));
}

EventKind more_telling(EventKind first, EventKind second) {
    return telling(second) > telling(first) ? second : first;
}

}  // namespace events
