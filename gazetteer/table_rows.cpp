// Fields of separated text.
#include "gazetteer/table_rows.hpp"

#include <algorithm>

namespace gazetteer {

char separator_of(std::string_view header) {
    if (header.find('\t') != std::string_view::npos)
        return '\t';
    const auto commas = std::count(header.begin(), header.end(), ',');
    const auto semicolons = std::count(header.begin(), header.end(), ';');
    return semicolons > commas ? ';' : ',';
}

void split_tabs(std::string_view line, std::vector<std::string_view>& fields) {
    fields.clear();
    while (true) {
        const auto tab = line.find('\t');
        fields.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos)
            return;
        line.remove_prefix(tab + 1);
    }
}

int decimals_of(std::string_view number) {
    const auto point = number.find('.');
    if (point == std::string_view::npos)
        return 0;
    return static_cast<int>(std::min<std::size_t>(7, number.size() - point - 1));
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
