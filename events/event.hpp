// What happened, where, when, to whom, according to whom; and who moved from where to where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/day.hpp"
#include "events/ids.hpp"
#include "events/report.hpp"
#include "events/tally.hpp"
#include "events/taxonomy.hpp"
#include "geo/lon_lat.hpp"

namespace events {

enum class ReviewStatus : std::uint8_t { proposed, accepted, edited, disputed, rejected };
std::string_view to_string(ReviewStatus status);
std::optional<ReviewStatus> parse_status(std::string_view text);

enum class ActorRole : std::uint8_t { perpetrator, target, other };
std::string_view to_string(ActorRole role);
std::optional<ActorRole> parse_actor_role(std::string_view text);

struct Actor {
    std::string name;  ///< as shown: "Malian army", "GSIM"
    ActorRole role = ActorRole::other;
    bool alleged = false;
    friend bool operator==(const Actor&, const Actor&) = default;
};

enum class PlacePrecision : std::uint8_t { exact, near, admin2, admin1, country, unknown };
std::string_view to_string(PlacePrecision precision);
std::optional<PlacePrecision> parse_place_precision(std::string_view text);
/// ACLED geo_precision 1-3 (0: none) and UCDP where_prec 1-7 (codebooks).
int acled_geo_precision(PlacePrecision precision);
int ucdp_where_prec(PlacePrecision precision);

struct PlaceChoice {
    std::string place_id;  ///< Place::source_id
    std::string name;
    std::string country;
    std::string admin1;
    std::string admin2;
    std::string kind;
    geo::LonLat point;
    double score = 0;
    std::vector<std::string> reasons;
    friend bool operator==(const PlaceChoice&, const PlaceChoice&) = default;
};

/// Where. Without a point it is in no gazetteer: words and precision say what is known.
struct EventPlace {
    std::string words;  ///< as written; kept whatever is chosen
    std::string name;
    std::string place_id;
    std::optional<geo::LonLat> point;  ///< the label point when only an area is known
    PlacePrecision precision = PlacePrecision::unknown;
    double radius_km = 0;
    std::string admin1;
    std::string admin2;
    std::string country;  ///< ISO 3166-1 alpha-2
    std::vector<PlaceChoice> candidates;  ///< best first; the chosen one may be any of them
    friend bool operator==(const EventPlace&, const EventPlace&) = default;
};

/// What one source says in one passage. The first claim of an event is the one it is shown by.
struct Claim {
    TextSpan span;
    std::string quote;        ///< exactly the bytes of the span
    std::string attribution;  ///< "according to local and media sources"; empty: the author
    Tally tally;              ///< the figures of this claim alone
    std::string rule;         ///< which rule found it
    double confidence = 0;    ///< 0 to 1
};

struct Event {
    EventId id{};
    EventKind kind = EventKind::other;
    TimeSpan time;
    EventPlace place;
    std::vector<Actor> actors;
    Tally tally;                ///< across claims: the widest range said
    std::vector<Claim> claims;  ///< never empty
    ReviewStatus status = ReviewStatus::proposed;
};

enum class FlowKind : std::uint8_t { movement, stock, return_ };
std::string_view to_string(FlowKind kind);  ///< "movement", "stock", "return"
std::optional<FlowKind> parse_flow_kind(std::string_view text);

enum class FlowCategory : std::uint8_t { refugees, asylum_seekers, idps, returnees, unknown };
std::string_view to_string(FlowCategory category);
std::optional<FlowCategory> parse_flow_category(std::string_view text);

enum class FlowSplit : std::uint8_t { stated, together };
std::string_view to_string(FlowSplit split);
std::optional<FlowSplit> parse_flow_split(std::string_view text);

/// People from here to there. One flow per destination: flows of one claim with
/// `split == together` share one figure, which is the figure of all of them together.
struct Flow {
    FlowId id{};
    EventPlace from;
    EventPlace to;
    std::optional<Figure> people;
    FlowSplit split = FlowSplit::stated;
    FlowKind kind = FlowKind::movement;
    FlowCategory category = FlowCategory::unknown;
    TimeSpan time;
    std::vector<Claim> claims;  ///< never empty; flows `together` share the first one's span
    ReviewStatus status = ReviewStatus::proposed;
};

}  // namespace events
