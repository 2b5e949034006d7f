// Sorting and numbering of large arrays on all cores.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <thread>
#include <vector>

namespace gazetteer {

inline std::size_t worker_count(std::size_t items) {
    constexpr std::size_t kWorthAThread = 20000;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    return std::clamp<std::size_t>(items / kWorthAThread, 1, std::min<std::size_t>(cores, 16));
}

/// Calls `work(worker, first, last)` for about equal parts of [0, items), each on a thread of its
/// own, and waits for them.
template <typename Work>
void in_parallel(std::size_t items, std::size_t workers, const Work& work) {
    std::vector<std::jthread> threads;
    for (std::size_t w = 1; w < workers; ++w) {
        threads.emplace_back([&, w] { work(w, items * w / workers, items * (w + 1) / workers); });
    }
    work(std::size_t{0}, std::size_t{0}, items / workers);
}

/// Sorts parts on all cores, then merges neighbours. `less` must order all values: equal ones may
/// change places.
template <typename T, typename Less>
void parallel_sort(std::vector<T>& values, const Less& less) {
    const std::size_t workers = worker_count(values.size());
    const auto at = [&](std::size_t part) {
        return values.begin() +
               static_cast<std::ptrdiff_t>(values.size() * std::min(part, workers) / workers);
    };
    in_parallel(workers, workers, [&](std::size_t w, std::size_t, std::size_t) {
        std::sort(at(w), at(w + 1), less);
    });
    for (std::size_t step = 1; step < workers; step *= 2) {
        in_parallel(workers, workers, [&](std::size_t w, std::size_t, std::size_t) {
            if (w % (2 * step) == 0 && w + step < workers)
                std::inplace_merge(at(w), at(w + step), at(w + 2 * step), less);
        });
    }
}

}  // namespace gazetteer
