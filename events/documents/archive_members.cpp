// Reads ZIP archives through libarchive, from memory into memory.
#include "events/documents/archive_members.hpp"

#include <archive.h>
#include <archive_entry.h>

namespace events {

namespace {

/// Unfolding to so much is no attack, whatever the ratio.
constexpr std::size_t kHarmlessBytes = std::size_t{16} << 20;

struct CloseArchive {
    void operator()(archive* opened) const { archive_read_free(opened); }
};
using OpenArchive = std::unique_ptr<archive, CloseArchive>;

std::string mebibytes(std::size_t bytes) {
    return std::to_string(bytes >> 20) + " MiB";
}

std::string name_of(archive_entry* entry) {
    const char* utf8 = archive_entry_pathname_utf8(entry);
    const char* name = utf8 != nullptr ? utf8 : archive_entry_pathname(entry);
    return name != nullptr ? name : "(no name)";
}

class Unpacker {
  public:
    Unpacker(const geo::InputFile& file, const ArchiveLimits& limits)
        : m_limits(limits),
          m_most(std::min(limits.all_bytes,
                          std::max(kHarmlessBytes, limits.ratio * file.bytes.size()))) {}

    /// False: nothing further may be read.
    bool unpack(archive* opened, archive_entry* entry, ArchiveMember& member) {
        if (archive_entry_is_encrypted(entry) != 0) {
            member.problem = "is encrypted with a password; unpack the archive and read the files";
            return true;
        }
        char buffer[1 << 16];
        while (true) {
            const la_ssize_t got = archive_read_data(opened, buffer, sizeof buffer);
            if (got == 0)
                return true;
            if (got < 0) {
                member.bytes.clear();
                member.problem = "is damaged or cut off";
                return got == ARCHIVE_WARN || got == ARCHIVE_FAILED;
            }
            m_used += static_cast<std::size_t>(got);
            if (m_used > m_most) {
                member = {member.name, {}, "unfolds to more than the limit"};
                return false;
            }
            if (member.bytes.size() + static_cast<std::size_t>(got) > m_limits.member_bytes) {
                member.bytes.clear();
                member.problem = "unfolds to more than " + mebibytes(m_limits.member_bytes);
                return true;
            }
            member.bytes.append(buffer, static_cast<std::size_t>(got));
        }
    }

    std::size_t most() const { return m_most; }

  private:
    ArchiveLimits m_limits;
    std::size_t m_most;
    std::size_t m_used = 0;
};

}  // namespace

bool looks_like_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

geo::Result<Archive> read_archive(const geo::InputFile& file,
                                  const std::function<bool(const std::string&)>& wanted,
                                  const ArchiveLimits& limits) {
    const OpenArchive opened(archive_read_new());
    archive_read_support_format_zip(opened.get());
    if (archive_read_open_memory(opened.get(), file.bytes.data(), file.bytes.size()) != ARCHIVE_OK)
        return geo::fail(file.path + ": the ZIP archive cannot be read; it is damaged");
    Archive archive;
    Unpacker unpacker(file, limits);
    std::size_t seen = 0;
    while (true) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(opened.get(), &entry);
        if (status == ARCHIVE_EOF)
            break;
        if (status < ARCHIVE_WARN) {
            archive.broken = "is damaged or cut off; what comes after its first " +
                             std::to_string(seen) + " members was not read";
            break;
        }
        if (++seen > limits.members) {
            archive.broken = "has more than " + std::to_string(limits.members) +
                             " members; the rest was not read";
            break;
        }
        ArchiveMember member{name_of(entry), {}, {}};
        if (archive_entry_filetype(entry) == AE_IFDIR || member.name.ends_with('/'))
            continue;
        if (!wanted(member.name)) {
            archive.others.push_back(std::move(member.name));
            continue;
        }
        const bool goes_on = unpacker.unpack(opened.get(), entry, member);
        archive.members.push_back(std::move(member));
        if (!goes_on) {
            archive.broken = "unfolds to more than " + mebibytes(unpacker.most()) +
                             " or is cut off; the rest was not read";
            break;
        }
    }
    if (seen == 0)
        return geo::fail(file.path + ": the ZIP archive holds nothing that can be read; it is " +
                         (archive.broken.empty() ? "empty" : "damaged or cut off"));
    return archive;
}

}  // namespace events
