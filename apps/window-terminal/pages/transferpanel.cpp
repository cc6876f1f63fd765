// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/transferpanel.h"

#include "apps/window-terminal/pages/itempicker.h"
#include "apps/window-terminal/pages/panelkeys.h"
#include "apps/window-terminal/view/windowdesk.h"
#include "apps/window-terminal/view/words.h"
#include "shared/sync/qt/replica.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kButtonWidth = 150;

QLabel* heading(const QString& words) {
    auto* label = new QLabel(words);
    ui::setKind(*label, u"section"_s);
    return label;
}

} // namespace

TransferPanel::TransferPanel(WindowDesk& desk, sync::Replica& replica, ItemSearch& search, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_replica(replica),
      m_items(new ItemPicker(search, replica, u"transfer"_s)), m_windows(nullptr), m_noWindow(new QLabel),
      m_return(new QCheckBox(tr("办完后转回本窗口"))), m_reason(new QLineEdit), m_summary(new QLabel),
      m_confirm(new QPushButton(tr("转号"))) {
    setAccessibleName(tr("转号"));
    m_return->setObjectName(u"transfer-return"_s);
    m_reason->setObjectName(u"transfer-reason"_s);
    m_reason->setPlaceholderText(tr("说明（可不填）"));
    m_reason->setAccessibleName(tr("转号说明"));
    m_reason->setMaxLength(100);
    m_confirm->setObjectName(u"transfer-confirm"_s);
    ui::setKind(*m_confirm, u"primary"_s);
    ui::setKind(*m_summary, u"hint"_s);
    m_summary->setWordWrap(true);
    auto* back = new QPushButton(tr("返回（Esc）"));
    back->setObjectName(u"transfer-back"_s);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(8);
    grid->addWidget(heading(tr("转到事项")), 0, 0);
    grid->addWidget(heading(tr("转到窗口")), 0, 1);
    grid->addWidget(m_items, 1, 0);
    grid->addWidget(makeWindows(), 1, 1);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_return);
    row->addWidget(m_reason, 1);
    row->addWidget(m_confirm);
    row->addWidget(back);
    grid->addWidget(m_summary, 2, 0, 1, 2);
    grid->addLayout(row, 3, 0, 1, 2);

    connect(m_items, &ItemPicker::chosenChanged, this, &TransferPanel::listWindows);
    connect(m_confirm, &QPushButton::clicked, this, &TransferPanel::give);
    connect(m_reason, &QLineEdit::returnPressed, this, &TransferPanel::give);
    connect(back, &QPushButton::clicked, this, &TransferPanel::closed);
}

QWidget* TransferPanel::makeWindows() {
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setStyleSheet(u"QScrollArea { background: transparent; }"_s);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 8, 0);
    m_windows = new QGridLayout;
    m_windows->setSpacing(6);
    m_noWindow->setText(tr("没有其他窗口办理该事项"));
    m_noWindow->setWordWrap(true);
    ui::setKind(*m_noWindow, u"hint"_s);
    column->addWidget(m_noWindow);
    column->addLayout(m_windows);
    column->addStretch();
    area->setWidget(page);
    page->setAutoFillBackground(false); // setWidget() turned it on
    area->viewport()->setAutoFillBackground(false);
    return area;
}

void TransferPanel::begin() {
    m_window.reset();
    m_return->setChecked(false);
    m_reason->clear();
    const auto* item = m_replica.peek<model::ServiceItem>(this->item());
    m_items->reset(item == nullptr ? std::nullopt : std::optional(item->departmentId));
    listWindows();
    m_items->field().setFocus(Qt::ShortcutFocusReason);
}

model::ServiceItemId TransferPanel::item() const {
    if (m_items->chosen())
        return *m_items->chosen();
    const auto& current = m_desk.queue().current;
    return current ? current->ticket.itemId : model::ServiceItemId();
}

void TransferPanel::listWindows() {
    qDeleteAll(std::exchange(m_windowButtons, {})); // at once: a name must not be there twice
    const auto* here = m_desk.window();
    const auto wanted = item();
    std::vector<const model::Window*> windows;
    for (const auto& window : m_replica.all<model::Window>()) {
        const bool serves =
            std::find(window.itemIds.begin(), window.itemIds.end(), wanted) != window.itemIds.end();
        if (serves && window.active && (here == nullptr || window.id != here->id))
            windows.push_back(&window);
    }
    std::sort(windows.begin(), windows.end(),
              [](const auto* a, const auto* b) { return a->number < b->number; });
    const int columns = std::max(1, width() / 2 / kButtonWidth);
    bool kept = false;
    for (const auto* window : windows) {
        const auto* status = m_replica.peek<model::WindowStatus>(model::RecordId(window->id.value));
        const bool open = status != nullptr && status->state != model::WindowState::closed;
        auto* button = new QPushButton(tr("%1 号").arg(window->number) + (open ? QString() : tr("（未开）")));
        button->setObjectName(u"transfer-window-"_s + text(window->id.value));
        button->setToolTip(inLanguage(window->name, window->nameEn) + u" · "_s +
                           (status == nullptr ? tr("窗口未开启") : Words::windowState(status->state)));
        button->setAccessibleName(button->text() + u' ' + inLanguage(window->name, window->nameEn));
        button->setCheckable(true);
        button->setChecked(m_window == window->id);
        kept = kept || m_window == window->id;
        const auto id = window->id;
        connect(button, &QPushButton::clicked, this, [this, id] { chooseWindow(id); });
        const int at = static_cast<int>(m_windowButtons.size());
        m_windows->addWidget(button, at / columns, at % columns);
        m_windowButtons.append(button);
    }
    m_noWindow->setVisible(windows.empty());
    if (!kept)
        m_window.reset();
    say();
}

void TransferPanel::chooseWindow(const model::WindowId& id) {
    m_window = m_window == id ? std::nullopt : std::optional(id);
    for (auto* button : std::as_const(m_windowButtons))
        button->setChecked(m_window && button->objectName() == u"transfer-window-"_s + text(m_window->value));
    say();
}

void TransferPanel::say() {
    const auto* chosen = m_replica.peek<model::ServiceItem>(item());
    const auto* window = m_window ? m_replica.peek<model::Window>(*m_window) : nullptr;
    const bool any = m_items->chosen() || m_window;
    m_confirm->setEnabled(any);
    if (!any || chosen == nullptr)
        return m_summary->setText(tr("选择事项、窗口或两者。号码保留原来的到达时间。"));
    const QString name = inLanguage(chosen->name, chosen->nameEn);
    m_summary->setText(window == nullptr ? tr("转到“%1”的队列，由任一办理窗口呼叫。").arg(name)
                                         : tr("按“%1”转给 %2 号窗口。").arg(name).arg(window->number));
}

void TransferPanel::give() {
    if (!m_confirm->isEnabled())
        return;
    model::WindowRequest request;
    request.itemId = m_items->chosen();
    request.toWindowId = m_window;
    request.withReturn = m_return->isChecked();
    request.reason = m_reason->text().trimmed().toStdString();
    Q_EMIT given(request);
}

void TransferPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT closed();
    if (pressFocused(*event, *this))
        return;
    QWidget::keyPressEvent(event);
}

} // namespace atrium::windowterminal
