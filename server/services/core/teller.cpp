// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/teller.h"

#include "server/http/thrown.h"

#include <chrono>
#include <iostream>
#include <utility>

namespace atrium::services {

Teller::~Teller() {
    stop();
}

void Teller::start(Announce announce) {
    m_announce = std::move(announce);
    m_thread = std::thread([this] { tellAll(); });
}

void Teller::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_came.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void Teller::tell(std::shared_ptr<OpenGroup> group, bool announce) {
    {
        std::unique_lock lock(m_mutex);
        m_gone.wait(lock, [this] { return m_waiting.size() < kWaiting; });
        m_waiting.push_back({std::move(group), announce});
    }
    m_came.notify_one();
}

void Teller::settle() {
    std::unique_lock lock(m_mutex);
    m_gone.wait(lock, [this] { return m_waiting.empty() && !m_telling; });
}

double Teller::spent() const {
    const std::lock_guard lock(m_mutex);
    return m_spent;
}

void Teller::tellAll() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_came.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        const Told told = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_telling = true;
        lock.unlock();
        m_gone.notify_one();
        const auto began = std::chrono::steady_clock::now();
        tellOne(told);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        lock.lock();
        m_spent += took.count();
        m_telling = false;
        m_gone.notify_one();
    }
}

/// One who cannot be told does not keep the others waiting. What an exception says may hold anything and is
/// not logged; an answer that was not given becomes a 500 with its request's id.
void Teller::tellOne(const Told& told) const {
    if (told.announce)
        m_model.apply(told.group->group.events);
    for (std::size_t i = 0; i < told.group->items.size(); ++i)
        try {
            told.group->items[i].done(std::move(told.group->outcomes[i]));
        } catch (...) {
            std::cerr << "atrium-server: an answer could not be made after its write: thrown "
                      << http::kindOfThrown() << std::endl;
        }
    try {
        if (told.announce)
            m_announce(told.group->group.events);
    } catch (...) {
        std::cerr << "atrium-server: events from " << told.group->group.events.front()->seq
                  << " on could not be announced: thrown " << http::kindOfThrown() << std::endl;
    }
}

} // namespace atrium::services
