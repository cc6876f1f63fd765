// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace atrium::services {

/// Two threads on which passwords are checked, which is slow on purpose: a morning's sign-ins queue up here
/// and not on the threads that answer everybody else. Thread-safe.
class PasswordPool {
public:
    PasswordPool();
    ~PasswordPool();
    PasswordPool(const PasswordPool&) = delete;
    PasswordPool& operator=(const PasswordPool&) = delete;

    /// work must not throw.
    void submit(std::function<void()> work);
    /// Waits for what was submitted; nothing may be submitted afterwards. Idempotent.
    void stop();

private:
    class Threads;
    std::unique_ptr<Threads> m_threads;
};

} // namespace atrium::services
