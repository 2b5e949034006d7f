// Whether two claims can be about one event, and what is kept when they are.
#pragma once

#include "events/event.hpp"

namespace events {

/// The span an undated event of a dated text falls in, as far as can be said: from the first of
/// the month of the day before.
Day make_day_before(Day published);

bool days_meet(const TimeSpan& a, const TimeSpan& b);  ///< unknown meets everything
TimeSpan whole_month(const TimeSpan& span);            ///< of its first day
bool narrow(const TimeSpan& span);                     ///< at most a month or so
/// One is the other, lies within the other's area, or is the country that holds it.
bool places_meet(const EventPlace& a, const EventPlace& b);
bool same_place(const EventPlace& a, const EventPlace& b);
/// The words of `outer` name `inner` too ("A and B villages").
bool named_in(const EventPlace& inner, const EventPlace& outer);
bool is_finer(const EventPlace& a, const EventPlace& b);

/// A harm that both count, with ranges that do not meet.
bool figures_differ(const Tally& a, const Tally& b);
/// A harm that both count alike, three people or more.
bool figures_agree(const Tally& a, const Tally& b);
Figure widest(const Figure& a, const Figure& b);

/// People taken and people killed, raped or robbed: two deeds, unless the words link them; rape in
/// captivity is told as a deed of its own even then.
bool another_deed(EventKind a, EventKind b, bool linked);
bool can_be_one(EventKind a, EventKind b);
/// Kinds of harm that are told as different happenings: a battle and an execution, an air strike
/// and a rape. Kinds that only colour each other (an attack and a killing) are not.
bool told_apart(EventKind a, EventKind b);
bool is_custody(EventKind kind);  ///< arrest, abduction, disappearance, torture
/// Both say who did it, and name nobody in common.
bool perpetrators_differ(const Event& a, const Event& b);
bool same_family(EventKind a, EventKind b);
/// The kind that says more: a mass grave more than a killing, a battle more than an attack.
EventKind more_telling(EventKind first, EventKind second);

}  // namespace events
