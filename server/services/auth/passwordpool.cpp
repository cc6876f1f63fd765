// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/auth/passwordpool.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <utility>

namespace atrium::services {

class PasswordPool::Threads {
public:
    boost::asio::thread_pool pool{2}; // 64 MiB a check, see crypto.cpp
};

PasswordPool::PasswordPool() : m_threads(std::make_unique<Threads>()) {}

PasswordPool::~PasswordPool() {
    stop();
}

void PasswordPool::submit(std::function<void()> work) {
    boost::asio::post(m_threads->pool, std::move(work));
}

void PasswordPool::stop() {
    m_threads->pool.join();
}

} // namespace atrium::services
