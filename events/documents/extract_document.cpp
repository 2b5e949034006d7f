// One file to a report's text and blocks: finds the format and puts the parts together.
#include "events/documents/classify_blocks.hpp"
#include "events/documents/document.hpp"
#include "events/documents/html.hpp"
#include "events/documents/plain_text.hpp"
#include "events/documents/published_day.hpp"
#include "events/documents/report_head.hpp"
#include "events/documents/text_blocks.hpp"
#include "events/language/code_points.hpp"

namespace events {

namespace {

bool has_ending(const geo::InputFile& file, std::initializer_list<std::string_view> endings) {
    const std::string name = fold_word(file.name);
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

/// Formats that are known by their first bytes but not read here.
std::string_view foreign_format(std::string_view bytes) {
    if (bytes.starts_with("%PDF"))
        return "a PDF file";
    if (bytes.starts_with("PK\x03\x04"))
        return "a ZIP archive (perhaps .docx or .odt)";
    if (bytes.starts_with("{\\rtf"))
        return "an RTF file";
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return "an old Office file (.doc)";
    if (bytes.starts_with("SQLite format 3"))
        return "a database";
    if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF"))
        return "a picture";
    return {};
}

geo::Result<Document> from_html(const geo::InputFile& file, const Lexicons& lexicons) {
    geo::Result<HtmlPage> page = read_html(file);
    if (!page)
        return tl::unexpected(page.error());
    Document document;
    Report& report = document.report;
    report.text = std::move(page->text);
    report.title = page->title;
    report.publisher = page->publisher;
    report.author = page->author;
    report.address = page->address;
    report.extraction = "HTML, main content";
    const auto language = parse_language(fold_word(page->language).substr(0, 2));
    if (language)
        report.language = *language;
    document.blocks = std::move(page->blocks);
    document.problems = std::move(page->problems);
    if (const auto date =
            read_stated_date(std::string_view(page->published).substr(0, 10), lexicons)) {
        report.published = date->days.last;
        report.published_known =
            date->precision == DatePrecision::day ? Knowledge::stated : Knowledge::inferred;
        report.published_how = page->published_from + " of the page: " + page->published;
    }
    return document;
}

geo::Result<Document> from_text(const geo::InputFile& file, const Lexicons& lexicons,
                                bool markdown) {
    geo::Result<DecodedText> decoded = decode_text(file);
    if (!decoded)
        return tl::unexpected(decoded.error());
    Document document;
    Report& report = document.report;
    report.text = std::move(decoded->text);
    report.extraction = (markdown ? "Markdown, " : "plain text, ") + decoded->encoding;
    document.problems = std::move(decoded->problems);
    std::uint32_t begin = 0;
    if (const auto head = read_report_head(report.text, lexicons)) {
        apply_head(*head, report.text, lexicons, report);
        begin = head->end;
        for (const HeadField& field : head->fields) {
            if (field.field == "title" && field.value.begin < field.value.end) {
                Block title;
                title.kind = BlockKind::title;
                title.range = field.value;
                document.blocks.push_back(title);
                break;
            }
        }
    }
    for (const Block& block : find_text_blocks(report.text, begin, markdown)) {
        document.blocks.push_back(block);
    }
    return document;
}

}  // namespace

geo::Result<Document> extract_document(const geo::InputFile& file, const Lexicons& lexicons) {
    const std::string_view foreign = foreign_format(file.bytes);
    if (!foreign.empty()) {
        return geo::fail(file.path + ": this is " + std::string(foreign) +
                         ", which is not read; give its text as .txt, .md or .html");
    }
    const bool markdown = has_ending(file, {".md", ".markdown"});
    const bool html =
        looks_like_html(file.bytes) ? !markdown : has_ending(file, {".html", ".htm", ".xhtml"});
    geo::Result<Document> document =
        html ? from_html(file, lexicons) : from_text(file, lexicons, markdown);
    if (!document)
        return document;
    document->report.file_name = file.name;
    document->report.file_bytes = file.bytes.size();
    document->report.sha256 = file.sha256;
    document->report.id = report_id_of(file.sha256);
    classify_blocks(*document, lexicons);
    find_published_day(*document, lexicons);
    return document;
}

}  // namespace events
