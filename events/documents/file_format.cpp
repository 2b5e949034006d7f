// Knows files by their first bytes and archives by the names in them.
#include "events/documents/file_format.hpp"

#include "events/documents/archive_members.hpp"
#include "events/documents/encoding.hpp"
#include "events/documents/html.hpp"
#include "events/documents/mail.hpp"
#include "events/documents/pdf.hpp"

namespace events {

namespace {

struct Mark {
    std::string_view bytes;
    std::string_view words;
};

using namespace std::string_view_literals;

constexpr std::array<Mark, 16> kForeign{{
    {"{\\rtf", "an RTF file"},
    {"\xD0\xCF\x11\xE0", "an old Office file (.doc, .xls) or one encrypted with a password"},
    {"SQLite format 3", "a database"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"GIF8", "a picture"},
    {"II*\0"sv, "a picture"},
    {"MM\0*"sv, "a picture"},
    {"BM\0\0"sv, "a picture"},
    {"\0\0\0\x18"
     "ftyp"sv,
     "a video"},
    {"\0\0\0\x20"
     "ftyp"sv,
     "a video"},
    {"ID3", "a sound recording"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive"},
    {"Rar!", "a RAR archive"},
    {"\x1F\x8B", "a gzip archive"},
    {"\x7F"
     "ELF",
     "a program"},
}};

FoundFormat find_zipped(const geo::InputFile& file) {
    std::vector<std::string> names;
    std::string mimetype;
    const auto archive = read_archive(file, [&](const std::string& name) {
        names.push_back(name);
        return name == "mimetype";
    });
    // What cannot be listed is an archive, whose reader says what is wrong with it.
    if (!archive)
        return {FileFormat::archive, {}};
    if (!archive->members.empty())
        mimetype = archive->members.front().bytes.substr(0, 100);
    const auto has = [&](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (has("word/document.xml"))
        return {FileFormat::docx, {}};
    if (has("xl/workbook.xml") || mimetype.starts_with("application/vnd.oasis.opendocument.spread"))
        return {FileFormat::spreadsheet, {}};
    if (mimetype.starts_with("application/vnd.oasis.opendocument.text"))
        return {FileFormat::odt, {}};
    if (mimetype.starts_with("application/epub+zip") || has("META-INF/container.xml"))
        return {FileFormat::epub, {}};
    if (has("ppt/presentation.xml"))
        return {FileFormat::foreign, "a presentation (.pptx)"};
    return {FileFormat::archive, {}};
}

}  // namespace

FoundFormat find_format(const geo::InputFile& file) {
    const std::string_view bytes = file.bytes;
    if (looks_like_zip(bytes))
        return find_zipped(file);
    for (const Mark& mark : kForeign) {
        if (bytes.starts_with(mark.bytes))
            return {FileFormat::foreign, mark.words};
    }
    if (looks_like_html(bytes))
        return {FileFormat::html, {}};
    if (looks_like_mail(bytes))
        return {FileFormat::mail, {}};
    if (looks_like_pdf(bytes))
        return {FileFormat::pdf, {}};
    return {FileFormat::text, {}};
}

}  // namespace events
