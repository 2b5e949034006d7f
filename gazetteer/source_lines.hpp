// The lines of a source, one at a time, unpacked and as UTF-8, without holding the whole text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "geo/result.hpp"
#include "geo/unpacked_input.hpp"

namespace gazetteer {

/// The longest line that is read; longer ones are handed out empty with is_too_long set.
inline constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20;

/// Whether the first bytes of a file (64 KiB, less at its end) are a source of lines.
using HeadTest = std::function<bool(std::string_view head)>;

/// Lines of a file, or of each file in a zip whose head passes the test. CR LF counts as one end;
/// a byte order mark is left out. A line that is not UTF-8 is read as Windows-1252.
class SourceLines {
  public:
    static geo::Result<SourceLines> open(const std::string& path);

    /// Goes to the next file inside that passes; false when none is left.
    geo::Result<bool> next_member(const HeadTest& is_wanted);
    std::string_view head() const;
    /// As messages name it: "ML.zip/ML.txt".
    const std::string& name() const { return m_input.member(); }
    bool is_zip() const { return m_input.is_zip(); }

    /// Newlines inside quotes do not end a line from here on.
    void set_quotes(bool quotes) { m_quotes = quotes; }
    /// False at the end of the member or on a failure. The view holds until the next call.
    bool next(std::string_view& line);
    /// Of the line last handed out, from 1.
    std::size_t number() const { return m_number; }
    bool is_too_long() const { return m_too_long; }
    /// Lines of this member read as Windows-1252, and the number of the first one.
    std::size_t recoded_lines() const { return m_recoded; }
    std::size_t first_recoded() const { return m_first_recoded; }
    /// Why reading stopped before the end.
    const geo::Result<void>& state() const { return m_state; }

    double share() const { return m_input.share(); }
    geo::Result<std::string> sha256() { return m_input.sha256(); }

  private:
    explicit SourceLines(geo::UnpackedInput input) : m_input(std::move(input)) {}
    bool fill();
    std::size_t line_end();
    std::string_view as_utf8(std::string_view line);

    geo::UnpackedInput m_input;
    std::string m_buffer;
    std::size_t m_at = 0;  ///< in m_buffer: where the next line starts
    bool m_ended = false;
    bool m_quotes = false;
    bool m_too_long = false;
    std::size_t m_number = 0;
    std::size_t m_next_number = 1;
    std::size_t m_recoded = 0;
    std::size_t m_first_recoded = 0;
    std::string m_utf8;
    geo::Result<void> m_state;
};

/// Whether the bytes are UTF-8 throughout.
bool is_utf8(std::string_view bytes);
/// Windows-1252 as UTF-8; its five undefined bytes become U+FFFD.
std::string from_windows_1252(std::string_view bytes);

}  // namespace gazetteer
