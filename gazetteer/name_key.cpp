// Unicode folding of names, and rules for spellings that sound the same.
#include "gazetteer/name_key.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

namespace gazetteer {
namespace {

bool is_ascii(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
    }
    return true;
}

std::string fold_ascii(std::string_view name) {
    std::string key;
    key.reserve(name.size());
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            key += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            key += c;
        }
    }
    return key;
}

/// Letters that Unicode does not take apart, as the gazetteers of West Africa and Europe write them
/// in plain Latin.
UChar32 plain_letter(UChar32 c) {
    switch (c) {
        case 0x0254:
            return 'o';  // open o
        case 0x025B:
            return 'e';  // open e
        case 0x014B:
            return 'n';  // eng
        case 0x0272:
            return 'n';  // n with left hook
        case 0x0257:
            return 'd';  // d with hook
        case 0x0253:
            return 'b';  // b with hook
        case 0x0199:
            return 'k';  // k with hook
        case 0x01B4:
            return 'y';  // y with hook
        case 0x00F8:
            return 'o';  // o with stroke
        case 0x0142:
            return 'l';  // l with stroke
        case 0x0111:
            return 'd';  // d with stroke
        case 0x0131:
            return 'i';  // dotless i
        case 0x0259:
            return 'e';  // schwa
        case 0x0649:
            return 0x064A;  // alef maksura as yeh
        case 0x0629:
            return 0x0647;  // teh marbuta as heh
        case 0x06CC:
            return 0x064A;  // Farsi yeh
        case 0x06A9:
            return 0x0643;  // keheh as kaf
        default:
            return c;
    }
}

std::string fold_unicode(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* decompose = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status))
        return {};
    const icu::UnicodeString raw = icu::UnicodeString::fromUTF8(
        icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    const icu::UnicodeString text = decompose->normalize(casefold->normalize(raw, status), status);
    if (U_FAILURE(status))
        return {};
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < text.length();) {
        const UChar32 c = text.char32At(i);
        i += U16_LENGTH(c);
        const auto type = u_charType(c);
        if (type == U_NON_SPACING_MARK || type == U_MODIFIER_LETTER)
            continue;
        if (c == 0x0153)
            kept.append(UChar32('o')).append(UChar32('e'));
        else if (c == 0x00E6)
            kept.append(UChar32('a')).append(UChar32('e'));
        else if (u_isalnum(c) || type == U_COMBINING_SPACING_MARK)
            kept.append(plain_letter(c));
    }
    std::string key;
    kept.toUTF8String(key);
    return key;
}

struct SoundRule {
    std::string_view spelling;
    std::string_view sound;
};

/// Longest spellings first. "x" stands for the sound of French "ch".
constexpr std::array kSoundRules = {
    SoundRule{"tch", "x"}, SoundRule{"sch", "x"}, SoundRule{"ch", "x"},  SoundRule{"sh", "x"},
    SoundRule{"kh", "k"},  SoundRule{"gh", "k"},  SoundRule{"rh", "k"},  SoundRule{"ck", "k"},
    SoundRule{"ph", "f"},  SoundRule{"dj", "j"},  SoundRule{"dz", "z"},  SoundRule{"ou", "u"},
    SoundRule{"oo", "u"},  SoundRule{"qu", "k"},  SoundRule{"mb", "nb"}, SoundRule{"mp", "np"},
};

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

std::string fold_name(std::string_view name) {
    return is_ascii(name) ? fold_ascii(name) : fold_unicode(name);
}

std::string sound_key(std::string_view folded) {
    if (!is_ascii(folded))
        return std::string(folded);
    constexpr std::string_view kTown = "ville";
    if (folded.size() > kTown.size() + 2 && folded.ends_with(kTown)) {
        folded.remove_suffix(kTown.size());
    }
    std::string key;
    for (std::size_t at = 0; at < folded.size();) {
        const auto [sound, taken] = sound_at(folded, at);
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
