// Region arithmetic.
#include "app/window_layout.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr float kTopBarEm = 2.9F;
constexpr float kMinListEm = 19;
constexpr float kMinRightEm = 21;
constexpr float kMinTimelineEm = 8.5F;
constexpr float kMinMapEm = 24;
constexpr float kMinMapHeightEm = 14;
constexpr float kMinCardShare = 0.25F;
constexpr float kMaxCardShare = 0.78F;

float clamp_em(float value, float least, float most) {
    return std::clamp(value, least, std::max(least, most));
}

}  // namespace

WindowLayout lay_out(float width, float height, float em, LayoutChoice& choice) {
    const float all_em = width / em;
    choice.list_em = clamp_em(choice.list_em, kMinListEm, all_em - kMinMapEm - kMinRightEm);
    choice.right_em = clamp_em(choice.right_em, kMinRightEm, all_em - kMinMapEm - choice.list_em);
    const float top = std::round(kTopBarEm * em);
    const float body = std::max(1.0F, height - top);
    choice.timeline_em = clamp_em(choice.timeline_em, kMinTimelineEm, body / em - kMinMapHeightEm);
    choice.card_share = std::clamp(choice.card_share, kMinCardShare, kMaxCardShare);

    const float list = std::round(choice.list_em * em);
    const float right = std::round(choice.right_em * em);
    const float middle = std::max(1.0F, width - list - right);
    const float timeline = std::round(choice.timeline_em * em);
    const float card = std::round(choice.card_share * body);
    WindowLayout layout;
    layout.top_bar = {0, 0, width, top};
    layout.list = {0, top, list, body};
    layout.map = {list, top, middle, std::max(1.0F, body - timeline)};
    layout.timeline = {list, height - timeline, middle, timeline};
    layout.card = {list + middle, top, right, card};
    layout.report = {list + middle, top + card, right, body - card};
    return layout;
}

}  // namespace app
