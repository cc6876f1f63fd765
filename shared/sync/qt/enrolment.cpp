// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/enrolment.h"

#include "shared/sync/qt/api.h"

#include <QFile>
#include <QSaveFile>

#include <utility>

namespace atrium::sync {

void enrol(Api& api, const std::string& code, const std::string& appVersion, const Connection& connection,
           QObject* context, std::function<void(model::Result<model::EnrolResponse>)> handler) {
    // One attempt only: a code is used up by the first request that reaches the server.
    CallOptions once;
    once.retries = 0;
    api.post<model::EnrolResponse>(
        "/enrolment", model::EnrolRequest{.code = code, .appVersion = appVersion, .kind = connection.kind},
        context,
        [connection, handler = std::move(handler)](model::Result<model::EnrolResponse> answer) {
            if (answer && !connection.fingerprint.isEmpty())
                if (auto kept = writeToken(connection.fingerprintFile(), connection.fingerprint); !kept)
                    return handler(kept.error());
            if (answer)
                if (auto kept = writeToken(connection.tokenFile(), QByteArray::fromStdString(answer->token));
                    !kept)
                    return handler(kept.error());
            handler(std::move(answer));
        },
        once);
}

model::Result<QByteArray> readToken(const QString& tokenFile) {
    QFile file(tokenFile);
    if (!file.exists())
        return model::Error{model::ErrorCode::notFound, "/", "no token file"};
    if (!file.open(QIODevice::ReadOnly))
        return model::Error{model::ErrorCode::unavailable, "/", "token file cannot be read"};
    if ((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) != 0)
        return model::Error{model::ErrorCode::forbidden, "/", "token file may be read by others: chmod 600"};
    QByteArray token = file.readLine(4096).trimmed();
    if (token.isEmpty())
        return model::Error{model::ErrorCode::notFound, "/", "token file is empty"};
    return token;
}

model::Result<void> writeToken(const QString& tokenFile, const QByteArray& token) {
    QSaveFile file(tokenFile);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(token + '\n') == token.size() + 1 && file.commit();
    if (!written)
        return model::Error{model::ErrorCode::unavailable, "/", "token file cannot be written"};
    return {};
}

} // namespace atrium::sync
