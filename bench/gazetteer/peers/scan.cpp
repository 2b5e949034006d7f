// The peer without an index: every name compared with Myers' bit-parallel Levenshtein distance,
// a swap of neighbours counting one (Hyyrö 2003).
#include <array>
#include <numeric>

#include "questions.hpp"

namespace {

/// Edits between one pattern of at most 64 bytes and many texts: Myers 1999 in the form of Hyyrö
/// 2003, with his term for swaps.
class Pattern {
  public:
    explicit Pattern(const std::string& text) : m_size(std::min<std::size_t>(64, text.size())) {
        for (std::size_t i = 0; i < m_size; ++i)
            m_where[static_cast<unsigned char>(text[i])] |= std::uint64_t{1} << i;
    }

    int distance(const char* text, std::size_t size) const {
        std::uint64_t more = ~std::uint64_t{0};
        std::uint64_t less = 0;
        std::uint64_t diagonal = 0;
        std::uint64_t match_before = 0;
        int score = static_cast<int>(m_size);
        const std::uint64_t last = std::uint64_t{1} << (m_size - 1);
        for (std::size_t i = 0; i < size; ++i) {
            const std::uint64_t match = m_where[static_cast<unsigned char>(text[i])];
            const std::uint64_t swap = ((~diagonal & match) << 1) & match_before;
            diagonal = (((match & more) + more) ^ more) | match | less | swap;
            match_before = match;
            std::uint64_t up = less | ~(diagonal | more);
            std::uint64_t down = diagonal & more;
            score += (up & last) != 0 ? 1 : 0;
            score -= (down & last) != 0 ? 1 : 0;
            up = (up << 1) | 1;
            down <<= 1;
            more = down | ~(diagonal | up);
            less = up & diagonal;
        }
        return score;
    }

  private:
    std::size_t m_size;
    std::array<std::uint64_t, 256> m_where{};
};

struct Names {
    std::vector<std::uint32_t> sorted;  ///< towns by name
    std::string block;                  ///< all names in the order of length, then of the towns
    std::vector<std::uint32_t> town;    ///< of each name in the block
    std::array<std::uint32_t, 66> first_of_length{};  ///< into town
    std::array<std::size_t, 66> byte_of_length{};
};

Names make_names(const std::vector<peers::Town>& towns) {
    Names names;
    names.sorted.resize(towns.size());
    std::iota(names.sorted.begin(), names.sorted.end(), 0U);
    std::stable_sort(names.sorted.begin(), names.sorted.end(), [&](auto a, auto b) {
        return towns[a].folded < towns[b].folded;
    });
    for (std::size_t length = 0; length <= 64; ++length) {
        names.first_of_length[length] = static_cast<std::uint32_t>(names.town.size());
        names.byte_of_length[length] = names.block.size();
        for (std::uint32_t t = 0; t < towns.size(); ++t) {
            if (towns[t].folded.size() != length)
                continue;
            names.town.push_back(t);
            names.block += towns[t].folded;
        }
    }
    names.first_of_length[65] = static_cast<std::uint32_t>(names.town.size());
    return names;
}

/// The ten nearest within `most` edits; of equally near ones the best known.
void look_alike(const Names& names, const std::string& text, int most, peers::Answers& out) {
    out.clear();
    if (text.empty() || text.size() > 64)
        return;
    const Pattern pattern(text);
    std::vector<std::pair<int, std::uint32_t>> found;
    const auto from = text.size() > 2 ? text.size() - 2 : 1;
    for (std::size_t length = from; length <= std::min<std::size_t>(64, text.size() + 2); ++length) {
        const char* at = names.block.data() + names.byte_of_length[length];
        for (auto i = names.first_of_length[length]; i < names.first_of_length[length + 1]; ++i) {
            const int distance = pattern.distance(at, length);
            at += length;
            if (distance <= most)
                found.emplace_back(distance, names.town[i]);
        }
    }
    const auto count = std::min<std::size_t>(10, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
                      found.end());
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(found[i].second);
}

}  // namespace

int main(int, char** argv) {
    const auto towns = peers::read_towns(argv[1]);
    const auto questions = peers::read_questions(argv[2]);
    const auto names = make_names(towns);
    const auto less = [&](std::uint32_t t, const std::string& text) {
        return towns[t].folded < text;
    };
    peers::Report report("Myers 1999, g++ " __VERSION__);
    report.rate("exact", questions.at("exact"), [&](const std::string& text, auto& out) {
        out.clear();
        auto at = std::lower_bound(names.sorted.begin(), names.sorted.end(), text, less);
        for (; at != names.sorted.end() && towns[*at].folded == text; ++at)
            out.push_back(*at);
    });
    report.rate("prefix", questions.at("prefix"), [&](const std::string& text, auto& out) {
        auto at = std::lower_bound(names.sorted.begin(), names.sorted.end(), text, less);
        peers::Answers all;
        for (; at != names.sorted.end() && towns[*at].folded.starts_with(text); ++at)
            all.push_back(*at);
        const auto count = std::min<std::size_t>(10, all.size());
        // Towns are numbered with the best known first.
        std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end());
        out.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
    });
    for (const auto& kind : peers::misspelt_kinds()) {
        const auto ask = [&](const std::string& text, auto& out) { look_alike(names, text, 2, out); };
        report.rate(kind, questions.at(kind), ask);
        report.right(kind, questions.at(kind), towns, ask);
    }
}
