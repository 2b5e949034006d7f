// Cuts blocks of an unpacked source into lines and brings them to UTF-8.
#include "gazetteer/source_lines.hpp"

#include <array>

namespace gazetteer {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{64} << 10;

/// Windows-1252 from 0x80 to 0x9F; 0xFFFD where nothing is defined.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append_utf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | code >> 6U);
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xE0U | code >> 12U);
        out += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

/// Bytes of the sequence that starts here; 0 when it is none (Unicode 15, table 3-7).
std::size_t sequence_bytes(std::string_view rest) {
    const auto byte = [&](std::size_t i) {
        return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U;
    };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return tail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool good = (lead != 0xE0 || byte(1) >= 0xA0) && (lead != 0xED || byte(1) < 0xA0);
        return good && tail(1) && tail(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool good = (lead != 0xF0 || byte(1) >= 0x90) && (lead != 0xF4 || byte(1) < 0x90);
        return good && tail(1) && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = sequence_bytes(bytes.substr(at));
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte);
    }
    return out;
}

geo::Result<SourceLines> SourceLines::open(const std::string& path) {
    auto input = geo::UnpackedInput::open(path);
    if (!input)
        return tl::unexpected(input.error());
    return SourceLines(std::move(*input));
}

std::string_view SourceLines::head() const {
    return std::string_view(m_buffer).substr(m_at, kHeadBytes);
}

geo::Result<bool> SourceLines::next_member(const HeadTest& is_wanted) {
    while (true) {
        const auto more = m_input.next_member();
        if (!more || !*more)
            return more;
        m_buffer.clear();
        m_at = 0;
        m_ended = m_quotes = m_too_long = false;
        m_number = m_recoded = 0;
        m_next_number = 1;
        while (m_buffer.size() < kHeadBytes && fill()) {
        }
        if (!m_state)
            return tl::unexpected(m_state.error());
        if (head().starts_with("\xEF\xBB\xBF"))
            m_at = 3;
        if (is_wanted(head()))
            return true;
    }
}

/// Adds a block; false at the end.
bool SourceLines::fill() {
    if (m_ended)
        return false;
    if (m_at > 0) {
        m_buffer.erase(0, m_at);
        m_at = 0;
    }
    const auto block = m_input.read();
    if (!block)
        m_state = tl::unexpected(block.error());
    if (!block || block->empty()) {
        m_ended = true;
        return false;
    }
    m_buffer += *block;
    return true;
}

/// Of the line at m_at: the place of its newline, or the end of the text. Sets m_too_long instead
/// of growing the buffer past the limit.
std::size_t SourceLines::line_end() {
    bool in_quotes = false;
    std::size_t looked = 0;
    std::size_t first_newline = std::string::npos;
    std::size_t newlines = 0;
    while (true) {
        for (; m_at + looked < m_buffer.size(); ++looked) {
            const char c = m_buffer[m_at + looked];
            if (c == '"' && m_quotes)
                in_quotes = !in_quotes;
            if (c != '\n')
                continue;
            ++newlines;
            first_newline = std::min(first_newline, looked);
            if (!in_quotes) {
                m_next_number = m_number + newlines;
                return m_at + looked;
            }
        }
        if (looked > kMaxLineBytes) {
            m_too_long = true;
            // An open quote spoils its own line and not those behind it.
            if (first_newline != std::string::npos) {
                m_next_number = m_number + 1;
                return m_at + first_newline;
            }
            m_at += looked;
            looked = 0;
        }
        if (!fill())
            break;
    }
    if (in_quotes && first_newline != std::string::npos) {
        m_too_long = true;
        m_next_number = m_number + 1;
        return m_at + first_newline;
    }
    return m_at + looked;
}

std::string_view SourceLines::as_utf8(std::string_view line) {
    if (is_utf8(line))
        return line;
    if (m_recoded++ == 0)
        m_first_recoded = m_number;
    m_utf8 = from_windows_1252(line);
    return m_utf8;
}

bool SourceLines::next(std::string_view& line) {
    if (m_at >= m_buffer.size() && !fill())
        return false;
    m_number = m_next_number;
    m_too_long = false;
    const std::size_t end = line_end();
    line = m_too_long ? std::string_view() : std::string_view(m_buffer).substr(m_at, end - m_at);
    m_at = std::min(end + 1, m_buffer.size());
    if (!m_state)
        return false;
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    line = as_utf8(line);
    return true;
}

}  // namespace gazetteer
