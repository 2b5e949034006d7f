// Reads the data of a page.
#include "events/documents/html_page_data.hpp"

#include <nlohmann/json.hpp>

#include "events/language/code_points.hpp"

namespace events {

namespace {

using Json = nlohmann::json;

void note_date(ExtractedText& page, const std::string& value, std::string_view from) {
    if (!page.published.empty() || value.empty())
        return;
    page.published = value;
    page.published_from = std::string(from) + " of the page";
}

void fill(std::string& field, const std::string& value) {
    if (field.empty())
        field = collapse_spaces(value);
}

void read_meta(ExtractedText& page, const xmlNode* node) {
    const std::string content = collapse_spaces(attribute(node, "content"));
    if (content.empty())
        return;
    std::string key = attribute(node, "property");
    if (key.empty())
        key = attribute(node, "name");
    if (key.empty())
        key = attribute(node, "itemprop");
    key = fold_word(key);
    static constexpr std::array<std::string_view, 3> kTitles{"og:title", "dc.title",
                                                             "dcterms.title"};
    static constexpr std::array<std::string_view, 3> kPublishers{"og:site_name", "dc.publisher",
                                                                 "dcterms.publisher"};
    static constexpr std::array<std::string_view, 4> kAuthors{"author", "article:author",
                                                              "dc.creator", "dcterms.creator"};
    static constexpr std::array<std::string_view, 10> kDates{
        "article:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.date",
        "dcterms.issued",         "date",          "pubdate", "publish_date",   "dcterms.created"};
    if (is_any(key, kTitles))
        fill(page.title, content);
    if (is_any(key, kPublishers))
        fill(page.publisher, content);
    const bool address = content.starts_with("http:") || content.starts_with("https:");
    if (is_any(key, kAuthors) && !address)
        fill(page.author, content);
    if (key == "og:url")
        fill(page.address, content);
    if (is_any(key, kDates))
        note_date(page, content, key);
}

std::string string_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// "publisher": "x", {"name": "x"} or [{"name": "x"}].
std::string name_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end())
        return {};
    const Json* value = &*found;
    if (value->is_array() && !value->empty())
        value = &value->front();
    if (value->is_string())
        return value->get<std::string>();
    return value->is_object() ? string_in(*value, "name") : std::string();
}

void read_linked_object(ExtractedText& page, const Json& object) {
    if (!object.is_object())
        return;
    // Other objects of a page (its site, its menus) have no day of their own.
    const std::string day = string_in(object, "datePublished");
    if (day.empty())
        return;
    note_date(page, day, "datePublished");
    fill(page.title, string_in(object, "headline"));
    fill(page.author, name_in(object, "author"));
    fill(page.publisher, name_in(object, "publisher"));
}

void read_linked_data(ExtractedText& page, std::string_view script) {
    constexpr std::size_t kLongestScript = std::size_t{1} << 20;
    if (script.size() > kLongestScript)
        return;
    const Json data = Json::parse(script, nullptr, false);
    if (data.is_discarded())
        return;
    const auto graph = data.is_object() ? data.find("@graph") : data.end();
    const bool has_graph = data.is_object() && graph != data.end() && graph->is_array();
    const Json& list = has_graph ? *graph : data;
    if (!list.is_array())
        return read_linked_object(page, list);
    for (const Json& object : list)
        read_linked_object(page, object);
}

}  // namespace

void read_page_data(xmlNode* root, ExtractedText& page, std::string& head_title) {
    for (xmlNode* node = root; node != nullptr; node = next_node(node, root, false)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const std::string_view name = name_of(node);
        if (name == "html" && page.language.empty())
            page.language = attribute(node, "lang");
        if (name == "meta")
            read_meta(page, node);
        if (name == "title" && head_title.empty())
            head_title = text_below(node);
        if (name == "link" && attribute(node, "rel") == "canonical")
            page.address = attribute(node, "href");
        const bool dated = name == "time" && (attribute(node, "itemprop") == "datePublished" ||
                                              attribute(node, "pubdate") == "pubdate");
        if (dated)
            note_date(page, attribute(node, "datetime"), "time");
        if (name == "script" && attribute(node, "type") == "application/ld+json" &&
            node->children != nullptr && node->children->content != nullptr)
            read_linked_data(page, reinterpret_cast<const char*>(node->children->content));
    }
}

}  // namespace events
