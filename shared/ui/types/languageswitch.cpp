// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/languageswitch.h"

#include "shared/ui/tokens/theme.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QQmlEngine>
#include <QTranslator>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kSourceLanguage = u"zh_CN"_s;

} // namespace

LanguageSwitch::LanguageSwitch(QQmlEngine* engine, QObject* parent)
    : QObject(parent), m_engine(engine), m_catalogues{u"ui"_s} {
    connect(&Theme::instance(), &Theme::languageChanged, this, &LanguageSwitch::load);
    load(Theme::instance().language());
}

LanguageSwitch::~LanguageSwitch() = default;

void LanguageSwitch::addCatalogue(const QString& name) {
    if (m_catalogues.contains(name)) {
        return;
    }
    m_catalogues.append(name);
    load(Theme::instance().language());
}

void LanguageSwitch::load(const QString& language) {
    m_missing.clear();
    m_installed.clear(); // a translator that is destroyed removes itself
    QLocale::setDefault(QLocale(language));
    // What Qt itself writes, a file dialog for example; first, so that our own words go before it. Its source
    // is English.
    auto own = std::make_unique<QTranslator>();
    if (language == kSourceLanguage &&
        own->load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(own.get());
        m_installed.push_back(std::move(own));
    }
    if (language != kSourceLanguage) {
        for (const QString& name : std::as_const(m_catalogues)) {
            auto translator = std::make_unique<QTranslator>();
            if (!translator->load(u":/i18n/%1_%2.qm"_s.arg(name, language))) {
                m_missing.append(name);
                continue;
            }
            QCoreApplication::installTranslator(translator.get());
            m_installed.push_back(std::move(translator));
        }
    }
    if (m_engine) {
        m_engine->setUiLanguage(language);
        m_engine->retranslate();
    }
}

} // namespace atrium::ui
