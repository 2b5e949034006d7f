// Paragraphs in languages that are not read.
#pragma once

#include "events/documents/document.hpp"

namespace events {

/// The language of a text that is none of those read: by its letters ("Arabic", "Cyrillic"
/// letters) or by the table "other_languages" of function words ("Spanish"). Empty when it may be
/// one that is read, or is too short to tell.
std::string find_foreign_language(std::string_view text, const Lexicons& lexicons);

/// Makes blocks in such languages furniture, so that nothing is misread in them, and says in one
/// problem a language how many there are and where the first stands.
void leave_out_foreign_blocks(Document& document, const Lexicons& lexicons);

}  // namespace events
