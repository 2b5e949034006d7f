// Unpacks archives and mails.
#include "events/documents/file_contents.hpp"

#include "events/documents/archive_members.hpp"
#include "events/documents/encoding.hpp"
#include "events/documents/file_format.hpp"
#include "events/documents/mail.hpp"
#include "events/language/code_points.hpp"

namespace events {

namespace {

/// Endings of files so large and so surely no reports that they are not even unpacked.
constexpr std::array<std::string_view, 16> kMedia{".jpg",  ".jpeg", ".png", ".gif", ".tif", ".tiff",
                                                  ".webp", ".heic", ".mp4", ".mov", ".avi", ".mkv",
                                                  ".mp3",  ".wav",  ".exe", ".dll"};

bool is_wanted(const std::string& name) {
    const std::string folded = fold_word(name);
    const std::string last = folded.substr(folded.find_last_of("/\\") + 1);
    const bool hidden = last.starts_with('.') || folded.starts_with("__macosx/");
    return !hidden && std::none_of(kMedia.begin(), kMedia.end(), [&](std::string_view ending) {
        return folded.ends_with(ending);
    });
}

/// Control characters and line ends in a name must not reach a terminal or a message.
std::string printable(std::string_view name) {
    constexpr std::size_t kLongest = 200;
    std::string out;
    for (std::size_t at = 0; at < name.size() && out.size() < kLongest;) {
        const CodePoint c = code_point_at(name, at);
        const bool bad = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0) ||
                         (c.value >= 0x202A && c.value <= 0x202E) ||
                         (c.value >= 0x2066 && c.value <= 0x2069);
        out += bad ? std::string_view("?") : name.substr(at, c.length);
        at += c.length;
    }
    return out;
}

std::string list_names(const std::vector<std::string>& names) {
    constexpr std::size_t kMostNamed = 5;
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), kMostNamed); ++i)
        out += (i > 0 ? ", " : "") + names[i];
    if (names.size() > kMostNamed)
        out += " and " + std::to_string(names.size() - kMostNamed) + " more";
    return out;
}

/// Adds a file when it may be a report; else its name goes to `others`.
void add_member(FileContents& contents, geo::InputFile member, std::vector<std::string>& others) {
    const FoundFormat found = find_format(member);
    const bool binary = found.format == FileFormat::text &&
                        member.bytes.find('\0') != std::string::npos &&
                        find_wide_encoding(member.bytes).name.empty();
    if (found.format == FileFormat::foreign || binary) {
        others.push_back(member.name.substr(member.name.find('/') + 1));
        return;
    }
    member.sha256 = geo::sha256_hex(member.bytes);
    contents.members.emplace_back(std::move(member));
}

FileContents open_archive(const geo::InputFile& file, bool inside_archive) {
    FileContents contents;
    contents.is_report = false;
    if (inside_archive) {
        contents.members.emplace_back(geo::fail(
            file.path + ": an archive inside an archive is not opened; unpack it and read it"));
        return contents;
    }
    auto archive = read_archive(file, is_wanted);
    if (!archive) {
        contents.members.emplace_back(tl::unexpected(archive.error()));
        return contents;
    }
    std::vector<std::string> others;
    for (const std::string& name : archive->others)
        others.push_back(printable(name));
    for (ArchiveMember& member : archive->members) {
        const std::string name = printable(member.name);
        if (!member.problem.empty()) {
            contents.members.emplace_back(
                geo::fail(file.path + "/" + name + ": " + member.problem));
            continue;
        }
        add_member(contents,
                   {file.path + "/" + name, file.name + "/" + name, std::move(member.bytes), {}},
                   others);
    }
    if (!archive->broken.empty())
        contents.members.emplace_back(geo::fail(file.path + ": the archive " + archive->broken));
    if (contents.members.empty()) {
        contents.members.emplace_back(
            geo::fail(file.path + ": no member of this archive is a report that can be read"));
    }
    if (!others.empty()) {
        contents.problems.push_back({file.path, std::to_string(others.size()) +
                                                    " members are no reports and were passed " +
                                                    "over: " + list_names(others)});
    }
    return contents;
}

FileContents open_mail(const geo::InputFile& file) {
    FileContents contents;
    Mail mail = read_mail(file);
    std::vector<std::string> others;
    for (geo::InputFile& attachment : mail.attachments) {
        if (attachment.bytes.empty())
            continue;
        attachment.path = printable(attachment.path);
        attachment.name = printable(attachment.name);
        add_member(contents, std::move(attachment), others);
    }
    if (!others.empty()) {
        contents.problems.push_back({file.path, std::to_string(others.size()) +
                                                    " attachments are no reports and were " +
                                                    "passed over: " + list_names(others)});
    }
    return contents;
}

}  // namespace

FileContents open_file_contents(const geo::InputFile& file, bool inside_archive) {
    switch (find_format(file).format) {
        case FileFormat::archive:
            return open_archive(file, inside_archive);
        case FileFormat::mail:
            return open_mail(file);
        default:
            return {};
    }
}

}  // namespace events
