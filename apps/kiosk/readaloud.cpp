// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/readaloud.h"

#include "shared/devices/drivers/deviceregistry.h"
#include "shared/rules/speech/speech.h"
#include "shared/ui/appkit/voice.h"

#include <QLoggingCategory>
#include <QStringList>

#include <algorithm>

Q_LOGGING_CATEGORY(lcReadAloud, "atrium.kiosk.readaloud")

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

void collect(const QQuickItem* item, QStringList& texts) {
    if (!item->isVisible() || item->objectName() == u"keyboard"_s)
        return;
    if (item->inherits("QQuickText")) {
        const QString text = item->property("text").toString().trimmed();
        if (text.size() > 1 || (text.size() == 1 && text.front().isDigit()))
            texts.append(text);
    }
    // Rows of a list stand in the order of their making, not of the page.
    auto children = item->childItems();
    if (item->inherits("QQuickItem") && item->parentItem() != nullptr &&
        item->parentItem()->inherits("QQuickFlickable"))
        std::stable_sort(children.begin(), children.end(),
                         [](const auto* left, const auto* right) { return left->y() < right->y(); });
    for (const QQuickItem* child : std::as_const(children))
        collect(child, texts);
}

} // namespace

ReadAloud::ReadAloud(QObject* parent) : QObject(parent) {}

ReadAloud::~ReadAloud() = default;

void ReadAloud::expect() {
    m_expected = true;
    Q_EMIT availableChanged();
}

void ReadAloud::giveUp() {
    m_expected = false;
    m_asked = false;
    Q_EMIT availableChanged();
}

void ReadAloud::start(const QString& config) {
    auto made = devices::makeSpeaker(config);
    if (made.device == nullptr) {
        qCWarning(lcReadAloud, "%s", qPrintable(made.error));
        return giveUp();
    }
    // A speaker that is not there would be a key that does nothing.
    if (config == u"none"_s)
        return giveUp();
    start(std::move(made.device));
}

void ReadAloud::start(std::unique_ptr<devices::Speaker> speaker) {
    m_speaker = std::move(speaker);
    connect(m_speaker.get(), &devices::Speaker::finished, this, [this](quint64 job) {
        if (job != m_job)
            return;
        m_job = 0;
        Q_EMIT speakingChanged();
    });
    m_speaker->start();
    Q_EMIT availableChanged();
    if (std::exchange(m_asked, false))
        readPage();
}

QString ReadAloud::textOf(const QQuickItem* page) {
    QStringList texts;
    if (page != nullptr)
        collect(page, texts);
    return texts.join(u"。\n"_s);
}

void ReadAloud::readPage() {
    stop();
    m_asked = m_speaker == nullptr;
    if (m_speaker == nullptr || m_page == nullptr)
        return;
    const auto segments = ui::toVoice(speech::readAloud(textOf(m_page).toStdString()));
    if (segments.empty())
        return;
    m_job = m_speaker->say(segments);
    Q_EMIT speakingChanged();
}

void ReadAloud::stop() {
    m_asked = false;
    if (m_job == 0)
        return;
    const quint64 job = std::exchange(m_job, 0);
    m_speaker->cancel(job);
    Q_EMIT speakingChanged();
}

void ReadAloud::toggle() {
    if (speaking())
        stop();
    else
        readPage();
}

} // namespace atrium::kiosk
