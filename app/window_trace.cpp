// Writes the trace.
#include "app/window_trace.hpp"

namespace app {
namespace {

std::string symbol_lines(const Model& model, const Region& map, float px_per_logical) {
    std::string lines;
    for (const auto& mark : model.map.scene.symbols) {
        const auto at = model.map.view.to_screen(mark.at);
        const double scale = static_cast<double>(px_per_logical);
        const auto x = static_cast<int>(static_cast<double>(map.x) + at.x_px * scale + 0.5);
        const auto y = static_cast<int>(static_cast<double>(map.y) + at.y_px * scale + 0.5);
        for (const auto id : mark.events) {
            lines += "symbol " + events::to_string(id) + " " + std::to_string(x) + " " +
                     std::to_string(y) + "\n";
        }
    }
    return lines + "symbols done\n";
}

std::string selection_line(const Selection& selection) {
    if (selection.event)
        return "selected " + events::to_string(*selection.event) + "\n";
    if (selection.flow)
        return "selected " + events::to_string(*selection.flow) + "\n";
    return "selected none\n";
}

}  // namespace

std::string WindowTrace::lines(const Model& model, const Region& map, float px_per_logical) {
    std::string lines;
    const auto centre = model.map.view.centre;
    const bool moved = centre.x_m != m_centre.x_m || centre.y_m != m_centre.y_m;
    if (!model.loading && (moved || m_scene_revision != model.map.scene_revision)) {
        m_centre = centre;
        m_scene_revision = model.map.scene_revision;
        lines += symbol_lines(model, map, px_per_logical);
    }
    if (m_selection_changes != model.selection.changes) {
        m_selection_changes = model.selection.changes;
        lines += selection_line(model.selection);
    }
    if (m_casebook_revision != model.casebook.revision()) {
        m_casebook_revision = model.casebook.revision();
        if (const auto* event = selected_event(model)) {
            lines += "status " + events::to_string(event->id) + " " +
                     std::string(events::to_string(event->status)) + "\n";
        }
    }
    return lines;
}

}  // namespace app
