// Background work: takes values, reports progress, can be stopped, hands back values.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace app {

/// What the window shows of a job.
struct JobState {
    std::string label;
    std::string step;    ///< the file at hand
    float fraction = 0;  ///< 0 to 1
};

/// Runs on the main thread, between frames: the only place where a job's values enter the model.
using Outcome = std::function<void()>;

/// What the work may do from its own thread.
class JobHandle {
  public:
    virtual ~JobHandle() = default;
    virtual std::stop_token stop_token() const = 0;
    virtual void report(float fraction, std::string step) = 0;
    /// Hands over values before the end, in order.
    virtual void post(Outcome outcome) = 0;
};

/// The jobs of one window. Its destructor asks all to stop and waits for them.
class Jobs {
  public:
    /// `wake` is called from a job's thread when there is something to take.
    explicit Jobs(std::function<void()> wake);
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;
    ~Jobs();

    void start(std::string label, std::function<void(JobHandle&)> work);
    /// Runs what the jobs posted; forgets finished jobs. Returns whether anything was run.
    bool take_outcomes();
    std::vector<JobState> states() const;
    bool busy() const;
    void stop_all();
    /// Until every job has ended and its outcomes have been taken: for tests and for closing.
    void finish();

  private:
    struct Job;
    std::function<void()> m_wake;
    std::vector<std::unique_ptr<Job>> m_jobs;
};

}  // namespace app
