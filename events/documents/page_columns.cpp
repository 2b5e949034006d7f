// Finds gutters between columns and orders the lines beside them.
#include "events/documents/page_columns.hpp"

#include <cmath>
#include <optional>

namespace events {

namespace {

constexpr std::size_t kFewestLines = 3;  ///< in a column
constexpr float kFewestWords = 3.5F;     ///< in most lines of running text
constexpr float kStep = 2;               ///< points between two places tried for a gutter

using Lines = std::span<PdfLine>;

std::size_t count_words(const PdfLine& line) {
    return static_cast<std::size_t>(std::count(line.words.begin(), line.words.end(), ' ')) + 1;
}

/// The lines on one side of a gutter.
struct Side {
    std::size_t lines = 0;
    std::size_t words = 0;
    float top = 0;
    float bottom = 0;

    void add(const PdfLine& line) {
        top = lines == 0 ? line.box.top : std::min(top, line.box.top);
        bottom = lines == 0 ? line.box.bottom : std::max(bottom, line.box.bottom);
        ++lines;
        words += count_words(line);
    }
    bool is_running_text() const {
        return lines >= kFewestLines &&
               static_cast<float>(words) >= kFewestWords * static_cast<float>(lines);
    }
};

/// A place between two columns of running text that stand beside each other, if there is one.
std::optional<float> find_gutter(std::span<const PdfLine> lines) {
    float left = 0;
    float right = 0;
    for (const PdfLine& line : lines) {
        left = &line == &lines.front() ? line.box.left : std::min(left, line.box.left);
        right = std::max(right, line.box.right);
    }
    // How many lines begin, end before each place: all places in one pass over the lines.
    constexpr float kWidest = 20'000;
    if (!(right - left > 4 * kStep) || right - left > kWidest)
        return std::nullopt;
    const auto places = static_cast<std::size_t>((right - left) / kStep) + 2;
    std::vector<std::ptrdiff_t> change(places + 1, 0);
    const auto place_of = [&](float x) {
        return static_cast<std::size_t>(
            std::clamp((x - left) / kStep, 0.0F, static_cast<float>(places - 1)));
    };
    for (const PdfLine& line : lines) {
        ++change[place_of(line.box.left)];
        --change[place_of(line.box.right) + 1];
    }
    std::ptrdiff_t crossing = 0;
    std::ptrdiff_t fewest = static_cast<std::ptrdiff_t>(lines.size()) + 1;
    std::size_t best = 0;
    for (std::size_t place = 0; place < places; ++place) {
        crossing += change[place];
        const bool inner = place > places / 6 && place < places - places / 6;
        if (inner && crossing < fewest) {
            fewest = crossing;
            best = place;
        }
    }
    const float gutter = left + (static_cast<float>(best) + 0.5F) * kStep;
    Side before;
    Side after;
    for (const PdfLine& line : lines) {
        if (line.box.right <= gutter)
            before.add(line);
        else if (line.box.left >= gutter)
            after.add(line);
    }
    const float together = std::min(before.bottom, after.bottom) - std::max(before.top, after.top);
    const float shorter = std::min(before.bottom - before.top, after.bottom - after.top);
    if (!before.is_running_text() || !after.is_running_text() || together < shorter / 2)
        return std::nullopt;
    return gutter;
}

bool above(const PdfLine& a, const PdfLine& b) {
    return std::pair(a.box.top, a.box.left) < std::pair(b.box.top, b.box.left);
}

/// Orders the lines of one band; returns where its right part begins.
std::size_t order_band(Lines band, float gutter) {
    const auto right = std::stable_partition(
        band.begin(), band.end(), [&](const PdfLine& line) { return line.box.left < gutter; });
    std::stable_sort(band.begin(), right, above);
    std::stable_sort(right, band.end(), above);
    return static_cast<std::size_t>(right - band.begin());
}

}  // namespace

void order_columns(PdfPage& page) {
    struct Part {
        std::size_t begin;
        std::size_t end;
        int depth;
    };
    constexpr int kDeepest = 3;
    std::vector<Part> parts{{0, page.lines.size(), 0}};
    while (!parts.empty()) {
        const Part part = parts.back();
        parts.pop_back();
        const Lines lines = Lines(page.lines).subspan(part.begin, part.end - part.begin);
        const auto gutter = find_gutter(lines);
        if (!gutter || part.depth >= kDeepest)
            continue;
        std::stable_sort(lines.begin(), lines.end(), above);
        for (std::size_t at = 0; at < lines.size();) {
            const auto crosses = [&](const PdfLine& line) {
                return line.box.left < *gutter && line.box.right > *gutter;
            };
            std::size_t end = at;
            while (end < lines.size() && !crosses(lines[end]))
                ++end;
            if (end > at) {
                const std::size_t middle = order_band(lines.subspan(at, end - at), *gutter);
                parts.push_back({part.begin + at, part.begin + at + middle, part.depth + 1});
                parts.push_back({part.begin + at + middle, part.begin + end, part.depth + 1});
            }
            at = end + (end < lines.size() ? 1 : 0);
        }
    }
}

}  // namespace events
