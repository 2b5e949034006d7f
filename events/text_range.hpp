// A byte range of a text, without saying which text.
#pragma once

#include <cstdint>

namespace events {

/// Bytes [begin, end) of the text at hand.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const TextRange&, const TextRange&) = default;
};

}  // namespace events
