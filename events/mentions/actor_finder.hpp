// Who is named in a sentence: forces, groups, unknown armed men, crowds, civilians.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "events/mentions/reading_words.hpp"

namespace gazetteer {
class Gazetteer;
}

namespace events {

enum class ActorClass : std::uint8_t {
    state,
    foreign,
    armed_group,
    militia,
    un,
    company,
    unknown_armed,
    mob,
    protesters,
    civilians,
};

/// Whether its members carry arms: what tells a battle from an attack on civilians.
bool is_armed(ActorClass actor_class);

struct ActorMention {
    std::size_t first = 0;  ///< tokens [first, end) of the sentence, adjectives included
    std::size_t end = 0;
    std::size_t head = 0;  ///< the token that says what it is
    ActorClass actor_class = ActorClass::civilians;
    std::string name;       ///< as shown
    bool is_named = false;  ///< a name of its own, not a common noun
};

/// Short names that the document itself ties to long ones: "Front X for Y (FXY)".
class DocumentActors {
  public:
    /// Looks for "Long Name (ABC)" and keeps ABC when the long name is one of an armed body.
    void learn(std::string_view text, const Sentence& sentence, const ReadingWords& words);
    struct Known {
        std::string name;
        ActorClass actor_class;
    };
    const Known* find(const Token& token) const;

  private:
    std::map<std::string, Known, std::less<>> m_by_acronym;
};

/// In order, not overlapping.
std::vector<ActorMention> find_actors(std::string_view text, const Sentence& sentence,
                                      const ReadingWords& words, const DocumentActors& known,
                                      const gazetteer::Gazetteer& gazetteer);

}  // namespace events
