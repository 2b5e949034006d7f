// Walks an HTML tree, by libxml2, and writes its main text block by block.
#include "events/documents/html.hpp"

#include <libxml/HTMLparser.h>

#include "events/documents/encoding.hpp"
#include "events/documents/html_content.hpp"
#include "events/documents/html_page_data.hpp"
#include "events/documents/plain_text.hpp"
#include "events/language/code_points.hpp"

namespace events {

namespace {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

constexpr std::array<std::string_view, 34> kBlocks{
    "p",      "h1",    "h2",         "h3",    "h4",      "h5",      "h6",
    "li",     "td",    "th",         "div",   "section", "article", "blockquote",
    "tr",     "table", "ul",         "ol",    "dl",      "dt",      "dd",
    "pre",    "hr",    "header",     "main",  "body",    "caption", "address",
    "center", "time",  "figcaption", "tbody", "thead",   "fieldset"};
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
        skip = element && is_wordless(name_of(node));
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
    BlockWriter(ExtractedText& page, const HtmlContent& content)
        : m_page(page), m_content(content) {}

    void walk(xmlNode* root) {
        xmlNode* node = root;
        while (node != nullptr) {
            const bool element = node->type == XML_ELEMENT_NODE;
            bool skip = false;
            if (element) {
                const std::string_view name = name_of(node);
                skip = node != root && m_content.is_left_out(node);
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
    const HtmlContent& m_content;
    std::string m_words;
    BlockKind m_kind = BlockKind::paragraph;
};

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
    std::string head_title;
    read_page_data(root, page, head_title);
    const HtmlContent content(root);
    if (page.published.empty() && !content.first_time().empty()) {
        page.published = content.first_time();
        page.published_from = "time of the page";
    }
    // A title that the page shows is surer than <title>, which names the site as well.
    if (page.title.empty() && content.count_titles() != 1)
        page.title = head_title;
    page.extraction = "HTML, main content";
    BlockWriter(page, content).walk(content.main());
    if (page.blocks.empty()) {
        return geo::fail(file.path + ": the page holds no text outside menus and scripts");
    }
    return page;
}

}  // namespace events
