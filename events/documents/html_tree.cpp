// Walks trees without recursion.
#include "events/documents/html_tree.hpp"

#include "events/documents/extracted_text.hpp"

namespace events {

bool is_any(std::string_view name, TagNames names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view name_of(const xmlNode* node) {
    return node->name == nullptr ? std::string_view() : reinterpret_cast<const char*>(node->name);
}

std::string attribute(const xmlNode* node, std::string_view name) {
    for (const xmlAttr* attr = node->properties; attr != nullptr; attr = attr->next) {
        if (std::string_view(reinterpret_cast<const char*>(attr->name)) != name)
            continue;
        if (attr->children == nullptr || attr->children->content == nullptr)
            return {};
        return reinterpret_cast<const char*>(attr->children->content);
    }
    return {};
}

xmlNode* next_node(xmlNode* node, const xmlNode* root, bool skip_children) {
    if (!skip_children && node->children != nullptr && node->type == XML_ELEMENT_NODE) {
        return node->children;
    }
    while (node != root && node->next == nullptr)
        node = node->parent;
    return node == root ? nullptr : node->next;
}

bool is_wordless(std::string_view name) {
    static constexpr std::array<std::string_view, 13> kWordless{
        "script", "style",  "noscript", "template", "button", "svg",     "iframe",
        "select", "object", "canvas",   "head",     "input",  "textarea"};
    return is_any(name, kWordless);
}

std::string text_below(xmlNode* root) {
    std::string out;
    bool skip = false;
    for (xmlNode* node = root; node != nullptr; node = next_node(node, root, skip)) {
        skip = node != root && node->type == XML_ELEMENT_NODE && is_wordless(name_of(node));
        if (node->type == XML_TEXT_NODE && node->content != nullptr) {
            out += reinterpret_cast<const char*>(node->content);
            out += ' ';
        }
    }
    return collapse_spaces(out);
}

}  // namespace events
