// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/widgets/undobar.h"

#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

UndoBar::UndoBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_action(new QPushButton(this)) {
    setKind(*this, u"card"_s);
    setKind(*m_action, u"tinted"_s);
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 10, 12, 10);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &UndoBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT undo();
    });
    hide();
}

void UndoBar::showMessage(const QString& message, const QString& action, int milliseconds) {
    m_text->setText(message);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(message);
    show();
    raise();
    if (milliseconds > 0) {
        m_timer.start(milliseconds);
    } else {
        m_timer.stop();
    }
}

void UndoBar::dismiss() {
    m_timer.stop();
    if (isHidden()) {
        return;
    }
    hide();
    Q_EMIT dismissed();
}

} // namespace atrium::ui
