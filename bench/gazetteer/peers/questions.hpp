// What the measured peers share: the names, the questions, the clock and the result as JSON.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace peers {

/// A town with its name as the gazetteer folds it: the peers get that work for nothing.
struct Town {
    std::string folded;
    std::uint32_t population = 0;
};

struct Question {
    std::string text;   ///< folded
    std::string meant;  ///< folded
};

using Questions = std::map<std::string, std::vector<Question>>;
/// Numbers of towns, best first.
using Answers = std::vector<std::uint32_t>;

inline std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, '\t');)
        fields.push_back(field);
    return fields;
}

/// Lines of folded name and population, the best known first.
inline std::vector<Town> read_towns(const char* path) {
    std::vector<Town> towns;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const auto fields = fields_of(line);
        towns.push_back({fields.at(0), static_cast<std::uint32_t>(std::stoul(fields.at(1)))});
    }
    return towns;
}

/// The file that `toposcope bench gazetteer --write-queries` makes.
inline Questions read_questions(const char* path) {
    Questions questions;
    std::ifstream in(path);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const auto fields = fields_of(line);
        if (fields.size() == 5)
            questions[fields[0]].push_back({fields[3], fields[4]});
    }
    return questions;
}

/// How many of the questions the shares of right answers are taken from.
inline constexpr std::size_t kAskedForShares = 2000;

class Report {
  public:
    explicit Report(std::string version) { m_json = "{\"version\": \"" + version + "\""; }

    /// A pass to warm up, then the median of three, each over as many questions as fit the time.
    template <typename Ask>
    void rate(const std::string& name, const std::vector<Question>& questions, const Ask& ask,
              double seconds = 2) {
        using Clock = std::chrono::steady_clock;
        const auto since = [](Clock::time_point start) {
            return std::chrono::duration<double>(Clock::now() - start).count();
        };
        std::size_t count = 0;
        std::size_t answers = 0;
        Answers out;
        const auto warm_up = Clock::now();
        while (count < questions.size() && since(warm_up) < seconds)
            ask(questions[count++].text, out);
        std::vector<double> rates;
        for (int pass = 0; pass < 3; ++pass) {
            const auto start = Clock::now();
            for (std::size_t i = 0; i < count; ++i) {
                ask(questions[i].text, out);
                answers += out.size();
            }
            rates.push_back(static_cast<double>(count) / since(start));
        }
        std::sort(rates.begin(), rates.end());
        add(name, rates[1]);
        add("answers_" + name, static_cast<double>(answers) / (3.0 * static_cast<double>(count)));
    }

    /// Shares of the questions whose first answer, or one of the first three, is the name meant.
    template <typename Ask>
    void right(const std::string& name, const std::vector<Question>& questions,
               const std::vector<Town>& towns, const Ask& ask) {
        std::size_t first = 0;
        std::size_t first_3 = 0;
        Answers out;
        const auto count = std::min(kAskedForShares, questions.size());
        for (std::size_t i = 0; i < count; ++i) {
            const auto& question = questions[i];
            ask(question.text, out);
            const auto is_right = [&](std::uint32_t t) { return towns[t].folded == question.meant; };
            first += !out.empty() && is_right(out[0]) ? 1 : 0;
            first_3 +=
                std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(
                                                           std::min<std::size_t>(3, out.size())),
                            is_right)
                    ? 1
                    : 0;
        }
        const auto asked = static_cast<double>(std::max<std::size_t>(1, count));
        add("first_" + name, static_cast<double>(first) / asked);
        add("first_3_" + name, static_cast<double>(first_3) / asked);
    }

    void add(const std::string& name, double value) {
        char text[64];
        std::snprintf(text, sizeof(text), "%.6g", value);
        m_json += ", \"" + name + "\": " + text;
    }
    ~Report() { std::printf("%s}\n", m_json.c_str()); }

  private:
    std::string m_json;
};

/// The kinds of misspelt questions in the file.
inline const std::vector<std::string>& misspelt_kinds() {
    static const std::vector<std::string> kinds{"one_error", "two_errors", "two_errors_8_letters"};
    return kinds;
}

}  // namespace peers
