// Bytes as a file that has a path: the readers open files themselves.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <string>
#include <string_view>

/// In memory alone; the path is good while this lives.
class BytesAsFile {
  public:
    explicit BytesAsFile(std::string_view bytes) : m_descriptor(::memfd_create("fuzz", 0)) {
        while (!bytes.empty()) {
            const auto put = ::write(m_descriptor, bytes.data(), bytes.size());
            if (put <= 0)
                break;
            bytes.remove_prefix(static_cast<std::size_t>(put));
        }
    }
    BytesAsFile(const BytesAsFile&) = delete;
    BytesAsFile& operator=(const BytesAsFile&) = delete;
    ~BytesAsFile() { ::close(m_descriptor); }
    std::string path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

  private:
    int m_descriptor;
};
