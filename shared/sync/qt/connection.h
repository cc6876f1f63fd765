// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/result.h"
#include "shared/model/staff.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

class QCommandLineParser;

namespace atrium::sync {

/// Where the server is, how it is trusted, and who this device is to it.
struct Connection {
    QUrl server;            ///< scheme, host and port only: http://127.0.0.1:8080
    QByteArray token;       ///< of the device; empty before enrolment
    QString caFile;         ///< PEM of an own authority, empty: the system's
    QByteArray fingerprint; ///< SHA-256 of the server's certificate in hex, at least its first
                            ///< 20 digits; when set it alone decides
    QString dataDir;        ///< private to one device: replica, outbox, media, token
    QString tokenPath;      ///< where the token is and where enrolment writes it; empty: in dataDir
    std::optional<model::DeviceKind> kind; ///< what this program is; said when it enrols

    [[nodiscard]] QString replicaFile() const { return dataDir + QStringLiteral("/replica.sqlite"); }
    [[nodiscard]] QString outboxFile() const { return dataDir + QStringLiteral("/outbox.sqlite"); }
    [[nodiscard]] QString mediaDir() const { return dataDir + QStringLiteral("/media"); }
    [[nodiscard]] QString tokenFile() const {
        return tokenPath.isEmpty() ? dataDir + QStringLiteral("/token") : tokenPath;
    }
    /// Where a token goes that the server shut out; there until another one has worked.
    [[nodiscard]] QString revokedTokenFile() const { return tokenFile() + QStringLiteral(".revoked"); }
    /// What was compared and pinned when the device enrolled; --fingerprint goes before it.
    [[nodiscard]] QString fingerprintFile() const { return dataDir + QStringLiteral("/fingerprint"); }
};

/// Adds --server URL, --token-file FILE, --data DIR, --ca FILE and --fingerprint HEX.
void addConnectionOptions(QCommandLineParser& parser);

/// Reads those options (after parser.process). Without --token-file the token is looked for in the data
/// folder. A missing token is no error, wherever it was looked for: the device is not enrolled yet, shows its
/// enrolment page and keeps its token there; a folder where that could not be written is one, because a code
/// is used up before its token is. Without --fingerprint the one that was pinned at enrolment is taken.
/// Creates the data folder, mode 0700. ErrorCode::invalid names the option that is wrong.
[[nodiscard]] model::Result<Connection> connectionFromOptions(const QCommandLineParser& parser);

} // namespace atrium::sync
