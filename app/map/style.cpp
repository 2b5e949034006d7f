// Reads a style file: JSON of colours, lines and type.
#include "app/map/style.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "geo/input_file.hpp"

namespace app {
namespace {

using Json = nlohmann::json;
constexpr std::size_t kMostStyleBytes = std::size_t{1} << 20;

constexpr std::array<const char*, kTextRoleCount> kRoleKeys = {
    "country", "admin1", "capital", "town",      "village",         "water",
    "flow",    "badge",  "count",   "furniture", "furniture_title",
};

/// Remembers the first thing that is wrong; what is read after it does not matter.
class StyleReader {
  public:
    explicit StyleReader(std::string file_name) : m_file(std::move(file_name)) {}

    const std::string& error() const { return m_error; }

    void fail(const std::string& key, const char* what) {
        if (m_error.empty())
            m_error = m_file + ": " + key + ": " + what;
    }

    const Json& member(const Json& parent, const std::string& key) {
        if (parent.is_object()) {
            const auto found = parent.find(key);
            if (found != parent.end())
                return *found;
        }
        fail(key, "missing");
        return m_nothing;
    }

    Colour colour(const Json& parent, const std::string& key) {
        const Json& value = member(parent, key);
        Colour out;
        if (!value.is_string()) {
            fail(key, "no colour");
            return out;
        }
        const std::string text = value.get<std::string>();
        if ((text.size() != 7 && text.size() != 9) || text[0] != '#') {
            fail(key, "a colour is #rrggbb or #rrggbbaa");
            return out;
        }
        std::uint8_t* const parts[] = {&out.r, &out.g, &out.b, &out.a};
        for (std::size_t i = 0; 2 * i + 1 < text.size(); ++i) {
            const char* const first = text.data() + 1 + 2 * i;
            if (std::from_chars(first, first + 2, *parts[i], 16).ptr != first + 2) {
                fail(key, "a colour is #rrggbb or #rrggbbaa");
            }
        }
        return out;
    }

    double number(const Json& parent, const std::string& key, double low, double high) {
        const Json& value = member(parent, key);
        if (!value.is_number()) {
            fail(key, "no number");
            return low;
        }
        const double out = value.get<double>();
        if (!(out >= low && out <= high))
            fail(key, "out of range");
        return out;
    }

    LineStyle line(const Json& parent, const std::string& key) {
        const Json& value = member(parent, key);
        return {colour(value, "colour"), number(value, "width", 0, 20)};
    }

    TextStyle text(const Json& parent, const std::string& key) {
        const Json& value = member(parent, key);
        TextStyle out;
        const Json& font = member(value, "font");
        if (font.is_string())
            out.font = font.get<std::string>();
        else
            fail("text." + key + ".font", "no font");
        out.size_px = number(value, "size", 4, 100);
        out.colour = colour(value, "colour");
        out.halo = colour(value, "halo");
        out.halo_px = number(value, "halo_width", 0, 8);
        if (value.contains("spacing"))
            out.spacing_px = number(value, "spacing", 0, 20);
        if (value.contains("weight")) {
            out.weight = static_cast<int>(number(value, "weight", 100, 900));
        }
        out.italic = value.value("italic", Json(false)) == Json(true);
        out.capitals = value.value("capitals", Json(false)) == Json(true);
        return out;
    }

  private:
    std::string m_file;
    std::string m_error;
    Json m_nothing;
};

}  // namespace

geo::Result<MapStyle> parse_style(const std::string& json, const std::string& file_name) {
    const Json root = Json::parse(json, nullptr, false);
    if (!root.is_object())
        return geo::fail(file_name + ": not a style: no JSON object");
    StyleReader reader(file_name);
    MapStyle style;
    const Json& name = reader.member(root, "name");
    if (name.is_string())
        style.name = name.get<std::string>();
    const Json& fill = reader.member(root, "fill");
    style.water = reader.colour(fill, "water");
    style.land = reader.colour(fill, "land");
    style.lake = reader.colour(fill, "lake");
    style.ice = reader.colour(fill, "ice");
    const Json& line = reader.member(root, "line");
    style.coast = reader.line(line, "coast");
    style.river = reader.line(line, "river");
    style.lake_shore = reader.line(line, "lake_shore");
    style.border = reader.line(line, "border");
    style.disputed = reader.line(line, "disputed");
    style.admin1 = reader.line(line, "admin1");
    const Json& mark = reader.member(root, "mark");
    style.symbol_edge = reader.colour(mark, "symbol_edge");
    style.symbol_halo = reader.colour(mark, "symbol_halo");
    style.leader = reader.colour(mark, "leader");
    style.selection = reader.colour(mark, "selection");
    style.hatch = reader.colour(mark, "hatch");
    style.panel = reader.colour(mark, "panel");
    style.panel_edge = reader.colour(mark, "panel_edge");
    const Json& text = reader.member(root, "text");
    for (std::size_t i = 0; i < kTextRoleCount; ++i)
        style.text[i] = reader.text(text, kRoleKeys[i]);
    if (!reader.error().empty())
        return geo::fail(reader.error());
    return style;
}

geo::Result<MapStyle> load_style(const std::string& share_folder, const std::string& name) {
    for (const char c : name) {
        if (!((c >= 'a' && c <= 'z') || c == '_')) {
            return geo::fail("\"" + name + "\" is no name of a style; use light or dark");
        }
    }
    const auto file =
        geo::read_input_file(share_folder + "/styles/" + name + ".json", kMostStyleBytes);
    if (!file)
        return geo::fail(file.error().message);
    return parse_style(file->bytes, file->name);
}

}  // namespace app
