// Splits separated text into records and fields.
#include "app/separated_table.hpp"

#include <algorithm>
#include <array>

namespace app {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

char separator_of(std::string_view text) {
    std::array<std::pair<char, std::size_t>, 3> counts = {{{'\t', 0}, {';', 0}, {',', 0}}};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n')
            break;
        for (auto& [separator, count] : counts)
            count += c == separator ? 1 : 0;
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most->second == 0 ? ',' : most->first;
}

bool ends_line(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == '\n' || text.substr(at, 2) == "\r\n";
}

/// A quoted field is no longer than this: a stray quote must not send every row to the end of a
/// large file.
constexpr std::size_t kMaxQuotedBytes = std::size_t{64} << 10;

/// The closing quote of a quoted field that starts at `open`: one before a separator or an end.
std::size_t closing_quote(std::string_view text, std::size_t open, char separator) {
    text = text.substr(0, std::min(text.size(), open + kMaxQuotedBytes));
    for (std::size_t at = open + 1; at < text.size(); ++at) {
        if (text[at] != '"')
            continue;
        if (at + 1 < text.size() && text[at + 1] == '"') {
            ++at;
            continue;
        }
        if (ends_line(text, at + 1) || text[at + 1] == separator)
            return at;
    }
    return std::string_view::npos;
}

std::string unquoted(std::string_view inside) {
    std::string field;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        field += inside[i];
        if (inside[i] == '"' && i + 1 < inside.size() && inside[i + 1] == '"')
            ++i;
    }
    return field;
}

}  // namespace

SeparatedTable::SeparatedTable(std::string_view text)
    : m_text(text), m_separator(separator_of(text)) {
    TableRecord header;
    if (text.starts_with(kByteOrderMark))
        m_at = kByteOrderMark.size();
    next(header);
    m_header = std::move(header);
    if (text.starts_with(kByteOrderMark))
        m_header.bytes = text.substr(0, kByteOrderMark.size() + m_header.bytes.size());
}

bool SeparatedTable::next(TableRecord& record) {
    if (m_at >= m_text.size())
        return false;
    record.line = m_line;
    read_quoted(record);
    const std::size_t width = m_header.fields.size();
    const bool fits = width == 0 || (record.fields.size() == width && !holds_rows(record.bytes));
    if (!fits) {
        TableRecord plain;
        if (read_plain(plain)) {
            plain.line = m_line;
            record = std::move(plain);
        }
    }
    advance_past(record);
    return true;
}

void SeparatedTable::read_quoted(TableRecord& record) {
    record.fields.clear();
    std::size_t at = m_at;
    while (true) {
        const std::size_t close = at < m_text.size() && m_text[at] == '"'
                                      ? closing_quote(m_text, at, m_separator)
                                      : std::string_view::npos;
        if (close != std::string_view::npos) {
            record.fields.push_back(unquoted(m_text.substr(at + 1, close - at - 1)));
            at = close + 1;
        } else {
            const std::size_t start = at;
            while (!ends_line(m_text, at) && m_text[at] != m_separator)
                ++at;
            record.fields.emplace_back(m_text.substr(start, at - start));
        }
        if (ends_line(m_text, at))
            break;
        ++at;
    }
    record.bytes = m_text.substr(m_at, at - m_at);
}

/// Whether what quotes hold together are rows of their own: a stray quote met another one below.
bool SeparatedTable::holds_rows(std::string_view bytes) const {
    const auto separators = static_cast<std::ptrdiff_t>(m_header.fields.size()) - 1;
    if (separators == 0 || bytes.find('\n') == std::string_view::npos)
        return false;
    while (true) {
        const std::size_t end = bytes.find('\n');
        const std::string_view line = bytes.substr(0, end);
        if (std::count(line.begin(), line.end(), m_separator) != separators)
            return false;
        if (end == std::string_view::npos)
            return true;
        bytes.remove_prefix(end + 1);
    }
}

/// One line without regard to quotes; false when it has not as many fields as the header.
bool SeparatedTable::read_plain(TableRecord& record) const {
    std::size_t end = m_at;
    while (!ends_line(m_text, end))
        ++end;
    record.bytes = m_text.substr(m_at, end - m_at);
    std::string_view rest = record.bytes;
    while (true) {
        const std::size_t at = rest.find(m_separator);
        record.fields.emplace_back(rest.substr(0, at));
        if (at == std::string_view::npos)
            break;
        rest.remove_prefix(at + 1);
    }
    return record.fields.size() == m_header.fields.size();
}

void SeparatedTable::advance_past(TableRecord& record) {
    m_at += record.bytes.size();
    const std::string_view rest = m_text.substr(m_at);
    record.line_end = rest.substr(0, rest.starts_with("\r\n") ? 2 : 1);
    m_at += record.line_end.size();
    m_line +=
        1 + static_cast<std::size_t>(std::count(record.bytes.begin(), record.bytes.end(), '\n'));
}

std::string quoted_field(std::string_view text, char separator) {
    const bool plain = text.find_first_of("\"\r\n") == std::string_view::npos &&
                       text.find(separator) == std::string_view::npos;
    if (plain)
        return std::string{text};
    std::string field = "\"";
    for (const char c : text) {
        field += c;
        if (c == '"')
            field += '"';
    }
    return field + "\"";
}

}  // namespace app
