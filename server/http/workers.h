// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace atrium::http {

/// A fixed number of threads (of a Poco::ThreadPool) behind a queue that says no when it is full.
class Workers {
public:
    Workers(std::size_t threads, std::size_t queue);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// False: the queue is full or stop() was called. Tasks must not throw. Any thread.
    [[nodiscard]] bool submit(std::function<void()> task);
    /// Runs what is queued, then joins. Idempotent.
    void stop();
    [[nodiscard]] std::size_t queued() const;

private:
    class Pool;
    void run();

    std::size_t m_limit;
    mutable std::mutex m_mutex; // guards the two below
    std::deque<std::function<void()>> m_tasks;
    bool m_stopping = false;
    std::condition_variable m_changed;
    std::unique_ptr<Pool> m_pool;
};

} // namespace atrium::http
