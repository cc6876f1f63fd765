// SPDX-License-Identifier: GPL-3.0-or-later
// How long the server lets the person wait: a server that takes questions and answers none looks as if the
// program had not noticed the key.
#pragma once

#include "shared/sync/qt/api.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <utility>

namespace atrium::windowterminal {

/// Knows all questions that are under way in this program. GUI thread; the api must outlive it.
class AnswerWatch : public QObject {
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds shown{1'000}; ///< from then on the screen says that it waits
        std::chrono::milliseconds silent{
            10'000};                            ///< one attempt of a question: the server is as good as away
        std::chrono::milliseconds again{5'000}; ///< between two questions whether it is back
    };

    explicit AnswerWatch(sync::Api& api, QObject* parent = nullptr) : AnswerWatch(api, Limits(), parent) {}
    AnswerWatch(sync::Api& api, Limits limits, QObject* parent = nullptr);

    /// Something has been waiting for longer than it takes to notice.
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }
    /// A question got no answer in its time, and nothing was answered since.
    [[nodiscard]] bool isSilent() const { return m_isSilent; }

    /// A handler that tells the watch of its answer; the question counts from now on.
    template <class Reply> sync::Api::Handler<Reply> watched(sync::Api::Handler<Reply> handler) {
        return [this, id = begin(), handler = std::move(handler)](model::Result<Reply> answer) {
            end(id, answer || answer.error().code != model::ErrorCode::unavailable);
            handler(std::move(answer));
        };
    }
    /// The same in two steps, where the answer comes another way.
    [[nodiscard]] int begin();
    /// Nothing happens when it has ended already.
    void end(int question, bool answered);

Q_SIGNALS:
    void changed();

private:
    using Clock = std::chrono::steady_clock;

    void follow();
    void askAgain();

    sync::Api& m_api;
    const Limits m_limits;
    std::map<int, Clock::time_point> m_open; ///< in the order in which they were asked
    int m_last = 0;
    bool m_isLost = false; ///< a question ended without an answer
    bool m_isWaiting = false;
    bool m_isSilent = false;
    QTimer m_due;
    QTimer m_again;
};

} // namespace atrium::windowterminal
