// Reads XML from start to end, a node at a time, without ever looking at anything outside of it.
#pragma once

#include <string>
#include <string_view>

namespace events {

/// Names are without their prefixes. A document type is refused: it could define entities that
/// unfold without end or stand for other files, and no file format read here needs one.
class XmlReader {
  public:
    enum class Node : unsigned char { start, end, text, done };

    /// The bytes must live as long as the reader.
    explicit XmlReader(std::string_view bytes);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Every start has its end. After `done`, `error` says whether the bytes ended too early.
    Node next();
    std::string_view name() const { return m_name; }
    std::string_view text() const { return m_text; }
    /// Of the start just read; empty when it has none of this name.
    std::string attribute(std::string_view name) const;
    /// Passes over all that is inside the start just read, and its end.
    void skip();
    const std::string& error() const { return m_error; }

  private:
    Node fail(std::string error);

    void* m_reader = nullptr;
    std::string m_name;
    std::string m_text;
    std::string m_error;
    bool m_end_follows = false;  ///< of an element without content
};

}  // namespace events
