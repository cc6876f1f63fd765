// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that a hall keeps in two languages, in the one that this screen shows now.
#pragma once

#include <QString>

#include <string>

namespace atrium::ui {

/// Whether Theme's language is English. GUI thread.
[[nodiscard]] bool isEnglish();

/// The text in Theme's language; the Chinese one where the English is empty. UTF-8 in. GUI thread.
[[nodiscard]] QString inLanguage(const std::string& chinese, const std::string& english);

/// A text of a guide that is kept in Chinese only: the words that stand in most guides (原件, 复印件, 电子件,
/// 不收费) in Theme's language, any other as it is. UTF-8 in. GUI thread.
[[nodiscard]] QString usualWord(const std::string& chinese);

} // namespace atrium::ui
