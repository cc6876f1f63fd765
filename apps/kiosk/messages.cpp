// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/messages.h"

#include "apps/kiosk/sentences.h"
#include "shared/ui/tokens/theme.h"

#include <utility>

namespace atrium::kiosk {

Messages::Messages(QObject* parent) : QObject(parent) {
    // Queued: the translators of the new language are installed by another receiver of the same signal.
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &Messages::changed,
            Qt::QueuedConnection);
}

void Messages::begin(Cause cause) {
    m_cause = cause;
    m_resolved = false;
}

void Messages::resolve(Cause cause, Sentence happened, Sentence whatToDo) {
    if (m_cause != cause || m_resolved)
        return;
    m_resolved = true;
    m_happened = std::move(happened);
    m_stillWorks = std::move(whatToDo);
    Q_EMIT changed();
}

void Messages::connectionIsBack() {
    resolve(
        Cause::connection, [] { return tr("与服务器的连接已经恢复。"); },
        [] { return tr("请返回再试一次。"); });
}

void Messages::printerIsBack() {
    resolve(
        Cause::printer, [] { return tr("打印机已经恢复。"); },
        [] { return tr("请返回，再点一次要办的业务。"); });
}

void Messages::showError(model::ErrorCode why) {
    begin(why == model::ErrorCode::unavailable ? Cause::connection : Cause::other);
    m_happened = [why] { return sentenceOf(why); };
    m_stillWorks = [why] { return remedyOf(why); };
    Q_EMIT changed();
}

void Messages::showInvalid() {
    begin(Cause::other);
    m_happened = [] { return tr("这个号没有登记成功，号单无效。"); };
    m_stillWorks = [] { return tr("请重新取号，或拿着号单到服务台，工作人员会帮您。"); };
    Q_EMIT changed();
}

void Messages::showNoPaper(devices::DeviceState printer) {
    begin(Cause::printer);
    m_happened = [printer] { return sentenceOf(printer); };
    m_stillWorks = [] { return tr("号码可以显示在屏幕上，用手机扫码或拍照保存，同样有效。"); };
    Q_EMIT changed();
}

void Messages::setNotice(Sentence notice) {
    m_notice = std::move(notice);
    Q_EMIT changed();
}

} // namespace atrium::kiosk
