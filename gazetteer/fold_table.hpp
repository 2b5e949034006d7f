// Letters of the common alphabets to what they fold to, without a call into Unicode data.
#pragma once

#include <cstddef>

namespace gazetteer {

/// `known` is false outside the table: ask Unicode. `first` is 0 for what is dropped, `second` for
/// all but the few that fold to two ("ß", "œ").
struct FoldedLetter {
    bool known;
    char16_t first;
    char16_t second;
};

/// For letters from U+0080 on of the Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic blocks and
/// general punctuation.
FoldedLetter fold_letter(char32_t letter);

}  // namespace gazetteer
