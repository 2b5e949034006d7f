// The parts of the event card, each for itself.
#pragma once

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/panels/event_card.hpp"
#include "app/ui_theme.hpp"

namespace app {

void draw_when(const Model& model, const Theme& theme, const events::TimeSpan& time);
/// `label`: "Where", "From", "To".
void draw_where(const Model& model, const Theme& theme, const char* label,
                const events::EventPlace& place);
/// Each candidate with its reasons; choosing one asks to move the event there.
void draw_candidates(const Model& model, const Theme& theme, const events::Event& event,
                     EventCardState& state, Actions& actions);
void draw_who(const Model& model, const Theme& theme, const events::Event& event);
void draw_tally(const Model& model, const Theme& theme, const events::Tally& tally);
/// What each source says, with its sentence; a click opens the report there.
void draw_claims(const Model& model, const Theme& theme, const std::vector<events::Claim>& claims,
                 Actions& actions);
/// What the whole casebook holds, and the flows that the map shows.
void draw_overview(const Model& model, const Theme& theme, Actions& actions);

}  // namespace app
