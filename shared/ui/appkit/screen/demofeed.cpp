// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/screen/demofeed.h"

#include "shared/model/api.h"
#include "shared/model/json.h"
#include "shared/model/records.h"
#include "shared/sync/qt/queuedanswer.h"

#include <QDateTime>

#include <algorithm>

namespace atrium::ui {

using model::TicketState;
using model::WindowState;

namespace {

constexpr std::size_t kDeviceWindow = 2; ///< DemoRecords::device sits there
constexpr int kPassEvery = 7;            ///< of so many calls one person does not come
constexpr int kPauseEvery = 5;           ///< after so many services the window rests for a step
constexpr int kFirstWaiting = 6;         ///< per queue when the demonstration begins

model::Instant now() {
    return model::fromMillis(QDateTime::currentMSecsSinceEpoch());
}

template <class R> sync::Change put(const R& record) {
    return {.kind = std::string(model::RecordTraits<R>::kind),
            .id = record.id.value,
            .record = model::toJson(record)};
}

std::string changeJson(const sync::Change& change) {
    return R"({"kind":")" + change.kind + R"(","id":")" + change.id + R"(","record":)" +
           change.record.value_or("null") + "}";
}

} // namespace

struct DemoFeed::Listener {
    sync::StreamHandler handler;
    bool ended = false;
};

/// Nothing is called once the owner gave it up.
class DemoFeed::Stream : public sync::HttpStream {
public:
    explicit Stream(std::shared_ptr<Listener> listener) : m_listener(std::move(listener)) {}
    ~Stream() override { m_listener->ended = true; }

private:
    std::shared_ptr<Listener> m_listener;
};

DemoFeed::DemoFeed(model::DeviceKind kind, std::chrono::milliseconds step)
    : m_records(demoRecords(kind)), m_status(m_records.windows.size()), m_present(m_records.windows.size()),
      m_waiting(m_records.items.size()), m_sequence(m_records.items.size(), 100) {
    std::vector<sync::Change> all{put(m_records.hall), put(m_records.area), put(m_records.device)};
    const auto addAll = [&all](const auto& records) {
        for (const auto& record : records)
            all.push_back(put(record));
    };
    addAll(m_records.departments);
    addAll(m_records.queues);
    addAll(m_records.items);
    addAll(m_records.windows);
    addAll(m_records.staff);
    for (std::size_t at = 0; at < m_status.size(); ++at) {
        auto& status = m_status[at];
        status.id = model::RecordId(m_records.windows[at].id.value);
        status.hallId = m_records.hall.id;
        status.windowId = m_records.windows[at].id;
        status.state = WindowState::idle;
        status.staffId = m_records.staff[at].id;
        status.since = now();
        all.push_back(put(status));
    }
    for (int n = 0; n < kFirstWaiting; ++n)
        for (std::size_t item = 0; item < m_waiting.size(); ++item)
            all.push_back(put(arrival(item)));
    publish("recordChanged", std::move(all));
    connect(&m_timer, &QTimer::timeout, this, &DemoFeed::step);
    m_timer.start(step);
}

DemoFeed::~DemoFeed() = default;

model::Ticket DemoFeed::arrival(std::size_t item) {
    model::Ticket ticket;
    const int sequence = ++m_sequence[item];
    ticket.number = m_records.queues[item].prefix + "0" + std::to_string(sequence);
    ticket.id = model::TicketId("ticket-" + ticket.number);
    ticket.hallId = m_records.hall.id;
    ticket.queueId = m_records.queues[item].id;
    ticket.itemId = m_records.items[item].id;
    ticket.sequence = sequence;
    ticket.state = TicketState::waiting;
    ticket.issuedAt = ticket.arrivedAt = now();
    m_waiting[item].push_back(ticket);
    return ticket;
}

void DemoFeed::step() {
    advance(static_cast<std::size_t>(m_steps++) % m_status.size());
}

void DemoFeed::advance(std::size_t window) {
    auto& status = m_status[window];
    auto& ticket = m_present[window];
    status.since = now();
    switch (status.state) {
    case WindowState::closed:
        return;
    case WindowState::paused:
        status.state = WindowState::idle;
        status.pauseReason.clear();
        return publish("windowResumed", {put(status)});
    case WindowState::idle:
        if (!status.ratingTicketId) // the citizen is still asked
            call(window);
        return;
    case WindowState::calling:
        if (m_calls % kPassEvery == 0) {
            ticket.state = TicketState::noShow;
            ticket.noShows = 1;
            status.state = WindowState::idle;
            status.ticketId.reset();
            status.number.clear();
            return publish("ticketNoShow", {put(ticket), put(status)});
        }
        ticket.state = TicketState::serving;
        ticket.startedAt = now();
        status.state = WindowState::serving;
        return publish("serviceStarted", {put(ticket), put(status)});
    case WindowState::serving:
        if (window == kDeviceWindow && !status.shownItemId) {
            status.shownItemId = ticket.itemId;
            return publish("guideShown", {put(status)});
        }
        return finish(window);
    }
}

void DemoFeed::call(std::size_t window) {
    auto& status = m_status[window];
    ++m_calls;
    if (m_calls % kPauseEvery == 0) {
        status.state = WindowState::paused;
        status.pauseReason = "整理材料";
        return publish("windowPaused", {put(status)});
    }
    const std::size_t item = window == 3 || (window == kDeviceWindow && m_calls % 2 == 0) ? 1 : 0;
    std::vector<sync::Change> changes{put(arrival(item))};
    auto& ticket = m_present[window];
    ticket = m_waiting[item].front();
    m_waiting[item].erase(m_waiting[item].begin());
    ticket.state = TicketState::called;
    ticket.calls = 1;
    ticket.windowId = status.windowId;
    ticket.calledAt = now();
    status.state = WindowState::calling;
    status.ticketId = ticket.id;
    status.number = ticket.number;
    model::Call said;
    said.id = model::CallId("call-" + std::to_string(m_calls));
    said.hallId = m_records.hall.id;
    said.ticketId = ticket.id;
    said.queueId = ticket.queueId;
    said.windowId = status.windowId;
    said.areaId = m_records.area.id;
    said.number = ticket.number;
    said.windowNumber = m_records.windows[window].number;
    said.at = now();
    changes.insert(changes.end(), {put(ticket), put(status), put(said)});
    publish("ticketCalled", std::move(changes));
}

void DemoFeed::finish(std::size_t window) {
    auto& status = m_status[window];
    auto& ticket = m_present[window];
    ticket.state = TicketState::finished;
    ticket.finishedAt = now();
    status.state = WindowState::idle;
    status.shownItemId.reset();
    status.ticketId.reset();
    status.number.clear();
    if (window == kDeviceWindow && m_records.device.kind == model::DeviceKind::dualScreen) {
        status.ratingTicketId = ticket.id;
        status.ratingPrompts = 1;
    }
    publish("serviceFinished", {put(ticket), put(status)});
}

void DemoFeed::closeRating() {
    auto& status = m_status[kDeviceWindow];
    status.ratingTicketId.reset();
    status.ratingPrompts = 0;
    publish("rated", {put(status)});
}

void DemoFeed::publish(const char* type, std::vector<sync::Change> changes) {
    ++m_seq;
    std::string json = R"({"seq":)" + std::to_string(m_seq) + R"(,"at":)" +
                       std::to_string(model::toMillis(now())) + R"(,"type":")" + type + R"(","changes":[)";
    for (std::size_t at = 0; at < changes.size(); ++at) {
        m_known[{changes[at].kind, changes[at].id}] = *changes[at].record;
        json += (at == 0 ? "" : ",") + changeJson(changes[at]);
    }
    const auto frame = QByteArray::fromStdString("id: " + std::to_string(m_seq) + "\nevent: " + type +
                                                 "\ndata: " + json + "]}\n\n");
    std::erase_if(m_listeners, [](const auto& listener) { return listener->ended; });
    for (const auto& listener : std::vector(m_listeners))
        if (!listener->ended)
            listener->handler.bytes(frame);
}

void DemoFeed::send(sync::HttpRequest request, QObject* context,
                    std::function<void(sync::HttpResponse)> done) {
    const auto answered = [this, request = std::move(request)]() -> sync::HttpResponse {
        const std::string body = answer(request);
        return {.status = body.empty() ? 204 : 200,
                .headers = {},
                .body = QByteArray::fromStdString(body),
                .failure = {}};
    };
    sync::answerLater(*this, context, answered, std::move(done));
}

std::string DemoFeed::answer(const sync::HttpRequest& request) {
    if (request.path.endsWith("/server"))
        return model::toJson(model::ServerInfo{.name = m_records.hall.name,
                                               .version = "demo",
                                               .hallId = m_records.hall.id,
                                               .now = now(),
                                               .day = {},
                                               .seq = m_seq,
                                               .demonstration = true});
    if (request.path.endsWith("/devices/self"))
        return model::toJson(m_records.device);
    if (request.path.contains("/changes"))
        return R"({"events":[],"more":false,"seq":)" + std::to_string(m_seq) + "}";
    if (request.path.contains("/ratings"))
        closeRating();
    return {};
}

QByteArray DemoFeed::snapshot() const {
    std::string lines = R"({"seq":)" + std::to_string(m_seq) + R"(,"day":0,"count":)" +
                        std::to_string(m_known.size()) + "}\n";
    for (const auto& [key, record] : m_known)
        lines += changeJson({.kind = key.first, .id = key.second, .record = record}) + "\n";
    return QByteArray::fromStdString(lines);
}

std::unique_ptr<sync::HttpStream> DemoFeed::stream(sync::HttpRequest request, sync::StreamHandler handler) {
    auto listener = std::make_shared<Listener>();
    listener->handler = std::move(handler);
    const bool whole = request.path.contains("/snapshot");
    QMetaObject::invokeMethod(
        this,
        [this, listener, whole] {
            if (!listener->ended)
                listener->handler.opened(200);
            if (!whole) {
                m_listeners.push_back(listener);
                return;
            }
            if (!listener->ended)
                listener->handler.bytes(snapshot());
            if (!listener->ended)
                listener->handler.closed(200, {});
        },
        Qt::QueuedConnection);
    return std::make_unique<Stream>(std::move(listener));
}

} // namespace atrium::ui
