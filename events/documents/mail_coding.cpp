// Decodes what mails write.
#include "events/documents/mail_coding.hpp"

#include "events/documents/encoding.hpp"
#include "events/documents/plain_text.hpp"

namespace events {

namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int base64_value(char c) {
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/// One "=?charset?B?...?=" at the start of `value`; `length` is what it takes.
std::string decode_word(std::string_view value, std::size_t& length) {
    length = 0;
    const std::size_t charset_end = value.find('?', 2);
    if (charset_end == std::string_view::npos || charset_end + 2 >= value.size() ||
        value[charset_end + 2] != '?')
        return {};
    const char coding = value[charset_end + 1];
    const std::size_t begin = charset_end + 3;
    const std::size_t end = value.find("?=", begin);
    if (end == std::string_view::npos)
        return {};
    std::string_view charset = value.substr(2, charset_end - 2);
    charset = charset.substr(0, charset.find('*'));
    std::string words(value.substr(begin, end - begin));
    if (coding == 'Q' || coding == 'q') {
        std::replace(words.begin(), words.end(), '_', ' ');
        words = decode_quoted_printable(words);
    } else if (coding == 'B' || coding == 'b') {
        words = decode_base64(words);
    } else {
        return {};
    }
    length = end + 2;
    return decode_charset(words, charset);
}

}  // namespace

std::string decode_base64(std::string_view text) {
    std::string out;
    out.reserve(text.size() * 3 / 4);
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=')
            break;
        const int value = base64_value(c);
        if (value < 0)
            continue;
        bits = bits << 6 | static_cast<unsigned>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>(bits >> count & 0xFF);
        }
    }
    return out;
}

std::string decode_quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '=') {
            out += text[at];
            continue;
        }
        if (text.substr(at + 1).starts_with("\r\n")) {
            at += 2;
        } else if (text.substr(at + 1).starts_with('\n')) {
            at += 1;
        } else if (at + 2 < text.size() && hex_value(text[at + 1]) >= 0 &&
                   hex_value(text[at + 2]) >= 0) {
            out += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
            at += 2;
        } else {
            out += '=';
        }
    }
    return out;
}

std::string decode_header_words(std::string_view value) {
    std::string out;
    bool after_word = false;
    for (std::size_t at = 0; at < value.size();) {
        std::size_t length = 0;
        if (value.substr(at).starts_with("=?")) {
            const std::string words = decode_word(value.substr(at), length);
            if (length > 0) {
                // Space between two encoded words is no part of them.
                while (after_word && out.ends_with(' '))
                    out.pop_back();
                out += words;
                at += length;
                after_word = true;
                continue;
            }
        }
        after_word = after_word && value[at] == ' ';
        out += value[at++];
    }
    return is_utf8(out) ? out : decode_charset(out, {});
}

std::string decode_charset(std::string_view bytes, std::string_view charset) {
    if (is_utf8(bytes) && !find_declared_encoding(charset).name.starts_with("UTF-16"))
        return std::string(bytes);
    const Encoding stated = find_declared_encoding(charset);
    std::string text = stated.name.empty() ? std::string() : to_utf8(bytes, stated.name);
    return text.empty() ? to_utf8(bytes, guess_encoding(bytes).name) : text;
}

}  // namespace events
