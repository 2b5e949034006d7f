// Spellings to keys: what two names must share to be the same name, or to sound the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gazetteer {

/// Longer keys are cut at a letter's end; so are the names looked for.
inline constexpr std::size_t kMaxKeyBytes = 255;

/// A name made comparable: letters and digits only, lower case, without accents, vowel signs,
/// hyphens, apostrophes and spaces, so that "Gourma-Rharous", "gourma rharous" and "GOURMA RHAROUS"
/// become "gourmarharous". Letters of any script stay (Unicode NFKC case folding, then marks
/// dropped); of Arabic letters one form each of alef, yeh, heh and kaf. Allocates nothing for the
/// common alphabets. Bytes that are not UTF-8 are dropped.
class FoldedName {
  public:
    explicit FoldedName(std::string_view name);
    std::string_view view() const { return {m_text, m_bytes}; }

  private:
    bool fold_by_table(std::string_view name);
    void fold_by_unicode(std::string_view name);
    bool add(char32_t letter);

    char m_text[kMaxKeyBytes];
    std::uint8_t m_bytes = 0;
};

/// FoldedName as a string.
std::string fold_name(std::string_view name);

/// Key of a class of orthographies, from a folded name in Latin letters or Tifinagh: French, English
/// and transliterated spellings of one sound share it (ou/u/w, dj/j/zh, gu/g, c/k/q, kh/gh/rh, y/i,
/// ch/sh/shch, El/Al, Oued/Wad, doubled letters, silent h, final e, a final "ville"). Other scripts
/// come back as they are.
std::string sound_key(std::string_view folded);

}  // namespace gazetteer
