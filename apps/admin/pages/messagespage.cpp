// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/messagespage.h"

#include "apps/admin/pages/messagewords.h"
#include "shared/model/reflect.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/halltime.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMessagesMargin = 30;
constexpr int kMessagesGap = 16;
constexpr int kMessagesFilterWidth = 260;
constexpr int kTextColumn = 5;
constexpr std::chrono::milliseconds kMessagesGather{500};
constexpr int kAllStates = -1;

} // namespace

MessagesPage::MessagesPage(sync::HallClient& client, QWidget* parent)
    : QWidget(parent), m_client(client), m_words(new QLabel(this)), m_state(new QComboBox(this)),
      m_filter(new QLineEdit(this)), m_table(new QTableWidget(this)) {
    new QVBoxLayout(this);
    layout()->setContentsMargins(kMessagesMargin, kMessagesGap, kMessagesMargin, kMessagesGap);
    layout()->setSpacing(kMessagesGap);
    buildHead();
    buildTable();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kMessagesGather);
    connect(&m_soon, &QTimer::timeout, this, &MessagesPage::fill);
    connect(&m_client.replica(), &sync::Replica::batchApplied, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &MessagesPage::filter);
    connect(m_state, &QComboBox::activated, this, &MessagesPage::filter);
    fill();
}

void MessagesPage::buildHead() {
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("短信"), this);
    ui::setKind(*title, u"title"_s);
    ui::setKind(*m_words, u"hint"_s);
    m_words->setObjectName(u"messages-words"_s);
    m_state->setObjectName(u"messages-state"_s);
    m_state->setAccessibleName(tr("状态"));
    m_state->setSizeAdjustPolicy(QComboBox::AdjustToContents); // the states come later
    m_filter->setObjectName(u"filter"_s);
    m_filter->setPlaceholderText(tr("按号码、种类、原因筛选"));
    m_filter->setAccessibleName(tr("筛选"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(kMessagesFilterWidth);
    head->addWidget(title);
    head->addSpacing(kMessagesGap);
    head->addWidget(m_words, 1, Qt::AlignBottom);
    head->addWidget(m_state);
    head->addWidget(m_filter);
    static_cast<QVBoxLayout*>(layout())->addLayout(head);
}

void MessagesPage::buildTable() {
    const QStringList titles{tr("时间"), tr("号码"), tr("种类"), tr("状态"),
                             tr("原因"), tr("内容"), tr("条数")};
    m_table->setColumnCount(static_cast<int>(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->setObjectName(u"record-list"_s);
    m_table->setAccessibleName(tr("今天的短信"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->setVisible(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(kTextColumn, QHeaderView::Stretch);
    auto* card = new ui::CardFrame({}, {}, this);
    card->body().addWidget(m_table);
    static_cast<QVBoxLayout*>(layout())->addWidget(card, 1);
}

void MessagesPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fill();
}

QStringList MessagesPage::textsOf(const model::Message& message) const {
    const auto* ticket = m_client.replica().peek<model::Ticket>(message.ticketId);
    return {ui::hallTime(m_client.replica(), message.createdAt).toString(u"HH:mm:ss"_s),
            ticket == nullptr ? QString() : QString::fromStdString(ticket->number),
            messageKindWord(message.kind),
            messageStateWord(message.state),
            messageCauseWord(message),
            QString::fromStdString(message.text),
            QString::number(message.parts)};
}

void MessagesPage::fill() {
    m_messages = m_client.replica().all<model::Message>();
    std::sort(m_messages.begin(), m_messages.end(), [](const model::Message& a, const model::Message& b) {
        return std::tie(b.createdAt, b.id) < std::tie(a.createdAt, a.id);
    });
    m_table->setRowCount(static_cast<int>(m_messages.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QStringList texts = textsOf(m_messages[static_cast<std::size_t>(row)]);
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setToolTip(texts[column]);
            m_table->setItem(row, column, item);
        }
    }
    fillStates();
    filter();
}

void MessagesPage::fillStates() {
    if (m_state->view()->isVisible())
        return; // somebody is choosing
    std::map<model::MessageState, int> counts;
    for (const auto& message : m_messages)
        ++counts[message.state];
    const QVariant chosen = m_state->currentData();
    m_state->clear();
    m_state->addItem(tr("全部状态"), kAllStates);
    QStringList words;
    for (const auto& [state, count] : counts) {
        const QString line = u"%1 %2"_s.arg(messageStateWord(state)).arg(count);
        m_state->addItem(line, static_cast<int>(state));
        words.append(line);
    }
    m_state->setCurrentIndex(std::max(0, chosen.isValid() ? m_state->findData(chosen) : 0));
    m_words->setText(words.isEmpty() ? tr("今天还没有短信") : words.join(u" · "_s));
}

void MessagesPage::filter() {
    const QString text = m_filter->text().trimmed();
    const int state = m_state->currentData().toInt();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        bool fits = text.isEmpty();
        for (int column = 0; column < m_table->columnCount() && !fits; ++column)
            fits = m_table->item(row, column)->text().contains(text, Qt::CaseInsensitive);
        const auto& message = m_messages[static_cast<std::size_t>(row)];
        m_table->setRowHidden(row,
                              !fits || (state != kAllStates && static_cast<int>(message.state) != state));
    }
}

QVariantMap MessagesPage::describe() const {
    return {{u"count"_s, m_table->rowCount()}, {u"words"_s, m_words->text()}};
}

} // namespace atrium::admin
