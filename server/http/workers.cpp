// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/workers.h"

#include "server/http/poller.h"

#include <Poco/RunnableAdapter.h>
#include <Poco/ThreadPool.h>

#include <algorithm>

namespace atrium::http {

class Workers::Pool {
public:
    Pool(Workers& workers, int threads)
        : m_threads("http", threads, threads), m_work(workers, &Workers::run) {
        for (int i = 0; i < threads; ++i)
            m_threads.start(m_work);
    }
    void join() { m_threads.joinAll(); }

private:
    Poco::ThreadPool m_threads;
    Poco::RunnableAdapter<Workers> m_work;
};

Workers::Workers(std::size_t threads, std::size_t queue)
    : m_limit(queue),
      m_pool(std::make_unique<Pool>(*this, static_cast<int>(std::max<std::size_t>(threads, 1)))) {}

Workers::~Workers() {
    stop();
}

bool Workers::submit(std::function<void()> task) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_tasks.size() >= m_limit)
            return false;
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
    return true;
}

void Workers::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_pool->join();
}

std::size_t Workers::queued() const {
    const std::lock_guard lock(m_mutex);
    return m_tasks.size();
}

void Workers::run() {
    blockSignals();
    while (true) {
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
            if (m_tasks.empty())
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

} // namespace atrium::http
