// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/api.h"
#include "shared/model/result.h"
#include "shared/sync/qt/connection.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <string>

class QObject;

namespace atrium::sync {

class Api;

/// Exchanges the administrator's code for this device's token and stores it, and the fingerprint that is
/// pinned, in the connection's files (mode 0600) before the handler runs. The transport that `api` uses must
/// have the server's fingerprint pinned by then.
void enrol(Api& api, const std::string& code, const std::string& appVersion, const Connection& connection,
           QObject* context, std::function<void(model::Result<model::EnrolResponse>)> handler);

/// First line of the file; ErrorCode::notFound when there is none, ErrorCode::forbidden when others may read
/// it.
[[nodiscard]] model::Result<QByteArray> readToken(const QString& tokenFile);
/// Writes whole or not at all, mode 0600.
[[nodiscard]] model::Result<void> writeToken(const QString& tokenFile, const QByteArray& token);

} // namespace atrium::sync
