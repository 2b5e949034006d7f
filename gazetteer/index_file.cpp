// Maps an index file and checks what its header promises.
#include "gazetteer/index_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace gazetteer {
namespace {

geo::Result<void> check_header(const std::string& path, const IndexHeader& header,
                               std::size_t bytes) {
    if (std::memcmp(header.magic, kIndexMagic, sizeof(kIndexMagic)) != 0) {
        return geo::fail(path +
                         ": not a gazetteer index; make one with: toposcope gazetteer build");
    }
    if (header.version != kIndexVersion || header.section_count != kSectionCount ||
        header.byte_order != kIndexByteOrder) {
        return geo::fail(path + ": index of another version; build it again");
    }
    if (header.file_bytes != bytes) {
        return geo::fail(path + ": index is cut short or has grown; build it again");
    }
    IndexHeader unsigned_header = header;
    unsigned_header.header_checksum = 0;
    const std::string_view header_bytes(reinterpret_cast<const char*>(&unsigned_header),
                                        sizeof(unsigned_header));
    if (checksum64(header_bytes) != header.header_checksum) {
        return geo::fail(path + ": index is damaged (checksum of the header); build it again");
    }
    for (const SectionEntry& entry : header.sections) {
        if (entry.offset % 8 != 0 || entry.offset > bytes || entry.bytes > bytes - entry.offset) {
            return geo::fail(path + ": index is damaged (a section lies outside); build it again");
        }
    }
    return {};
}

}  // namespace

geo::Result<IndexFile> IndexFile::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return geo::fail(path + ": " + std::strerror(errno));
    struct stat info {};
    if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(descriptor);
        return geo::fail(path + ": not a regular file");
    }
    const auto bytes = static_cast<std::size_t>(info.st_size);
    if (bytes < sizeof(IndexHeader)) {
        ::close(descriptor);
        return geo::fail(path +
                         ": not a gazetteer index; make one with: toposcope gazetteer build");
    }
    void* data = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, descriptor, 0);
    const int error = errno;
    ::close(descriptor);
    if (data == MAP_FAILED)
        return geo::fail(path + ": " + std::strerror(error));
    IndexFile file;
    file.m_path = path;
    file.m_data = static_cast<const char*>(data);
    file.m_bytes = bytes;
    std::memcpy(&file.m_header, data, sizeof(IndexHeader));
    if (auto good = check_header(path, file.m_header, bytes); !good) {
        return tl::unexpected(good.error());
    }
    const std::string_view strings = file.text(Section::strings);
    if (strings.empty() || strings.back() != '\0') {
        return geo::fail(path + ": index is damaged (its text has no end); build it again");
    }
    return file;
}

IndexFile::IndexFile(IndexFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_data(std::exchange(other.m_data, nullptr)),
      m_bytes(std::exchange(other.m_bytes, 0)),
      m_header(other.m_header) {}

IndexFile& IndexFile::operator=(IndexFile&& other) noexcept {
    std::swap(m_path, other.m_path);
    std::swap(m_data, other.m_data);
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_header, other.m_header);
    return *this;
}

IndexFile::~IndexFile() {
    if (m_data != nullptr)
        ::munmap(const_cast<char*>(m_data), m_bytes);
}

geo::Result<void> IndexFile::verify() const {
    for (std::uint32_t i = 0; i < kSectionCount; ++i) {
        if (checksum64(text(static_cast<Section>(i))) != m_header.sections[i].checksum) {
            return geo::fail(m_path + ": index is damaged (checksum of section " +
                             std::to_string(i) + "); build it again");
        }
    }
    return {};
}

std::string_view IndexFile::text(Section section) const {
    const SectionEntry& entry = m_header.sections[static_cast<std::size_t>(section)];
    return {m_data + entry.offset, entry.bytes};
}

std::string_view IndexFile::string_at(std::uint32_t offset) const {
    const std::string_view strings = text(Section::strings);
    // The block ends with NUL, so the search for the end of any string stays inside.
    return offset < strings.size() ? std::string_view(strings.data() + offset) : std::string_view();
}

std::pair<std::uint32_t, std::uint32_t> IndexFile::range(Section firsts, std::size_t index,
                                                         std::size_t size) const {
    const auto first = value<std::uint32_t>(firsts, index);
    const auto last = value<std::uint32_t>(firsts, index + 1);
    if (last > size || first > last)
        return {0, 0};
    return {first, last};
}

}  // namespace gazetteer
