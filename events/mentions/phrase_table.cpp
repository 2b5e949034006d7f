// Compiles word patterns and looks them up.
#include "events/mentions/phrase_table.hpp"

namespace events {

namespace {

constexpr std::size_t kPrefixKeyBytes = 4;
constexpr std::size_t kWidestGap = 7;  // words that ".." stands for

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find_first_of(separators);
        std::string_view part = text.substr(0, at);
        while (!part.empty() && part.front() == ' ')
            part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ')
            part.remove_suffix(1);
        if (!part.empty())
            parts.push_back(part);
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

WordForm parse_form(std::string_view text) {
    if (text == "base")
        return WordForm::base;
    if (text == "present")
        return WordForm::present;
    if (text == "past")
        return WordForm::past;
    if (text == "participle")
        return WordForm::participle;
    if (text == "gerund")
        return WordForm::gerund;
    return WordForm::plain;
}

}  // namespace

PatternTable::PatternTable(const LexiconTable& table, const LexiconTable& inflection)
    : m_table(&table) {
    const bool whole = !table.columns.empty() && table.columns.front() == "phrases";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (const std::string_view phrase :
             split(table.rows[row].front(), whole ? std::string_view(";|") : ";")) {
            add(phrase, row, inflection);
        }
    }
}

std::vector<PatternTable::Word> PatternTable::expand(std::string_view alternatives,
                                                     const LexiconTable& inflection) {
    std::vector<Word> words;
    for (const std::string_view word : split(alternatives, "|")) {
        const std::size_t plus = word.find('+');
        const std::size_t slash = word.find('/');
        if (word.ends_with('*')) {
            words.push_back({std::string(word.substr(0, word.size() - 1)), WordForm::plain, true});
        } else if (plus != std::string_view::npos && plus > 0) {
            bool known = false;
            for (std::size_t row = 0; row < inflection.rows.size(); ++row) {
                if (inflection.cell(row, "class") != word.substr(plus + 1))
                    continue;
                known = true;
                const std::string_view ending = inflection.cell(row, "ending");
                words.push_back({std::string(word.substr(0, plus)) +
                                     std::string(ending == "-" ? std::string_view() : ending),
                                 parse_form(inflection.cell(row, "form")), false});
            }
            if (!known)
                words.push_back({std::string(word), WordForm::plain, false});
        } else if (slash != std::string_view::npos && slash > 0) {
            words.push_back(
                {std::string(word.substr(0, slash)), parse_form(word.substr(slash + 1)), false});
        } else {
            words.push_back({std::string(word), WordForm::plain, false});
        }
    }
    return words;
}

void PatternTable::add(std::string_view phrase, std::size_t row, const LexiconTable& inflection) {
    std::vector<Slot> slots;
    for (std::string_view part : split(phrase, " ")) {
        Slot slot;
        if (part.size() > 2 && part.front() == '(' && part.back() == ')') {
            slot.optional = true;
            part = part.substr(1, part.size() - 2);
        }
        slot.gap = part == "..";
        slot.words = expand(part, inflection);
        slots.push_back(std::move(slot));
    }
    // An optional first word makes two patterns, so that each begins with a word to look up.
    std::size_t begin = 0;
    while (begin < slots.size()) {
        const std::vector<Slot> rest(slots.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                                     slots.end());
        for (const Word& word : slots[begin].words) {
            Pattern pattern{row, word.form, rest};
            if (!word.prefix) {
                m_by_word[word.text].push_back(std::move(pattern));
            } else if (word.text.size() >= kPrefixKeyBytes) {
                m_by_prefix[word.text.substr(0, kPrefixKeyBytes)].emplace_back(word.text,
                                                                               std::move(pattern));
            }
        }
        if (!slots[begin].optional)
            break;
        ++begin;
    }
}

const PatternTable::Word* PatternTable::match_slot(const Slot& slot, std::span<const Token> tokens,
                                                   std::size_t at) {
    if (at >= tokens.size())
        return nullptr;
    const std::string& folded = tokens[at].folded;
    for (const Word& word : slot.words) {
        if (word.prefix ? folded.starts_with(word.text) : folded == word.text)
            return &word;
    }
    return nullptr;
}

bool PatternTable::stand_behind(std::span<const Slot> slots, std::span<const Token> tokens,
                                std::size_t at) {
    for (std::size_t skipped = 0; skipped <= kWidestGap && at < tokens.size(); ++skipped, ++at) {
        std::size_t next = at;
        bool all = true;
        for (const Slot& slot : slots) {
            if (match_slot(slot, tokens, next) != nullptr)
                ++next;
            else
                all = all && slot.optional;
        }
        if (all)
            return true;
        if (tokens[at].kind == TokenKind::punctuation)
            return false;
    }
    return false;
}

std::optional<std::pair<std::size_t, WordForm>> PatternTable::match_rest(
    const Pattern& pattern, std::span<const Token> tokens, std::size_t at) {
    std::size_t next = at + 1;
    WordForm form = pattern.form;
    for (std::size_t s = 0; s < pattern.rest.size(); ++s) {
        const Slot& slot = pattern.rest[s];
        if (slot.gap) {
            const std::span<const Slot> behind(
                pattern.rest.begin() + static_cast<std::ptrdiff_t>(s) + 1, pattern.rest.end());
            return stand_behind(behind, tokens, next) ? std::optional(std::pair(next, form))
                                                      : std::nullopt;
        }
        if (const Word* found = match_slot(slot, tokens, next)) {
            if (form == WordForm::plain)
                form = found->form;
            ++next;
        } else if (!slot.optional) {
            return std::nullopt;
        }
    }
    return std::pair(next, form);
}

std::vector<PatternMatch> PatternTable::matches_at(std::span<const Token> tokens,
                                                   std::size_t at) const {
    std::vector<PatternMatch> matches;
    const auto consider = [&](const Pattern& pattern) {
        const auto end = match_rest(pattern, tokens, at);
        if (end)
            matches.push_back({pattern.row, at, end->first, end->second});
    };
    const std::string& word = tokens[at].folded;
    if (const auto found = m_by_word.find(word); found != m_by_word.end()) {
        for (const Pattern& pattern : found->second)
            consider(pattern);
    }
    if (word.size() >= kPrefixKeyBytes && !m_by_prefix.empty()) {
        const auto found = m_by_prefix.find(word.substr(0, kPrefixKeyBytes));
        if (found != m_by_prefix.end()) {
            for (const auto& [prefix, pattern] : found->second) {
                if (word.starts_with(prefix))
                    consider(pattern);
            }
        }
    }
    std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) {
        return a.end != b.end ? a.end > b.end : a.row < b.row;
    });
    return matches;
}

std::optional<PatternMatch> PatternTable::match_at(std::span<const Token> tokens,
                                                   std::size_t at) const {
    const std::vector<PatternMatch> matches = matches_at(tokens, at);
    return matches.empty() ? std::nullopt : std::optional(matches.front());
}

std::vector<PatternMatch> PatternTable::find_all(std::span<const Token> tokens) const {
    std::vector<PatternMatch> matches;
    for (std::size_t at = 0; at < tokens.size();) {
        if (const auto match = match_at(tokens, at)) {
            matches.push_back(*match);
            at = match->end;
        } else {
            ++at;
        }
    }
    return matches;
}

std::string_view PatternTable::cell(std::size_t row, std::string_view column) const {
    return m_table->cell(row, column);
}

}  // namespace events
