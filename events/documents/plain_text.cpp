// Tells text from binary and decodes it.
#include "events/documents/plain_text.hpp"

#include "events/documents/encoding.hpp"
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

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7F;
}

std::string problem_of(const Encoding& encoding) {
    return std::string("not UTF-8; read as ") + encoding.shown +
           (encoding.name == "windows-1252" || !encoding.guessed ? "" : ", as its bytes suggest");
}

/// Empty when the bytes do not fit the encoding.
std::optional<DecodedText> decode_as(const geo::InputFile& file, const Encoding& encoding,
                                     bool say_so) {
    std::string text =
        to_utf8(std::string_view(file.bytes).substr(encoding.mark_bytes), encoding.name);
    if (text.empty())
        return std::nullopt;
    DecodedText decoded{std::move(text), encoding.shown.substr(0, encoding.shown.find(" (")), {}};
    if (say_so)
        decoded.problems.push_back({file.path, problem_of(encoding)});
    return decoded;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    return count_utf8(bytes).bad == 0;
}

geo::Result<DecodedText> decode_text(const geo::InputFile& file, std::string_view declared) {
    const std::string_view bytes = file.bytes;
    const bool blank = std::all_of(bytes.begin(), bytes.end(), [](unsigned char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    });
    if (blank)
        return geo::fail(file.path + ": the file is empty; there is nothing to read");
    if (const Encoding wide = find_wide_encoding(bytes); !wide.name.empty()) {
        if (auto decoded = decode_as(file, wide, true))
            return std::move(*decoded);
        return geo::fail(file.path + ": not text that can be decoded");
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
    if (const Encoding stated = find_declared_encoding(declared);
        !stated.name.empty() && stated.name != "UTF-8") {
        if (auto decoded = decode_as(file, stated, false))
            return std::move(*decoded);
    }
    if (auto decoded = decode_as(file, guess_encoding(bytes), true))
        return std::move(*decoded);
    return geo::fail(file.path + ": not text that can be decoded");
}

}  // namespace events
