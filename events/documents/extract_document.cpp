// One file to a report's text and blocks: finds the format and puts the parts together.
#include "events/documents/classify_blocks.hpp"
#include "events/documents/document.hpp"
#include "events/documents/html.hpp"
#include "events/documents/pdf.hpp"
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

/// "2019-05-03" of "2019-05-03T10:00:00Z"; other ways of writing a date whole.
std::string_view day_part(std::string_view date) {
    const std::size_t time = date.find('T');
    return time == 10 ? date.substr(0, time) : date;
}

void keep_title_block(Document& document, const ReportHead& head, std::size_t at) {
    for (const HeadField& field : head.fields) {
        if (field.field != "title" || field.value.begin >= field.value.end)
            continue;
        Block title;
        title.kind = BlockKind::title;
        title.range = field.value;
        document.blocks.insert(document.blocks.begin() + static_cast<std::ptrdiff_t>(at), title);
        return;
    }
}

void apply_block_head(Document& document, const Lexicons& lexicons) {
    const auto head = read_block_head(document.report.text, document.blocks, lexicons);
    if (!head)
        return;
    apply_head(*head, document.report.text, lexicons, document.report);
    document.blocks.erase(document.blocks.begin() + static_cast<std::ptrdiff_t>(head->first),
                          document.blocks.begin() + static_cast<std::ptrdiff_t>(head->end));
    keep_title_block(document, *head, head->first);
}

Document from_extracted(ExtractedText extracted, const Lexicons& lexicons) {
    Document document;
    Report& report = document.report;
    report.text = std::move(extracted.text);
    report.title = std::move(extracted.title);
    report.publisher = std::move(extracted.publisher);
    report.author = std::move(extracted.author);
    report.address = std::move(extracted.address);
    report.extraction = std::move(extracted.extraction);
    if (const auto language = parse_language(fold_word(extracted.language).substr(0, 2)))
        report.language = *language;
    document.blocks = std::move(extracted.blocks);
    document.problems = std::move(extracted.problems);
    if (const auto date = read_stated_date(day_part(extracted.published), lexicons)) {
        report.published = date->days.last;
        report.published_known =
            date->precision == DatePrecision::day ? Knowledge::stated : Knowledge::inferred;
        report.published_how = extracted.published_from + ": " + extracted.published;
    }
    if (const auto date = read_stated_date(day_part(extracted.created), lexicons);
        date && date->precision == DatePrecision::day) {
        document.created = date->days.last;
        document.created_how = extracted.created_from + ": " + extracted.created;
    }
    apply_block_head(document, lexicons);
    return document;
}

geo::Result<Document> from_extracted(geo::Result<ExtractedText> extracted,
                                     const Lexicons& lexicons) {
    if (!extracted)
        return tl::unexpected(extracted.error());
    return from_extracted(std::move(*extracted), lexicons);
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
        keep_title_block(document, *head, 0);
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
    geo::Result<Document> document = looks_like_pdf(file.bytes)
                                         ? from_extracted(read_pdf(file, lexicons), lexicons)
                                     : html ? from_extracted(read_html(file), lexicons)
                                            : from_text(file, lexicons, markdown);
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
