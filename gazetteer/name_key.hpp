// Spellings to keys: what two names must share to be the same name, or to sound the same.
#pragma once

#include <string>
#include <string_view>

namespace gazetteer {

/// Letters and digits only, lower case, without accents, vowel signs, hyphens, apostrophes and
/// spaces: "Gourma-Rharous", "gourma rharous" and "GOURMA RHAROUS" become "gourmarharous". Letters
/// of any script stay (Unicode NFKC case folding, then marks dropped). Empty for bad UTF-8 alone.
std::string fold_name(std::string_view name);

/// Key of a class of orthographies, from a folded name in Latin letters: French, English and
/// transliterated spellings of one sound share it (ou/u/w, dj/j, gu/g, c/k/q, kh/gh/rh, y/i,
/// ch/sh, doubled letters, silent h, final e, a final "ville"). Other scripts come back as they
/// are.
std::string sound_key(std::string_view folded);

}  // namespace gazetteer
