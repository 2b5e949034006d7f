// Reads content.xml of an ODT file.
#include "events/documents/docx.hpp"
#include "events/documents/word_blocks.hpp"
#include "events/documents/xml_reader.hpp"
#include "events/documents/zipped_parts.hpp"
#include "events/language/code_points.hpp"

namespace events {

namespace {

using Node = XmlReader::Node;

class OdtContent {
  public:
    OdtContent(std::string_view xml, WordBlocks& blocks) : m_reader(xml), m_blocks(blocks) {}

    void run() {
        for (Node node = m_reader.next(); node != Node::done; node = m_reader.next()) {
            if (node == Node::start)
                start(m_reader.name());
            else if (node == Node::end)
                end(m_reader.name());
            else
                m_blocks.add_words(m_reader.text());
        }
    }

    const std::string& error() const { return m_reader.error(); }
    bool left_out() const { return m_left_out; }

  private:
    void start(std::string_view name) {
        if (name == "tracked-changes") {
            m_left_out = true;
            return m_reader.skip();
        }
        if (name == "annotation" || name == "note-citation" || name == "forms" ||
            name == "styles" || name == "automatic-styles" || name == "font-face-decls")
            return m_reader.skip();
        if (name == "h" || name == "p")
            start_paragraph(name);
        if (name == "list-item")
            ++m_list_depth;
        if (name == "note-body")
            m_blocks.open_note();
        if (name == "table-row")
            m_blocks.open_row();
        if (name == "table-cell")
            m_blocks.open_cell();
        if (name == "s" || name == "tab" || name == "line-break")
            m_blocks.add_words(" ");
    }

    void start_paragraph(std::string_view name) {
        m_blocks.open_paragraph();
        const std::string style = fold_word(m_reader.attribute("style-name"));
        if (name == "h")
            m_blocks.set_kind(BlockKind::heading);
        else if (style == "title")
            m_blocks.set_kind(BlockKind::title);
        else if (m_list_depth > 0)
            m_blocks.set_kind(BlockKind::list_item);
    }

    void end(std::string_view name) {
        if (name == "h" || name == "p")
            m_blocks.close_paragraph();
        if (name == "list-item")
            --m_list_depth;
        if (name == "note-body")
            m_blocks.close_note();
        if (name == "table-row")
            m_blocks.close_row();
        if (name == "table-cell")
            m_blocks.close_cell();
    }

    XmlReader m_reader;
    WordBlocks& m_blocks;
    int m_list_depth = 0;
    bool m_left_out = false;
};

}  // namespace

geo::Result<ExtractedText> read_odt(const geo::InputFile& file) {
    const auto parts = ZippedParts::open(
        file, [](const std::string& name) { return name == "content.xml" || name == "meta.xml"; });
    if (!parts)
        return tl::unexpected(parts.error());
    if (parts->part("content.xml").empty()) {
        return geo::fail(file.path +
                         ": the ODT file cannot be read: " + parts->failure("content.xml"));
    }
    ExtractedText out;
    out.extraction = "ODT";
    parts->report(file, out);
    read_dublin_core(parts->part("meta.xml"), "ODT", out);
    WordBlocks blocks(out);
    OdtContent content(parts->part("content.xml"), blocks);
    content.run();
    blocks.finish();
    if (!content.error().empty())
        out.problems.push_back({file.path, "content.xml: " + content.error()});
    if (out.blocks.empty()) {
        return geo::fail(file.path + ": the ODT file holds no text" +
                         (out.problems.empty() ? "" : ": " + out.problems.back().what));
    }
    if (content.left_out())
        out.problems.push_back({file.path, "tracked deletions were left out"});
    return out;
}

}  // namespace events
