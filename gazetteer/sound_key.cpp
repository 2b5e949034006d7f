// Rules for spellings that sound the same.
#include <array>

#include "gazetteer/key_letters.hpp"
#include "gazetteer/name_key.hpp"

namespace gazetteer {
namespace {

struct SoundRule {
    std::string_view spelling;
    std::string_view sound;
};

/// Longest spellings first. "x" stands for the sound of French "ch".
constexpr std::array kSoundRules = {
    SoundRule{"shch", "x"}, SoundRule{"szcz", "x"}, SoundRule{"tch", "x"}, SoundRule{"sch", "x"},
    SoundRule{"ch", "x"},   SoundRule{"sh", "x"},   SoundRule{"kh", "k"},  SoundRule{"gh", "k"},
    SoundRule{"rh", "k"},   SoundRule{"ck", "k"},   SoundRule{"ph", "f"},  SoundRule{"dj", "j"},
    SoundRule{"zh", "j"},   SoundRule{"dz", "z"},   SoundRule{"ou", "u"},  SoundRule{"oo", "u"},
    SoundRule{"qu", "k"},   SoundRule{"mb", "nb"},  SoundRule{"mp", "np"},
};

/// Of the first letters alone: the Arabic article, and the word for a dry valley.
constexpr std::array kFirstRules = {
    SoundRule{"el", "al"},
    SoundRule{"oued", "uad"},
    SoundRule{"wed", "uad"},
};

/// Letters of Tifinagh from U+2D30 on, in the Latin spelling of Tamazight without dots below.
constexpr char16_t kFirstTifinagh = 0x2D30;
constexpr std::array<std::string_view, 56> kTifinagh = {
    "a", "b",  "b", "g", "gh", "j",  "j", "d",  "d",  "d", "d",  "e",  "f",  "k",
    "k", "kh", "h", "h", "h",  "h",  "",  "kh", "kh", "q", "q",  "i",  "j",  "j",
    "j", "l",  "m", "n", "n",  "ng", "p", "u",  "r",  "r", "gh", "gh", "gh", "s",
    "s", "sh", "t", "t", "ch", "t",  "v", "w",  "y",  "z", "z",  "z",  "e",  "o"};

/// The name in Latin letters when it is written in Latin or Tifinagh; else empty.
std::string in_latin(std::string_view folded) {
    std::string latin;
    for (std::size_t at = 0; at < folded.size();) {
        const KeyLetter letter = letter_at(folded, at);
        at += letter.bytes;
        if (letter.unit < 0x80) {
            latin += static_cast<char>(letter.unit);
            continue;
        }
        if (letter.unit < kFirstTifinagh || letter.unit >= kFirstTifinagh + kTifinagh.size())
            return {};
        latin += kTifinagh[letter.unit - std::size_t{kFirstTifinagh}];
    }
    return latin;
}

bool is_front_vowel(char c) {
    return c == 'e' || c == 'i' || c == 'y';
}

/// The sound of the letter at `at`, and how many letters it takes.
std::pair<std::string_view, std::size_t> sound_at(std::string_view name, std::size_t at) {
    const std::string_view rest = name.substr(at);
    for (const auto& rule : kSoundRules) {
        if (rest.starts_with(rule.spelling))
            return {rule.sound, rule.spelling.size()};
    }
    const char next = rest.size() > 1 ? rest[1] : '\0';
    if (rest[0] == 'g' && next == 'u' && rest.size() > 2 && is_front_vowel(rest[2])) {
        return {"g", 2};
    }
    switch (rest[0]) {
        case 'c':
            return {is_front_vowel(next) ? "s" : "k", 1};
        case 'q':
            return {"k", 1};
        case 'w':
            return {"u", 1};
        case 'y':
            return {"i", 1};
        case 'h':
            return {"", 1};
        default:
            return {rest.substr(0, 1), 1};
    }
}

}  // namespace

std::string sound_key(std::string_view folded) {
    const std::string latin = in_latin(folded);
    if (latin.empty())
        return std::string(folded);
    std::string_view name = latin;
    constexpr std::string_view kTown = "ville";
    if (name.size() > kTown.size() + 2 && name.ends_with(kTown))
        name.remove_suffix(kTown.size());
    std::string key;
    constexpr std::size_t kLongEnough = 3;
    for (const SoundRule& rule : kFirstRules) {
        if (name.starts_with(rule.spelling) && name.size() >= rule.spelling.size() + kLongEnough) {
            key = rule.sound;
            name.remove_prefix(rule.spelling.size());
            break;
        }
    }
    for (std::size_t at = 0; at < name.size();) {
        const auto [sound, taken] = sound_at(name, at);
        at += taken;
        for (const char c : sound) {
            if (key.empty() || key.back() != c)
                key += c;
        }
    }
    if (key.size() > 3 && key.back() == 'e')
        key.pop_back();
    return key;
}

}  // namespace gazetteer
