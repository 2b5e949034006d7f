// Follows a document from sentence to sentence: what was told before, which claims tell of the same
// event, and where and when an event happened that does not say so itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/event.hpp"
#include "events/reading/claim_draft.hpp"
#include "events/reading/document_places.hpp"
#include "events/reading/sentence_facts.hpp"

namespace events {

/// What the document says about itself.
struct StoryFrame {
    const Report* report = nullptr;
    const DocumentPlaces* places = nullptr;
};

class Story {
  public:
    explicit Story(const StoryFrame& frame) : m_frame(frame) {}

    /// The last date told under the same dated entry: what "the same day" counts from.
    std::optional<TimeSpan> told_before(const SentenceFacts& facts) const;

    /// Adds the claims of the next sentence to the events.
    void tell(const SentenceFacts& facts, std::vector<ClaimDraft> drafts);

    /// A movement of counted people is an event too, where its origin is known and the sentence
    /// tells nothing else.
    void tell_movement(const SentenceFacts& facts, std::optional<std::size_t> from,
                       std::optional<std::size_t> figure, const std::string& rule);

    /// The place last told in this paragraph, or before when the sentence goes on with the story.
    std::optional<EventPlace> running_place(const SentenceFacts& facts) const;
    /// When something undated in this sentence can have happened, marked as inferred.
    TimeSpan frame_time(const SentenceFacts& facts) const;
    /// The time of a mention with its role worked out ("since May": to the anchor's day).
    TimeSpan span_of(const SentenceFacts& facts, const TimeMention& time) const;

    std::vector<Event> take_events();

  private:
    struct Told {
        Event event;
        std::size_t block = 0;
        std::size_t sentence = 0;
        std::optional<Day> anchor_day;
        bool own_place = false;
        bool own_time = false;
        bool kind_is_open = false;
    };

    std::string_view text() const { return m_frame.report->text; }
    std::optional<TimeSpan> lasting_time(const SentenceFacts& facts, const ClaimDraft& draft) const;
    Event make_event(const SentenceFacts& facts, const ClaimDraft& draft) const;
    bool is_enough(const SentenceFacts& facts, const ClaimDraft& draft) const;
    Told* told_already(const SentenceFacts& facts, const ClaimDraft& draft, const Event& event);
    /// A later sentence without claims that names the place of the people counted before.
    void follow_up(const SentenceFacts& facts);
    static void cap_time(const SentenceFacts& facts, TimeSpan& time);
    static bool differ(const ClaimDraft& draft, const Event& event, const Told& told);
    bool continues(const SentenceFacts& facts, const ClaimDraft& draft, const Event& event,
                   const Told& told) const;
    bool retells(const SentenceFacts& facts, const ClaimDraft& draft, const Event& event,
                 const Told& told) const;
    void merge(Told& told, Event event, const ClaimDraft& draft, const SentenceFacts& facts);
    /// When and where a sentence without events of its own sets the scene of its paragraph.
    void set_scene(const SentenceFacts& facts);
    /// "12 May: ...": the day of a dated note holds for all of its sentences.
    void open_entry(const SentenceFacts& facts);
    bool goes_on_here(const SentenceFacts& facts, const ClaimDraft& draft) const;
    void remember(const SentenceFacts& facts, const Event& event, const ClaimDraft& draft);

    StoryFrame m_frame;
    std::vector<Told> m_told;
    std::size_t m_sentence = 0;
    std::optional<TimeSpan> m_time;
    std::optional<Day> m_time_anchor;
    std::size_t m_time_block = SIZE_MAX;
    std::optional<EventPlace> m_place;
    std::size_t m_place_block = 0;
    std::optional<Day> m_place_anchor;
};

}  // namespace events
