// mmap with an owner.
#include "geo/mapped_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "geo/file_handle.hpp"

namespace geo {

Result<MappedFile> MappedFile::open(const std::string& path) {
    const FileHandle file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat info {};
    if (!file || ::fstat(file.fd(), &info) != 0) {
        return fail(fmt::format("{}: could not be opened: {}", path,
                                std::generic_category().message(errno)));
    }
    if (!S_ISREG(info.st_mode))
        return fail(fmt::format("{}: is not a regular file", path));
    const auto size = static_cast<std::size_t>(info.st_size);
    if (size == 0)
        return MappedFile(nullptr, 0);
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.fd(), 0);
    if (data == MAP_FAILED) {
        return fail(fmt::format("{}: could not be mapped: {}", path,
                                std::generic_category().message(errno)));
    }
    return MappedFile(static_cast<const std::uint8_t*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

MappedFile::~MappedFile() {
    if (m_data)
        ::munmap(const_cast<std::uint8_t*>(m_data), m_size);
}

}  // namespace geo
