// Finds encodings with ICU's help and converts them.
#include "events/documents/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "events/language/code_points.hpp"

namespace events {

namespace {

constexpr std::size_t kBytesLookedAt = std::size_t{64} << 10;

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// Encodings that share their letters with one of the three that files of today have.
std::string_view windows_name(std::string_view name) {
    if (name == "windows-1251" || name == "ISO-8859-5" || name == "KOI8-R")
        return "windows-1251";
    if (name == "windows-1256" || name == "ISO-8859-6")
        return "windows-1256";
    return "windows-1252";
}

}  // namespace

Encoding find_wide_encoding(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE\0\0"sv))
        return {"UTF-32LE", "UTF-32", 4, false};
    if (bytes.starts_with("\xFF\xFE"))
        return {"UTF-16LE", "UTF-16", 2, false};
    if (bytes.starts_with("\xFE\xFF"))
        return {"UTF-16BE", "UTF-16", 2, false};
    // Western text in UTF-16 has a zero in nearly every second byte, always on the same side.
    const std::string_view start = bytes.substr(0, kBytesLookedAt);
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < start.size(); ++i)
        zeros[i % 2] += start[i] == '\0' ? 1 : 0;
    const std::size_t half = start.size() / 2;
    if (half >= 8 && zeros[1] > half * 7 / 10 && zeros[0] < half / 20)
        return {"UTF-16LE", "UTF-16", 0, true};
    if (half >= 8 && zeros[0] > half * 7 / 10 && zeros[1] < half / 20)
        return {"UTF-16BE", "UTF-16", 0, true};
    return {};
}

Encoding find_declared_encoding(std::string_view name) {
    constexpr std::size_t kLongest = 40;
    if (name.empty() || name.size() > kLongest)
        return {};
    const std::string folded = fold_word(name);
    if (folded == "iso-8859-1" || folded == "latin1" || folded == "us-ascii" || folded == "ascii")
        return {"windows-1252", "Windows-1252", 0, false};
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(folded.c_str(), &status);
    if (U_FAILURE(status))
        return {};
    const char* known = ucnv_getName(converter, &status);
    Encoding found{known != nullptr ? known : folded, std::string(name), 0, false};
    ucnv_close(converter);
    return found;
}

Encoding guess_encoding(std::string_view bytes) {
    constexpr std::int32_t kLeastConfidence = 20;
    std::string_view name = "windows-1252";
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    const auto length = static_cast<std::int32_t>(std::min(bytes.size(), kBytesLookedAt));
    ucsdet_setText(detector.get(), bytes.data(), length, &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const char* match = ucsdet_getName(matches[i], &status);
        const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
        if (U_FAILURE(status) || match == nullptr || confidence < kLeastConfidence)
            break;
        name = windows_name(match);
        break;
    }
    if (name == "windows-1251")
        return {std::string(name), "Windows-1251 (Cyrillic)", 0, true};
    if (name == "windows-1256")
        return {std::string(name), "Windows-1256 (Arabic)", 0, true};
    return {std::string(name), "Windows-1252 (Latin 1)", 0, true};
}

std::string_view find_charset_declaration(std::string_view page) {
    constexpr std::size_t kDeclarationWithin = 4096;
    const std::string_view start = page.substr(0, kDeclarationWithin);
    const std::string folded = fold_word(start);
    if (folded.size() != start.size())
        return {};
    for (const std::string_view key : {"charset", "encoding"}) {
        std::size_t at = folded.find(key);
        if (at == std::string::npos)
            continue;
        at += key.size();
        const std::string_view gap = " \t=\"'";
        const std::size_t begin = folded.find_first_not_of(gap, at);
        if (begin == std::string::npos || folded.find('=', at) >= begin)
            continue;
        const std::size_t end = std::min(folded.find_first_of("\"' \t/>?;", begin), folded.size());
        return start.substr(begin, end - begin);
    }
    return {};
}

std::string to_utf8(std::string_view bytes, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out(bytes.size() * 3 + 16, '\0');
    const std::int32_t length =
        ucnv_convert("UTF-8", encoding.c_str(), out.data(), static_cast<std::int32_t>(out.size()),
                     bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status))
        return {};
    out.resize(static_cast<std::size_t>(length));
    return out;
}

}  // namespace events
