// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/auth/passwordpool.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace atrium::services {

class PasswordPool::Threads {
public:
    Threads() {
        for (std::thread& thread : m_threads)
            thread = std::thread([this] { run(); });
    }

    void submit(std::function<void()> work) {
        {
            const std::lock_guard lock(m_mutex);
            m_queue.push_back(std::move(work));
        }
        m_wake.notify_one();
    }

    void stop() {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        for (std::thread& thread : m_threads)
            if (thread.joinable())
                thread.join();
    }

private:
    void run() {
        while (true) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            const std::function<void()> work = std::move(m_queue.front());
            m_queue.pop_front();
            lock.unlock();
            work();
        }
    }

    std::mutex m_mutex; // guards the queue and m_stopping
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
    bool m_stopping = false;
    std::array<std::thread, 2> m_threads; // 64 MiB a check, see crypto.cpp
};

PasswordPool::PasswordPool() : m_threads(std::make_unique<Threads>()) {}

PasswordPool::~PasswordPool() {
    stop();
}

void PasswordPool::submit(std::function<void()> work) {
    m_threads->submit(std::move(work));
}

void PasswordPool::stop() {
    m_threads->stop();
}

} // namespace atrium::services
