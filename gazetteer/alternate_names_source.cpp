// alternateNamesV2 of GeoNames: languages and marks of names, for places that are there.
#include <algorithm>
#include <array>

#include "gazetteer/place_source.hpp"
#include "gazetteer/table_rows.hpp"

namespace gazetteer {
namespace {

enum Column : std::size_t {
    kNameId,
    kPlace,
    kLanguage,
    kName,
    kPreferred,
    kShort,
    kColloquial,
    kHistoric
};
constexpr std::size_t kLeastColumns = 8;

/// Rows that hold links and codes instead of names.
bool is_no_name(std::string_view language) {
    constexpr std::array<std::string_view, 9> kCodes = {"link", "wkdt", "post", "iata", "icao",
                                                        "faac", "tcid", "unlc", "phon"};
    return std::find(kCodes.begin(), kCodes.end(), language) != kCodes.end();
}

SourceName read_name(const std::vector<std::string_view>& f) {
    SourceName name;
    name.text = f[kName];
    const auto flag = [&](Column column, NameFlag bit) {
        if (f[column] == "1")
            name.flags |= static_cast<std::uint8_t>(bit);
    };
    flag(kPreferred, NameFlag::preferred);
    flag(kShort, NameFlag::shortened);
    flag(kColloquial, NameFlag::colloquial);
    flag(kHistoric, NameFlag::historic);
    // "zh-Hant" and "fr_1793" are kept by their language; the French names of 1793 are over.
    name.language = f[kLanguage].substr(0, f[kLanguage].find_first_of("-_"));
    if (f[kLanguage] == "fr_1793")
        name.flags |= static_cast<std::uint8_t>(NameFlag::historic);
    if (f[kLanguage] == "abbr") {
        name.language.clear();
        name.flags |= static_cast<std::uint8_t>(NameFlag::shortened);
    }
    return name;
}

}  // namespace

RowCounts add_alternate_names(SourceLines& lines, const SourceContext& context) {
    RowCounts counts;
    std::string_view line;
    std::vector<std::string_view> f;
    std::string id;
    while (lines.next(line)) {
        if (line.empty() && !lines.is_too_long())
            continue;
        ++counts.read;
        context.show_progress(lines);
        split_tabs(line, f);
        if (f.size() < kLeastColumns || !parse_number(f[kPlace]) || f[kName].empty() ||
            line.find('\0') != std::string_view::npos) {
            ++counts.skipped;
            context.log.refuse(lines.name() + ":" + std::to_string(lines.number()),
                               "not a row of alternate names");
            continue;
        }
        if (is_no_name(f[kLanguage]))
            continue;
        id = "geonames:";
        id += f[kPlace];
        context.builder.add_name(id, read_name(f));
    }
    context.close(lines);
    return counts;
}

}  // namespace gazetteer
