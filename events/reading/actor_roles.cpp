// Who did it and who suffered it, by grammar and never by the order of naming.
#include "events/reading/claim_draft.hpp"

namespace events {

namespace {

constexpr std::size_t kByReach = 6;        // tokens from a passive verb to its "by"
constexpr std::size_t kSubjectReach = 18;  // tokens from an actor to its verb
constexpr std::size_t kObjectReach = 8;

bool is_by(const Token& token) {
    return token.folded == "by" || token.folded == "par";
}

class RoleSearch {
  public:
    RoleSearch(const SentenceFacts& facts, const ClaimDraft& draft)
        : m_facts(facts), m_draft(draft) {}

    std::vector<Actor> run() {
        for (const std::size_t t : m_draft.triggers)
            read(m_facts.scan.triggers[t]);
        return std::move(m_actors);
    }

  private:
    const std::vector<Token>& tokens() const { return m_facts.tokens(); }

    void add(const ActorMention& mention, ActorRole role, bool alleged) {
        for (Actor& actor : m_actors) {
            if (actor.name == mention.name) {
                if (actor.role == ActorRole::other)
                    actor.role = role;
                return;
            }
        }
        m_actors.push_back({mention.name, role, alleged});
    }

    bool is_alleged(const ActorMention& mention, const TriggerMention& trigger) const {
        if (trigger.alleged)
            return true;
        for (std::size_t at = mention.first; at < mention.end; ++at) {
            const std::string& word = tokens()[at].folded;
            if (word == "suspected" || word == "alleged" || word == "presumed" ||
                word.starts_with("présumé"))
                return true;
        }
        return false;
    }

    /// Actors listed with the one at `index`: "soldiers and foreign personnel".
    void add_list(std::size_t index, ActorRole role, const TriggerMention& trigger) {
        add(m_facts.actors[index], role, is_alleged(m_facts.actors[index], trigger));
        for (std::size_t i = index + 1; i < m_facts.actors.size(); ++i) {
            if (!joins(m_facts.actors[i - 1].end, m_facts.actors[i].first))
                break;
            add(m_facts.actors[i], role, is_alleged(m_facts.actors[i], trigger));
        }
    }

    bool joins(std::size_t from, std::size_t to) const {
        if (to - from > 4)
            return false;
        bool link = false;
        for (std::size_t at = from; at < to; ++at) {
            const std::string& word = tokens()[at].folded;
            if (word == "and" || word == "et" || word == "," || word == "with" || word == "by" ||
                word == "avec")
                link = true;
            else if (word != "the" && word != "accompanied" && word != "les" && word != "des" &&
                     word != "supported" && word != "allied")
                return false;
        }
        return link;
    }

    void read(const TriggerMention& trigger) {
        switch (trigger.part) {
            case TriggerPart::verb:
                if (trigger.voice == Voice::passive) {
                    read_by(trigger);
                    read_before(trigger, ActorRole::target);
                } else {
                    const bool protest = trigger.kind == EventKind::protest;
                    read_before(trigger, protest ? ActorRole::other : ActorRole::perpetrator);
                    if (!protest)
                        read_object(trigger);
                }
                return;
            case TriggerPart::victim_verb:
                read_before(trigger, ActorRole::target);
                read_by(trigger);
                read_source(trigger);
                return;
            case TriggerPart::noun:
            case TriggerPart::modifier:
                read_noun(trigger);
                return;
            case TriggerPart::carrier:
                return;
        }
    }

    void read_by(const TriggerMention& trigger) {
        for (std::size_t i = 0; i < m_facts.actors.size(); ++i) {
            const ActorMention& actor = m_facts.actors[i];
            if (actor.first < trigger.end)
                continue;
            for (std::size_t at = trigger.end; at < actor.first && at < trigger.end + kByReach + 8;
                 ++at) {
                if (is_by(tokens()[at]) && actor.first - at <= kByReach) {
                    add_list(i, ActorRole::perpetrator, trigger);
                    return;
                }
            }
        }
    }

    /// "came under fire from X".
    void read_source(const TriggerMention& trigger) {
        constexpr std::size_t kArticleReach = 3;
        if (trigger.end >= tokens().size() || trigger.kind != EventKind::attack_on_civilians ||
            (tokens()[trigger.end].folded != "from" && tokens()[trigger.end].folded != "de"))
            return;
        for (std::size_t i = 0; i < m_facts.actors.size(); ++i) {
            if (m_facts.actors[i].first > trigger.end &&
                m_facts.actors[i].first <= trigger.end + kArticleReach)
                return add_list(i, ActorRole::perpetrator, trigger);
        }
    }

    bool crossed(std::size_t from, std::size_t to) const {
        for (std::size_t at = from; at < to; ++at) {
            const std::string& word = tokens()[at].folded;
            if (word == ";" || word == "." || word == "while" || word == "tandis")
                return true;
        }
        return false;
    }

    /// The subject: the nearest run of actors before the verb that is nobody's "by" or "of".
    void read_before(const TriggerMention& trigger, ActorRole role) {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < m_facts.actors.size(); ++i) {
            const ActorMention& actor = m_facts.actors[i];
            if (actor.end > trigger.first || trigger.first - actor.end > kSubjectReach ||
                crossed(actor.end, trigger.first))
                continue;
            const bool oblique =
                actor.first > 0 &&
                (is_by(tokens()[actor.first - 1]) || tokens()[actor.first - 1].folded == "of" ||
                 tokens()[actor.first - 1].folded == "against" ||
                 tokens()[actor.first - 1].folded == "including");
            const bool unarmed_doer =
                role == ActorRole::perpetrator && actor.actor_class == ActorClass::civilians;
            if (oblique || unarmed_doer)
                continue;
            const bool listed =
                best && i > 0 && joins(m_facts.actors[i - 1].end, m_facts.actors[i].first);
            if (!listed)
                best = i;
        }
        if (best)
            add_list(*best, role, trigger);
    }

    void read_object(const TriggerMention& trigger) {
        for (std::size_t i = 0; i < m_facts.actors.size(); ++i) {
            const ActorMention& actor = m_facts.actors[i];
            if (actor.first < trigger.end || actor.first - trigger.end > kObjectReach)
                continue;
            if (actor.first > 0 && is_by(tokens()[actor.first - 1]))
                continue;
            add_list(i, trigger.kind == EventKind::battle ? ActorRole::other : ActorRole::target,
                     trigger);
            return;
        }
    }

    /// "attack by X on Y", "clashes between X and Y", "killing of X".
    void read_noun(const TriggerMention& trigger) {
        for (std::size_t i = 0; i < m_facts.actors.size(); ++i) {
            const ActorMention& actor = m_facts.actors[i];
            if (actor.first < trigger.end || actor.first - trigger.end > kSubjectReach)
                continue;
            std::size_t at = actor.first;
            while (at > trigger.end &&
                   (tokens()[at - 1].folded == "the" || tokens()[at - 1].folded == "les" ||
                    tokens()[at - 1].folded == "des"))
                --at;
            const std::string& before = tokens()[at > 0 ? at - 1 : 0].folded;
            if (before == "between" || before == "entre" || before == "with")
                add_list(i, ActorRole::other, trigger);
            else if (before == "by" || before == "par")
                add_list(i, ActorRole::perpetrator, trigger);
            else if (before == "on" || before == "against" || before == "of" || before == "contre")
                add_list(i, ActorRole::target, trigger);
        }
    }

    const SentenceFacts& m_facts;
    const ClaimDraft& m_draft;
    std::vector<Actor> m_actors;
};

}  // namespace

std::vector<Actor> find_roles(const SentenceFacts& facts, const ClaimDraft& draft) {
    return RoleSearch(facts, draft).run();
}

}  // namespace events
