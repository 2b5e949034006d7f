// Tables with a header of column names; the shipped tables on countries.
#include <algorithm>
#include <array>

#include "gazetteer/column_roles.hpp"
#include "gazetteer/place_of_row.hpp"
#include "gazetteer/place_source.hpp"
#include "gazetteer/table_rows.hpp"

namespace gazetteer {
namespace {

geo::Result<ColumnRoles> roles_of_header(const std::vector<std::string>& header,
                                         const SourceLines& lines, const SourceContext& context) {
    const std::string where = lines.name() + ":1";
    auto roles = read_column_roles(header, context.options.columns, where);
    if (!roles)
        return roles;
    const bool has_name = (*roles)[Role::name].has_value();
    for (const auto& [is_there, what] :
         {std::pair{has_name, "name"}, std::pair{(*roles)[Role::lon].has_value(), "lon"},
          std::pair{(*roles)[Role::lat].has_value(), "lat"}}) {
        if (!is_there)
            return geo::fail(where + ": no column \"" + what + "\" in the header");
    }
    return roles;
}

/// What is wrong with the line before its fields are looked at; empty when nothing is.
std::string fault_of_line(const SourceLines& lines, std::string_view line, std::size_t width,
                          std::size_t fields) {
    if (lines.is_too_long())
        return "line longer than 1 MiB, or a quote that is never closed";
    if (line.find('\0') != std::string_view::npos)
        return "holds NUL bytes";
    if (fields > width)
        return "has " + std::to_string(fields) + " columns, the header has " +
               std::to_string(width);
    return {};
}

}  // namespace

geo::Result<RowCounts> add_table(SourceLines& lines, const SourceContext& context) {
    const std::string_view head = lines.head();
    const char separator = separator_of(head.substr(0, head.find('\n')));
    const bool quotes = separator != '\t';
    lines.set_quotes(quotes);
    std::string_view line;
    std::vector<std::string> fields;
    lines.next(line);
    split_fields(line, separator, quotes, fields);
    const std::size_t width = fields.size();
    const auto roles = roles_of_header(fields, lines, context);
    if (!roles)
        return tl::unexpected(roles.error());
    const std::string own_scheme = context.builder.own_scheme(file_name_of(lines.name()));
    RowCounts counts;
    while (lines.next(line)) {
        if (line.empty() && !lines.is_too_long())
            continue;
        split_fields(line, separator, quotes, fields);
        if (lines.number() == 2 && is_hxl_row(fields))
            continue;
        ++counts.read;
        context.show_progress(lines);
        const std::string number = std::to_string(lines.number());
        const auto where = [&] { return lines.name() + ":" + number; };
        std::string fault = fault_of_line(lines, line, width, fields.size());
        if (fault.empty()) {
            const auto place =
                place_of_row(RowView(*roles, fields), context.options, own_scheme, number);
            if (place && context.builder.add(*place) == Added::again) {
                context.log.add(where(), "id of an earlier row",
                                place->source_id + " stands there twice; made one place");
            }
            if (!place)
                fault = place.error();
        }
        if (fault.empty())
            continue;
        ++counts.skipped;
        context.log.refuse(where(), fault);
    }
    context.close(lines);
    return counts;
}

RowCounts add_country_words(SourceLines& lines, const SourceContext& context) {
    RowCounts counts;
    std::string_view line;
    std::vector<std::string_view> f;
    lines.next(line);
    while (lines.next(line)) {
        ++counts.read;
        split_tabs(line, f);
        if (f.size() == 3) {
            context.builder.add_country_word(f[0], f[1], f[2] == "people");
            continue;
        }
        ++counts.skipped;
        context.log.refuse(lines.name() + ":" + std::to_string(lines.number()),
                           "not word, country and kind");
    }
    context.close(lines);
    return counts;
}

RowCounts add_neighbours(SourceLines& lines, const SourceContext& context) {
    RowCounts counts;
    std::string_view line;
    std::vector<std::string_view> f;
    std::vector<std::string> codes;
    lines.next(line);
    while (lines.next(line)) {
        ++counts.read;
        split_tabs(line, f);
        if (f.size() != 2) {
            ++counts.skipped;
            context.log.refuse(lines.name() + ":" + std::to_string(lines.number()),
                               "not a country and its neighbours");
            continue;
        }
        codes.clear();
        split_names(f[1], codes);
        for (const auto& code : codes)
            context.builder.add_neighbours(f[0], code);
    }
    context.close(lines);
    return counts;
}

}  // namespace gazetteer
