// The parts of a document that is a ZIP archive of XML, found by name.
#pragma once

#include "events/documents/archive_members.hpp"
#include "events/documents/extracted_text.hpp"

namespace events {

class ZippedParts {
  public:
    /// Unpacks the parts that are wanted.
    static geo::Result<ZippedParts> open(const geo::InputFile& file,
                                         const std::function<bool(const std::string&)>& wanted);
    /// The bytes of a part, empty when it is not there.
    std::string_view part(std::string_view name) const;
    /// Says why a part that must be there cannot be read.
    std::string failure(std::string_view name) const;
    /// What was wrong with the archive, as problems of the file.
    void report(const geo::InputFile& file, ExtractedText& out) const;

  private:
    Archive m_archive;
};

/// Title, author, language and day of creation, as the parts docProps/core.xml, meta.xml and the
/// package file of an EPUB write them (Dublin Core names).
void read_dublin_core(std::string_view xml, std::string_view format, ExtractedText& out);

}  // namespace events
