// SPDX-License-Identifier: GPL-3.0-or-later
// The far end of --demo for screens that only look on: a hall that moves by itself.
#pragma once

#include "shared/model/queue.h"
#include "shared/model/ticket.h"
#include "shared/sync/core/envelope.h"
#include "shared/sync/qt/transport.h"
#include "shared/ui/appkit/screen/demorecords.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace atrium::ui {

/// Answers like a server and streams events like one, so that the screen runs on its own ways of following:
/// windows call, serve, show a guide, ask for a rating, pass numbers over and pause, one step at a time. GUI
/// thread.
class DemoFeed : public QObject, public sync::Transport {
    Q_OBJECT
public:
    /// A step concerns one of the four windows in turn.
    explicit DemoFeed(model::DeviceKind kind, std::chrono::milliseconds step = std::chrono::seconds(2));
    ~DemoFeed() override;

    void send(sync::HttpRequest request, QObject* context,
              std::function<void(sync::HttpResponse)> done) override;
    [[nodiscard]] std::unique_ptr<sync::HttpStream> stream(sync::HttpRequest request,
                                                           sync::StreamHandler handler) override;
    void setToken(const QByteArray&) override {}

    /// What the next step of a window is; the timer calls it.
    void step();

private:
    struct Listener;
    class Stream;

    void advance(std::size_t window);
    void call(std::size_t window);
    void finish(std::size_t window);
    [[nodiscard]] model::Ticket arrival(std::size_t item);
    void closeRating();
    void publish(const char* type, std::vector<sync::Change> changes);
    [[nodiscard]] std::string answer(const sync::HttpRequest& request);
    [[nodiscard]] QByteArray snapshot() const;

    DemoRecords m_records;
    std::map<std::pair<std::string, std::string>, std::string> m_known; ///< (kind, id) to record
    std::vector<model::WindowStatus> m_status;
    std::vector<model::Ticket> m_present;              ///< per window, as long as it is called or served
    std::vector<std::vector<model::Ticket>> m_waiting; ///< per item, first come first
    std::vector<std::shared_ptr<Listener>> m_listeners;
    std::vector<int> m_sequence;
    std::int64_t m_seq = 0;
    int m_steps = 0;
    int m_calls = 0;
    QTimer m_timer;
};

} // namespace atrium::ui
