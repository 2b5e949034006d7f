// Makes small PDF files: words in Times at given places on A4 pages.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

/// Latin 1 (cp1252) bytes of UTF-8 text with no letter beyond it.
inline std::string latin(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80)
            out += text[i];
        else
            out +=
                static_cast<char>((byte & 3) << 6 | (static_cast<unsigned char>(text[++i]) & 63));
    }
    return out;
}

class PdfFile {
  public:
    void add_page() { m_pages.emplace_back(); }

    /// The baseline's left end in points from the page's lower left corner.
    void write(double x, double y, double size, std::string_view words) {
        std::string escaped;
        for (const char c : latin(words)) {
            if (c == '(' || c == ')' || c == '\\')
                escaped += '\\';
            escaped += c;
        }
        m_pages.back() +=
            fmt::format("BT /F1 {} Tf 1 0 0 1 {} {} Tm ({}) Tj ET\n", size, x, y, escaped);
    }

    /// Lines of running text from a baseline down.
    void write_lines(double x, double y, double size, const std::vector<std::string>& lines) {
        for (const std::string& line : lines) {
            write(x, y, size, line);
            y -= size * 1.2;
        }
    }

    std::string bytes(const std::string& info = "<< >>") const {
        std::string kids;
        for (std::size_t i = 0; i < m_pages.size(); ++i)
            kids += fmt::format("{} 0 R ", 5 + 2 * i);
        std::vector<std::string> objects{
            "<< /Type /Catalog /Pages 2 0 R >>",
            fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, m_pages.size()),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
            info};
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            objects.push_back(
                fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                            "/Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
                            6 + 2 * i));
            objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}\nendstream",
                                          m_pages[i].size(), m_pages[i]));
        }
        return assemble(objects);
    }

  private:
    static std::string assemble(const std::vector<std::string>& objects) {
        std::string out = "%PDF-1.4\n";
        std::string table;
        for (std::size_t i = 0; i < objects.size(); ++i) {
            table += fmt::format("{:010} 00000 n \n", out.size());
            out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
        }
        const std::size_t start = out.size();
        out += fmt::format("xref\n0 {}\n0000000000 65535 f \n{}", objects.size() + 1, table);
        out += fmt::format("trailer << /Size {} /Root 1 0 R /Info 4 0 R >>\n", objects.size() + 1);
        return out + fmt::format("startxref\n{}\n%%EOF\n", start);
    }

    std::vector<std::string> m_pages;
};
