// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/reasonpanel.h"

#include "apps/window-terminal/pages/panelkeys.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kReasonColumns = 3;
constexpr int kLongestReason = 100;

} // namespace

ReasonPanel::ReasonPanel(Question question, QWidget* parent)
    : QWidget(parent), m_question(std::move(question)) {
    setAccessibleName(m_question.title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(12);
    auto* title = new QLabel(m_question.title);
    ui::setKind(*title, u"section"_s);
    auto* explanation = new QLabel(m_question.explanation);
    explanation->setWordWrap(true);
    ui::setKind(*explanation, u"hint"_s);
    column->addWidget(title);
    column->addWidget(explanation);

    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    for (int i = 0; i < m_question.reasons.size(); ++i) {
        const QString reason = m_question.reasons.at(i);
        auto* button = new QPushButton(u"%1  %2"_s.arg(i + 1).arg(Reasons::shown(reason)));
        button->setObjectName(u"%1-reason-%2"_s.arg(m_question.name).arg(i + 1));
        button->setMinimumHeight(52);
        connect(button, &QPushButton::clicked, this, [this, reason] { Q_EMIT given(reason); });
        grid->addWidget(button, i / kReasonColumns, i % kReasonColumns);
        m_buttons.append(button);
    }
    column->addLayout(grid);

    auto* row = new QHBoxLayout;
    if (m_question.ownWords) {
        m_own = new QLineEdit;
        m_own->setObjectName(m_question.name + u"-reason-text"_s);
        m_own->setPlaceholderText(tr("其他原因"));
        m_own->setAccessibleName(tr("其他原因"));
        m_own->setMaxLength(kLongestReason);
        auto* confirm = new QPushButton(m_question.confirm);
        confirm->setObjectName(m_question.name + u"-confirm"_s);
        confirm->setEnabled(false);
        ui::setKind(*confirm, u"primary"_s);
        connect(m_own, &QLineEdit::textChanged, confirm,
                [confirm](const QString& words) { confirm->setEnabled(!words.trimmed().isEmpty()); });
        connect(m_own, &QLineEdit::returnPressed, this, &ReasonPanel::giveOwn);
        connect(confirm, &QPushButton::clicked, this, &ReasonPanel::giveOwn);
        row->addWidget(m_own, 1);
        row->addWidget(confirm);
    } else {
        row->addStretch();
    }
    auto* back = new QPushButton(tr("返回（Esc）"));
    back->setObjectName(m_question.name + u"-back"_s);
    connect(back, &QPushButton::clicked, this, &ReasonPanel::closed);
    row->addWidget(back);
    column->addLayout(row);
    column->addStretch();
}

void ReasonPanel::begin() {
    if (m_own != nullptr)
        m_own->clear();
    if (!m_buttons.isEmpty())
        m_buttons.first()->setFocus(Qt::ShortcutFocusReason);
}

void ReasonPanel::giveOwn() {
    const QString words = m_own->text().trimmed();
    if (!words.isEmpty())
        Q_EMIT given(words);
}

void ReasonPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT closed();
    if (pressFocused(*event, *this))
        return;
    // Digits reach this only when no field is being written into.
    const int number = event->key() - Qt::Key_0;
    if (number >= 1 && number <= m_buttons.size() && !event->isAutoRepeat())
        return Q_EMIT given(m_question.reasons.at(number - 1));
    QWidget::keyPressEvent(event);
}

} // namespace atrium::windowterminal
