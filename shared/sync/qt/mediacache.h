// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/result.h"
#include "shared/sync/qt/transport.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

namespace atrium::sync {

/// Pictures by the SHA-256 of their bytes, fetched once and kept. A file is given out only after its bytes
/// were checked against its name in this run. GUI thread only.
class MediaCache : public QObject {
    Q_OBJECT
public:
    MediaCache(const QString& folder, Transport& transport, QObject* parent = nullptr);

    /// Local file, or an empty text: then it is being fetched and ready() or failed() follows. A malformed
    /// address gives an empty text and nothing follows.
    [[nodiscard]] QString path(const model::Sha256& address);
    /// Forgets failures, so that path() asks again; called when the server is back.
    void retryFailed();

Q_SIGNALS:
    void ready(const QString& sha256, const QString& path);
    void failed(const QString& sha256, const atrium::model::Error& why);

private:
    void fetch(const QString& sha);
    void arrived(const QString& sha, const HttpResponse& response);
    [[nodiscard]] QString fileOf(const QString& sha) const;

    QString m_folder;
    Transport& m_transport;
    QSet<QString> m_checked;
    QSet<QString> m_fetching;
    QSet<QString> m_failed;
};

} // namespace atrium::sync
