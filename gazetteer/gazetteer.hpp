// Names to places and back: one or more index files, opened together.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/place.hpp"
#include "geo/polygon.hpp"
#include "geo/result.hpp"

namespace gazetteer {

/// What is known around a name when it is looked up.
struct LookupContext {
    std::vector<std::string> countries;  ///< ISO codes, preferred (not exclusive)
    /// The countries are what a text is about and not said of this very name: well-known places
    /// abroad may be meant, and the name is more likely one that an index has.
    bool countries_are_guessed = false;
    /// Where to look first when nothing else is known: the region that the data was made for.
    std::vector<std::string> home_countries;
    bool only_these_countries = false;
    std::vector<std::string>
        admin_names;  ///< areas named beside it, smallest first: "Bourem", "Gao"
    std::optional<geo::LonLat> near;
    std::optional<PlaceKind> kind;  ///< from a kind word: "village of", "cercle de", "region"
    bool tolerant = true;  ///< also spellings that differ by rule or by one letter (two from 8 on)
    std::size_t limit = 10;
};

/// The admin areas that hold a position.
struct Containing {
    std::string country;  ///< ISO code; empty at sea
    std::string country_name;
    std::string admin1;
    std::string admin2;
    std::string admin3;
    std::vector<PlaceId> areas;  ///< those whose polygon holds it, countries first
};

/// How a completion of a prefix is shown and found again.
struct Completion {
    PlaceId id{};
    std::string name;  ///< the name that starts with the prefix
};

/// A place whose name is the one looked for, starts with it, or is like it.
struct NameHit {
    PlaceId id{};
    float cost = 0;  ///< 0: the same name after folding; else weighted edits (edit_costs.hpp)
    bool alternate = false;  ///< by another name than the one shown
};

/// Open index files and the areas of countries. Immutable after opening: share it freely between
/// threads. Later files win over earlier ones at equal score (the user's own places).
class Gazetteer {
  public:
    /// Maps each index file; no parsing. Fails naming the file when it is not an index of this
    /// version, is cut short, or the checksum of its header is wrong. Damage inside the sections is
    /// found by verify(), which reads them; until then it gives wrong answers and no crash.
    static geo::Result<Gazetteer> open(const std::vector<std::string>& index_paths);

    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;
    ~Gazetteer();

    /// Reads every section and compares its checksum.
    geo::Result<void> verify() const;

    std::size_t size() const;
    Place place(PlaceId id) const;

    /// Ranked candidates, best first; empty when no entry's name is like it. Kind words in the name
    /// ("Gao region", "cercle de Bourem") and areas behind commas ("Ersane, Bourem, Gao") count as
    /// context. The scores are shares: what is left to 1 is the chance that the place is another
    /// one or in no index.
    std::vector<Candidate> find(std::string_view name, const LookupContext& context = {}) const;

    /// Places with a name that starts like this, best known first: search as one types. Folded as
    /// in find; at most `context.limit` places, those of `context.countries` first.
    std::vector<Completion> complete(std::string_view prefix,
                                     const LookupContext& context = {}) const;

    /// Places that bear exactly this name after folding, best known first. Clears `hits`; allocates
    /// nothing once it has the capacity. For batches and typing: no reasons, no context.
    void look_up(std::string_view name, std::vector<NameHit>& hits) const;
    /// Places with a name that starts like this, best known first, at most `limit`; where there is
    /// none, those that start so but for one typed error.
    void complete(std::string_view prefix, std::size_t limit, std::vector<NameHit>& hits) const;
    /// Places with a name within `max_edits` (at most 2) insertions, deletions, replacements or
    /// swaps of neighbouring letters, or of the same sound; the best first, at most `limit`.
    void look_alike(std::string_view name, int max_edits, std::size_t limit,
                    std::vector<NameHit>& hits) const;

    /// Whether some entry has exactly this name after folding case and accents: what the mention
    /// finder asks for each run of words. Cheap (one hash probe).
    bool has_name(std::string_view name) const;

    /// Every name of a place, the shown one first.
    std::vector<std::string> names(PlaceId id) const;
    /// By any of its ids; the last opened file that has it wins.
    std::optional<PlaceId> by_source_id(std::string_view source_id) const;
    /// Ids by which other sources know the place, without Place::source_id; in the order of
    /// merging.
    std::vector<std::string> other_ids(PlaceId id) const;

    std::optional<PlaceId> country(std::string_view iso2) const;
    /// The seat of government; the first one in the index where a country has several.
    std::optional<PlaceId> capital(std::string_view iso2) const;
    /// ISO code from a name or demonym in English, French or the country's own ("Mali", "Burkina",
    /// "Côte d'Ivoire", "Ivory Coast", "Malian", "nigérien"); empty when ambiguous or unknown.
    std::optional<std::string> country_code(std::string_view name_or_demonym) const;
    /// Whether the word is one for a country's people ("Malian", "nigériens") and no country's name.
    bool is_demonym(std::string_view word) const;
    /// ISO codes of the countries that share a land border (shared outlines).
    std::vector<std::string> neighbours(std::string_view iso2) const;

    /// Nearest places, nearest first, with their distance in metres.
    std::vector<std::pair<PlaceId, double>> nearest(geo::LonLat at, std::size_t count) const;
    Containing containing(geo::LonLat at) const;
    /// Areas of a country or first-order division; empty when the index has no polygon for it.
    geo::MultiPolygon area(PlaceId id) const;
    /// The lines between two countries, disputed ones included; empty when they share none.
    std::vector<geo::Line> border(std::string_view iso_a, std::string_view iso_b) const;

    struct Impl;
    /// For the parts of this library that search with hints of their own.
    const Impl& impl() const { return *m_impl; }

  private:
    explicit Gazetteer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace gazetteer
