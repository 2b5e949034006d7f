// How a call says that it failed, or that part of its input was bad.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace geo {

/// Why the whole thing failed: a sentence for a person, naming the file and what to do.
struct Error {
    std::string message;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// Something in the input that was bad while the rest is good.
struct Problem {
    std::string where;  ///< "file:line" or "file"
    std::string what;   ///< what was wrong, and what was done: "no date in column 3; row skipped"
};

/// "where: what", as shown on stderr and in the window.
inline std::string to_string(const Problem& problem) {
    return problem.where.empty() ? problem.what : problem.where + ": " + problem.what;
}

template <typename T>
struct Loaded {
    T value;
    std::vector<Problem> problems;
};

inline tl::unexpected<Error> fail(std::string message) {
    return tl::unexpected<Error>(Error{std::move(message)});
}

}  // namespace geo
