// Measures words and links of every element, then judges them.
#include "events/documents/html_content.hpp"

#include "events/language/code_points.hpp"

namespace events {

namespace {

/// Elements that hold something beside the text.
constexpr std::array<std::string_view, 7> kBeside{"nav",  "aside",  "footer", "form",
                                                  "menu", "figure", "dialog"};
constexpr std::array<std::string_view, 11> kBesideRoles{
    "navigation", "banner",      "contentinfo", "search", "complementary", "dialog",
    "menu",       "alertdialog", "menubar",     "form",   "toolbar"};
/// Parts of class and id values, each a whole word of them, that name what is no text.
constexpr std::array<std::string_view, 44> kBesideNames{
    "cookie",      "cookies",      "consent",       "gdpr",       "share",       "shares",
    "sharing",     "sharedaddy",   "social",        "breadcrumb", "sidebar",     "related",
    "recommended", "newsletter",   "subscribe",     "banner",     "comment",     "comments",
    "disqus",      "footer",       "navigation",    "nav",        "navbar",      "menu",
    "popup",       "modal",        "advert",        "adverts",    "advertising", "advertisement",
    "ads",         "promo",        "skip",          "toolbar",    "pagination",  "pager",
    "breadcrumbs", "subscription", "recirculation", "masthead",   "respond",     "outbrain",
    "taboola",     "addtoany"};
constexpr std::array<std::string_view, 7> kLists{"ul", "ol", "div", "section", "table", "dl", "p"};
constexpr std::uint32_t kFewestLinks = 3;
constexpr double kLinkShare = 0.75;        ///< of a list's words
constexpr double kLongestList = 0.4;       ///< of the page's words
constexpr std::uint32_t kLeastText = 400;  ///< bytes outside of links that a page has besides

/// Does "related-posts" or "relatedPosts" have one of the names as a whole word?
bool has_beside_name(std::string_view names) {
    std::string word;
    char before = ' ';
    const auto is_beside = [&] { return !word.empty() && is_any(word, kBesideNames); };
    for (const char c : names) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool lower = c >= 'a' && c <= 'z';
        const bool starts = !lower && !(upper && before >= 'A' && before <= 'Z');
        if (starts) {
            if (is_beside())
                return true;
            word.clear();
        }
        if (upper || lower)
            word += upper ? static_cast<char>(c - 'A' + 'a') : c;
        before = c;
    }
    return is_beside();
}

std::uint32_t count_words_bytes(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

/// "1998", "2023" standing alone.
bool has_year(std::string_view text) {
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const std::string_view century = text.substr(at, 2);
        if (century != "19" && century != "20")
            continue;
        const auto digit = [&](std::size_t i) {
            return i < text.size() && is_digit(static_cast<unsigned char>(text[i]));
        };
        if (digit(at + 2) && digit(at + 3) && !digit(at + 4) && (at == 0 || !digit(at - 1)))
            return true;
    }
    return false;
}

bool hides_itself(const xmlNode* node) {
    if (node->properties == nullptr)
        return false;
    for (const xmlAttr* attr = node->properties; attr != nullptr; attr = attr->next) {
        if (std::string_view(reinterpret_cast<const char*>(attr->name)) == "hidden")
            return true;
    }
    const std::string style = attribute(node, "style");
    return attribute(node, "aria-hidden") == "true" ||
           style.find("display:none") != std::string::npos ||
           style.find("display: none") != std::string::npos;
}

}  // namespace

HtmlContent::HtmlContent(xmlNode* root) {
    measure(root);
    find_main(root);
}

const HtmlContent::Size& HtmlContent::size_of(const xmlNode* node) const {
    return m_sizes[reinterpret_cast<std::uintptr_t>(node->_private)];
}

void HtmlContent::measure(xmlNode* root) {
    std::vector<std::size_t> parents;
    for (xmlNode* node = root; node != nullptr; node = next_node(node, root, false)) {
        const std::size_t parent =
            node == root ? 0 : reinterpret_cast<std::uintptr_t>(node->parent->_private);
        if (node->type == XML_ELEMENT_NODE) {
            const std::string_view name = name_of(node);
            Size size;
            size.hidden = is_wordless(name) || (node != root && m_sizes[parent].hidden);
            size.link = name == "a";
            size.links = size.link ? 1 : 0;
            size.titles = name == "h1" ? 1 : 0;
            size.dates = name == "time" ? 1 : 0;
            node->_private = reinterpret_cast<void*>(m_sizes.size());
            m_sizes.push_back(size);
            parents.push_back(parent);
        } else if (node->type == XML_TEXT_NODE && node->content != nullptr && node != root &&
                   !m_sizes[parent].hidden) {
            const std::string_view text = reinterpret_cast<const char*>(node->content);
            m_sizes[parent].bytes += count_words_bytes(text);
            m_sizes[parent].dates += has_year(text) && m_sizes[parent].links == 0 ? 1 : 0;
        }
    }
    // Children stand behind their parents: adding from the end adds up whole trees.
    for (std::size_t i = m_sizes.size(); i-- > 1;) {
        Size& size = m_sizes[i];
        if (size.link)
            size.link_bytes = size.bytes;
        Size& parent = m_sizes[parents[i]];
        parent.bytes += size.bytes;
        parent.link_bytes += size.link_bytes;
        parent.links += size.links;
        parent.titles += size.titles;
        parent.dates += size.dates;
    }
}

void HtmlContent::find_main(xmlNode* root) {
    xmlNode* body = nullptr;
    xmlNode* best = nullptr;
    std::uint32_t articles = 0;  // bytes of all articles
    std::uint32_t largest = 0;
    const xmlNode* article = nullptr;
    for (xmlNode* node = root; node != nullptr; node = next_node(node, root, false)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const std::string_view name = name_of(node);
        if (name == "body" && body == nullptr)
            body = node;
        const std::uint32_t bytes = size_of(node).bytes;
        const bool is_main = name == "main" || attribute(node, "role") == "main" ||
                             attribute(node, "itemprop") == "articleBody";
        if ((is_main || name == "article") && (best == nullptr || bytes > size_of(best).bytes))
            best = node;
        if (name == "article") {
            constexpr int kDeepest = 300;
            bool inside = false;
            int depth = 0;
            for (const xmlNode* up = node->parent; up != nullptr && !inside && article != nullptr;
                 up = up->parent)
                inside = up == article || ++depth > kDeepest;
            if (!inside) {
                articles += bytes;
                largest = std::max(largest, bytes);
                article = node;
            }
        }
    }
    xmlNode* const whole = body != nullptr ? body : root;
    // An article that is a teaser beside a longer text is not the main part, nor is one of many.
    const bool one_of_many =
        best != nullptr && name_of(best) == "article" && articles > largest + largest / 2;
    m_main = best == nullptr || one_of_many || size_of(best).bytes < kLeastText ? whole : best;
    for (xmlNode* node = m_main; node != nullptr; node = next_node(node, m_main, false)) {
        if (node->type == XML_ELEMENT_NODE && name_of(node) == "time") {
            m_first_time = attribute(node, "datetime");
            if (!m_first_time.empty())
                break;
        }
    }
}

std::size_t HtmlContent::count_titles() const {
    return size_of(m_main).titles;
}

bool HtmlContent::is_link_list(const xmlNode* element) const {
    const Size& size = size_of(element);
    const Size& page = size_of(m_main);
    return is_any(name_of(element), kLists) && size.links >= kFewestLinks && size.dates == 0 &&
           size.titles == 0 && size.link_bytes >= kLinkShare * size.bytes &&
           size.bytes <= kLongestList * page.bytes && page.bytes - page.link_bytes >= kLeastText;
}

bool HtmlContent::is_left_out(const xmlNode* element) const {
    if (is_wordless(name_of(element)) || hides_itself(element))
        return true;
    const Size& size = size_of(element);
    if (element == m_main || 2 * size.bytes > size_of(m_main).bytes)
        return false;
    if (is_any(name_of(element), kBeside) || is_link_list(element))
        return true;
    if (element->properties == nullptr)
        return false;
    const std::string role = attribute(element, "role");
    if (!role.empty() && is_any(role, kBesideRoles))
        return true;
    return size.titles == 0 &&
           has_beside_name(attribute(element, "class") + " " + attribute(element, "id"));
}

}  // namespace events
