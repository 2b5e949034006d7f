// E-mails (.eml): their own text, and the files that they carry.
#pragma once

#include "events/documents/extracted_text.hpp"

namespace events {

/// Headers of a mail at the start: From, with Date or Subject, and one that only mail programs
/// write (MIME-Version, Message-ID, Received ...).
bool looks_like_mail(std::string_view bytes);

struct Mail {
    std::string subject;
    std::string from;                         ///< the name, else the address
    std::string date;                         ///< as written
    std::string text;                         ///< its plain parts, UTF-8
    std::string html;                         ///< its HTML parts that no plain part repeats, UTF-8
    std::vector<geo::InputFile> attachments;  ///< with names, not hashed
    std::vector<geo::Problem> problems;
};

/// Unfolds headers, walks the parts (of alternatives the plain one), decodes quoted-printable and
/// base64 and every charset that ICU knows. Never fails: what is broken is a problem.
Mail read_mail(const geo::InputFile& file);

}  // namespace events
