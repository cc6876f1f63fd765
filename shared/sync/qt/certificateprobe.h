// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a server's certificate before anything is told to that server.
#pragma once

#include "shared/sync/qt/connection.h"

#include <QByteArray>

#include <functional>

class QObject;

namespace atrium::sync {

struct CertificateSight {
    QByteArray fingerprint; ///< SHA-256 in hex, 64 digits; empty: no TLS server answered
    bool known = false;     ///< an authority that this device trusts speaks for it
};

/// Shakes hands with the server of an https address, takes its certificate and hangs up; no byte of a request
/// is sent. The handler is called once, within ten seconds, unless context is destroyed before. GUI thread.
void probeCertificate(const Connection& connection, QObject* context,
                      std::function<void(const CertificateSight&)> handler);

} // namespace atrium::sync
