// Which place and which time of a sentence belong to a trigger.
#include "events/reading/claim_draft.hpp"

namespace events {

namespace {

constexpr int kNoWay = 10'000;
constexpr int kBefore = 3;        // what stands before the trigger is a little farther
constexpr int kOpening = 5;       // "In March, ...": the opening words reach over the sentence
constexpr int kOtherClause = 10;  // across "after ...", "while ...", a semicolon
constexpr int kMotion = 12;       // "for Mopti", "to Gao": where something goes, not where it is

/// Clause openers and strong marks between two token positions.
int breaks_between(const SentenceFacts& facts, std::size_t from, std::size_t to) {
    int cost = 0;
    const std::vector<Token>& tokens = facts.tokens();
    for (std::size_t at = from; at < to; ++at) {
        const std::string& word = tokens[at].folded;
        if (word == ";" || word == "–" || word == "—")
            cost += kOtherClause;
        for (const std::string_view role : {"time", "contrast", "purpose"}) {
            if (ReadingWords::has_role(facts.words->clauses, tokens, at, role))
                cost += kOtherClause;
        }
    }
    return cost;
}

int distance_cost(const SentenceFacts& facts, const TriggerMention& trigger, std::size_t first,
                  std::size_t end) {
    if (first >= trigger.end) {
        return static_cast<int>(first - trigger.end) + breaks_between(facts, trigger.end, first);
    }
    if (end > trigger.first)
        return 0;
    const int distance = static_cast<int>(trigger.first - end) + kBefore;
    // Opening words: "In Djibo, Soum province, soldiers shot ...".
    if (first <= 2)
        return std::min(distance, kOpening);
    return distance + breaks_between(facts, end, trigger.first);
}

int place_cost(const SentenceFacts& facts, const TriggerMention& trigger, std::size_t index) {
    const PlaceInText& place = facts.places[index];
    if (place.reference || place.attributive)
        return kNoWay;
    int cost = distance_cost(facts, trigger, place.outer_first, place.outer_end);
    const bool object = place.outer_first >= trigger.end && place.outer_first <= trigger.end + 3;
    const bool takes_place =
        trigger.object == TriggerObject::place || trigger.object == TriggerObject::fallen_place;
    switch (place.link) {
        case PlaceLink::in:
        case PlaceLink::near:
            break;
        case PlaceLink::none:
            cost += object || takes_place ? 0 : 6;
            break;
        case PlaceLink::of:
            cost += takes_place ? 0 : 3;
            break;
        case PlaceLink::from:
            cost += trigger.harm == Harm::abducted || takes_place ? 2 : 8;
            break;
        case PlaceLink::to:
            cost += takes_place ? 2 : kMotion;
            break;
    }
    if (place.is_country)
        cost += 15;
    else if (place.of_focus)
        cost += place.capital ? 6 : 12;
    else if (place.is_admin)
        cost += 5;
    return cost;
}

bool holds_another(const SentenceFacts& facts, std::size_t index) {
    for (const PlaceInText& place : facts.places) {
        if (place.container == index)
            return true;
    }
    return false;
}

bool is_goal(const SentenceFacts& facts, std::size_t index) {
    return std::find(facts.goals.begin(), facts.goals.end(), index) != facts.goals.end();
}

/// In "the court in X convicted ... for attacks in Y in 2012" what stands before the crime is the
/// court's place and day.
bool before_legal_trigger(const SentenceFacts& facts, const TriggerMention& trigger,
                          std::size_t token) {
    return facts.scan.stance.legal && trigger.part == TriggerPart::noun && token < trigger.first;
}

/// "said today", "says X today": the day of the saying, when the trigger stands before it.
bool is_day_of_saying(const SentenceFacts& facts, const TimeMention& time,
                      const TriggerMention& trigger) {
    constexpr std::size_t kReach = 4;
    std::size_t from = time.first_token - std::min(time.first_token, kReach);
    if (time.role != TimeRole::at)
        return false;
    if (time.first_token >= trigger.end)
        from = std::max(from, trigger.end);
    for (const TimeMention& other : facts.times) {
        if (other.end_token <= time.first_token)
            from = std::max(from, other.end_token);
    }
    for (std::size_t at = from; at < time.first_token; ++at) {
        const auto match = facts.words->attribution.match_at(facts.tokens(), at);
        if (match && facts.words->attribution.cell(match->row, "place") == "verb")
            return true;
    }
    return false;
}

/// "was found following the arrest of X in March": the month is the arrest's.
bool tells_another_time(const SentenceFacts& facts, const TriggerMention& trigger,
                        const TimeMention& time) {
    if (time.first_token < trigger.end || trigger.subordinate)
        return false;
    for (std::size_t at = trigger.end; at < time.first_token; ++at) {
        const auto opener =
            ReadingWords::match_role(facts.words->clauses, facts.tokens(), at, "time");
        if (opener && opener->end < time.first_token &&
            !ReadingWords::has_role(facts.words->clauses, facts.tokens(), at, "since"))
            return true;
    }
    return false;
}

/// "voiced alarm today at ...", "said on Tuesday that ...": a day right after a reporting verb,
/// with the trigger behind both, is the day of the saying.
bool follows_the_saying(const SentenceFacts& facts, const TimeMention& time,
                        const TriggerMention& trigger) {
    constexpr std::size_t kReach = 1;    // a word between: "said again on Monday"
    constexpr std::size_t kLongest = 3;  // words of a reporting verb: "voiced alarm"
    if (time.end_token > trigger.first || time.role != TimeRole::at ||
        time.span.precision != DatePrecision::day)
        return false;
    for (std::size_t at = time.first_token - std::min(time.first_token, kReach + kLongest);
         at < time.first_token; ++at) {
        const auto match = facts.words->attribution.match_at(facts.tokens(), at);
        if (match && facts.words->attribution.cell(match->row, "place") == "verb" &&
            match->end <= time.first_token && time.first_token - match->end <= kReach)
            return true;
    }
    return false;
}

/// "the March 2012 coup", "the 2013 attack": the date says which one, nothing else.
bool names_another(const SentenceFacts& facts, const TimeMention& time,
                   const TriggerMention& trigger) {
    if (time.first_token == 0)
        return false;
    const std::string& before = facts.tokens()[time.first_token - 1].folded;
    const std::string& first = facts.tokens()[time.first_token].folded;
    if (before != "the" && before != "'s" && first != "the")
        return false;
    for (const TriggerMention& other : facts.scan.triggers) {
        const bool noun = other.part == TriggerPart::noun || other.part == TriggerPart::modifier;
        if (noun && other.first == time.end_token && other.first != trigger.first)
            return true;
    }
    return false;
}

/// A reporting verb between an opening date and the trigger: the date is the saying's.
bool dates_the_saying(const SentenceFacts& facts, const TimeMention& time,
                      const TriggerMention& trigger) {
    for (std::size_t at = time.end_token; at < trigger.first; ++at) {
        const auto match = facts.words->attribution.match_at(facts.tokens(), at);
        if (match && facts.words->attribution.cell(match->row, "place") == "verb")
            return true;
    }
    return false;
}

/// "detained 23, of whom 19 were freed the next day", "abducted; two came back yesterday",
/// "two weeks after the murder": the time of what is told beside the trigger.
bool is_time_of_another(const SentenceFacts& facts, const TimeMention& time,
                        const TriggerMention& trigger) {
    const std::vector<Token>& tokens = facts.tokens();
    if (time.first_token >= trigger.end) {
        for (std::size_t at = trigger.end; at < time.first_token; ++at) {
            if (tokens[at].folded == ";")
                return true;
            if (is_story_time(facts, time) &&
                ReadingWords::has_role(facts.words->clauses, tokens, at, "relative"))
                return true;
        }
        return false;
    }
    if (time.end_token > trigger.first || time.end_token == 0)
        return false;
    const std::string& last = tokens[time.end_token - 1].folded;
    const bool counts_from_next =
        last == "after" || last == "before" || last == "après" || last == "avant";
    for (std::size_t at = time.end_token; at < trigger.first; ++at) {
        if (tokens[at].folded == ",")
            return false;
    }
    return counts_from_next;
}

/// "according to the hospital in X": who says it is there, not what happened.
bool is_of_claimant(const SentenceFacts& facts, const PlaceInText& place) {
    constexpr std::size_t kReach = 8;
    const std::vector<Token>& tokens = facts.tokens();
    const std::size_t from = place.outer_first > kReach ? place.outer_first - kReach : 0;
    for (std::size_t at = place.outer_first; at > from; --at) {
        const std::string& word = tokens[at - 1].folded;
        if (word == "," || word == ";" || word == ":")
            return false;
        const auto match = facts.words->attribution.match_at(tokens, at - 1);
        if (match && facts.words->attribution.cell(match->row, "place") == "before")
            return true;
    }
    return false;
}

}  // namespace

std::optional<std::size_t> attach_place(const SentenceFacts& facts, const TriggerMention& trigger) {
    std::optional<std::size_t> best;
    int best_cost = kNoWay;
    for (std::size_t p = 0; p < facts.places.size(); ++p) {
        if (holds_another(facts, p) || is_goal(facts, p) ||
            is_of_claimant(facts, facts.places[p]) ||
            before_legal_trigger(facts, trigger, facts.places[p].outer_first))
            continue;
        const int cost = place_cost(facts, trigger, p);
        if (cost < best_cost) {
            best = p;
            best_cost = cost;
        }
    }
    if (!best)
        return best;
    // Of a list of places with nothing told apart, the first stands for all.
    for (const std::size_t other : facts.places[*best].coordinated) {
        if (other < *best && place_cost(facts, trigger, other) < kNoWay)
            best = other;
    }
    return best;
}

std::optional<std::size_t> attach_time(const SentenceFacts& facts, const TriggerMention& trigger) {
    std::optional<std::size_t> best;
    int best_cost = kNoWay;
    for (std::size_t t = 0; t < facts.times.size(); ++t) {
        const TimeMention& time = facts.times[t];
        if (time.role == TimeRole::duration || (!time.span.days && time.span.words.empty()) ||
            tells_another_time(facts, trigger, time) || is_day_of_saying(facts, time, trigger) ||
            is_time_of_another(facts, time, trigger) || follows_the_saying(facts, time, trigger) ||
            names_another(facts, time, trigger) ||
            before_legal_trigger(facts, trigger, time.first_token))
            continue;
        int cost = distance_cost(facts, trigger, time.first_token, time.end_token);
        if (time.first_token <= 2 && time.end_token <= trigger.first && facts.times.size() > 1 &&
            dates_the_saying(facts, time, trigger))
            cost += 15;
        if (cost < best_cost) {
            best = t;
            best_cost = cost;
        }
    }
    return best;
}

}  // namespace events
