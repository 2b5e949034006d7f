// One file to a report's text and blocks: finds the format and puts the parts together.
#include "events/documents/classify_blocks.hpp"
#include "events/documents/document.hpp"
#include "events/documents/docx.hpp"
#include "events/documents/epub.hpp"
#include "events/documents/file_format.hpp"
#include "events/documents/html.hpp"
#include "events/documents/long_blocks.hpp"
#include "events/documents/mail.hpp"
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

/// A head of lines at the start of the text, and blocks from the lines after it.
void cut_lines(Document& document, const Lexicons& lexicons, bool markdown) {
    Report& report = document.report;
    std::uint32_t begin = 0;
    if (const auto head = read_report_head(report.text, lexicons)) {
        apply_head(*head, report.text, lexicons, report);
        begin = head->end;
        keep_title_block(document, *head, 0);
    }
    for (const Block& block : find_text_blocks(report.text, begin, markdown))
        document.blocks.push_back(block);
}

geo::Result<Document> from_extracted(geo::Result<ExtractedText> read, const Lexicons& lexicons,
                                     bool markdown = false) {
    if (!read)
        return tl::unexpected(read.error());
    ExtractedText& extracted = *read;
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
    if (extracted.in_lines)
        cut_lines(document, lexicons, markdown);
    else
        apply_block_head(document, lexicons);
    return document;
}

geo::Result<Document> from_text(const geo::InputFile& file, const Lexicons& lexicons,
                                bool markdown) {
    geo::Result<DecodedText> decoded = decode_text(file);
    if (!decoded)
        return tl::unexpected(decoded.error());
    ExtractedText text;
    text.text = std::move(decoded->text);
    text.in_lines = true;
    text.extraction = (markdown ? "Markdown, " : "plain text, ") + decoded->encoding;
    text.problems = std::move(decoded->problems);
    return from_extracted(std::move(text), lexicons, markdown);
}

geo::Result<ExtractedText> read_mail_text(const geo::InputFile& file) {
    Mail mail = read_mail(file);
    ExtractedText out;
    const bool blank = mail.text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (!mail.html.empty()) {
        auto page = read_html({file.path, file.name, mail.html, {}});
        if (!page && blank)
            return page;
        if (page && blank)
            out = std::move(*page);
        if (page && !blank) {
            const std::string_view words = mail.text;
            for (const Block& block : find_text_blocks(words, 0, false))
                out.add_block(block.kind,
                              words.substr(block.range.begin, block.range.end - block.range.begin));
            out.append(*page);
        }
    }
    if (out.text.empty()) {
        if (blank) {
            return geo::fail(file.path + ": the e-mail has no text of its own" +
                             (mail.attachments.empty() ? "" : "; only its attachments are read"));
        }
        out.text = std::move(mail.text);
        out.in_lines = true;
    }
    out.extraction = "e-mail";
    if (!mail.subject.empty())
        out.title = mail.subject;
    out.author = mail.from;
    out.published = mail.date;
    out.published_from = "date of the e-mail";
    out.problems.insert(out.problems.end(), mail.problems.begin(), mail.problems.end());
    return out;
}

geo::Result<Document> read_format(const geo::InputFile& file, const Lexicons& lexicons) {
    const FoundFormat found = find_format(file);
    const bool markdown = has_ending(file, {".md", ".markdown"});
    switch (found.format) {
        case FileFormat::pdf:
            return from_extracted(read_pdf(file, lexicons), lexicons);
        case FileFormat::docx:
            return from_extracted(read_docx(file), lexicons);
        case FileFormat::odt:
            return from_extracted(read_odt(file), lexicons);
        case FileFormat::epub:
            return from_extracted(read_epub(file), lexicons);
        case FileFormat::mail:
            return from_extracted(read_mail_text(file), lexicons);
        case FileFormat::html:
            return markdown ? from_text(file, lexicons, true)
                            : from_extracted(read_html(file), lexicons);
        case FileFormat::spreadsheet:
            return geo::fail(file.path +
                             ": this is a spreadsheet; say which of its columns holds the reports: "
                             "--text-column NAME");
        case FileFormat::archive:
            return geo::fail(file.path +
                             ": this is a ZIP archive inside another file; unpack it "
                             "and read its files");
        case FileFormat::foreign:
            return geo::fail(file.path + ": this is " + std::string(found.words) +
                             ", which is not read; give its text as .txt, .md, .html, .pdf or "
                             ".docx");
        case FileFormat::text:
            break;
    }
    const bool html = has_ending(file, {".html", ".htm", ".xhtml"});
    return html ? from_extracted(read_html(file), lexicons) : from_text(file, lexicons, markdown);
}

}  // namespace

geo::Result<Document> extract_document(const geo::InputFile& file, const Lexicons& lexicons) {
    geo::Result<Document> document = read_format(file, lexicons);
    if (!document)
        return document;
    document->report.file_name = file.name;
    document->report.file_bytes = file.bytes.size();
    document->report.sha256 = file.sha256;
    document->report.id = report_id_of(file.sha256);
    cut_long_blocks(*document);
    classify_blocks(*document, lexicons);
    find_published_day(*document, lexicons);
    return document;
}

}  // namespace events
