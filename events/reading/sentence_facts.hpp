// Everything found in one sentence, before it is put together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/documents/document.hpp"
#include "events/language/dates.hpp"
#include "events/language/figures.hpp"
#include "events/mentions/actor_finder.hpp"
#include "events/mentions/place_finder.hpp"
#include "events/mentions/reading_words.hpp"
#include "events/mentions/trigger_finder.hpp"

namespace events {

struct SentenceFacts {
    Sentence sentence;
    const ReadingWords* words = nullptr;
    std::size_t block = 0;  ///< index in Document::blocks
    std::uint32_t section = 0;
    std::optional<Day> anchor_day;  ///< of its dated entry
    bool heading = false;  ///< title or heading: places are mentions, nothing happens in it

    std::vector<FigureMention> figures;
    std::vector<ActorMention> actors;
    std::vector<PlaceInText> places;
    /// For each place its index among the document's mentions; empty where it has no name.
    std::vector<std::optional<std::size_t>> mention_of;
    TriggerScan scan;
    std::vector<TimeMention> times;
    std::vector<std::size_t> goals;  ///< places that people go to: nothing is said to happen there
    std::string attribution;         ///< "according to local and media sources"; empty: the author

    const std::vector<Token>& tokens() const { return sentence.tokens; }
};

/// The words of tokens [first, end) as written.
std::string words_of(std::string_view text, const Sentence& sentence, std::size_t first,
                     std::size_t end);

/// "A few days later", "the same day", "in the following days": counted from what was told before.
bool is_story_time(const SentenceFacts& facts, const TimeMention& time);

/// Who says so, as written: "according to ...", or the subject of a reporting verb.
std::string find_attribution(std::string_view text, const SentenceFacts& facts);

}  // namespace events
