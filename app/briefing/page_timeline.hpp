// The strip of events through time on a page: bars by type, calendar ticks, the undated beside it.
#pragma once

#include "app/briefing/canvas.hpp"
#include "app/briefing/content.hpp"

namespace app {

void draw_page_timeline(Canvas& canvas, const Rect& frame, const events::Casebook& casebook,
                        const BriefingContent& content, const PageTexts& texts);

}  // namespace app
