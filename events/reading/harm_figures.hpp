// Which number of people belongs to which harm.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "events/reading/sentence_facts.hpp"

namespace events {

/// A figure that counts the victims of a trigger.
struct HarmFigure {
    std::size_t trigger = 0;  ///< index in scan.triggers
    std::size_t figure = 0;   ///< index in figures
    bool partitive = false;   ///< "15 of the bodies", "five of them": part of a number told before
};

/// By grammar: the object of an active verb, the subject of a passive one, the number in or beside
/// a noun; a number listed after another belongs to the same word unless it has its own.
std::vector<HarmFigure> assign_figures(const SentenceFacts& facts);

/// The figures of one harm added up ("49 civilians and 15 soldiers"), words as written from the
/// first to the last. Empty for no figures. A missing bound of one is missing in the sum.
std::optional<Figure> sum_figures(std::string_view text, const SentenceFacts& facts,
                                  const std::vector<std::size_t>& figures);

/// Two counts of different people: bounds added, words side by side.
Figure add_figures(const Figure& a, const Figure& b);

/// Whether the subject of a passive is a person by name: two capitalised words, no place or time.
bool has_named_subject(const SentenceFacts& facts, const TriggerMention& trigger);

/// "was arrested" with a named or single subject and no number: one person.
std::optional<Figure> single_victim(std::string_view text, const SentenceFacts& facts,
                                    const TriggerMention& trigger);

}  // namespace events
