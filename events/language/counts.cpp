// Reads numbers in digits and in words.
#include "events/language/counts.hpp"

#include <charconv>
#include <cmath>

#include "events/language/code_points.hpp"

namespace events {

namespace {

constexpr std::int64_t kLargestCount = 9'000'000'000'000;

std::optional<std::int64_t> word_value(const LexiconTable& numbers, std::string_view word) {
    const auto row = numbers.find_word(word);
    if (!row)
        return std::nullopt;
    const std::string_view cell = numbers.cell(*row, "value");
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        return std::nullopt;
    return value;
}

/// "and" and "a" are rows whose value is a word.
bool has_role(const LexiconTable& numbers, std::string_view word, std::string_view role) {
    const auto row = numbers.find_word(word);
    return row && numbers.cell(*row, "value") == role;
}

/// Adds number words up, refusing those that do not join ("two three").
class NumberSum {
  public:
    bool add(std::int64_t value) {
        if (m_total > kLargestCount || value > kLargestCount)
            return false;
        if (value >= 1000) {
            if (m_last_scale != 0 && value >= m_last_scale)
                return false;
            m_total += std::max<std::int64_t>(m_current, 1) * value;
            m_current = 0;
            m_last_scale = value;
        } else if (value == 100) {
            if (m_current > 9)
                return false;
            m_current = std::max<std::int64_t>(m_current, 1) * 100;
        } else if (value >= 20) {
            if (m_current % 100 != 0)
                return false;
            m_current += value;
        } else {
            if (!takes_small(value))
                return false;
            m_current += value;
        }
        m_any = true;
        return true;
    }
    bool takes_small(std::int64_t value) const {
        const std::int64_t tens = m_current % 100;
        if (tens == 0)
            return value > 0 || !m_any;
        const bool french_teen = (tens == 60 || tens == 80) && value >= 10;
        return tens % 10 == 0 && tens >= 20 && value > 0 && (value < 10 || french_teen);
    }
    bool joins_with_and() const { return m_any && (m_current % 100 == 0 || m_current % 10 == 0); }
    bool any() const { return m_any; }
    std::int64_t value() const { return m_total + m_current; }

  private:
    std::int64_t m_total = 0;
    std::int64_t m_current = 0;
    std::int64_t m_last_scale = 0;
    bool m_any = false;
};

/// Adds a word, or the parts of a hyphenated one, longest known part first; says how many bytes
/// were numbers (0: none).
std::size_t add_word(NumberSum& sum, const LexiconTable& numbers, std::string_view word) {
    std::size_t used = 0;
    while (used < word.size()) {
        std::size_t end = word.size();
        bool added = false;
        while (!added && end > used) {
            const auto value = word_value(numbers, word.substr(used, end - used));
            if (value && sum.add(*value)) {
                added = true;
                break;
            }
            const std::size_t hyphen = word.rfind('-', end - 1);
            if (hyphen == std::string_view::npos || hyphen <= used)
                break;
            end = hyphen;
        }
        if (!added) {
            // "vingt-et-un": the joining word between two numbers
            const std::string_view rest = word.substr(used);
            const std::size_t hyphen = rest.find('-');
            if (used == 0 || hyphen == std::string_view::npos ||
                !has_role(numbers, rest.substr(0, hyphen), "and")) {
                break;
            }
            used += hyphen + 1;
            continue;
        }
        used = end < word.size() ? end + 1 : end;
    }
    return used;
}

std::optional<Count> read_digits(std::span<const Token> tokens, std::size_t at,
                                 const LexiconTable& numbers) {
    std::optional<double> value = number_value(tokens[at].folded);
    if (!value)
        return std::nullopt;
    std::size_t end = at + 1;
    while (end < tokens.size() && tokens[end].kind == TokenKind::word) {
        const auto scale = word_value(numbers, tokens[end].folded);
        if (!scale || *scale < 100)
            break;
        *value *= static_cast<double>(*scale);
        ++end;
    }
    if (*value > static_cast<double>(kLargestCount) || *value != std::floor(*value)) {
        return std::nullopt;
    }
    return Count{static_cast<std::int64_t>(*value), end, false};
}

}  // namespace

std::optional<double> number_value(std::string_view digits) {
    std::string plain;
    std::size_t separators = 0;
    std::size_t last_run = 0;  // digits since the last separator
    bool other_separator = false;
    std::int32_t separator = 0;
    for (std::size_t at = 0; at < digits.size();) {
        const CodePoint c = code_point_at(digits, at);
        if (is_digit(c.value)) {
            plain.push_back(digits[at]);
            ++last_run;
        } else {
            ++separators;
            other_separator = separators > 1 && c.value != separator;
            separator = c.value;
            last_run = 0;
        }
        at += c.length;
    }
    if (plain.empty() || plain.size() > 15)
        return std::nullopt;
    const bool decimals = separators > 0 && (separator == '.' || separator == ',') &&
                          (last_run != 3 || other_separator || plain.front() == '0');
    if (decimals)
        plain.insert(plain.size() - last_run, 1, '.');
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size())
        return std::nullopt;
    return value;
}

std::optional<int> plain_digits(const Token& token) {
    if (token.kind != TokenKind::number || token.folded.size() > 9)
        return std::nullopt;
    int value = 0;
    const char* last = token.folded.data() + token.folded.size();
    const auto [end, error] = std::from_chars(token.folded.data(), last, value);
    if (error != std::errc() || end != last)
        return std::nullopt;
    return value;
}

std::optional<Count> read_count(std::span<const Token> tokens, std::size_t at,
                                const Lexicon& lexicon) {
    if (at >= tokens.size())
        return std::nullopt;
    const LexiconTable& numbers = lexicon.table("numbers");
    if (tokens[at].kind == TokenKind::number)
        return read_digits(tokens, at, numbers);

    NumberSum sum;
    std::size_t end = at;
    if (has_role(numbers, tokens[at].folded, "article") && at + 1 < tokens.size()) {
        const auto next = word_value(numbers, tokens[at + 1].folded);
        if (!next || *next < 100)
            return std::nullopt;
        ++end;
    }
    while (end < tokens.size() && tokens[end].kind == TokenKind::word) {
        NumberSum tried = sum;
        if (add_word(tried, numbers, tokens[end].folded) == tokens[end].folded.size()) {
            sum = tried;
            ++end;
            continue;
        }
        const bool joined = has_role(numbers, tokens[end].folded, "and") &&
                            end + 1 < tokens.size() && sum.joins_with_and() && sum.value() >= 20;
        if (!joined)
            break;
        const auto next = word_value(numbers, tokens[end + 1].folded);
        const bool french = lexicon.language == Language::fr;
        const bool fits =
            next && (french ? *next == 1 || *next == 11 : sum.value() % 100 == 0 && *next < 100);
        if (!fits || !sum.add(*next))
            break;
        end += 2;
    }
    if (!sum.any())
        return std::nullopt;
    return Count{sum.value(), end, true};
}

bool is_code_number(std::span<const Token> tokens, std::size_t at) {
    if (tokens[at].kind != TokenKind::number)
        return false;
    if (tokens[at].folded.size() > 1 && tokens[at].folded.front() == '0')
        return true;
    const auto joined = [&](std::size_t mark) {
        return mark > 0 && mark + 1 < tokens.size() &&
               tokens[mark].kind == TokenKind::punctuation && !tokens[mark].space_before &&
               !tokens[mark + 1].space_before && tokens[mark - 1].kind == TokenKind::number &&
               tokens[mark + 1].kind == TokenKind::number;
    };
    const auto is_dash = [&](std::size_t mark) {
        return tokens[mark].folded == "-" || tokens[mark].folded == "–";
    };
    const bool after = joined(at + 1);
    const bool before = at > 0 && joined(at - 1);
    if (after && (!is_dash(at + 1) || joined(at + 3) || before))
        return true;
    if (before && (!is_dash(at - 1) || (at > 2 && joined(at - 3))))
        return true;
    return at > 0 && !tokens[at].space_before && tokens[at - 1].folded == ".";
}

std::optional<LeadingCount> leading_count(std::string_view folded, const Lexicon& lexicon) {
    std::size_t digits = 0;
    while (digits < folded.size() && is_digit(static_cast<unsigned char>(folded[digits])))
        ++digits;
    if (digits > 0) {
        std::int64_t value = 0;
        if (digits > 12 || digits >= folded.size() || folded[digits] != '-')
            return std::nullopt;
        std::from_chars(folded.data(), folded.data() + digits, value);
        return LeadingCount{value, digits + 1};
    }
    NumberSum sum;
    const std::size_t used = add_word(sum, lexicon.table("numbers"), folded);
    if (!sum.any() || used == 0 || used >= folded.size())
        return std::nullopt;
    return LeadingCount{sum.value(), used};
}

}  // namespace events
