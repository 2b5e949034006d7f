// Cuts blocks that are longer than any paragraph.
#pragma once

#include "events/documents/document.hpp"

namespace events {

/// A file of one endless line would be one block, which takes much memory to read: it is cut behind
/// the ends of sentences, else between words, else anywhere between two characters. What follows
/// keeps the block's kind, page and language.
void cut_long_blocks(Document& document);

}  // namespace events
