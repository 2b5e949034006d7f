// Unicode folding of names.
#include "gazetteer/name_key.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "gazetteer/fold_table.hpp"
#include "gazetteer/key_letters.hpp"

namespace gazetteer {
namespace {

/// Of characters that the table does not know: letters, digits and vowel signs with a width.
bool is_kept(UChar32 c) {
    return u_isalnum(c) || u_charType(c) == U_COMBINING_SPACING_MARK;
}

}  // namespace

bool FoldedName::add(char32_t letter) {
    if (letter == 0)
        return true;
    const std::size_t count = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
    if (m_bytes + count > kMaxKeyBytes)
        return false;
    if (count == 1) {
        m_text[m_bytes++] = static_cast<char>(letter);
        return true;
    }
    constexpr unsigned kLead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (std::size_t i = 0; i < count; ++i) {
        const auto shift = static_cast<unsigned>(6 * (count - 1 - i));
        const unsigned bits = static_cast<unsigned>(letter >> shift);
        m_text[m_bytes++] = static_cast<char>(i == 0 ? kLead[count] | bits : 0x80 | (bits & 0x3F));
    }
    return true;
}

/// False when a letter is not in the table.
bool FoldedName::fold_by_table(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        const char c = name[at];
        if (static_cast<unsigned char>(c) < 0x80) {
            ++at;
            const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
            if (kept && m_bytes < kMaxKeyBytes)
                m_text[m_bytes++] = lower;
            continue;
        }
        const KeyLetter letter = letter_at(name, at);
        at += letter.bytes;
        if (letter.bytes == 1)
            continue;  // not UTF-8
        const FoldedLetter folded =
            letter.bytes == 4 ? FoldedLetter{false, 0, 0} : fold_letter(letter.unit);
        if (!folded.known)
            return false;
        if (!add(folded.first) || !add(folded.second))
            break;
    }
    return true;
}

void FoldedName::fold_by_unicode(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* decompose = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status))
        return;
    const icu::UnicodeString raw = icu::UnicodeString::fromUTF8(
        icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    const icu::UnicodeString text = decompose->normalize(casefold->normalize(raw, status), status);
    if (U_FAILURE(status))
        return;
    for (std::int32_t i = 0; i < text.length();) {
        const UChar32 c = text.char32At(i);
        i += U16_LENGTH(c);
        const FoldedLetter folded = fold_letter(static_cast<char32_t>(c));
        if (folded.known ? !add(folded.first) || !add(folded.second)
                         : is_kept(c) && !add(static_cast<char32_t>(c)))
            return;
    }
}

FoldedName::FoldedName(std::string_view name) {
    // Nothing that long is a name; its first part tells it from others.
    name = name.substr(0, kMaxKeyBytes * 8);
    if (!fold_by_table(name)) {
        m_bytes = 0;
        fold_by_unicode(name);
    }
}

std::string fold_name(std::string_view name) {
    return std::string(FoldedName(name).view());
}

}  // namespace gazetteer
