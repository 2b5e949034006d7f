// What the window tells a test on standard output: where symbols are and what is selected. A test
// that clicks needs both, and neither can be seen from outside.
#pragma once

#include <optional>
#include <string>

#include "app/model.hpp"
#include "app/window_layout.hpp"

namespace app {

class WindowTrace {
  public:
    /// Lines for what changed since the last call; empty when nothing did.
    /// "symbol <event id> <x> <y>" in pixels of the window, then "symbols done"; "selected <id>"
    /// or "selected none"; "status <event id> <status>".
    std::string lines(const Model& model, const Region& map, float px_per_logical);

  private:
    std::uint64_t m_scene_revision = 0;
    geo::MapPoint m_centre{};
    std::uint64_t m_selection_changes = 0;
    std::uint64_t m_casebook_revision = 0;
};

}  // namespace app
