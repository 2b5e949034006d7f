// Reads lang/*.tsv.
#include "app/translations.hpp"

#include <set>

#include "geo/input_file.hpp"

namespace app {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t kMaxTranslationBytes = std::size_t{1} << 20;

geo::Result<void> lay_over(Texts& texts, const std::string& path) {
    const auto file = geo::read_input_file(path, kMaxTranslationBytes);
    if (!file)
        return tl::unexpected(file.error());
    std::set<std::string_view> seen;
    std::string_view rest = file->bytes;
    for (int line_number = 1; !rest.empty(); ++line_number) {
        const auto end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty() || line.front() == '#')
            continue;
        const auto where = path + ":" + std::to_string(line_number) + ": ";
        const auto tab = line.find('\t');
        if (tab == std::string_view::npos)
            return geo::fail(where + "no tab after the key");
        const auto key = line.substr(0, tab);
        if (!seen.insert(key).second) {
            return geo::fail(where + "\"" + std::string(key) + "\" comes twice");
        }
        texts.insert_or_assign(std::string(key), std::string(line.substr(tab + 1)));
    }
    return {};
}

}  // namespace

geo::Result<Translations> Translations::load(const std::string& folder,
                                             const std::string& language) {
    Translations loaded;
    loaded.m_language = language;
    if (auto read = lay_over(loaded.m_texts, folder + "/en.tsv"); !read) {
        return tl::unexpected(read.error());
    }
    if (language != "en") {
        if (auto read = lay_over(loaded.m_texts, folder + "/" + language + ".tsv"); !read) {
            return tl::unexpected(read.error());
        }
    }
    return loaded;
}

const char* Translations::operator()(const char* key) const {
    const auto found = m_texts.find(std::string_view(key));
    return found == m_texts.end() ? key : found->second.c_str();
}

std::string fill(std::string_view pattern,
                 std::initializer_list<std::pair<std::string_view, std::string>> values) {
    std::string text;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        const auto close =
            open == std::string_view::npos ? std::string_view::npos : pattern.find('}', open);
        if (close == std::string_view::npos)
            break;
        text += pattern.substr(0, open);
        const auto name = pattern.substr(open + 1, close - open - 1);
        const auto value = std::find_if(values.begin(), values.end(),
                                        [&](const auto& pair) { return pair.first == name; });
        text += value == values.end() ? pattern.substr(open, close + 1 - open)
                                      : std::string_view(value->second);
        pattern.remove_prefix(close + 1);
    }
    return text.append(pattern);
}

std::string choose_language(std::string_view asked, std::string_view environment_lang) {
    if (asked == "en" || asked == "fr")
        return std::string(asked);
    return environment_lang.starts_with("fr") ? "fr" : "en";
}

}  // namespace app
