// Wraps libxml2's text reader.
#include "events/documents/xml_reader.hpp"

#include <libxml/xmlreader.h>

namespace events {

namespace {

xmlTextReader* reader_of(void* reader) {
    return static_cast<xmlTextReader*>(reader);
}

std::string_view words(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

XmlReader::XmlReader(std::string_view bytes) {
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    m_reader =
        xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options);
}

XmlReader::~XmlReader() {
    if (m_reader != nullptr)
        xmlFreeTextReader(reader_of(m_reader));
}

XmlReader::Node XmlReader::fail(std::string error) {
    m_error = std::move(error);
    xmlFreeTextReader(reader_of(m_reader));
    m_reader = nullptr;
    return Node::done;
}

XmlReader::Node XmlReader::next() {
    if (m_end_follows) {
        m_end_follows = false;
        return Node::end;
    }
    while (m_reader != nullptr) {
        xmlTextReader* reader = reader_of(m_reader);
        const int status = xmlTextReaderRead(reader);
        if (status == 0)
            return Node::done;
        if (status < 0)
            return fail("its XML is damaged, cut off or nested too deeply");
        switch (xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_DOCUMENT_TYPE:
                return fail(
                    "its XML declares a document type, which is refused: it can unfold "
                    "without end or point at other files");
            case XML_READER_TYPE_ELEMENT:
                m_name = words(xmlTextReaderConstLocalName(reader));
                m_end_follows = xmlTextReaderIsEmptyElement(reader) == 1;
                return Node::start;
            case XML_READER_TYPE_END_ELEMENT:
                m_name = words(xmlTextReaderConstLocalName(reader));
                return Node::end;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            case XML_READER_TYPE_WHITESPACE:
                m_text = words(xmlTextReaderConstValue(reader));
                return Node::text;
            default:
                break;
        }
    }
    return Node::done;
}

std::string XmlReader::attribute(std::string_view name) const {
    if (m_reader == nullptr)
        return {};
    xmlTextReader* reader = reader_of(m_reader);
    std::string value;
    for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1;
         more = xmlTextReaderMoveToNextAttribute(reader)) {
        if (words(xmlTextReaderConstLocalName(reader)) == name) {
            value = words(xmlTextReaderConstValue(reader));
            break;
        }
    }
    xmlTextReaderMoveToElement(reader);
    return value;
}

void XmlReader::skip() {
    int depth = 1;
    while (depth > 0) {
        const Node node = next();
        if (node == Node::done)
            return;
        depth += node == Node::start ? 1 : node == Node::end ? -1 : 0;
    }
}

}  // namespace events
