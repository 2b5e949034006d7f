// Keys to actions. Pure; the window turns its key events into these.
#pragma once

#include <cstdint>
#include <optional>

#include "app/actions.hpp"
#include "app/model.hpp"

namespace app {

/// Letters and signs are what the user's layout types, lower case; others have names here.
enum class Key : std::uint8_t {
    letter,
    space,
    left,
    right,
    up,
    down,
    home,
    enter,
    escape,
    f12,
};

struct KeyPress {
    Key key = Key::letter;
    char letter = 0;  ///< for Key::letter: 'a'..'z', '0', '+', '-', '?', '[', ']'
    bool ctrl = false;
    bool shift = false;
};

/// Where the keyboard goes, beyond the model.
struct KeyFocus {
    bool typing = false;  ///< a text field is active: only keys with Ctrl and F12 act
};

/// Asks of the window itself.
enum class FocusWish : std::uint8_t { none, search, filter };

struct KeyMeaning {
    std::optional<Action> action;
    FocusWish focus = FocusWish::none;
};
KeyMeaning meaning_of(const KeyPress& press, const Model& model, KeyFocus focus);

}  // namespace app
