// Tells text from binary and decodes it.
#include "events/documents/plain_text.hpp"

#include <unicode/ucnv.h>

#include "events/language/code_points.hpp"

namespace events {

namespace {

/// Above this share of control characters a file is no text.
constexpr double kMostControls = 0.02;
/// A file with so many good multi-byte characters for one bad byte is damaged UTF-8.
constexpr std::size_t kGoodForOneBad = 4;

struct Utf8Count {
    std::size_t multi_byte = 0;
    std::size_t bad = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
    Utf8Count count;
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint c = code_point_at(bytes, at);
        ++(c.value < 0 ? count.bad : count.multi_byte);
        at += c.length;
    }
    return count;
}

std::string replace_bad_bytes(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + 16);
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint c = code_point_at(bytes, at);
        out += c.value < 0 ? std::string_view("\xEF\xBF\xBD") : bytes.substr(at, c.length);
        at += c.length;
    }
    return out;
}

std::string convert(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out(bytes.size() * 3 + 16, '\0');
    const std::int32_t length =
        ucnv_convert("UTF-8", encoding, out.data(), static_cast<std::int32_t>(out.size()),
                     bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status))
        return {};
    out.resize(static_cast<std::size_t>(length));
    return out;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7F;
}

const char* utf16_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE"))
        return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF"))
        return "UTF-16BE";
    return nullptr;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    return count_utf8(bytes).bad == 0;
}

geo::Result<DecodedText> decode_text(const geo::InputFile& file) {
    const std::string_view bytes = file.bytes;
    const bool blank = std::all_of(bytes.begin(), bytes.end(), [](unsigned char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    });
    if (blank)
        return geo::fail(file.path + ": the file is empty; there is nothing to read");
    if (const char* encoding = utf16_encoding(bytes)) {
        std::string text = convert(bytes.substr(2), encoding);
        if (text.empty())
            return geo::fail(file.path + ": not text that can be decoded");
        return DecodedText{std::move(text), "UTF-16", {{file.path, "not UTF-8; read as UTF-16"}}};
    }
    if (bytes.find('\0') != std::string_view::npos) {
        return geo::fail(file.path +
                         ": not a text file (it holds NUL bytes); give a .txt, .md or " +
                         ".html file");
    }
    const auto controls = std::count_if(bytes.begin(), bytes.end(), is_control);
    if (static_cast<double>(controls) > kMostControls * static_cast<double>(bytes.size())) {
        return geo::fail(file.path + ": not a text file (it is full of control characters); give " +
                         "a .txt, .md or .html file");
    }
    const Utf8Count count = count_utf8(bytes);
    if (count.bad == 0)
        return DecodedText{file.bytes, "UTF-8", {}};
    if (count.multi_byte >= kGoodForOneBad * count.bad) {
        return DecodedText{replace_bad_bytes(bytes),
                           "UTF-8",
                           {{file.path, std::to_string(count.bad) +
                                            " bytes are no UTF-8; each was replaced by U+FFFD"}}};
    }
    std::string text = convert(bytes, "windows-1252");
    if (text.empty())
        return geo::fail(file.path + ": not text that can be decoded");
    return DecodedText{std::move(text),
                       "Windows-1252",
                       {{file.path, "not UTF-8; read as Windows-1252 (Latin 1)"}}};
}

}  // namespace events
