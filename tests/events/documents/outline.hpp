// A document as lines "kind: words", to compare with what is expected.
#pragma once

#include <string>

#include "events/documents/document.hpp"

inline std::string outline(const events::Document& document) {
    static constexpr const char* kKinds[] = {"title", "heading", "date",      "para",
                                             "item",  "cell",    "furniture", "note"};
    std::string out;
    for (const events::Block& block : document.blocks) {
        if (!out.empty())
            out += "\n";
        out += kKinds[static_cast<int>(block.kind)];
        out += ": ";
        out += document.report.text.substr(block.range.begin, block.range.end - block.range.begin);
    }
    return out;
}
