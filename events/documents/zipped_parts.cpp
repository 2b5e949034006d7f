// Finds parts and reads what they say about the whole.
#include "events/documents/zipped_parts.hpp"

#include "events/documents/xml_reader.hpp"

namespace events {

geo::Result<ZippedParts> ZippedParts::open(const geo::InputFile& file,
                                           const std::function<bool(const std::string&)>& wanted) {
    auto archive = read_archive(file, wanted);
    if (!archive)
        return tl::unexpected(archive.error());
    ZippedParts parts;
    parts.m_archive = std::move(*archive);
    return parts;
}

std::string_view ZippedParts::part(std::string_view name) const {
    for (const ArchiveMember& member : m_archive.members) {
        if (member.name == name)
            return member.bytes;
    }
    return {};
}

std::string ZippedParts::failure(std::string_view name) const {
    for (const ArchiveMember& member : m_archive.members) {
        if (member.name == name && !member.problem.empty())
            return "its part " + member.name + " " + member.problem;
    }
    return m_archive.broken.empty() ? "it has no part " + std::string(name)
                                    : "the file " + m_archive.broken;
}

void ZippedParts::report(const geo::InputFile& file, ExtractedText& out) const {
    if (!m_archive.broken.empty())
        out.problems.push_back({file.path, "the file " + m_archive.broken});
    for (const ArchiveMember& member : m_archive.members) {
        if (!member.problem.empty())
            out.problems.push_back({file.path, "its part " + member.name + " " + member.problem});
    }
}

void read_dublin_core(std::string_view xml, std::string_view format, ExtractedText& out) {
    XmlReader reader(xml);
    std::string* into = nullptr;
    std::string title;
    std::string made;
    std::string changed;
    while (true) {
        const XmlReader::Node node = reader.next();
        if (node == XmlReader::Node::done)
            break;
        if (node == XmlReader::Node::end)
            into = nullptr;
        if (node == XmlReader::Node::text && into != nullptr)
            *into += reader.text();
        if (node != XmlReader::Node::start)
            continue;
        const std::string_view name = reader.name();
        std::string* const fields[] = {&title,         &out.author,   &out.author,
                                       &out.publisher, &out.language, &out.published,
                                       &made,          &made,         &changed};
        static constexpr std::string_view kNames[] = {"title",     "initial-creator", "creator",
                                                      "publisher", "language",        "date",
                                                      "created",   "creation-date",   "modified"};
        into = nullptr;
        for (std::size_t i = 0; i < std::size(kNames); ++i) {
            const bool written = fields[i]->empty();
            const bool date_of_change = kNames[i] == "date" && format == "ODT";
            if (name == kNames[i] && written && !date_of_change)
                into = fields[i];
        }
    }
    if (!is_file_title(title))
        out.title = collapse_spaces(title);
    out.author = collapse_spaces(out.author);
    out.published_from = "date of the " + std::string(format);
    out.created = !made.empty() ? made : changed;
    out.created_from = "creation date of the " + std::string(format);
}

}  // namespace events
