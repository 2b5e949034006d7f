// The reader: document, sentences, facts, claims, events and flows.
#include "events/reading/read_report.hpp"

#include "events/documents/document.hpp"
#include "events/mentions/joined_names.hpp"
#include "events/reading/claim_draft.hpp"
#include "events/reading/displacement.hpp"
#include "events/reading/document_places.hpp"
#include "events/reading/sentence_facts.hpp"
#include "events/reading/story.hpp"

namespace events {

namespace {

/// Longer runs are tables or lists that lost their marks; mentions are compared pair by pair.
constexpr std::size_t kMostSentenceTokens = 1000;

/// Compiled word tables of the languages that a document uses.
class WordsByLanguage {
  public:
    explicit WordsByLanguage(const Lexicons& lexicons) : m_lexicons(lexicons) {}

    const ReadingWords* find(Language language) {
        const Lexicon* lexicon = m_lexicons.find(language);
        if (lexicon == nullptr)
            return nullptr;
        std::unique_ptr<ReadingWords>& words = m_words[language];
        if (!words)
            words = std::make_unique<ReadingWords>(*lexicon);
        return words.get();
    }

  private:
    const Lexicons& m_lexicons;
    std::map<Language, std::unique_ptr<ReadingWords>> m_words;
};

class Reader {
  public:
    Reader(Document document, const Lexicons& lexicons, const gazetteer::Gazetteer& gazetteer,
           const ReadOptions& options)
        : m_document(std::move(document)),
          m_gazetteer(gazetteer),
          m_options(options),
          m_words(lexicons) {}

    ReadReport run() {
        apply_options();
        cut_sentences();
        find_mentions();
        DocumentPlaces places(text(), m_sentences, m_gazetteer, m_options.countries, report().id);
        Story story({&report(), &places});
        for (SentenceFacts& facts : m_sentences) {
            read_times(facts, story.told_before(facts));
            if (facts.heading)
                continue;
            facts.attribution = find_attribution(text(), facts);
            const std::vector<MovementDraft> movements = draft_movements(facts);
            for (const MovementDraft& draft : movements)
                facts.goals.insert(facts.goals.end(), draft.to.begin(), draft.to.end());
            if (is_citation(facts))
                continue;
            story.tell(facts, draft_claims(text(), facts));
            tell_movements(facts, movements, places, story);
        }
        m_read.events = story.take_events();
        m_read.mentions = places.mentions();
        places.check_distances(text(), m_sentences, m_document.problems);
        number();
        report_problems();
        m_read.report = std::move(m_document.report);
        return std::move(m_read);
    }

  private:
    void tell_movements(const SentenceFacts& facts, const std::vector<MovementDraft>& movements,
                        const DocumentPlaces& places, Story& story) {
        if (m_origin_block != facts.block)
            m_origin.reset();
        for (const MovementDraft& draft : movements) {
            // Crossing a border or being registered is a movement, no event by itself.
            if (draft.kind == FlowKind::movement && draft.strong)
                story.tell_movement(facts, draft.from, draft.whole ? draft.whole : draft.figure,
                                    "displacement");
            for (Flow& flow : make_flows(text(), facts, draft, places, story, report(), m_origin)) {
                if (flow.kind == FlowKind::movement) {
                    m_origin = flow.from;
                    m_origin_block = facts.block;
                }
                m_read.flows.push_back(std::move(flow));
            }
        }
    }

    Report& report() { return m_document.report; }
    std::string_view text() const { return m_document.report.text; }

    void apply_options() {
        if (m_options.published) {
            report().published = m_options.published;
            report().published_known = Knowledge::given_by_user;
            report().published_how = "given by the user";
        }
        if (m_options.period)
            report().covers = m_options.period;
        if (m_options.language)
            report().language = *m_options.language;
    }

    const ReadingWords* words_for(const Block& block) {
        if (m_options.language)
            return m_words.find(*m_options.language);
        if (block.language != Language::unknown) {
            if (const ReadingWords* words = m_words.find(block.language))
                return words;
        }
        if (const ReadingWords* words = m_words.find(report().language))
            return words;
        return m_words.find(Language::en);
    }

    void cut_sentences() {
        for (std::size_t b = 0; b < m_document.blocks.size(); ++b) {
            const Block& block = m_document.blocks[b];
            if (block.kind == BlockKind::furniture || block.kind == BlockKind::entry_date)
                continue;
            const ReadingWords* words = words_for(block);
            if (words == nullptr)
                continue;
            for (Sentence& sentence : split_sentences(text(), block.range, words->lexicon)) {
                if (sentence.tokens.size() > kMostSentenceTokens) {
                    m_document.problems.push_back(
                        {report().file_name,
                         "a sentence of " + std::to_string(sentence.tokens.size()) +
                             " words at byte " + std::to_string(sentence.range.begin) +
                             " is no sentence; not read"});
                    continue;
                }
                SentenceFacts facts;
                facts.sentence = std::move(sentence);
                facts.words = words;
                facts.block = b;
                facts.section = block.section;
                facts.anchor_day = block.anchor_day;
                facts.heading = block.kind == BlockKind::title || block.kind == BlockKind::heading;
                m_sentences.push_back(std::move(facts));
            }
        }
    }

    void find_mentions() {
        DocumentActors known;
        for (const SentenceFacts& facts : m_sentences)
            known.learn(text(), facts.sentence, *facts.words);
        for (SentenceFacts& facts : m_sentences) {
            split_joined_names(text(), facts.sentence, m_gazetteer, m_names);
            read_times(facts, std::nullopt);
            facts.figures = find_figures(text(), facts.sentence, facts.words->lexicon);
            facts.actors = find_actors(text(), facts.sentence, *facts.words, known, m_gazetteer);
            facts.places = find_places(text(), facts.sentence, *facts.words, facts.actors,
                                       facts.times, m_gazetteer, m_names);
            facts.scan = find_triggers(facts.sentence, *facts.words, facts.figures, facts.actors,
                                       facts.times);
        }
    }

    /// “Title of a publication”, 8 September: a source, no statement.
    static bool is_citation(const SentenceFacts& facts) {
        const std::vector<Token>& tokens = facts.tokens();
        const auto opens = [](const std::string& m) { return m == "“" || m == "\"" || m == "«"; };
        const auto closes = [](const std::string& m) { return m == "”" || m == "\"" || m == "»"; };
        if (tokens.empty() || !opens(tokens.front().folded))
            return false;
        for (std::size_t at = 1; at < tokens.size(); ++at) {
            if (!closes(tokens[at].folded))
                continue;
            for (const TimeMention& time : facts.times) {
                if (time.first_token > at && time.first_token <= at + 2)
                    return true;
            }
            return false;
        }
        return false;
    }

    void read_times(SentenceFacts& facts, std::optional<TimeSpan> told_before) {
        TimeAnchor anchor;
        anchor.published = facts.anchor_day ? facts.anchor_day : report().published;
        anchor.covers = report().covers;
        anchor.told_before = std::move(told_before);
        facts.times = find_times(text(), facts.sentence, facts.words->lexicon, anchor);
        // "identified on 22 March ... arrested three days earlier": counted from the day just
        // named.
        for (std::size_t t = 1; t < facts.times.size(); ++t) {
            const TimeMention& before = facts.times[t - 1];
            if (!is_story_time(facts, facts.times[t]) || !before.span.days ||
                before.role != TimeRole::at)
                continue;
            anchor.told_before = before.span;
            const std::vector<TimeMention> again =
                find_times(text(), facts.sentence, facts.words->lexicon, anchor);
            if (again.size() == facts.times.size())
                facts.times[t] = again[t];
        }
    }

    /// Stable ids: from the file, the first claim's place in it, and what is claimed.
    void number() {
        std::map<std::string, int> seen;
        const auto id_of = [&](const Claim& claim, const std::string& what) {
            std::string key = report().sha256 + ":" + std::to_string(claim.span.begin) + ":" + what;
            if (const int repeat = seen[key]++; repeat > 0)
                key += "#" + std::to_string(repeat);
            return geo::sha256_prefix(key);
        };
        for (Event& event : m_read.events) {
            const Claim& claim = event.claims.front();
            event.id =
                EventId{id_of(claim, std::string(info(event.kind).key) + ":" + event.place.words)};
        }
        for (Flow& flow : m_read.flows) {
            const Claim& claim = flow.claims.front();
            flow.id = FlowId{
                id_of(claim, "flow:" + flow.from.words + ">" + flow.to.name + flow.to.country)};
        }
    }

    void report_problems() {
        m_read.problems = m_document.problems;
        for (geo::Problem& problem : m_read.problems) {
            if (problem.where.empty())
                problem.where = report().file_name;
        }
    }

    Document m_document;
    const gazetteer::Gazetteer& m_gazetteer;
    const ReadOptions& m_options;
    WordsByLanguage m_words;
    DocumentNames m_names;
    std::vector<SentenceFacts> m_sentences;
    ReadReport m_read;
    std::optional<EventPlace> m_origin;  ///< of the movement told last
    std::size_t m_origin_block = 0;
};

}  // namespace

geo::Result<ReadReport> read_report(const geo::InputFile& file, const Lexicons& lexicons,
                                    const gazetteer::Gazetteer& gazetteer,
                                    const ReadOptions& options) {
    geo::Result<Document> document = extract_document(file, lexicons);
    if (!document)
        return tl::unexpected(document.error());
    return read_document(std::move(*document), lexicons, gazetteer, options);
}

ReadReport read_document(Document document, const Lexicons& lexicons,
                         const gazetteer::Gazetteer& gazetteer, const ReadOptions& options) {
    return Reader(std::move(document), lexicons, gazetteer, options).run();
}

}  // namespace events
