// Two places that a hyphen joins into one word: "the Abuja-Kaduna train", "Niger-Mali border".
#pragma once

#include <string_view>

#include "events/language/tokens.hpp"
#include "events/mentions/document_names.hpp"

namespace events {

/// Cuts such words into three tokens. Left whole: names that the gazetteer has with their hyphen
/// ("Guinea-Bissau", "Gorom-Gorom"), and words whose halves are not both countries, areas or towns
/// of some size ("Jean-Pierre").
void split_joined_names(std::string_view text, Sentence& sentence,
                        const gazetteer::Gazetteer& gazetteer, DocumentNames& names);

}  // namespace events
