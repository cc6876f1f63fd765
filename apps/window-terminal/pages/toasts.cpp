// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/toasts.h"

#include "shared/ui/widgets/undobar.h"

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMessageTime = 8000;
constexpr int kToastWidth = 560;
constexpr int kToastMargin = 28;
constexpr int kToastGap = 10;

} // namespace

Toasts::Toasts(QWidget& host)
    : QObject(&host), m_host(host), m_undo(new ui::UndoBar(&host)), m_message(new ui::UndoBar(&host)) {
    m_undo->setObjectName(u"undo-toast"_s);
    m_message->setObjectName(u"message-toast"_s);
    // It offers nothing to press: what it lies on can be pressed through it.
    m_message->setAttribute(Qt::WA_TransparentForMouseEvents);
    for (auto* toast : {m_undo, m_message})
        connect(toast, &ui::UndoBar::dismissed, this, &Toasts::dismissed);
    connect(m_undo, &ui::UndoBar::undo, this, &Toasts::undo);
}

void Toasts::say(const QString& sentence) {
    m_message->showMessage(sentence, {}, kMessageTime);
}

void Toasts::offerUndo(const QString& sentence, int seconds) {
    m_undo->showMessage(sentence, tr("撤销 Ctrl+Z"), seconds * 1000);
}

void Toasts::withdrawUndo() {
    m_undo->dismiss();
}

void Toasts::withdrawMessage() {
    m_message->dismiss();
}

void Toasts::dismiss() {
    m_message->dismiss();
    m_undo->dismiss();
}

int Toasts::heightInBar() const {
    int height = 0;
    for (const auto* toast : {m_undo, m_message})
        if (!toast->isHidden())
            height += toast->sizeHint().height() + kToastGap;
    return height;
}

void Toasts::place(ToastPlace where) {
    const int width = m_host.width();
    if (where == ToastPlace::barFoot) {
        int top = kToastGap;
        for (auto* toast : {m_undo, m_message}) {
            if (toast->isHidden())
                continue;
            toast->setGeometry((width - kToastWidth) / 2, top, kToastWidth, toast->sizeHint().height());
            top += toast->height() + kToastGap;
        }
        return;
    }
    const int wide = qMin(kToastWidth, width - 2 * kToastMargin);
    const auto high = [wide](const ui::UndoBar& toast) {
        return qMax(toast.sizeHint().height(), toast.heightForWidth(wide));
    };
    if (where == ToastPlace::head) {
        m_message->setGeometry((width - wide) / 2, kToastGap, wide, high(*m_message));
        return;
    }
    int bottom = m_host.height() - (where == ToastPlace::bar ? kToastGap : kToastMargin);
    for (auto* toast : {m_undo, m_message}) {
        if (toast->isHidden())
            continue;
        toast->setGeometry((width - wide) / 2, bottom - high(*toast), wide, high(*toast));
        bottom -= high(*toast) + kToastGap;
    }
}

} // namespace atrium::windowterminal
