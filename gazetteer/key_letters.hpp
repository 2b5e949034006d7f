// The letters of a folded key, one by one, from either end.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gazetteer {

/// A letter of UTF-8 text in 16 bits, and the bytes it takes. Letters past U+FFFF share units with
/// each other: two of them may count as the same one. Bad bytes count as letters of one byte.
struct KeyLetter {
    char16_t unit;
    std::uint8_t bytes;
};

namespace detail {
constexpr bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}
constexpr std::uint32_t bits_of(char c, std::uint32_t mask) {
    return static_cast<unsigned char>(c) & mask;
}
}  // namespace detail

/// `at` is inside the text.
constexpr KeyLetter letter_at(std::string_view text, std::size_t at) {
    using detail::bits_of;
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80)
        return {static_cast<char16_t>(lead), 1};
    const std::size_t left = text.size() - at;
    const auto follows = [&](std::size_t n) {
        return n < left && detail::is_continuation(text[at + n]);
    };
    if (lead >= 0xC2 && lead < 0xE0 && follows(1)) {
        return {static_cast<char16_t>((lead & 0x1FU) << 6U | bits_of(text[at + 1], 0x3F)), 2};
    }
    if (lead >= 0xE0 && lead < 0xF0 && follows(1) && follows(2)) {
        return {static_cast<char16_t>((lead & 0x0FU) << 12U | bits_of(text[at + 1], 0x3F) << 6U |
                                      bits_of(text[at + 2], 0x3F)),
                3};
    }
    if (lead >= 0xF0 && lead < 0xF5 && follows(1) && follows(2) && follows(3)) {
        // Into the private use area, which no folded name has.
        return {
            static_cast<char16_t>(0xE000U | bits_of(text[at + 1], 0x01) << 12U |
                                  bits_of(text[at + 2], 0x3F) << 6U | bits_of(text[at + 3], 0x3F)),
            4};
    }
    return {static_cast<char16_t>(0xDC00U | lead), 1};
}

/// The letter that ends before `end`, which is over 0.
constexpr KeyLetter letter_before(std::string_view text, std::size_t end) {
    std::size_t at = end - 1;
    while (at > 0 && end - at < 4 && detail::is_continuation(text[at]))
        --at;
    const KeyLetter letter = letter_at(text.substr(0, end), at);
    return at + letter.bytes == end ? letter : letter_at(text.substr(0, end), end - 1);
}

/// At most this many letters are compared within typed errors: the positions fit a machine word.
inline constexpr std::size_t kMaxEditLetters = 62;

/// A key taken apart; `count` is over kMaxEditLetters when it has more.
struct KeyLetters {
    std::array<char16_t, kMaxEditLetters> units;
    std::size_t count = 0;

    explicit KeyLetters(std::string_view key) {
        for (std::size_t at = 0; at < key.size();) {
            const KeyLetter letter = letter_at(key, at);
            at += letter.bytes;
            if (count == kMaxEditLetters) {
                ++count;
                return;
            }
            units[count++] = letter.unit;
        }
    }
    bool too_many() const { return count > kMaxEditLetters; }
};

/// What tells most keys apart at a glance: which letters one has, a bit each (others than a to z
/// share bits with them), and above these bits how many.
inline constexpr std::uint32_t kLetterBits = 26;
inline constexpr std::uint32_t kLetterMask = (1U << kLetterBits) - 1;

inline std::uint32_t letter_set(std::string_view key) {
    constexpr std::uint32_t kMostCounted = (1U << (32 - kLetterBits)) - 1;
    std::uint32_t set = 0;
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < key.size(); ++count) {
        const KeyLetter letter = letter_at(key, at);
        at += letter.bytes;
        const bool plain = letter.unit >= 'a' && letter.unit <= 'z';
        set |= 1U << (plain ? letter.unit - std::uint32_t{'a'} : letter.unit % kLetterBits);
    }
    return std::min(count, kMostCounted) << kLetterBits | set;
}

/// Whether two such sets allow two errors or fewer between their keys: then each has at most two
/// letters that the other lacks, and at most two more.
constexpr bool sets_allow_two_edits(std::uint32_t a, std::uint32_t b) {
    std::uint32_t only_a = a & ~b & kLetterMask;
    std::uint32_t only_b = b & ~a & kLetterMask;
    only_a &= only_a - 1;
    only_b &= only_b - 1;
    only_a &= only_a - 1;
    only_b &= only_b - 1;
    const std::uint32_t longer = (a >> kLetterBits) - (b >> kLetterBits) + 2;
    // No branch: this runs over many keys.
    return ((only_a | only_b) | (longer > 4 ? 1U : 0U)) == 0;
}

}  // namespace gazetteer
