// Spelling errors made on purpose and by a seed, to measure how well names are found again.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

/// Draws that are the same for a seed on every machine (the standard's distributions are not).
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}
    /// 0 to n - 1; n is not 0. For n far below 2^64 the draws are as good as even.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(m_engine() % n); }

  private:
    std::mt19937_64 m_engine;
};

/// Letters in lower case, drawn as often as the names have them.
class Alphabet {
  public:
    explicit Alphabet(const std::vector<std::string>& names);
    bool empty() const { return m_upto.empty(); }
    const std::string& draw(Dice& dice) const;

  private:
    std::vector<std::pair<std::uint64_t, std::string>> m_upto;  ///< count so far, letter
};

/// Letters of any script, marks and digits not counted.
std::size_t letter_count(std::string_view name);

/// The name's first `letters` letters, with what stands between them.
std::string first_letters(std::string_view name, std::size_t letters);

/// The name with `errors` errors, each drawn evenly from insertion, deletion, substitution and swap
/// of neighbouring letters, at a place drawn evenly. Never a name that folds as the right one does.
/// The name itself when nothing else comes of it (fewer than two letters).
std::string misspell(std::string_view name, int errors, const Alphabet& alphabet, Dice& dice);

}  // namespace app
