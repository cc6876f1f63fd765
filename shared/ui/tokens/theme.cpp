// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/tokens/theme.h"

#include "shared/ui/icons/iconprovider.h"

#include <QJSEngine>
#include <QQmlEngine>

#include <algorithm>
#include <cmath>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

Theme::Theme() : m_language(u"zh_CN"_s) {}

Theme& Theme::instance() {
    static Theme theme;
    return theme;
}

Theme* Theme::create(QQmlEngine* engine, QJSEngine* scriptEngine) {
    Theme* theme = &instance();
    QJSEngine::setObjectOwnership(theme, QJSEngine::CppOwnership);
    IconProvider::addTo(*engine);
    theme->m_script = scriptEngine->newQObject(theme);
    return theme;
}

void Theme::setTheme(Name name) {
    if (m_theme == name) {
        return;
    }
    m_theme = name;
    Q_EMIT changed();
}

void Theme::setScale(qreal scale) {
    const qreal bounded = std::clamp(scale, 0.25, 4.0);
    if (qFuzzyCompare(m_scale, bounded)) {
        return;
    }
    m_scale = bounded;
    Q_EMIT changed();
}

void Theme::setLargeType(bool on) {
    if (m_largeType == on) {
        return;
    }
    m_largeType = on;
    Q_EMIT changed();
}

void Theme::setLowReach(bool on) {
    if (m_lowReach == on) {
        return;
    }
    m_lowReach = on;
    Q_EMIT changed();
}

bool Theme::dark() const {
    return m_theme == Night;
}

void Theme::setLanguage(const QString& language) {
    if (m_language == language) {
        return;
    }
    m_language = language;
    Q_EMIT languageChanged(language);
}

QString Theme::fontFamily() const {
    return QString::fromUtf8(kFontFamily.data(), static_cast<qsizetype>(kFontFamily.size()));
}

QString Theme::iconBase() const {
    return IconProvider::urlBase();
}

void Theme::fitTo(int width, int height, int referenceSide) {
    const int shorter = std::min(width, height);
    if (shorter > 0 && referenceSide > 0) {
        setScale(static_cast<qreal>(shorter) / referenceSide);
    }
}

int Theme::px(qreal designPixels) const {
    // A binding depends on the properties that are read while it is evaluated, and on no method: so the
    // method reads one, by way of the engine. Every size changes with the same signal.
    if (m_script.isObject())
        (void)m_script.property(u"scale"_s);
    return designPixels > 0 ? std::max(1, qRound(designPixels * m_scale)) : qRound(designPixels * m_scale);
}

int Theme::typePx(qreal designPixels) const {
    return px(m_largeType ? designPixels * kLargeTypeFactor : designPixels);
}

int Theme::deskType(int size) const {
    return m_largeType ? qRound(size * kLargeTypeFactor) : size;
}

QColor Theme::colour(Rgb Palette::*token) const {
    return QColor::fromRgb(palette(static_cast<ThemeId>(m_theme)).*token);
}

} // namespace atrium::ui
