// Walks an HTML tree, by libxml2, and writes its main text block by block.
#include "events/documents/html.hpp"

#include <libxml/HTMLparser.h>

#include "events/documents/encoding.hpp"
#include "events/documents/plain_text.hpp"
#include "events/language/code_points.hpp"

namespace events {

namespace {

using Names = std::span<const std::string_view>;

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

constexpr std::array<std::string_view, 18> kSkipped{
    "script", "style",  "noscript", "template", "nav",    "aside",  "footer", "form", "button",
    "svg",    "iframe", "select",   "object",   "canvas", "figure", "dialog", "menu", "head"};
constexpr std::array<std::string_view, 34> kBlocks{
    "p",      "h1",    "h2",         "h3",    "h4",      "h5",      "h6",
    "li",     "td",    "th",         "div",   "section", "article", "blockquote",
    "tr",     "table", "ul",         "ol",    "dl",      "dt",      "dd",
    "pre",    "hr",    "header",     "main",  "body",    "caption", "address",
    "center", "time",  "figcaption", "tbody", "thead",   "fieldset"};
/// Parts of class and id values that name what is no text.
constexpr std::array<std::string_view, 14> kFurnitureNames{
    "cookie", "share",   "social", "breadcrumb", "sidebar", "related", "newsletter",
    "banner", "comment", "footer", "navigation", "popup",   "advert",  "skip-link"};

bool is_any(std::string_view name, Names names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view name_of(const xmlNode* node) {
    return node->name == nullptr ? std::string_view() : reinterpret_cast<const char*>(node->name);
}

std::string attribute(const xmlNode* node, const char* name) {
    for (const xmlAttr* attr = node->properties; attr != nullptr; attr = attr->next) {
        if (std::string_view(reinterpret_cast<const char*>(attr->name)) != name)
            continue;
        if (attr->children == nullptr || attr->children->content == nullptr)
            return {};
        return reinterpret_cast<const char*>(attr->children->content);
    }
    return {};
}

bool names_furniture(const xmlNode* node) {
    if (node->properties == nullptr)
        return false;
    const std::string role = attribute(node, "role");
    if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "search") {
        return true;
    }
    if (attribute(node, "hidden") == "hidden" || attribute(node, "aria-hidden") == "true") {
        return true;
    }
    const std::string names = fold_word(attribute(node, "class") + " " + attribute(node, "id"));
    return std::any_of(kFurnitureNames.begin(), kFurnitureNames.end(), [&](std::string_view part) {
        return names.find(part) != std::string::npos;
    });
}

/// The node after this one in document order, below `root`; children are left out when asked.
xmlNode* next_node(xmlNode* node, const xmlNode* root, bool skip_children) {
    if (!skip_children && node->children != nullptr && node->type == XML_ELEMENT_NODE) {
        return node->children;
    }
    while (node != root && node->next == nullptr)
        node = node->parent;
    return node == root ? nullptr : node->next;
}

/// All text below a node in one line.
std::string text_below(xmlNode* root) {
    std::string out;
    bool skip = false;
    for (xmlNode* node = root; node != nullptr; node = next_node(node, root, skip)) {
        skip = node != root && node->type == XML_ELEMENT_NODE && is_any(name_of(node), kSkipped);
        if (node->type == XML_TEXT_NODE && node->content != nullptr) {
            out += reinterpret_cast<const char*>(node->content);
            out += ' ';
        }
    }
    return collapse_spaces(out);
}

/// The words of a table cell that holds a word or two; empty for cells that lay out a page.
std::optional<std::string> read_short_cell(xmlNode* cell) {
    constexpr int kMostNodes = 60;
    constexpr std::size_t kLongest = 160;
    static constexpr std::array<std::string_view, 11> kLayout{
        "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article"};
    std::string words;
    int nodes = 0;
    bool skip = false;
    for (xmlNode* node = cell; node != nullptr; node = next_node(node, cell, skip)) {
        const bool element = node != cell && node->type == XML_ELEMENT_NODE;
        skip = element && is_any(name_of(node), kSkipped);
        if (++nodes > kMostNodes || words.size() > kLongest ||
            (element && is_any(name_of(node), kLayout)))
            return std::nullopt;
        if (element && is_any(name_of(node), kBlocks))
            words += ' ';
        if (node->type == XML_TEXT_NODE && node->content != nullptr)
            words += reinterpret_cast<const char*>(node->content);
    }
    return collapse_spaces(words);
}

/// The cells of a row of facts; empty for rows that lay out a page.
std::vector<std::string> read_row(const xmlNode* row) {
    std::vector<std::string> cells;
    for (xmlNode* cell = row->children; cell != nullptr; cell = cell->next) {
        if (cell->type != XML_ELEMENT_NODE)
            continue;
        auto words = read_short_cell(cell);
        if (!words)
            return {};
        cells.push_back(std::move(*words));
    }
    return cells;
}

/// Writes blocks: text is gathered until an element that starts or ends a block.
class BlockWriter {
  public:
    explicit BlockWriter(ExtractedText& page) : m_page(page) {}

    void walk(xmlNode* root) {
        xmlNode* node = root;
        while (node != nullptr) {
            const bool element = node->type == XML_ELEMENT_NODE;
            bool skip = false;
            if (element) {
                const std::string_view name = name_of(node);
                skip = node != root && (is_any(name, kSkipped) || names_furniture(node));
                if (name == "br")
                    m_words += '\n';
                if (is_any(name, kBlocks))
                    open(name);
                if (name == "tr" && !skip) {
                    const std::vector<std::string> cells = read_row(node);
                    m_page.add_row(cells);
                    skip = !cells.empty();
                }
            } else if (node->type == XML_TEXT_NODE && node->content != nullptr) {
                add_text(reinterpret_cast<const char*>(node->content));
            }
            node = advance(node, root, skip);
        }
        flush();
    }

  private:
    /// Like next_node, ending the blocks that are left on the way up.
    xmlNode* advance(xmlNode* node, const xmlNode* root, bool skip) {
        if (!skip && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            return node->children;
        }
        while (true) {
            if (node->type == XML_ELEMENT_NODE && is_any(name_of(node), kBlocks)) {
                flush();
                m_kind = BlockKind::paragraph;
            }
            if (node == root)
                return nullptr;
            if (node->next != nullptr)
                return node->next;
            node = node->parent;
        }
    }

    void open(std::string_view name) {
        flush();
        m_kind = BlockKind::paragraph;
        if (name == "h1")
            m_kind = BlockKind::title;
        if (name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6') {
            m_kind = BlockKind::heading;
        }
        if (name == "li" || name == "dd")
            m_kind = BlockKind::list_item;
        if (name == "td" || name == "th")
            m_kind = BlockKind::table_cell;
    }

    /// Line ends of the source are spaces; those of <br> are kept until the block is cut.
    void add_text(std::string_view content) {
        for (const char c : content) {
            m_words += c == '\n' || c == '\r' || c == '\t' || c == '\f' ? ' ' : c;
        }
    }

    void flush() {
        std::string_view rest = m_words;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            m_page.add_block(m_kind, collapse_spaces(rest.substr(0, end)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        m_words.clear();
    }

    ExtractedText& m_page;
    std::string m_words;
    BlockKind m_kind = BlockKind::paragraph;
};

void note_date(ExtractedText& page, const std::string& value, std::string_view from) {
    if (!page.published.empty() || value.empty())
        return;
    page.published = value;
    page.published_from = std::string(from) + " of the page";
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
    if (key == "og:title" && page.title.empty())
        page.title = content;
    if (key == "og:site_name" && page.publisher.empty())
        page.publisher = content;
    if ((key == "author" || key == "article:author") && page.author.empty())
        page.author = content;
    if (key == "og:url" && page.address.empty())
        page.address = content;
    static constexpr std::array<std::string_view, 9> kDates{
        "article:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.date",
        "dcterms.issued",         "date",          "pubdate", "publish_date"};
    if (is_any(key, kDates))
        note_date(page, content, key);
}

/// Heads of pages; returns the element that holds the main text.
xmlNode* read_page(ExtractedText& page, xmlNode* root) {
    xmlNode* main = nullptr;
    xmlNode* body = nullptr;
    std::size_t most = 0;
    std::string head_title;
    std::string time;
    for (xmlNode* node = root; node != nullptr; node = next_node(node, root, false)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const std::string_view name = name_of(node);
        if (name == "html")
            page.language = attribute(node, "lang");
        if (name == "body" && body == nullptr)
            body = node;
        if (name == "meta")
            read_meta(page, node);
        if (name == "title" && head_title.empty())
            head_title = text_below(node);
        if (name == "link" && attribute(node, "rel") == "canonical") {
            page.address = attribute(node, "href");
        }
        if (name == "time" && time.empty())
            time = attribute(node, "datetime");
        const bool candidate =
            name == "main" || name == "article" || attribute(node, "role") == "main";
        if (candidate && (main == nullptr || node->parent != main)) {
            const std::size_t size = text_below(node).size();
            if (size > most) {
                main = node;
                most = size;
            }
        }
    }
    note_date(page, time, "time");
    if (page.title.empty())
        page.title = head_title;
    // An article that is a teaser beside a longer text is not the main part.
    constexpr std::size_t kLeastMainBytes = 400;
    return main != nullptr && most >= kLeastMainBytes ? main : body != nullptr ? body : root;
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    const std::string start = fold_word(bytes.substr(0, 4096));
    const std::size_t first = start.find_first_not_of(" \t\r\n\f");
    if (first == std::string::npos || start[first] != '<')
        return false;
    for (const char* mark : {"<!doctype html", "<html", "<head>", "<body"}) {
        if (start.find(mark) != std::string::npos)
            return true;
    }
    return false;
}

geo::Result<ExtractedText> read_html(const geo::InputFile& file) {
    // A page that is UTF-8 is read as such whatever it declares; another says its own encoding.
    geo::Result<DecodedText> decoded = decode_text(file, find_charset_declaration(file.bytes));
    if (!decoded)
        return tl::unexpected(decoded.error());
    const std::string& bytes = decoded->text;
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_NOBLANKS;
    const std::unique_ptr<xmlDoc, FreeDocument> tree(
        htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8", options));
    xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (root == nullptr)
        return geo::fail(file.path + ": not HTML that can be read");
    ExtractedText page;
    page.problems = decoded->problems;
    xmlNode* main = read_page(page, root);
    page.extraction = "HTML, main content";
    BlockWriter(page).walk(main);
    if (page.blocks.empty()) {
        return geo::fail(file.path + ": the page holds no text outside menus and scripts");
    }
    return page;
}

}  // namespace events
