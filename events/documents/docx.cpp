// Reads word/document.xml of a DOCX file with its styles and notes.
#include "events/documents/docx.hpp"

#include <charconv>

#include "events/documents/word_blocks.hpp"
#include "events/documents/xml_reader.hpp"
#include "events/documents/zipped_parts.hpp"
#include "events/language/code_points.hpp"

namespace events {

namespace {

using Node = XmlReader::Node;

/// What a paragraph's style makes of it, by the style's id.
using Styles = std::unordered_map<std::string, BlockKind>;

std::optional<BlockKind> kind_of_style_name(std::string_view name) {
    const std::string folded = fold_word(name);
    if (folded == "title")
        return BlockKind::title;
    if (folded.starts_with("heading") || folded == "subtitle")
        return BlockKind::heading;
    if (folded.starts_with("list "))
        return BlockKind::list_item;
    return std::nullopt;
}

/// Word keeps the English names of its own styles whatever the language; ids are translated.
Styles read_styles(std::string_view xml) {
    Styles styles;
    std::unordered_map<std::string, std::string> based_on;
    std::string id;
    XmlReader reader(xml);
    for (Node node = reader.next(); node != Node::done; node = reader.next()) {
        if (node != Node::start)
            continue;
        if (reader.name() == "style")
            id = reader.attribute("styleId");
        if (reader.name() == "basedOn")
            based_on[id] = reader.attribute("val");
        if (reader.name() == "outlineLvl" && reader.attribute("val") != "9")
            styles.emplace(id, BlockKind::heading);
        if (reader.name() == "name") {
            if (const auto kind = kind_of_style_name(reader.attribute("val")))
                styles[id] = *kind;
        }
    }
    constexpr int kLongestChain = 8;
    for (const auto& [style, base] : based_on) {
        std::string at = base;
        for (int step = 0; step < kLongestChain && styles.count(style) == 0; ++step) {
            if (const auto found = styles.find(at); found != styles.end())
                styles.emplace(style, found->second);
            const auto next = based_on.find(at);
            if (next == based_on.end())
                break;
            at = next->second;
        }
    }
    return styles;
}

class DocxPart {
  public:
    DocxPart(std::string_view xml, const Styles& styles, WordBlocks& blocks)
        : m_reader(xml), m_styles(styles), m_blocks(blocks) {}

    void run() {
        for (Node node = m_reader.next(); node != Node::done; node = m_reader.next()) {
            if (node == Node::start)
                start(m_reader.name());
            else if (node == Node::end)
                end(m_reader.name());
            else if (m_in_words && !m_hidden)
                m_blocks.add_words(m_reader.text());
        }
    }

    const std::string& error() const { return m_reader.error(); }
    bool left_out() const { return m_left_out; }
    bool hid() const { return m_hid; }

  private:
    void start(std::string_view name) {
        // What was deleted or moved away, and the second form of a drawing for old programs.
        if (name == "del" || name == "moveFrom") {
            m_left_out = true;
            return m_reader.skip();
        }
        if (name == "Fallback" || name == "pPrChange" || name == "rPrChange" ||
            name == "instrText" || name == "sectPr") {
            return m_reader.skip();
        }
        if (name == "footnote" || name == "endnote")
            return start_note();
        if (name == "p")
            m_blocks.open_paragraph();
        if (name == "tr")
            m_blocks.open_row();
        if (name == "tc")
            m_blocks.open_cell();
        if (name == "r")
            m_hidden = false;
        if (name == "t")
            m_in_words = true;
        start_property(name);
        if (name == "tab" || name == "br" || name == "cr")
            m_blocks.add_words(" ");
        if (name == "noBreakHyphen")
            m_blocks.add_words("-");
    }

    void start_property(std::string_view name) {
        if (name == "pStyle") {
            const auto style = m_styles.find(m_reader.attribute("val"));
            if (style != m_styles.end())
                m_blocks.set_kind(style->second);
        }
        if (name == "outlineLvl" && m_reader.attribute("val") != "9")
            m_blocks.set_kind(BlockKind::heading);
        if (name == "numId" && m_reader.attribute("val") != "0")
            m_blocks.set_kind(BlockKind::list_item);
        if (name == "vanish" && m_reader.attribute("val") != "0" &&
            m_reader.attribute("val") != "false") {
            m_hidden = m_hid = true;
        }
    }

    /// Lines between text and notes are "notes" of their own with a type.
    void start_note() {
        if (!m_reader.attribute("type").empty() && m_reader.attribute("type") != "normal")
            return m_reader.skip();
        m_blocks.open_note();
    }

    void end(std::string_view name) {
        if (name == "p")
            m_blocks.close_paragraph();
        if (name == "tr")
            m_blocks.close_row();
        if (name == "tc")
            m_blocks.close_cell();
        if (name == "t")
            m_in_words = false;
        if (name == "footnote" || name == "endnote")
            m_blocks.close_note();
    }

    XmlReader m_reader;
    const Styles& m_styles;
    WordBlocks& m_blocks;
    bool m_in_words = false;
    bool m_hidden = false;  ///< the run that is open is not shown
    bool m_left_out = false;
    bool m_hid = false;
};

}  // namespace

geo::Result<ExtractedText> read_docx(const geo::InputFile& file) {
    static constexpr std::array<std::string_view, 5> kParts{
        "word/document.xml", "word/styles.xml", "word/footnotes.xml", "word/endnotes.xml",
        "docProps/core.xml"};
    const auto parts = ZippedParts::open(file, [](const std::string& name) {
        return std::find(kParts.begin(), kParts.end(), name) != kParts.end();
    });
    if (!parts)
        return tl::unexpected(parts.error());
    const std::string_view main = parts->part(kParts[0]);
    if (main.empty())
        return geo::fail(file.path +
                         ": the DOCX file cannot be read: " + parts->failure(kParts[0]));
    ExtractedText out;
    out.extraction = "DOCX";
    parts->report(file, out);
    read_dublin_core(parts->part("docProps/core.xml"), "DOCX", out);
    const Styles styles = read_styles(parts->part("word/styles.xml"));
    WordBlocks blocks(out);
    bool left_out = false;
    bool hid = false;
    for (const std::string_view name : {kParts[0], kParts[2], kParts[3]}) {
        DocxPart part(parts->part(name), styles, blocks);
        part.run();
        left_out = left_out || part.left_out();
        hid = hid || part.hid();
        if (!part.error().empty() && !parts->part(name).empty())
            out.problems.push_back({file.path, std::string(name) + ": " + part.error()});
    }
    blocks.finish();
    if (out.blocks.empty()) {
        return geo::fail(file.path + ": the DOCX file holds no text" +
                         (out.problems.empty() ? "" : ": " + out.problems.back().what));
    }
    if (left_out)
        out.problems.push_back({file.path, "tracked deletions were left out"});
    if (hid)
        out.problems.push_back({file.path, "hidden text was left out"});
    return out;
}

}  // namespace events
