// Follows an EPUB from its container to its package to its chapters.
#include "events/documents/epub.hpp"

#include "events/documents/html.hpp"
#include "events/documents/xml_reader.hpp"
#include "events/documents/zipped_parts.hpp"
#include "events/language/code_points.hpp"

namespace events {

namespace {

using Node = XmlReader::Node;

struct Package {
    std::unordered_map<std::string, std::string> files;  // by id
    std::vector<std::string> order;                      // ids
};

std::string package_path(std::string_view container) {
    XmlReader reader(container);
    for (Node node = reader.next(); node != Node::done; node = reader.next()) {
        if (node == Node::start && reader.name() == "rootfile")
            return reader.attribute("full-path");
    }
    return {};
}

Package read_package(std::string_view xml) {
    Package package;
    XmlReader reader(xml);
    for (Node node = reader.next(); node != Node::done; node = reader.next()) {
        if (node != Node::start)
            continue;
        // The table of contents is a list of links.
        if (reader.name() == "item" && reader.attribute("properties") != "nav")
            package.files[reader.attribute("id")] = reader.attribute("href");
        if (reader.name() == "itemref")
            package.order.push_back(reader.attribute("idref"));
    }
    return package;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// A link relative to the package's folder as the name of a member of the archive.
std::string member_name(std::string_view folder, std::string_view link) {
    std::string path(folder);
    link = link.substr(0, link.find('#'));
    for (std::size_t i = 0; i < link.size(); ++i) {
        const bool escape = link[i] == '%' && i + 2 < link.size() && hex_digit(link[i + 1]) >= 0 &&
                            hex_digit(link[i + 2]) >= 0;
        path += escape ? static_cast<char>(hex_digit(link[i + 1]) * 16 + hex_digit(link[i + 2]))
                       : link[i];
        i += escape ? 2 : 0;
    }
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string part = path.substr(at, end - at);
        at = end + 1;
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
    }
    std::string name;
    for (const std::string& part : parts)
        name += (name.empty() ? "" : "/") + part;
    return name;
}

}  // namespace

geo::Result<ExtractedText> read_epub(const geo::InputFile& file) {
    const auto parts = ZippedParts::open(file, [](const std::string& name) {
        const std::string folded = fold_word(name);
        return name == "META-INF/container.xml" || name == "META-INF/encryption.xml" ||
               folded.ends_with(".opf") || folded.ends_with("html") || folded.ends_with(".htm") ||
               folded.ends_with(".xml");
    });
    if (!parts)
        return tl::unexpected(parts.error());
    const std::string package_name = package_path(parts->part("META-INF/container.xml"));
    const std::string_view package_xml = parts->part(package_name);
    if (package_xml.empty()) {
        return geo::fail(file.path + ": the EPUB file cannot be read: " +
                         parts->failure(package_name.empty() ? "META-INF/container.xml"
                                                             : std::string_view(package_name)));
    }
    ExtractedText book;
    parts->report(file, book);
    read_dublin_core(package_xml, "EPUB", book);
    const Package package = read_package(package_xml);
    const std::string folder = package_name.substr(0, package_name.find_last_of('/') + 1);
    std::size_t chapters = 0;
    for (const std::string& id : package.order) {
        const auto link = package.files.find(id);
        if (link == package.files.end())
            continue;
        const std::string name =
            member_name(package_name.find('/') == std::string::npos ? std::string_view() : folder,
                        link->second);
        const geo::InputFile page{file.path, name, std::string(parts->part(name)), {}};
        auto chapter = read_html(page);
        if (!chapter && !page.bytes.empty() && page.bytes.find("<img") != std::string::npos)
            continue;  // a cover
        if (!chapter) {
            book.problems.push_back({file.path, "its chapter " + name + " holds no text"});
            continue;
        }
        book.append(*chapter);
        if (book.language.empty())
            book.language = chapter->language;
        ++chapters;
    }
    if (book.blocks.empty())
        return geo::fail(
            file.path + ": the EPUB file has no chapter with text that can be read" +
            (parts->part("META-INF/encryption.xml").empty() ? "" : "; its chapters are encrypted"));
    book.extraction = "EPUB, " + std::to_string(chapters) + " chapters";
    return book;
}

}  // namespace events
