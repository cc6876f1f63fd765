// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/hallmodel.h"
#include "server/services/core/opengroup.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace atrium::services {

/// Tells what became of decided groups, on a thread of its own, so that the next transaction need not wait
/// for readers, answers and subscribers. Groups are told in the order they came: first the model that readers
/// see, then those who asked and wait, then the subscribers.
class Teller {
public:
    using Announce = std::function<void(const std::vector<store::LogEventPtr>&)>;
    /// Groups that may wait; tell() then waits too, and with it the next transaction.
    static constexpr std::size_t kWaiting = 4;

    /// model must outlive it.
    explicit Teller(HallModel& model) : m_model(model) {}
    ~Teller();
    Teller(const Teller&) = delete;
    Teller& operator=(const Teller&) = delete;

    void start(Announce announce);
    /// Tells what waits and joins. Idempotent.
    void stop();
    /// announce: its events are durable; the model and subscribers shall hear of them. One thread calls it.
    void tell(std::shared_ptr<OpenGroup> group, bool announce);
    /// Waits until all that came was told: the model is then as the store. The thread that calls tell().
    void settle();
    /// Seconds spent so far.
    [[nodiscard]] double spent() const;

private:
    struct Told {
        std::shared_ptr<OpenGroup> group;
        bool announce = false;
    };

    void tellAll();
    void tellOne(const Told& told) const;

    HallModel& m_model;
    Announce m_announce;
    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_came;
    std::condition_variable m_gone;
    std::deque<Told> m_waiting;
    bool m_telling = false; ///< one that is waiting no more
    bool m_stopping = false;
    double m_spent = 0;
    std::thread m_thread;
};

} // namespace atrium::services
