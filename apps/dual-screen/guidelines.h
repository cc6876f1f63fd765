// SPDX-License-Identifier: GPL-3.0-or-later
// An item's guide as the lines of a page that a citizen reads at a window.
#pragma once

#include "shared/model/serviceitem.h"

#include <QCoreApplication>
#include <QVariantList>

namespace atrium::dualscreen {

/// Each line is a map: "text", "hint" (small, may be empty) and "section" (a heading). In Theme's language as
/// far as the hall has it: materials and conditions are kept in Chinese only. GUI thread.
class GuideLines {
    Q_DECLARE_TR_FUNCTIONS(atrium::dualscreen::GuideLines)
public:
    [[nodiscard]] static QVariantList materials(const model::ServiceItem& item);
    /// Conditions, time limits and fee.
    [[nodiscard]] static QVariantList facts(const model::ServiceItem& item);
};

} // namespace atrium::dualscreen
