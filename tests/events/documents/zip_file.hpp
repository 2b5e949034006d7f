// Makes ZIP archives of stored members, whole or with faults.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

class ZipFile {
  public:
    ZipFile& add(const std::string& name, const std::string& bytes, bool encrypted = false) {
        const std::uint32_t flags = encrypted ? 0x0801 : 0x0800;  // names are UTF-8
        const std::string common = number(20, 2) + number(flags, 2) + number(0, 2) + number(0, 4) +
                                   number(crc_of(bytes), 4) + number(bytes.size(), 4) +
                                   number(bytes.size(), 4) + number(name.size(), 2);
        const std::size_t offset = m_bytes.size();
        m_bytes += "PK\x03\x04" + common + number(0, 2) + name + bytes;
        m_directory += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) +
                       number(0, 2) + number(0, 2) + number(0, 4) + number(offset, 4) + name;
        ++m_count;
        return *this;
    }

    std::string bytes() const {
        return m_bytes + m_directory + "PK\x05\x06" + number(0, 4) + number(m_count, 2) +
               number(m_count, 2) + number(m_directory.size(), 4) + number(m_bytes.size(), 4) +
               number(0, 2);
    }

  private:
    static std::string number(std::size_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i)
            out += static_cast<char>(value >> (8 * i) & 0xFF);
        return out;
    }

    static std::uint32_t crc_of(std::string_view bytes) {
        std::uint32_t crc = 0xFFFFFFFF;
        for (const char c : bytes) {
            crc ^= static_cast<unsigned char>(c);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }

    std::string m_bytes;
    std::string m_directory;
    std::size_t m_count = 0;
};

/// A DOCX file with a body of WordprocessingML.
inline ZipFile docx_of(const std::string& body) {
    ZipFile zip;
    zip.add("[Content_Types].xml", "<Types/>");
    zip.add("word/document.xml", "<?xml version='1.0'?><w:document xmlns:w='urn:w'><w:body>" +
                                     body + "</w:body></w:document>");
    return zip;
}
