// What a document's earlier sentences and the gazetteer say about the names in it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "gazetteer/gazetteer.hpp"

namespace events {

/// What the gazetteer says at a glance about a name; kept for a document.
struct NameFacts {
    bool known = false;
    bool country = false;
    bool admin = false;
    bool continent = false;
    bool capital = false;
    std::uint32_t population = 0;
};

/// What earlier sentences taught about the names of a document.
struct DocumentNames {
    /// Asks the gazetteer once per name and document.
    const NameFacts& look_up(const std::string& name, const gazetteer::Gazetteer& gazetteer);

    std::set<std::string, std::less<>> persons;         ///< folded last names of people
    std::set<std::string, std::less<>> unknown_places;  ///< found by their words, in no gazetteer
    std::map<std::string, NameFacts, std::less<>> facts;
};

}  // namespace events
