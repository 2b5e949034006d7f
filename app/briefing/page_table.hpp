// The table of events on a page, with who says so.
#pragma once

#include "app/briefing/canvas.hpp"
#include "app/briefing/content.hpp"

namespace app {

/// The short table beside the map: the gravest `most` events, by day. Returns the height used.
double draw_short_table(Canvas& canvas, const Rect& frame, const events::Casebook& casebook,
                        const BriefingContent& content, const PageTexts& texts, std::size_t most);

/// Every event with its place, people, actors and source, from row `first`; returns the row after
/// the last that fitted in the frame.
std::size_t draw_full_table(Canvas& canvas, const Rect& frame, const events::Casebook& casebook,
                            const BriefingContent& content, const PageTexts& texts,
                            std::size_t first);

}  // namespace app
