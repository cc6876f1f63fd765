// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/scanpanel.h"

#include "apps/window-terminal/pages/elidedlabel.h"
#include "apps/window-terminal/pages/panelkeys.h"
#include "apps/window-terminal/view/words.h"
#include "shared/sync/qt/replica.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

ScanPanel::ScanPanel(sync::Replica& replica, QWidget* parent)
    : QWidget(parent), m_replica(replica), m_title(new QLabel), m_item(new ElidedLabel), m_holder(new QLabel),
      m_state(new QLabel), m_windows(new QLabel), m_back(new QPushButton(tr("返回（Esc）"))) {
    setAccessibleName(tr("扫描结果"));
    m_title->setObjectName(u"scan-number"_s);
    m_holder->setObjectName(u"scan-holder"_s);
    m_back->setObjectName(u"scan-back"_s);
    ui::setKind(*m_title, u"title"_s);
    m_windows->setWordWrap(true);
    auto* caption = new QLabel(tr("扫描到的号码"));
    ui::setKind(*caption, u"section"_s);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    form->addRow(tr("事项"), m_item);
    form->addRow(tr("办事人"), m_holder);
    form->addRow(tr("状态"), m_state);
    form->addRow(tr("办理窗口"), m_windows);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(12);
    column->addWidget(caption);
    column->addWidget(m_title);
    column->addLayout(form);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_back, &QPushButton::clicked, this, &ScanPanel::closed);
}

void ScanPanel::show(const model::TicketView& view) {
    const auto* item = m_replica.peek<model::ServiceItem>(view.ticket.itemId);
    m_title->setText(text(view.ticket.number));
    m_item->setFullText(item == nullptr ? QString() : inLanguage(item->name, item->nameEn));
    m_holder->setText(view.holderName.empty() ? tr("未登记证件")
                                              : text(view.holderName) + u"    "_s + text(view.holderNumber));
    QString state = Words::ticketState(view.ticket.state);
    if (view.ticket.state == model::TicketState::waiting)
        state += u" · "_s + tr("前面 %n 人", nullptr, view.peopleAhead);
    m_state->setText(state);
    QStringList windows;
    for (const int number : view.windowNumbers)
        windows.append(QString::number(number));
    m_windows->setText(windows.isEmpty() ? u"—"_s : windows.join(tr("、")));
    m_back->setFocus();
}

void ScanPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT closed();
    if (pressFocused(*event, *this))
        return;
    QWidget::keyPressEvent(event);
}

} // namespace atrium::windowterminal
