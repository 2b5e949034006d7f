// The words that stand in files for the model's enumerations, and the codebooks' place scales.
#include "events/event.hpp"

namespace events {
namespace {

/// Finds the value below `count` whose to_string is `text`.
template <typename Enum>
std::optional<Enum> parse(std::string_view text, int count) {
    for (int i = 0; i < count; ++i) {
        if (to_string(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

constexpr std::string_view kLanguages[] = {"en", "fr", "unknown"};
constexpr std::string_view kKnowledge[] = {"unknown", "stated", "inferred", "given"};
constexpr std::string_view kHarms[] = {"killed",      "injured", "abducted",  "detained",
                                       "disappeared", "raped",   "displaced", "houses"};
constexpr std::string_view kStatuses[] = {"proposed", "accepted", "edited", "disputed", "rejected"};
constexpr std::string_view kRoles[] = {"perpetrator", "target", "other"};
constexpr std::string_view kPrecisions[] = {"exact", "near", "admin2", "admin1", "country", "unknown"};
constexpr std::string_view kFlowKinds[] = {"movement", "stock", "return"};
constexpr std::string_view kCategories[] = {"refugees", "asylum_seekers", "idps", "returnees",
                                            "unknown"};
constexpr std::string_view kSplits[] = {"stated", "together"};

}  // namespace

std::string_view to_string(Language v) { return kLanguages[static_cast<int>(v)]; }
std::string_view to_string(Knowledge v) { return kKnowledge[static_cast<int>(v)]; }
std::string_view to_string(Harm v) { return kHarms[static_cast<int>(v)]; }
std::string_view to_string(ReviewStatus v) { return kStatuses[static_cast<int>(v)]; }
std::string_view to_string(ActorRole v) { return kRoles[static_cast<int>(v)]; }
std::string_view to_string(PlacePrecision v) { return kPrecisions[static_cast<int>(v)]; }
std::string_view to_string(FlowKind v) { return kFlowKinds[static_cast<int>(v)]; }
std::string_view to_string(FlowCategory v) { return kCategories[static_cast<int>(v)]; }
std::string_view to_string(FlowSplit v) { return kSplits[static_cast<int>(v)]; }

std::optional<Language> parse_language(std::string_view t) { return parse<Language>(t, 3); }
std::optional<Harm> parse_harm(std::string_view t) { return parse<Harm>(t, kHarmCount); }
std::optional<ReviewStatus> parse_status(std::string_view t) { return parse<ReviewStatus>(t, 5); }
std::optional<ActorRole> parse_actor_role(std::string_view t) { return parse<ActorRole>(t, 3); }
std::optional<PlacePrecision> parse_place_precision(std::string_view t) {
    return parse<PlacePrecision>(t, 6);
}
std::optional<FlowKind> parse_flow_kind(std::string_view t) { return parse<FlowKind>(t, 3); }
std::optional<FlowCategory> parse_flow_category(std::string_view t) {
    return parse<FlowCategory>(t, 5);
}
std::optional<FlowSplit> parse_flow_split(std::string_view t) { return parse<FlowSplit>(t, 2); }

int acled_geo_precision(PlacePrecision precision) {
    switch (precision) {
        case PlacePrecision::exact: return 1;
        case PlacePrecision::near: return 2;
        case PlacePrecision::admin2:
        case PlacePrecision::admin1: return 3;
        case PlacePrecision::country:
        case PlacePrecision::unknown: return 0;
    }
    return 0;
}

int ucdp_where_prec(PlacePrecision precision) {
    switch (precision) {
        case PlacePrecision::exact: return 1;
        case PlacePrecision::near: return 2;
        case PlacePrecision::admin2: return 3;
        case PlacePrecision::admin1: return 4;
        case PlacePrecision::country: return 6;
        case PlacePrecision::unknown: return 0;
    }
    return 0;
}

bool Tally::empty() const {
    for (const auto& figure : figures) {
        if (figure) return false;
    }
    return true;
}

}  // namespace events
