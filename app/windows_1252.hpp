// UTF-8 to Windows-1252, the encoding of tables from older spreadsheets.
#pragma once

#include <string>
#include <string_view>

namespace app {

/// Letters that Windows-1252 has not become "?".
std::string windows_1252_from_utf8(std::string_view text);

}  // namespace app
