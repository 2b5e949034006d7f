// The places whose names match what is asked for, by ids alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/asked_name.hpp"
#include "gazetteer/open_indexes.hpp"
#include "gazetteer/scoring.hpp"

namespace gazetteer {

struct Match {
    PlaceId id{};
    NameMatch how;
    std::uint32_t file = 0;  ///< of the key
    KeyIndex key = 0;        ///< the name that matched
    std::uint8_t asked = 0;  ///< which of the spellings asked for
    double points = 0;
    double score = 0;
};

/// Where places are wanted.
struct WantedCountries {
    std::vector<std::uint16_t> codes;  ///< packed; empty: anywhere
    bool only = false;                 ///< none elsewhere
    bool has(std::uint16_t code) const;
};

class MatchCollector {
  public:
    MatchCollector(const OpenIndexes& indexes, const WantedCountries& wanted)
        : m_indexes(indexes), m_wanted(wanted) {}

    /// Places of exactly these names.
    void add_same(const AskedName& asked);
    /// Of the same sound as the first spelling.
    void add_same_sound(const AskedName& asked);
    /// Within one typed error of it from 5 letters on, within two from 8 on where one gives nothing
    /// in a wanted country; without the number at its end.
    void add_alike(const AskedName& asked);
    /// Each place once, by its best match.
    std::vector<Match> take();
    const std::vector<Match>& matches() const { return m_matches; }

  private:
    void take_key(std::size_t file, const NameIndex& index, KeyIndex key, const NameMatch& how,
                  std::size_t asked);
    bool is_wanted_near(std::size_t from) const;

    const OpenIndexes& m_indexes;
    const WantedCountries& m_wanted;
    std::vector<Match> m_matches;
};

}  // namespace gazetteer
