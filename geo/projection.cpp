// PROJ behind the Projection class, and Web Mercator in closed form.
#include "geo/projection.hpp"

#include <fmt/format.h>
#include <proj.h>

#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/geodesic.hpp"

namespace geo {
namespace {

constexpr double kEarthRadiusM = 6378137.0;
/// Where the square world of Web Mercator ends is 85.06 degrees; farther positions are still
/// drawn, up to where y stays small enough to be drawn with.
constexpr double kMaxMercatorLatDeg = 89.9;

constexpr double radians(double deg) {
    return deg * std::numbers::pi / 180;
}
constexpr double degrees(double rad) {
    return rad * 180 / std::numbers::pi;
}

std::optional<MapPoint> mercator_forward(LonLat p) {
    if (!(std::abs(p.lat_deg) <= kMaxMercatorLatDeg) || !std::isfinite(p.lon_deg))
        return {};
    return MapPoint{kEarthRadiusM * radians(p.lon_deg),
                    kEarthRadiusM * std::asinh(std::tan(radians(p.lat_deg)))};
}

std::optional<LonLat> mercator_inverse(MapPoint p) {
    const double lat_deg = degrees(std::atan(std::sinh(p.y_m / kEarthRadiusM)));
    if (!(std::abs(lat_deg) <= kMaxMercatorLatDeg) || !std::isfinite(p.x_m))
        return {};
    return LonLat{std::remainder(degrees(p.x_m / kEarthRadiusM), 360.0), lat_deg};
}

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using ContextPtr = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using PjPtr = std::unique_ptr<PJ, PjDeleter>;

ContextPtr quiet_offline_context() {
    ContextPtr context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

std::string degrees_words(double value, char positive, char negative) {
    return fmt::format("{:.4g}° {}", std::abs(value), value < 0 ? negative : positive);
}

/// What keeps the definition from being drawn with; empty when nothing does.
std::string refusal(PJ_CONTEXT* context, const PJ* crs) {
    PjPtr base;  // what a definition with +towgs84 or +nadgrids wraps
    if (proj_get_type(crs) == PJ_TYPE_BOUND_CRS) {
        base = PjPtr(proj_get_source_crs(context, crs));
        crs = base.get();
    }
    if (crs == nullptr || proj_get_type(crs) != PJ_TYPE_PROJECTED_CRS)
        return "is not a map projection";
    const PjPtr axes(proj_crs_get_coordinate_system(context, crs));
    double to_metres = 0;
    if (!axes || !proj_cs_get_axis_info(context, axes.get(), 0, nullptr, nullptr, nullptr,
                                        &to_metres, nullptr, nullptr, nullptr)) {
        return "has no axes";
    }
    return to_metres == 1.0 ? "" : "does not use metres";
}

}  // namespace

struct Projection::Impl {
    std::string definition;
    std::string label;
    ContextPtr context;  ///< destroyed after pj
    PjPtr pj;            ///< degrees to metres; none for Web Mercator
};

Projection::Projection(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

Projection Projection::web_mercator() {
    auto impl = std::make_unique<Impl>();
    impl->definition = "EPSG:3857";
    impl->label = "Web Mercator";
    return Projection(std::move(impl));
}

Projection Projection::equal_area(LonLat centre) {
    assert(is_on_earth(centre));
    auto impl = std::make_unique<Impl>();
    impl->definition = fmt::format("+proj=laea +lat_0={:.6f} +lon_0={:.6f} +datum=WGS84 +units=m",
                                   centre.lat_deg, centre.lon_deg);
    impl->label =
        fmt::format("Lambert azimuthal equal-area, {} {}", degrees_words(centre.lat_deg, 'N', 'S'),
                    degrees_words(centre.lon_deg, 'E', 'W'));
    impl->context = quiet_offline_context();
    // A bare operation, not a pair of reference systems: it needs no PROJ database.
    const std::string pipeline = fmt::format(
        "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
        "+step +proj=laea +lat_0={:.6f} +lon_0={:.6f} +ellps=WGS84",
        centre.lat_deg, centre.lon_deg);
    impl->pj = PjPtr(proj_create(impl->context.get(), pipeline.c_str()));
    assert(impl->pj);
    return Projection(std::move(impl));
}

Result<Projection> Projection::from_definition(const std::string& definition) {
    if (definition == "EPSG:3857")
        return web_mercator();
    auto impl = std::make_unique<Impl>();
    impl->definition = definition;
    impl->context = quiet_offline_context();
    PJ_CONTEXT* context = impl->context.get();
    const bool is_proj_string = definition.starts_with("+");
    const PjPtr crs(
        proj_create(context, (is_proj_string ? definition + " +type=crs" : definition).c_str()));
    if (!crs)
        return fail(fmt::format("\"{}\" is not a projection that PROJ knows", definition));
    if (const std::string bad = refusal(context, crs.get()); !bad.empty()) {
        return fail(fmt::format("\"{}\" {}", definition, bad));
    }
    const PjPtr degrees_crs(proj_create(context, "+proj=longlat +datum=WGS84 +no_defs +type=crs"));
    const PjPtr raw(
        proj_create_crs_to_crs_from_pj(context, degrees_crs.get(), crs.get(), nullptr, nullptr));
    if (raw)
        impl->pj = PjPtr(proj_normalize_for_visualization(context, raw.get()));
    if (!impl->pj) {
        return fail(
            fmt::format("\"{}\" cannot be reached from longitude and latitude", definition));
    }
    const char* name = proj_get_name(crs.get());
    impl->label = is_proj_string || name == nullptr ? definition : name;
    return Projection(std::move(impl));
}

std::optional<MapPoint> Projection::forward(LonLat p) const {
    if (!m_impl->pj)
        return mercator_forward(p);
    if (!std::isfinite(p.lon_deg) || !(std::abs(p.lat_deg) <= 90))
        return {};
    const PJ_COORD out =
        proj_trans(m_impl->pj.get(), PJ_FWD, proj_coord(p.lon_deg, p.lat_deg, 0, HUGE_VAL));
    proj_errno_reset(m_impl->pj.get());
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y))
        return {};
    return MapPoint{out.xy.x, out.xy.y};
}

std::optional<LonLat> Projection::inverse(MapPoint p) const {
    if (!m_impl->pj)
        return mercator_inverse(p);
    const PJ_COORD out =
        proj_trans(m_impl->pj.get(), PJ_INV, proj_coord(p.x_m, p.y_m, 0, HUGE_VAL));
    proj_errno_reset(m_impl->pj.get());
    if (!std::isfinite(out.xy.x) || !(std::abs(out.xy.y) <= 90))
        return {};
    return LonLat{std::remainder(out.xy.x, 360.0), out.xy.y};
}

void Projection::forward(std::span<const LonLat> in, std::span<MapPoint> out) const {
    assert(in.size() == out.size());
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < in.size(); ++i) {
        out[i] = forward(in[i]).value_or(MapPoint{nan, nan});
    }
}

const std::string& Projection::label() const {
    return m_impl->label;
}

const std::string& Projection::definition() const {
    return m_impl->definition;
}

double Projection::ground_metres_per_map_metre(LonLat at) const {
    constexpr double kStepDeg = 0.001;
    const LonLat south{at.lon_deg, std::max(at.lat_deg - kStepDeg, -90.0)};
    const LonLat north{at.lon_deg, std::min(at.lat_deg + kStepDeg, 90.0)};
    const auto low = forward(south);
    const auto high = forward(north);
    if (!low || !high)
        return 1;
    const double map_m = std::hypot(high->x_m - low->x_m, high->y_m - low->y_m);
    return map_m > 0 ? distance_m(south, north) / map_m : 1;
}

}  // namespace geo
