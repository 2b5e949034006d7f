// Country files of the GEOnet Names Server: one row a name, several rows a feature.
#include <algorithm>

#include "gazetteer/column_roles.hpp"
#include "gazetteer/country_codes.hpp"
#include "gazetteer/place_source.hpp"
#include "gazetteer/table_rows.hpp"

namespace gazetteer {
namespace {

/// Where the columns stand; the names before 2022 and since.
struct GnsColumns {
    std::size_t ufi, lat, lon, feature_class, designation, country, admin1, name_type, name, plain;
    std::size_t language, ended_feature, ended_name;
    bool is_fips = false;  ///< the country column holds FIPS 10-4 codes
};

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

GnsColumns read_columns(const std::vector<std::string_view>& header) {
    const auto find = [&](std::string_view old_name, std::string_view new_name) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            const std::string name = lower_ascii(header[i]);
            if (name == old_name || name == new_name)
                return i;
        }
        return kNoColumn;
    };
    GnsColumns c{};
    c.ufi = find("ufi", "ufi");
    c.lat = find("lat", "lat_dd");
    c.lon = find("long", "long_dd");
    c.feature_class = find("fc", "fc");
    c.designation = find("dsg", "desig_cd");
    c.country = find("cc1", "cc_ft");
    c.admin1 = find("adm1", "adm1");
    c.name_type = find("nt", "nt");
    c.name = find("full_name_ro", "full_name");
    c.plain = find("full_name_nd_ro", "full_nm_nd");
    c.language = find("lc", "lang_cd");
    c.ended_feature = find("f_term_dt", "term_dt_f");
    c.ended_name = find("n_term_dt", "term_dt_n");
    c.is_fips = find("cc1", "cc1") != kNoColumn;
    return c;
}

class GnsReader {
  public:
    GnsReader(const GnsColumns& columns, const SourceContext& context)
        : m_columns(columns), m_context(context) {}

    /// Empty when the row was taken, else why not.
    std::string add(const std::vector<std::string_view>& fields);
    void finish() { m_areas.finish(m_context.builder); }

  private:
    std::string_view at(std::size_t column) const {
        return column < m_fields->size() ? (*m_fields)[column] : std::string_view();
    }
    std::string country() const;
    SourceName name() const;

    const GnsColumns& m_columns;
    const SourceContext& m_context;
    const std::vector<std::string_view>* m_fields = nullptr;
    GeonamesAreas m_areas;
};

/// Of several countries ("ML,NG") the first.
std::string GnsReader::country() const {
    std::string_view code = at(m_columns.country);
    code = code.substr(0, code.find_first_of(",; "));
    const auto iso = m_columns.is_fips ? country_from_fips(code) : country_from_iso(code);
    return iso.value_or(m_context.options.country);
}

SourceName GnsReader::name() const {
    SourceName name;
    name.text = at(m_columns.name).empty() ? at(m_columns.plain) : at(m_columns.name);
    name.language = lower_ascii(at(m_columns.language));
    const std::string_view type = at(m_columns.name_type);
    const bool is_over = type.starts_with('H') || !at(m_columns.ended_name).empty() ||
                         !at(m_columns.ended_feature).empty();
    if (is_over)
        name.flags |= static_cast<std::uint8_t>(NameFlag::historic);
    return name;
}

std::string GnsReader::add(const std::vector<std::string_view>& fields) {
    m_fields = &fields;
    const auto lon = parse_number(at(m_columns.lon));
    const auto lat = parse_number(at(m_columns.lat));
    if (!lon || !lat || !geo::is_on_earth({*lon, *lat}))
        return "no position on the earth";
    if (!parse_number(at(m_columns.ufi)))
        return "no feature number (UFI)";
    SourceName read = name();
    if (read.text.empty())
        return "no name";
    SourcePlace place;
    place.source_id = "gns:" + std::string(at(m_columns.ufi));
    const std::string_view type = at(m_columns.name_type);
    // The approved name, in Roman script, is the one to show; all others are names beside it.
    if (type == "N" || type == "C" || type == "P")
        place.name = read.text;
    const std::string_view plain = at(m_columns.plain);
    if (!plain.empty() && plain != read.text)
        place.names.emplace_back(plain);
    const auto feature_class = at(m_columns.feature_class);
    const auto designation = at(m_columns.designation);
    const auto meaning =
        meaning_of_feature(feature_class.empty() ? ' ' : feature_class[0], designation);
    place.kind = meaning.kind;
    place.rank = meaning.rank;
    place.country = country();
    place.point = {*lon, *lat};
    place.decimals = std::max(decimals_of(at(m_columns.lon)), decimals_of(at(m_columns.lat)));
    const std::string_view admin1 = at(m_columns.admin1);
    if (designation == "ADM1" && type.starts_with('N'))
        m_areas.add_name(place.country + "." + std::string(admin1), read.text);
    place.path = m_areas.path_of(m_context.builder, place.country, admin1, {}, {});
    place.tagged_names.push_back(std::move(read));
    m_context.builder.add(place);
    return {};
}

}  // namespace

geo::Result<RowCounts> add_gns(SourceLines& lines, const SourceContext& context) {
    std::string_view line;
    lines.next(line);
    std::vector<std::string_view> f;
    split_tabs(line, f);
    const std::size_t width = f.size();
    const GnsColumns columns = read_columns(f);
    for (const auto& [column, what] :
         {std::pair{columns.lat, "LAT"}, std::pair{columns.lon, "LONG"},
          std::pair{columns.name, "FULL_NAME_RO"}}) {
        if (column == kNoColumn)
            return geo::fail(lines.name() + ":1: no column \"" + what + "\" in the header");
    }
    GnsReader reader(columns, context);
    RowCounts counts;
    while (lines.next(line)) {
        if (line.empty() && !lines.is_too_long())
            continue;
        ++counts.read;
        context.show_progress(lines);
        split_tabs(line, f);
        std::string fault;
        if (lines.is_too_long())
            fault = "line longer than 1 MiB";
        else if (line.find('\0') != std::string_view::npos)
            fault = "holds NUL bytes";
        else if (f.size() != width)
            fault = "has " + std::to_string(f.size()) + " columns, the header has " +
                    std::to_string(width);
        else
            fault = reader.add(f);
        if (fault.empty())
            continue;
        ++counts.skipped;
        context.log.refuse(lines.name() + ":" + std::to_string(lines.number()), fault);
    }
    reader.finish();
    context.close(lines);
    return counts;
}

}  // namespace gazetteer
