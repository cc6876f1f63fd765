// SPDX-License-Identifier: GPL-3.0-or-later
// How good the waits were that visitors were told today, in one line.
#pragma once

#include "shared/model/waiterrors.h"

#include <QLabel>

#include <optional>

namespace atrium::sync {
class Replica;
}

namespace atrium::admin {

/// GUI thread; the replica, which knows the queues' names, must outlive it.
class WaitErrorLine : public QLabel {
    Q_OBJECT
public:
    explicit WaitErrorLine(const sync::Replica& replica, QWidget* parent = nullptr);

    /// nullopt: not known, and nothing is said. How many were in the interval shown, and the queues
    /// one by one, are in the tooltip.
    void setErrors(const std::optional<model::WaitErrors>& errors);

private:
    const sync::Replica& m_replica;
};

} // namespace atrium::admin
