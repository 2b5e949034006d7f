// The table of keys (the manual's "Keys" dialog lists the same).
#include "app/shortcuts.hpp"

namespace app {
namespace {

using events::ReviewStatus;

constexpr double kKeyZoom = 1.6;

KeyMeaning with_ctrl(const KeyPress& press) {
    if (press.key == Key::enter)
        return {DecideSelected{ReviewStatus::accepted, true}};
    switch (press.letter) {
        case 'o':
            return {ShowDialog{Dialog::open}};
        case 's':
            return press.shift ? KeyMeaning{ShowDialog{Dialog::save_as}}
                               : KeyMeaning{SaveCasebook{}};
        case 'z':
            return press.shift ? KeyMeaning{Decide{events::RedoLast{}}}
                               : KeyMeaning{Decide{events::UndoLast{}}};
        case 'y':
            return {Decide{events::RedoLast{}}};
        case 'e':
            return press.shift ? KeyMeaning{ShowDialog{Dialog::export_geojson}} : KeyMeaning{};
        case 'q':
            return {Quit{}};
        case 'k':
            return {std::nullopt, FocusWish::search};
        case 'f':
            return press.shift ? KeyMeaning{FitMap{}} : KeyMeaning{std::nullopt, FocusWish::filter};
        default:
            return {};
    }
}

KeyMeaning letter_alone(char letter) {
    if (letter >= '1' && letter <= '9') {
        return {ChooseCandidate{static_cast<std::size_t>(letter - '1')}};
    }
    switch (letter) {
        case 'a':
            return {DecideSelected{ReviewStatus::accepted}};
        case 'r':
            return {DecideSelected{ReviewStatus::rejected}};
        case 'd':
            return {DecideSelected{ReviewStatus::disputed}};
        case 'n':
            return {SelectNextProposed{}};
        case 'f':
        case '0':
            return {FitMap{}};
        case '+':
            return {ZoomMapCentre{kKeyZoom}};
        case '-':
            return {ZoomMapCentre{1 / kKeyZoom}};
        case '[':
            return {ScaleWindow{0.8}};
        case ']':
            return {ScaleWindow{1.25}};
        case '?':
            return {ShowDialog{Dialog::help}};
        default:
            return {};
    }
}

}  // namespace

KeyMeaning meaning_of(const KeyPress& press, const Model& model, KeyFocus focus) {
    if (press.key == Key::f12)
        return {SaveScreenshot{}};
    if (model.dialog != Dialog::none)
        return {};  // the dialog has the keyboard
    if (press.ctrl) {
        // A text field has its own undo.
        if (focus.typing && (press.letter == 'z' || press.letter == 'y'))
            return {};
        return with_ctrl(press);
    }
    if (focus.typing)
        return {};
    switch (press.key) {
        case Key::letter:
            return letter_alone(press.letter);
        case Key::space:
            return {SetPlaying{!model.clock.playing}};
        case Key::left:
            return {StepTime{-1}};
        case Key::right:
            return {StepTime{1}};
        case Key::up:
            return {SelectRow{-1}};
        case Key::down:
            return {SelectRow{1}};
        case Key::home:
            return {SetTimeMode{TimeMode::all}};
        case Key::escape:
            return {SelectEvent{}};
        case Key::enter:
        case Key::f12:
            break;
    }
    return {};
}

}  // namespace app
