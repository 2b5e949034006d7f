// Lines and fields of separated text.
#include "gazetteer/table_rows.hpp"

namespace gazetteer {

bool LineReader::next(std::string_view& line) {
    if (m_rest.empty())
        return false;
    m_number = m_next_number;
    bool in_quotes = false;
    std::size_t end = 0;
    for (; end < m_rest.size(); ++end) {
        const char c = m_rest[end];
        if (m_quotes && c == '"')
            in_quotes = !in_quotes;
        if (c != '\n')
            continue;
        ++m_next_number;
        if (!in_quotes)
            break;
    }
    line = m_rest.substr(0, end);
    m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return true;
}

void split_fields(std::string_view line, char separator, bool quotes,
                  std::vector<std::string>& fields) {
    std::size_t count = 0;
    const auto field = [&]() -> std::string& {
        if (count == fields.size())
            fields.emplace_back();
        fields[count].clear();
        return fields[count++];
    };
    std::string* now = &field();
    bool in_quotes = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quotes && c == '"') {
            const bool doubled = in_quotes && i + 1 < line.size() && line[i + 1] == '"';
            if (doubled) {
                *now += '"';
                ++i;
            } else {
                in_quotes = !in_quotes;
            }
        } else if (c == separator && !in_quotes) {
            now = &field();
        } else {
            *now += c;
        }
    }
    fields.resize(count);
}

std::optional<double> parse_number(std::string_view field) {
    while (field.starts_with(' '))
        field.remove_prefix(1);
    while (field.ends_with(' '))
        field.remove_suffix(1);
    if (field.starts_with('+'))
        field.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (field.empty() || error != std::errc{} || end != field.data() + field.size())
        return {};
    return number;
}

}  // namespace gazetteer
