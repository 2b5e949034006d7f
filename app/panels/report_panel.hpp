// The text of a report with the sentences that events were read from: dot to sentence and back.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/panels/text_layout.hpp"
#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"

namespace app {

struct ReportPanelState {
    std::vector<TextLine> lines;  ///< of the report at this width and type
    std::optional<events::ReportId> laid_out;
    std::uint64_t casebook_revision = 0;
    float width_px = 0;
    float type_px = 0;
    std::uint64_t seen_selection = 0;
    std::optional<events::ReportId> seen_report;
};

void draw_report_panel(const Model& model, const Theme& theme, const Region& region,
                       ReportPanelState& state, Actions& actions);

/// The mark that a click on the byte means: of those that cover it the shortest; where several of
/// equal length do, the one after the selected. Empty when none covers it.
std::optional<events::SubjectId> mark_at(const std::vector<ClaimMark>& marks, std::uint32_t byte,
                                         const Selection& selection);

}  // namespace app
