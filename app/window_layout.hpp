// Where the regions of the window are: fixed panels around the map, with movable borders. Pure.
#pragma once

namespace app {

/// Pixels from the window's top left corner.
struct Region {
    float x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const Region&, const Region&) = default;
};

///   +-------------------- top bar --------------------+
///   | event list |          map           |   card    |
///   |            |                        |-----------|
///   |            |------------------------|  report   |
///   |            |        timeline        |           |
///   +-------------------------------------------------+
struct WindowLayout {
    Region top_bar, list, map, timeline, card, report;
};

/// What the user moved, in multiples of the font size so that it survives a change of scale.
struct LayoutChoice {
    float list_em = 27;
    float right_em = 28;
    float timeline_em = 12;
    float card_share = 0.52F;  ///< of the right column's height
};

/// Clamps the choice so that every region keeps a usable size; `em` is the font size in pixels.
WindowLayout lay_out(float width, float height, float em, LayoutChoice& choice);

}  // namespace app
