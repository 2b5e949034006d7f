"""Makes gazetteer/fold_table.cpp: what each letter of the common alphabets folds to.

    python3 make_fold_table.py > ../fold_table.cpp

The rule is that of name_key.hpp (Unicode NFKC and case folding, canonical decomposition, marks and
modifier letters dropped, letters and digits kept), then PLAIN: letters that Unicode does not take
apart but that gazetteers write in the plain alphabet.
"""
import unicodedata

RANGES = [(0x80, 0x6FF), (0x1E00, 0x1EFF), (0x2000, 0x206F)]
PLAIN = {
    # Letters of African alphabets, of the Nordic, Slavic and Turkic ones, as plain Latin.
    'ɔ': 'o', 'ɛ': 'e', 'ŋ': 'n', 'ɲ': 'n', 'ɗ': 'd', 'ɖ': 'd', 'ɓ': 'b', 'ƙ': 'k', 'ƴ': 'y',
    'ɣ': 'g', 'ɩ': 'i', 'ʋ': 'v', 'ʊ': 'u', 'ƒ': 'f', 'ə': 'e', 'ǝ': 'e', 'ø': 'o', 'ł': 'l',
    'đ': 'd', 'ð': 'd', 'ħ': 'h', 'ŧ': 't', 'ı': 'i', 'þ': 'th', 'æ': 'ae', 'œ': 'oe', 'ĸ': 'k',
    'ƀ': 'b', 'ɨ': 'i', 'ʉ': 'u', 'ɵ': 'o', 'ɠ': 'g', 'ƥ': 'p', 'ƭ': 't', 'ɦ': 'h', 'ʔ': '',
    # Arabic: one form each of alef, yeh, heh and kaf; a hamza on its own is often left out.
    'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ے': 'ي', 'ة': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه',
    'ک': 'ك', 'ڪ': 'ك', 'ء': '', 'ٲ': 'ا', 'ٳ': 'ا', 'ٵ': 'ا',
}
for zero in (0x0660, 0x06F0):
    for digit in range(10):
        PLAIN[chr(zero + digit)] = str(digit)


def fold(c):
    text = unicodedata.normalize('NFKC', unicodedata.normalize('NFKC', c).casefold())
    kept = ''
    for d in unicodedata.normalize('NFD', text):
        kind = unicodedata.category(d)
        if kind in ('Mn', 'Lm') or not (d.isalnum() or kind == 'Mc'):
            continue
        kept += PLAIN.get(d, d)
    return kept


print('''// What each letter of the common alphabets folds to. Made by data/make_fold_table.py.
#include "gazetteer/fold_table.hpp"

#include <algorithm>
#include <iterator>

namespace gazetteer {
namespace {

// clang-format off
constexpr char16_t kFirst[] = {''')
second = []
cells = [c for a, b in RANGES for c in range(a, b + 1)]
line = '   '
for at, c in enumerate(cells):
    folded = fold(chr(c))
    assert len(folded) <= 2 and all(ord(f) < 0x10000 for f in folded), (hex(c), folded)
    first = f'0x{ord(folded[0]):X}' if folded else '0'
    if len(folded) == 2:
        second.append((c, folded[1]))
    if len(line) + len(first) + 2 > 100:
        print(line)
        line = '   '
    line += f' {first},'
print(line)
print('''};

struct Second {
    char16_t letter;
    char16_t second;
};
/// Of letters that fold to two, in order.
constexpr Second kSecond[] = {''')
line = '   '
for c, s in second:
    cell = f' {{0x{c:X}, 0x{ord(s):X}}},'
    if len(line) + len(cell) > 100:
        print(line)
        line = '   '
    line += cell
print(line)
print('''};
// clang-format on

char16_t second_of(char32_t letter) {
    const auto* found = std::lower_bound(
        std::begin(kSecond), std::end(kSecond), letter,
        [](const Second& each, char32_t wanted) { return each.letter < wanted; });
    return found != std::end(kSecond) && found->letter == letter ? found->second : char16_t{0};
}

}  // namespace

FoldedLetter fold_letter(char32_t letter) {
    std::size_t at = 0;
''', end='')
size = 0
for a, b in RANGES:
    print(f'''    {'else ' if size else ''}if (letter >= 0x{a:X} && letter <= 0x{b:X})
        at = letter - 0x{a:X} + {size};''')
    size += b - a + 1
print('''    else
        return {false, 0, 0};
    const char16_t first = kFirst[at];
    return {true, first, first != 0 ? second_of(letter) : char16_t{0}};
}

}  // namespace gazetteer''')
