// Keys.
#include <doctest/doctest.h>

#include "app/shortcuts.hpp"

using namespace app;

namespace {

KeyMeaning letter(char which, const Model& model, bool ctrl = false, bool shift = false,
                  bool typing = false) {
    return meaning_of({Key::letter, which, ctrl, shift}, model, {typing});
}

template <typename Wanted>
bool asks(const KeyMeaning& meaning) {
    return meaning.action && std::holds_alternative<Wanted>(*meaning.action);
}

}  // namespace

TEST_CASE("letters review, move and zoom") {
    const Model model;
    CHECK(std::get<DecideSelected>(*letter('a', model).action).status ==
          events::ReviewStatus::accepted);
    CHECK(std::get<DecideSelected>(*letter('r', model).action).status ==
          events::ReviewStatus::rejected);
    CHECK(std::get<DecideSelected>(*letter('d', model).action).status ==
          events::ReviewStatus::disputed);
    CHECK(asks<SelectNextProposed>(letter('n', model)));
    CHECK(asks<FitMap>(letter('f', model)));
    CHECK(asks<FitMap>(letter('0', model)));
    CHECK(std::get<ZoomMapCentre>(*letter('+', model).action).factor > 1);
    CHECK(std::get<ZoomMapCentre>(*letter('-', model).action).factor < 1);
    CHECK(std::get<ShowDialog>(*letter('?', model).action).dialog == Dialog::help);
    CHECK(std::get<ChooseCandidate>(*letter('3', model).action).index == 2);
    CHECK_FALSE(letter('x', model).action);
}

TEST_CASE("while typing only keys with Ctrl act, and undo stays with the text") {
    const Model model;
    CHECK_FALSE(letter('a', model, false, false, true).action);
    CHECK_FALSE(meaning_of({Key::space}, model, {true}).action);
    CHECK_FALSE(letter('z', model, true, false, true).action);
    CHECK(std::get<ShowDialog>(*letter('o', model, true, false, true).action).dialog ==
          Dialog::open);
    CHECK(asks<SaveScreenshot>(meaning_of({Key::f12}, model, {true})));
}

TEST_CASE("Ctrl opens, saves, undoes and looks for") {
    const Model model;
    CHECK(asks<SaveCasebook>(letter('s', model, true)));
    CHECK(std::get<ShowDialog>(*letter('s', model, true, true).action).dialog == Dialog::save_as);
    CHECK(std::holds_alternative<events::UndoLast>(
        std::get<Decide>(*letter('z', model, true).action).command));
    CHECK(std::holds_alternative<events::RedoLast>(
        std::get<Decide>(*letter('z', model, true, true).action).command));
    CHECK(letter('k', model, true).focus == FocusWish::search);
    CHECK(letter('f', model, true).focus == FocusWish::filter);
    const auto accept_next = meaning_of({Key::enter, 0, true}, model, {});
    CHECK(std::get<DecideSelected>(*accept_next.action).then_next);
}

TEST_CASE("Space plays and pauses, arrows step") {
    Model model;
    CHECK(std::get<SetPlaying>(*meaning_of({Key::space}, model, {}).action).playing);
    model.clock.playing = true;
    CHECK_FALSE(std::get<SetPlaying>(*meaning_of({Key::space}, model, {}).action).playing);
    CHECK(std::get<StepTime>(*meaning_of({Key::left}, model, {}).action).steps == -1);
    CHECK(std::get<StepTime>(*meaning_of({Key::right}, model, {}).action).steps == 1);
    CHECK(std::get<SelectRow>(*meaning_of({Key::down}, model, {}).action).steps == 1);
}

TEST_CASE("an open dialog has the keyboard") {
    Model model;
    model.dialog = Dialog::save_as;
    CHECK_FALSE(letter('a', model).action);
    CHECK_FALSE(letter('o', model, true).action);
    CHECK_FALSE(meaning_of({Key::escape}, model, {}).action);
}
