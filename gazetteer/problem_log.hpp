// Problems of a build, limited in number: the first of a kind are named, then counted.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/result.hpp"

namespace gazetteer {

class ProblemLog {
  public:
    static constexpr std::size_t kShownOfAKind = 20;

    explicit ProblemLog(std::vector<geo::Problem>& problems) : m_problems(problems) {}

    /// A row that is left out. `kind` groups rows ("no name"); `what` says more where it must.
    void refuse(const std::string& where, const std::string& kind, const std::string& what = {}) {
        ++m_refused[kind];
        add(where, kind, (what.empty() ? kind : what) + "; row skipped");
    }
    /// A row or file that is kept. `what` is the whole sentence.
    void add(const std::string& where, const std::string& kind, const std::string& what) {
        if (++m_of_file[kind] <= kShownOfAKind)
            m_problems.push_back({where, what});
    }
    /// At the end of a file: says how many more of each kind there were.
    void close(const std::string& file) {
        for (const auto& [kind, count] : m_of_file) {
            if (count > kShownOfAKind) {
                m_problems.push_back(
                    {file, std::to_string(count - kShownOfAKind) + " more like this: " + kind});
            }
        }
        m_of_file.clear();
    }
    /// Why rows were left out, and how many, over all files.
    const std::map<std::string, std::size_t>& refused() const { return m_refused; }

  private:
    std::vector<geo::Problem>& m_problems;
    std::map<std::string, std::size_t> m_of_file;
    std::map<std::string, std::size_t> m_refused;
};

}  // namespace gazetteer
