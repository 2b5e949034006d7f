// Filters over events and flows, and the folding of text that they compare by.
#include "events/filter.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace events {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<signed char>(c) >= 0; });
}

/// The filter with its words folded once.
struct Asked {
    explicit Asked(const Filter& asked)
        : filter(asked),
          text(fold(asked.text)),
          place(fold(asked.place)),
          actor(fold(asked.actor)) {}
    const Filter& filter;
    std::string text;
    std::string place;
    std::string actor;
};

bool has_status(const Filter& filter, ReviewStatus status) {
    return filter.statuses.empty() ? status != ReviewStatus::rejected
                                   : filter.statuses.contains(status);
}

bool has_report(const Filter& filter, const std::vector<Claim>& claims) {
    if (filter.reports.empty())
        return true;
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        return filter.reports.contains(claim.span.report);
    });
}

bool is_near(const Filter& filter, const EventPlace& place) {
    return place.point && geo::contains(*filter.box, *place.point);
}

/// `folded` is folded already and never empty.
bool says(std::string_view text, const std::string& folded) {
    return fold(text).find(folded) != std::string::npos;
}

bool is_named(const EventPlace& place, const std::string& folded) {
    return says(place.name, folded) || says(place.words, folded);
}

bool says(const EventPlace& place, const std::string& folded) {
    return is_named(place, folded) || says(place.admin1, folded) || says(place.admin2, folded);
}

bool says(const std::vector<Claim>& claims, const std::string& folded) {
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        return says(claim.quote, folded) || says(claim.attribution, folded);
    });
}

bool says(const std::vector<Actor>& actors, const std::string& folded) {
    return std::any_of(actors.begin(), actors.end(),
                       [&](const Actor& actor) { return says(actor.name, folded); });
}

bool passes_words(const Asked& asked, const Event& event) {
    const std::string& country = asked.filter.country;
    if (!country.empty() && event.place.country != country)
        return false;
    if (!asked.place.empty() && !is_named(event.place, asked.place))
        return false;
    if (!asked.actor.empty() && !says(event.actors, asked.actor))
        return false;
    return asked.text.empty() || says(event.place, asked.text) || says(event.claims, asked.text) ||
           says(event.actors, asked.text);
}

bool passes_words(const Asked& asked, const Flow& flow) {
    const std::string& country = asked.filter.country;
    if (!country.empty() && flow.from.country != country && flow.to.country != country)
        return false;
    if (!asked.place.empty() && !is_named(flow.from, asked.place) &&
        !is_named(flow.to, asked.place)) {
        return false;
    }
    if (!asked.actor.empty())
        return false;
    return asked.text.empty() || says(flow.from, asked.text) || says(flow.to, asked.text) ||
           says(flow.claims, asked.text);
}

bool passes(const Asked& asked, const Event& event) {
    const Filter& filter = asked.filter;
    if (!filter.kinds.empty() && !filter.kinds.contains(event.kind))
        return false;
    if (!has_status(filter, event.status) || !has_report(filter, event.claims))
        return false;
    if (!filter.precisions.empty() && !filter.precisions.contains(event.place.precision)) {
        return false;
    }
    if (filter.days && inside(event.time, *filter.days) == Inside::no)
        return false;
    if (filter.box && !is_near(filter, event.place))
        return false;
    return passes_words(asked, event);
}

bool passes(const Asked& asked, const Flow& flow) {
    const Filter& filter = asked.filter;
    if (!filter.kinds.empty() && !filter.kinds.contains(EventKind::displacement))
        return false;
    if (!has_status(filter, flow.status) || !has_report(filter, flow.claims))
        return false;
    if (!filter.precisions.empty() && !filter.precisions.contains(flow.from.precision) &&
        !filter.precisions.contains(flow.to.precision)) {
        return false;
    }
    if (filter.days && inside(flow.time, *filter.days) == Inside::no)
        return false;
    if (filter.box && !is_near(filter, flow.from) && !is_near(filter, flow.to))
        return false;
    return passes_words(asked, flow);
}

template <typename Things>
std::vector<std::size_t> positions(const Filter& filter, const Things& things) {
    const Asked asked(filter);
    std::vector<std::size_t> passing;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (passes(asked, things[i]))
            passing.push_back(i);
    }
    return passing;
}

}  // namespace

Inside inside(const TimeSpan& time, const DayRange& window) {
    if (!time.days)
        return Inside::no;
    if (time.days->first >= window.first && time.days->last <= window.last)
        return Inside::surely;
    const bool meets = time.days->first <= window.last && time.days->last >= window.first;
    return meets ? Inside::possibly : Inside::no;
}

std::string fold(std::string_view text) {
    std::string folded;
    if (is_ascii(text)) {
        folded = text;
        for (char& c : folded) {
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
        }
        return folded;
    }
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(error);
    if (U_FAILURE(error))
        return std::string(text);
    const auto piece = icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()));
    const icu::UnicodeString parts =
        decompose->normalize(icu::UnicodeString::fromUTF8(piece).foldCase(), error);
    icu::UnicodeString bare;
    for (std::int32_t i = 0; i < parts.length();) {
        const UChar32 c = parts.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK)
            bare.append(c == 0x2019 ? UChar32{'\''} : c);
        i += U16_LENGTH(c);
    }
    bare.toUTF8String(folded);
    return folded;
}

bool passes(const Filter& filter, const Event& event) {
    return passes(Asked(filter), event);
}
bool passes(const Filter& filter, const Flow& flow) {
    return passes(Asked(filter), flow);
}

std::vector<std::size_t> passing_events(const Casebook& casebook, const Filter& filter) {
    return positions(filter, casebook.events());
}
std::vector<std::size_t> passing_flows(const Casebook& casebook, const Filter& filter) {
    return positions(filter, casebook.flows());
}

}  // namespace events
