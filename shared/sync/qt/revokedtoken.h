// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/staff.h"
#include "shared/sync/qt/transport.h"

#include <QObject>
#include <QTimer>

namespace atrium::sync {

struct Connection;

/// The token of a device that its server shut out. It is put aside, not thrown away, and asked about from
/// time to time: a server that was started on the wrong data or an old copy knows nobody for a while, and its
/// devices must come back by themselves when it is set right. GUI thread only.
class RevokedToken : public QObject {
    Q_OBJECT
public:
    /// The files are named by the connection; interval: between two questions.
    RevokedToken(const Connection& connection, Transport& transport, std::chrono::milliseconds interval,
                 QObject* parent = nullptr);

    /// A token was put aside, and no other has worked since.
    [[nodiscard]] bool exists() const { return m_exists; }
    /// Moves the token file aside.
    void putAside();
    /// Asks now and then whether the server knows it again; until forget() or accepted().
    void watch();
    /// Another token works.
    void forget();

Q_SIGNALS:
    /// The server knows this token again, and says whose it is. The token file is back in its place.
    void accepted(const QByteArray& token, const atrium::model::Device& self);

private:
    void ask();
    void takeBack(const QByteArray& token, const model::Device& self);

    Transport& m_transport;
    QString m_tokenFile;
    QString m_file;
    QTimer m_again;
    bool m_exists;
};

} // namespace atrium::sync
