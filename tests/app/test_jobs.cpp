// Background work.
#include <doctest/doctest.h>

#include <atomic>

#include "app/jobs.hpp"

using namespace app;

TEST_CASE("what a job posts runs on the thread that takes it, in order") {
    std::atomic<int> woken = 0;
    Jobs jobs([&] { ++woken; });
    const auto here = std::this_thread::get_id();
    std::vector<int> seen;
    bool same_thread = true;
    jobs.start("work", [&](JobHandle& job) {
        for (int i = 0; i < 3; ++i) {
            job.post([&, i] {
                seen.push_back(i);
                same_thread = same_thread && std::this_thread::get_id() == here;
            });
        }
    });
    CHECK(jobs.busy());
    jobs.finish();
    CHECK_FALSE(jobs.busy());
    CHECK(seen == std::vector<int>{0, 1, 2});
    CHECK(same_thread);
    CHECK(woken > 0);
}

TEST_CASE("an outcome may start the next job") {
    Jobs jobs([] {});
    bool second = false;
    jobs.start("first", [&](JobHandle& job) {
        job.post([&] {
            jobs.start("second", [&](JobHandle& next) { next.post([&] { second = true; }); });
        });
    });
    jobs.finish();
    CHECK(second);
}

TEST_CASE("a job that is asked to stop ends") {
    Jobs jobs([] {});
    jobs.start("endless", [](JobHandle& job) {
        while (!job.stop_token().stop_requested())
            std::this_thread::yield();
    });
    jobs.stop_all();
    jobs.finish();
    CHECK_FALSE(jobs.busy());
}

TEST_CASE("progress shows while a job runs") {
    Jobs jobs([] {});
    std::atomic<bool> go_on = false;
    std::atomic<bool> reported = false;
    jobs.start("Reading", [&](JobHandle& job) {
        job.report(0.5F, "1 / 2");
        reported = true;
        while (!go_on)
            std::this_thread::yield();
    });
    while (!reported)
        std::this_thread::yield();
    const auto states = jobs.states();
    go_on = true;
    REQUIRE(states.size() == 1);
    CHECK(states[0].label == "Reading");
    CHECK(states[0].step == "1 / 2");
    CHECK(states[0].fraction == 0.5F);
    jobs.finish();
}
