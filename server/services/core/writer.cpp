// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/writer.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <iostream>
#include <iterator>
#include <utility>

namespace atrium::services {

using model::Result;

namespace {

model::Error writerUnavailable(model::Sentence why) {
    return {model::ErrorCode::unavailable, {}, why};
}

bool isFull(const model::Error& error) {
    return error.saying.sentence == model::Sentence::storeFull;
}

/// Seconds since the last call.
class StopWatch {
public:
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double> out = now - std::exchange(m_last, now);
        return out.count();
    }

private:
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

} // namespace

Writer::Writer(store::Store& store, HallModel& model, std::shared_ptr<const Calendar> calendar,
               const http::Clock& clock, const store::Loaded& head)
    : m_store(store), m_calendar(std::move(calendar)), m_clock(clock), m_teller(model),
      m_dayStored(head.dayKnown), m_decisions(store, model, head) {}

Writer::~Writer() {
    stop();
}

void Writer::start(Announce announce) {
    m_teller.start(std::move(announce));
    m_decider = std::thread([this] { decideAll(); });
    m_committer = std::thread([this] { commitAll(); });
}

void Writer::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_decider.joinable())
        m_decider.join();
    if (m_committer.joinable())
        m_committer.join();
    m_teller.stop();
}

void Writer::submit(Actor actor, std::string key, Job job, Done done) {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping && m_queue.size() < kQueueLimit) {
            m_queue.push_back({std::move(actor), std::move(key), std::move(job), std::move(done)});
            m_wake.notify_one();
            return;
        }
    }
    done(writerUnavailable(model::Sentence::tooManyWrites));
}

Result<Outcome> Writer::run(Actor actor, Job job) {
    auto promise = std::make_shared<std::promise<Result<Outcome>>>();
    auto future = promise->get_future();
    submit(std::move(actor), {}, std::move(job),
           [promise](Result<Outcome> outcome) { promise->set_value(std::move(outcome)); });
    return future.get();
}

Writer::Figures Writer::figures() const {
    const std::lock_guard lock(m_mutex);
    Figures out = m_figures;
    out.telling = m_teller.spent();
    return out;
}

std::vector<WriteItem> Writer::takeItems() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
    const auto count = static_cast<std::ptrdiff_t>(std::min(m_queue.size(), kGroupLimit));
    std::vector<WriteItem> items(std::make_move_iterator(m_queue.begin()),
                                 std::make_move_iterator(m_queue.begin() + count));
    m_queue.erase(m_queue.begin(), m_queue.begin() + count);
    return items;
}

void Writer::decideAll() {
    while (true) {
        auto items = takeItems();
        if (items.empty())
            break;
        decide(std::move(items));
    }
    {
        const std::lock_guard lock(m_deciding);
        m_allDecided = true;
    }
    m_ready.notify_one();
}

void Writer::decide(std::vector<WriteItem> items) {
    {
        std::unique_lock lock(m_deciding);
        m_taken.wait(lock, [this] { return m_decisions.open().items.size() < kGroupLimit; });
        StopWatch watch;
        const model::Instant at = m_lastAt = std::max(m_lastAt, m_clock.now());
        m_decisions.decide(std::move(items), {at, m_calendar->local(at)});
        m_decisions.open().deciding += watch.lap();
    }
    m_ready.notify_one();
}

std::shared_ptr<OpenGroup> Writer::takeGroup() {
    std::shared_ptr<OpenGroup> taken;
    {
        std::unique_lock lock(m_deciding);
        m_ready.wait(lock, [this] { return !m_decisions.open().items.empty() || m_allDecided; });
        if (m_decisions.open().items.empty())
            return nullptr;
        taken = m_decisions.take();
        if (taken->writes() && !m_dayStored && !taken->group.day)
            taken->group.day = m_decisions.day();
    }
    m_taken.notify_one();
    return taken;
}

void Writer::commitAll() {
    while (const auto group = takeGroup())
        commit(group);
}

/// One line when the store stops taking writes, one when it takes them again.
void Writer::say(const Result<void>& committed) {
    m_trouble = committed ? Trouble::none : isFull(committed.error()) ? Trouble::full : Trouble::failed;
    if (!committed)
        m_lastTrouble = m_trouble.load();
    if (std::exchange(m_failing, !committed) == !committed)
        return;
    if (committed)
        std::cerr << "atrium-server: the store takes writes again" << std::endl;
    else
        std::cerr << "atrium-server: the store takes no writes: " << committed.error().detail << std::endl;
}

void Writer::commit(const std::shared_ptr<OpenGroup>& open) {
    StopWatch watch;
    const store::Group& group = open->group;
    const bool writes = open->writes();
    const auto committed = writes ? m_store.commit(group) : Result<void>{};
    const double committing = watch.lap();
    if (writes)
        say(committed);
    if (committed) {
        m_dayStored = m_dayStored || group.day.has_value();
        const std::lock_guard lock(m_deciding);
        m_decisions.committed(group);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_figures.jobs += open->items.size();
        m_figures.groups += writes ? 1 : 0;
        m_figures.failedGroups += committed ? 0 : 1;
        m_figures.deciding += open->deciding;
        m_figures.committing += committing;
    }
    if (committed)
        m_teller.tell(open, !group.events.empty());
    else
        drop(open, isFull(committed.error()) ? model::Sentence::storeFull : model::Sentence::storeFailed);
}

/// Everything since the last commit is forgotten, numbers included.
void Writer::drop(const std::shared_ptr<OpenGroup>& failed, model::Sentence why) {
    std::shared_ptr<OpenGroup> upon; // what was decided meanwhile, on facts that never came to be
    m_teller.settle();               // the durable state is where deciding begins again
    {
        const std::lock_guard lock(m_deciding);
        upon = m_decisions.drop(*failed);
    }
    m_taken.notify_one();
    for (const auto& group : {failed, upon}) {
        for (auto& outcome : group->outcomes)
            outcome = writerUnavailable(why);
        m_teller.tell(group, false);
    }
}

} // namespace atrium::services
