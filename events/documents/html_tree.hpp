// Looks at nodes of libxml2's trees. Included by the files that read HTML only.
#pragma once

#include <libxml/tree.h>

#include <span>
#include <string>
#include <string_view>

namespace events {

using TagNames = std::span<const std::string_view>;

bool is_any(std::string_view name, TagNames names);
std::string_view name_of(const xmlNode* node);
/// Empty when the node has none of this name.
std::string attribute(const xmlNode* node, std::string_view name);
/// The node after this one in document order, below `root`; children are left out when asked.
xmlNode* next_node(xmlNode* node, const xmlNode* root, bool skip_children);
/// All text below a node in one line, scripts and styles apart.
std::string text_below(xmlNode* root);
/// Elements that hold no words of the page.
bool is_wordless(std::string_view name);

}  // namespace events
