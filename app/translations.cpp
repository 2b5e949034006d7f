// Reads lang/*.tsv.
#include "app/translations.hpp"

#include <set>

#include "geo/input_file.hpp"

namespace app {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t kMaxTranslationBytes = std::size_t{1} << 20;

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// The lines "key<TAB>text" of a file, in their order.
geo::Result<Pairs> read_pairs(const std::string& path) {
    const auto file = geo::read_input_file(path, kMaxTranslationBytes);
    if (!file)
        return tl::unexpected(file.error());
    std::set<std::string_view> seen;
    Pairs pairs;
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
        pairs.emplace_back(key, line.substr(tab + 1));
    }
    return pairs;
}

geo::Result<void> lay_over(Texts& texts, const std::string& path) {
    auto pairs = read_pairs(path);
    if (!pairs)
        return tl::unexpected(pairs.error());
    for (auto& [key, text] : *pairs)
        texts.insert_or_assign(std::move(key), std::move(text));
    return {};
}

struct Matched {
    std::string x;
    std::string y;
};

/// Whether the text is what the pattern says, with any words in place of {x} and {y}, which never
/// stand side by side.
std::optional<Matched> match(std::string_view pattern, std::string_view text) {
    Matched matched;
    while (true) {
        const std::size_t open = pattern.find('{');
        const std::string_view before = pattern.substr(0, open);
        if (!text.starts_with(before))
            return std::nullopt;
        text.remove_prefix(before.size());
        if (open == std::string_view::npos)
            return text.empty() ? std::optional(matched) : std::nullopt;
        std::string& value = pattern[open + 1] == 'x' ? matched.x : matched.y;
        pattern.remove_prefix(open + 3);
        const std::string_view after = pattern.substr(0, pattern.find('{'));
        // The last words are taken as they stand at the end; those between at their first.
        const std::size_t end = after.size() == pattern.size() && text.ends_with(after)
                                    ? text.size() - after.size()
                                    : text.find(after);
        if (end == std::string_view::npos || end == 0)
            return std::nullopt;
        value = text.substr(0, end);
        text.remove_prefix(end);
    }
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
        auto reasons = read_pairs(folder + "/reasons." + language + ".tsv");
        if (!reasons)
            return tl::unexpected(reasons.error());
        loaded.m_reasons = std::move(*reasons);
    }
    return loaded;
}

std::string Translations::reason(std::string_view english) const {
    // What stands inside a pattern may be one itself: two levels are all that reasons have.
    const auto words_of = [&](const std::string& words) {
        for (const auto& [pattern, text] : m_reasons) {
            if (const auto inner = match(pattern, words))
                return fill(text, {{"x", inner->x}, {"y", inner->y}});
        }
        return words;
    };
    for (const auto& [pattern, text] : m_reasons) {
        if (const auto matched = match(pattern, english))
            return fill(text, {{"x", words_of(matched->x)}, {"y", words_of(matched->y)}});
    }
    return std::string(english);
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
