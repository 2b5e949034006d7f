// Jobs on std::jthread with a locked inbox each.
#include "app/jobs.hpp"

#include <atomic>
#include <mutex>

namespace app {

struct Jobs::Job : JobHandle {
    Job(std::string the_label, const std::function<void()>& the_wake)
        : label(std::move(the_label)), wake(the_wake) {}

    std::stop_token stop_token() const override { return stop.get_token(); }

    void report(float new_fraction, std::string new_step) override {
        {
            const std::scoped_lock lock(mutex);
            fraction = new_fraction;
            step = std::move(new_step);
        }
        wake();
    }

    void post(Outcome outcome) override {
        {
            const std::scoped_lock lock(mutex);
            inbox.push_back(std::move(outcome));
        }
        wake();
    }

    std::string label;
    const std::function<void()>& wake;
    mutable std::mutex mutex;
    std::vector<Outcome> inbox;
    float fraction = 0;
    std::string step;
    std::atomic<bool> done = false;
    std::stop_source stop;
    std::jthread thread;
};

Jobs::Jobs(std::function<void()> wake) : m_wake(std::move(wake)) {}

Jobs::~Jobs() {
    stop_all();
}

void Jobs::start(std::string label, std::function<void(JobHandle&)> work) {
    auto& job = *m_jobs.emplace_back(std::make_unique<Job>(std::move(label), m_wake));
    job.thread = std::jthread([&job, work = std::move(work)] {
        work(job);
        job.done = true;
        job.wake();
    });
}

bool Jobs::take_outcomes() {
    bool any = false;
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        Job& job = *m_jobs[i];
        const bool was_done = job.done;
        std::vector<Outcome> outcomes;
        {
            const std::scoped_lock lock(job.mutex);
            outcomes.swap(job.inbox);
        }
        for (const auto& outcome : outcomes)
            outcome();
        any = any || !outcomes.empty() || was_done;
        if (was_done)
            m_jobs[i] = nullptr;
    }
    std::erase(m_jobs, nullptr);
    return any;
}

std::vector<JobState> Jobs::states() const {
    std::vector<JobState> states;
    for (const auto& job : m_jobs) {
        const std::scoped_lock lock(job->mutex);
        states.push_back({job->label, job->step, job->fraction});
    }
    return states;
}

bool Jobs::busy() const {
    return !m_jobs.empty();
}

void Jobs::stop_all() {
    for (const auto& job : m_jobs)
        job->stop.request_stop();
}

void Jobs::finish() {
    while (busy()) {
        for (std::size_t i = 0; i < m_jobs.size(); ++i) {
            if (m_jobs[i]->thread.joinable())
                m_jobs[i]->thread.join();
        }
        take_outcomes();
    }
}

}  // namespace app
