// Finds those who act or suffer by names and nouns, and grows their noun phrases.
#include "events/mentions/actor_finder.hpp"

#include "gazetteer/gazetteer.hpp"

namespace events {

namespace {

constexpr std::size_t kMostAdjectives = 4;

std::optional<ActorClass> parse_class(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, ActorClass>, 10> kClasses{{
        {"state", ActorClass::state},
        {"foreign", ActorClass::foreign},
        {"armed_group", ActorClass::armed_group},
        {"militia", ActorClass::militia},
        {"un", ActorClass::un},
        {"company", ActorClass::company},
        {"unknown_armed", ActorClass::unknown_armed},
        {"mob", ActorClass::mob},
        {"protesters", ActorClass::protesters},
        {"civilians", ActorClass::civilians},
    }};
    for (const auto& [name, value] : kClasses) {
        if (name == text)
            return value;
    }
    return std::nullopt;
}

std::string_view slice(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                       std::size_t end) {
    return text.substr(tokens[first].range.begin,
                       tokens[end - 1].range.end - tokens[first].range.begin);
}

class ActorScan {
  public:
    ActorScan(std::string_view text, const Sentence& sentence, const ReadingWords& words,
              const DocumentActors& known, const gazetteer::Gazetteer& gazetteer)
        : m_text(text),
          m_tokens(sentence.tokens),
          m_words(words),
          m_known(known),
          m_gazetteer(gazetteer) {}

    std::vector<ActorMention> run() {
        for (std::size_t at = 0; at < m_tokens.size();) {
            const std::size_t end = take(at);
            at = std::max(end, at + 1);
        }
        return std::move(m_found);
    }

  private:
    bool is_adjective(std::size_t at) const {
        const Token& token = m_tokens[at];
        if (token.kind != TokenKind::word)
            return false;
        const auto match = m_words.actors.match_at(m_tokens, at);
        if (match && m_words.actors.cell(match->row, "class") == "adjective")
            return true;
        return m_gazetteer.country_code(token.folded).has_value() &&
               !m_gazetteer.has_name(token.folded);
    }

    /// How far left the noun phrase goes: adjectives, demonyms, names of bodies ("ISS fighters").
    std::size_t grow_left(std::size_t first, std::size_t limit) const {
        std::size_t at = first;
        for (std::size_t n = 0; n < kMostAdjectives && at > limit; ++n) {
            if (!m_tokens[at].space_before)
                break;
            const Token& left = m_tokens[at - 1];
            const bool name = left.kind == TokenKind::word && left.capitalised && at - 1 > 0 &&
                              !ReadingWords::has_role(m_words.names, m_tokens, at - 1, "function");
            if (!name && !is_adjective(at - 1))
                break;
            --at;
        }
        return at;
    }

    std::size_t grow_right(std::size_t end) const {
        for (std::size_t n = 0; n < kMostAdjectives && end < m_tokens.size(); ++n) {
            if (m_tokens[end].capitalised || !is_adjective(end))
                break;
            ++end;
        }
        return end;
    }

    std::size_t take(std::size_t at) {
        const Token& token = m_tokens[at];
        if (token.kind != TokenKind::word)
            return at;
        if (const auto match = m_words.actor_names.match_at(m_tokens, at)) {
            const bool upper = m_words.actor_names.cell(match->row, "case") == "upper";
            const auto actor_class = parse_class(m_words.actor_names.cell(match->row, "class"));
            const bool named = token.capitalised || token.folded.find('-') != std::string::npos;
            if (actor_class && named && (!upper || token.all_capitals)) {
                return add({at, match->end, at, *actor_class,
                            std::string(m_words.actor_names.cell(match->row, "name")), true});
            }
        }
        if (const DocumentActors::Known* known = m_known.find(token)) {
            return add({at, at + 1, at, known->actor_class, known->name, true});
        }
        const auto match = m_words.actors.match_at(m_tokens, at);
        if (!match)
            return at;
        const auto actor_class = parse_class(m_words.actors.cell(match->row, "class"));
        if (!actor_class)
            return at;
        const std::size_t limit = m_found.empty() ? 0 : m_found.back().end;
        ActorMention mention;
        mention.head = at;
        mention.actor_class = *actor_class;
        mention.first = grow_left(at, limit);
        mention.end =
            m_words.lexicon.language == Language::fr ? grow_right(match->end) : match->end;
        // "ISS fighters": the group's own name says who they are.
        if (!m_found.empty() && m_found.back().end == mention.first && m_found.back().is_named &&
            is_armed(*actor_class) && m_tokens[mention.first].space_before) {
            m_found.back().end = mention.end;
            return mention.end;
        }
        mention.name = std::string(slice(m_text, m_tokens, mention.first, mention.end));
        return add(std::move(mention));
    }

    std::size_t add(ActorMention mention) {
        const std::size_t end = mention.end;
        m_found.push_back(std::move(mention));
        return end;
    }

    std::string_view m_text;
    const std::vector<Token>& m_tokens;
    const ReadingWords& m_words;
    const DocumentActors& m_known;
    const gazetteer::Gazetteer& m_gazetteer;
    std::vector<ActorMention> m_found;
};

}  // namespace

bool is_armed(ActorClass actor_class) {
    switch (actor_class) {
        case ActorClass::state:
        case ActorClass::foreign:
        case ActorClass::armed_group:
        case ActorClass::militia:
        case ActorClass::un:
        case ActorClass::unknown_armed:
            return true;
        default:
            return false;
    }
}

void DocumentActors::learn(std::string_view text, const Sentence& sentence,
                           const ReadingWords& words) {
    const std::vector<Token>& tokens = sentence.tokens;
    for (std::size_t at = 3; at + 1 < tokens.size(); ++at) {
        if (!tokens[at].all_capitals || tokens[at - 1].folded != "(" ||
            tokens[at + 1].folded != ")")
            continue;
        // The long name: back over capitalised words and short joining words.
        std::size_t first = at - 1;
        std::size_t begin = first;
        while (first > 0 && at - first < 14) {
            const Token& left = tokens[first - 1];
            const bool joins =
                left.kind == TokenKind::word && left.range.end - left.range.begin <= 4;
            const bool comma = left.folded == ",";
            if (!left.capitalised && !joins && !comma)
                break;
            --first;
            if (left.capitalised && !ReadingWords::has_role(words.names, tokens, first, "function"))
                begin = first;
        }
        bool armed = false;
        for (std::size_t i = begin; i + 1 < at; ++i)
            armed = armed || ReadingWords::has_role(words.names, tokens, i, "armed_name");
        if (const auto match = words.actor_names.match_at(tokens, begin); match)
            armed = armed || match->end > begin + 1;
        if (!armed || at - begin < 3)
            continue;
        const std::string name(slice(text, tokens, begin, at - 1));
        m_by_acronym.emplace(tokens[at].folded, Known{name, ActorClass::armed_group});
    }
}

const DocumentActors::Known* DocumentActors::find(const Token& token) const {
    if (!token.all_capitals)
        return nullptr;
    const auto found = m_by_acronym.find(token.folded);
    return found == m_by_acronym.end() ? nullptr : &found->second;
}

std::vector<ActorMention> find_actors(std::string_view text, const Sentence& sentence,
                                      const ReadingWords& words, const DocumentActors& known,
                                      const gazetteer::Gazetteer& gazetteer) {
    return ActorScan(text, sentence, words, known, gazetteer).run();
}

}  // namespace events
