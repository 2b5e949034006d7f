// Which encoding bytes are in, and from it to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace events {

struct Encoding {
    std::string name;            ///< as ICU knows it; empty: none fits
    std::string shown;           ///< for people: "Windows-1252 (Latin 1)"
    std::size_t mark_bytes = 0;  ///< length of the byte order mark
    bool guessed = false;        ///< by the bytes alone
};

/// By byte order mark, else UTF-16 by where its zeros stand; empty for all others.
Encoding find_wide_encoding(std::string_view bytes);

/// What a page or a part says it is in ("iso-8859-1", "cp1251"); empty when there is no such
/// encoding. Latin 1 is read as Windows-1252, as every browser does.
Encoding find_declared_encoding(std::string_view name);

/// One of Windows-1252, Windows-1251 and Windows-1256, by which letters follow each other.
Encoding guess_encoding(std::string_view bytes);

/// The charset in the first kilobytes of an HTML or XML file: <meta charset=...>, encoding="...".
std::string_view find_charset_declaration(std::string_view page);

/// Valid UTF-8; bytes that mean nothing become U+FFFD. Empty when there is no such encoding.
std::string to_utf8(std::string_view bytes, const std::string& encoding);

}  // namespace events
