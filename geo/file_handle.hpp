// Owns a POSIX file descriptor.
#pragma once

#include <unistd.h>

#include <utility>

namespace geo {

class FileHandle {
  public:
    FileHandle() = default;
    explicit FileHandle(int fd) : m_fd(fd) {}
    FileHandle(FileHandle&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    FileHandle& operator=(FileHandle&& other) noexcept {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~FileHandle() {
        if (m_fd >= 0)
            ::close(m_fd);
    }

    explicit operator bool() const { return m_fd >= 0; }
    int fd() const { return m_fd; }
    /// Closes now and says whether that went well: a full disk may show only here.
    bool close() { return ::close(std::exchange(m_fd, -1)) == 0; }

  private:
    int m_fd = -1;
};

}  // namespace geo
