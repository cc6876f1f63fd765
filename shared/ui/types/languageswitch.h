// SPDX-License-Identifier: GPL-3.0-or-later
// Changes the language of all texts while the program runs.
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QQmlEngine;
class QTranslator;
QT_END_NAMESPACE

namespace atrium::ui {

/// Follows Theme::language: installs or removes translators and lets the QML engine evaluate its texts again.
/// Widgets get QEvent::LanguageChange from Qt itself. Texts in the source are Chinese, so "zh_CN" needs no
/// file of ours; Qt's own Chinese comes from where Qt is installed (package qt6-translations-l10n). GUI
/// thread only; must not outlive the application object.
class LanguageSwitch : public QObject {
    Q_OBJECT
public:
    /// `engine` may be null (Widgets only). The module's own catalogue "ui" is always there.
    explicit LanguageSwitch(QQmlEngine* engine = nullptr, QObject* parent = nullptr);
    ~LanguageSwitch() override;

    /// Adds the catalogue :/i18n/<name>_<language>.qm of an app, e.g. "kiosk".
    void addCatalogue(const QString& name);
    /// Catalogues of the present language that have no file; empty in Chinese.
    QStringList missing() const { return m_missing; }

private:
    void load(const QString& language);

    QPointer<QQmlEngine> m_engine;
    QStringList m_catalogues;
    QStringList m_missing;
    std::vector<std::unique_ptr<QTranslator>> m_installed;
};

} // namespace atrium::ui
