// The words of the interface in the user's language.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/result.hpp"

namespace app {

/// Texts by key, from share/toposcope/lang/<language>.tsv: "key<TAB>text", '#' lines skipped.
class Translations {
  public:
    Translations() = default;

    /// Reads English and lays `language` over it, so that a missing text shows in English. Of
    /// another language than English the file reasons.<language>.tsv is read too.
    /// Fails naming file and line when a line has no tab or a key comes twice.
    static geo::Result<Translations> load(const std::string& folder, const std::string& language);

    /// The text, or the key itself when no language has it. Lives as long as the Translations.
    const char* operator()(const char* key) const;
    bool has(std::string_view key) const { return m_texts.contains(key); }
    const std::string& language() const { return m_language; }
    /// The reason for a candidate place, which the gazetteer says in English and casebooks keep so,
    /// in this language; as it is where reasons.<language>.tsv has no pattern for it.
    std::string reason(std::string_view english) const;
    bool french() const { return m_language == "fr"; }

  private:
    std::map<std::string, std::string, std::less<>> m_texts;
    std::vector<std::pair<std::string, std::string>> m_reasons;  ///< English pattern, this language
    std::string m_language = "en";
};

/// Puts the values where the pattern names them: fill("{n} of {all}", {{"n", "3"}, {"all", "9"}}).
/// A name that is not given stays as written.
std::string fill(std::string_view pattern,
                 std::initializer_list<std::pair<std::string_view, std::string>> values);

/// "en" or "fr": the asked one when there is a translation, else by the environment's LANG
/// ("fr_FR.UTF-8"), else English.
std::string choose_language(std::string_view asked, std::string_view environment_lang);

}  // namespace app
