// How mails write bytes in ASCII: base64, quoted-printable, encoded words in headers.
#pragma once

#include <string>
#include <string_view>

namespace events {

/// Passes over what is no base64; ends at the padding.
std::string decode_base64(std::string_view text);
std::string decode_quoted_printable(std::string_view text);

/// "=?utf-8?Q?Attaque_=C3=A0_Gao?=" in a header to words in UTF-8 (RFC 2047).
std::string decode_header_words(std::string_view value);

/// UTF-8 of text in a charset; what is UTF-8 stays, what is in no known charset is guessed.
std::string decode_charset(std::string_view bytes, std::string_view charset);

}  // namespace events
