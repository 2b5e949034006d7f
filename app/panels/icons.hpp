// Buttons that show a drawn sign instead of words.
#pragma once

#include <imgui.h>

namespace app {

enum class Icon : unsigned char { play, pause, step_back, step_forward, plus, minus, fit, close };

/// Square, `side_px` wide; `tip_text` says what it does.
bool icon_button(const char* id, Icon icon, float side_px, const char* tip_text);

}  // namespace app
