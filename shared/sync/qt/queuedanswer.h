// SPDX-License-Identifier: GPL-3.0-or-later
// How a transport out of memory answers: later, as a network does.
#pragma once

#include "shared/sync/qt/transport.h"

#include <QMetaObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace atrium::sync {

/// answer() is asked, and done told, in a later turn of server's event loop; not when the context has gone by
/// then (null: nobody can go).
inline void answerLater(QObject& server, QObject* context, std::function<HttpResponse()> answer,
                        std::function<void(HttpResponse)> done) {
    const QPointer<QObject> guard(context);
    QMetaObject::invokeMethod(
        &server,
        [guard, guarded = context != nullptr, answer = std::move(answer), done = std::move(done)] {
            if (!guarded || guard != nullptr)
                done(answer());
        },
        Qt::QueuedConnection);
}

} // namespace atrium::sync
