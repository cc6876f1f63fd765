// SPDX-License-Identifier: GPL-3.0-or-later
// What a citizen may have liked or disliked, and why a window pauses: the hall's words and their
// translations.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <span>
#include <string>

namespace atrium::dualscreen {

/// Source texts are Chinese, UTF-8: what the server stores, whatever language the citizen reads. GUI thread.
class Reasons {
    Q_DECLARE_TR_FUNCTIONS(atrium::dualscreen::Reasons)
public:
    /// Reasons that fit a grade (after the practice of GB/T 39735); none for 0.
    [[nodiscard]] static std::span<const char* const> ofGrade(int grade);
    /// The same in the present language, in the same order.
    [[nodiscard]] static QStringList shownOfGrade(int grade);
    /// The reasons that the window terminal offers in the present language, any other as it was written.
    [[nodiscard]] static QString shownPause(const std::string& source);
};

} // namespace atrium::dualscreen
