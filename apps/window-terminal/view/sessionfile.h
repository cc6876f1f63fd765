// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the session of the person signed in over a restart of the program.
#pragma once

#include "shared/model/api.h"

#include <QString>

#include <optional>

namespace atrium::windowterminal {

/// One file, readable by its owner alone (0600), in the terminal's data folder. Nothing but what the server
/// answered at sign-in: token, public card, window and expiry.
class SessionFile {
public:
    explicit SessionFile(QString path) : m_path(std::move(path)) {}

    /// The session, unless there is none, it cannot be read, or it has expired by then.
    [[nodiscard]] std::optional<model::SessionView> read(model::Instant now) const;
    /// False when it could not be written; the person then signs in again after a restart.
    bool write(const model::SessionView& session) const;
    void remove() const;

private:
    QString m_path;
};

} // namespace atrium::windowterminal
