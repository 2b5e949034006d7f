// The map as a picture without a display: what `toposcope shot` does.
#pragma once

#include <optional>
#include <string>

#include "events/casebook.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geo/lon_lat.hpp"
#include "geo/output_file.hpp"
#include "geo/result.hpp"

namespace app {

struct ShotOptions {
    std::string output;  ///< PNG
    geo::Overwrite overwrite = geo::Overwrite::refuse;
    int width_px = 1280;
    int height_px = 720;
    double dpi_scale = 0;                ///< device pixels per logical one; 0: what suits the size
    std::optional<events::Day> at;       ///< only what may have happened on this day
    std::optional<geo::LonLatBox> view;  ///< empty: all events and flows of the casebook
    std::string style = "light";         ///< a file of styles/
    events::Language language = events::Language::en;
};

inline constexpr int kSmallestShotPx = 16;
inline constexpr int kLargestShotPx = 16384;

/// Deterministic: the same casebook and options give the same bytes on the same machine. Fails with
/// one sentence when there is no EGL, the size is out of range or the file cannot be written.
geo::Result<void> render_shot(const events::Casebook& casebook,
                              const gazetteer::Gazetteer& gazetteer,
                              const std::string& share_folder, const ShotOptions& options);

}  // namespace app
