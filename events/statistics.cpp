// Totals as ranges.
#include "events/statistics.hpp"

#include <set>
#include <tuple>

namespace events {
namespace {

/// Adds one figure to a running sum; the sum's high stays unknown once it is.
void add(std::optional<Figure>& sum, const Figure& figure) {
    if (!sum) {
        sum = Figure{figure.low.value_or(0), figure.high, figure.approximate, {}};
        return;
    }
    *sum->low += figure.low.value_or(0);
    sum->high = sum->high && figure.high ? std::optional{*sum->high + *figure.high} : std::nullopt;
    sum->approximate = sum->approximate || figure.approximate;
}

bool is_single_source(const Event& event) {
    for (const Claim& claim : event.claims) {
        if (claim.span.report != event.claims.front().span.report)
            return false;
    }
    return true;
}

std::optional<Figure>& sum_of(Displacement& displacement, FlowKind kind) {
    switch (kind) {
        case FlowKind::movement:
            return displacement.movement;
        case FlowKind::stock:
            return displacement.stock;
        case FlowKind::return_:
            return displacement.returns;
    }
    return displacement.movement;
}

}  // namespace

Knownness knownness(std::span<const Event> events, std::span<const std::size_t> shown) {
    Knownness known;
    for (const std::size_t i : shown) {
        const Event& event = events[i];
        ++known.events;
        if (!event.place.point)
            ++known.unplaced;
        else if (event.place.precision == PlacePrecision::exact)
            ++known.exact;
        else if (event.place.precision == PlacePrecision::near)
            ++known.near;
        else if (event.place.precision == PlacePrecision::country)
            ++known.country;
        else
            ++known.area;
        if (!event.time.days)
            ++known.undated;
        else if (event.time.days->first == event.time.days->last)
            ++known.to_the_day;
        if (is_single_source(event))
            ++known.single_source;
        if (event.status == ReviewStatus::accepted || event.status == ReviewStatus::edited)
            ++known.reviewed;
    }
    return known;
}

Tally total(std::span<const Event> events, std::span<const std::size_t> shown) {
    Tally sums;
    for (const std::size_t i : shown) {
        for (std::size_t h = 0; h < kHarmCount; ++h) {
            if (const auto& figure = events[i].tally.figures[h])
                add(sums.figures[h], *figure);
        }
    }
    return sums;
}

Displacement displacement(std::span<const Flow> flows, std::span<const std::size_t> shown) {
    Displacement result;
    std::set<std::tuple<ReportId, std::uint32_t, std::uint32_t, std::string>> counted;
    for (const std::size_t i : shown) {
        const Flow& flow = flows[i];
        if (flow.split == FlowSplit::together && !flow.claims.empty()) {
            const TextSpan& span = flow.claims.front().span;
            const std::string words = flow.people ? flow.people->words : "";
            if (!counted.emplace(span.report, span.begin, span.end, words).second)
                continue;
        }
        if (!flow.people) {
            ++result.without_figure;
            continue;
        }
        ++result.statements;
        add(sum_of(result, flow.kind), *flow.people);
    }
    return result;
}

}  // namespace events
