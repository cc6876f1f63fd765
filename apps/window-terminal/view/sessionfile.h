// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the session of the person signed in over a crash of the program.
#pragma once

#include "shared/model/api.h"

#include <QString>

#include <chrono>
#include <optional>

namespace atrium::windowterminal {

/// One file, readable by its owner alone (0600), in the terminal's data folder. Nothing but what the server
/// answered at sign-in: token, public card, window and expiry. Its time of change says when the program was
/// last alive: whoever stands there much later may be somebody else.
class SessionFile {
public:
    explicit SessionFile(QString path) : m_path(std::move(path)) {}

    /// How long after the program's last sign of life nobody is asked for the password.
    static constexpr std::chrono::minutes kResumable{5};

    /// Whether there is a file, whatever is in it.
    [[nodiscard]] bool exists() const;
    /// The session, unless there is none, it cannot be read, it has expired by then, or the program's last
    /// sign of life is older than kResumable (or in the future: the clock was set).
    [[nodiscard]] std::optional<model::SessionView> read(model::Instant now) const;
    /// A sign of life.
    void touch() const;
    /// False when it could not be written; the person then signs in again after a restart.
    bool write(const model::SessionView& session) const;
    void remove() const;

private:
    QString m_path;
};

} // namespace atrium::windowterminal
