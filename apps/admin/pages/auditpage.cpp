// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/auditpage.h"

#include "apps/admin/account.h"
#include "apps/admin/pages/auditwords.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAuditMargin = 30;
constexpr int kAuditGap = 16;
constexpr int kPage = 100;
constexpr int kFilterWidth = 320;
constexpr std::chrono::milliseconds kAuditGather{800};

} // namespace

AuditPage::AuditPage(sync::HallClient& client, Account& account, QWidget* parent)
    : QWidget(parent), m_client(client), m_account(account), m_filter(new QLineEdit(this)),
      m_table(new QTableWidget(this)), m_words(new QLabel(this)),
      m_older(new QPushButton(tr("更早的记录"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kAuditMargin, kAuditGap, kAuditMargin, kAuditGap);
    column->setSpacing(kAuditGap);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("审计"), this);
    ui::setKind(*title, u"title"_s);
    ui::setKind(*m_words, u"hint"_s);
    m_words->setObjectName(u"audit-words"_s);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setPlaceholderText(tr("按人、事、对象筛选（Ctrl+F）"));
    m_filter->setAccessibleName(tr("筛选"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(kFilterWidth);
    head->addWidget(title);
    head->addSpacing(kAuditGap);
    head->addWidget(m_words, 0, Qt::AlignBottom);
    head->addStretch();
    head->addWidget(m_filter);
    column->addLayout(head);
    const QStringList titles{tr("时间"), tr("谁"), tr("做了什么"), tr("对象"), tr("说明"), tr("序号")};
    m_table->setColumnCount(static_cast<int>(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->setObjectName(u"record-list"_s);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->setVisible(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const int narrow : {0, 5})
        m_table->horizontalHeader()->setSectionResizeMode(narrow, QHeaderView::ResizeToContents);
    auto* card = new ui::CardFrame({}, {}, this);
    card->body().addWidget(m_table);
    card->body().addWidget(m_older, 0, Qt::AlignLeft);
    column->addWidget(card, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAuditGather);
    connect(&m_soon, &QTimer::timeout, this, [this] { fetch(false); });
    connect(&m_client.replica(), &sync::Replica::batchApplied, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &AuditPage::filter);
    connect(m_older, &QPushButton::clicked, this, [this] { fetch(true); });
    auto* find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, qOverload<>(&QWidget::setFocus));
    fill();
}

void AuditPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fetch(false);
}

void AuditPage::fetch(bool older) {
    if (m_asking)
        return;
    if (!m_account.readsAudit()) {
        m_words->setText(tr("只有管理员和巡查员可以看审计记录。"));
        return;
    }
    m_asking = true;
    std::string path = "/audit?limit=" + std::to_string(kPage);
    if (older && !m_entries.empty())
        path += "&before=" + std::to_string(m_entries.back().sequence);
    m_client.api().get<model::AuditPage>(path, this,
                                         [this, older](const model::Result<model::AuditPage>& answer) {
                                             m_asking = false;
                                             taken(answer, older);
                                         });
}

void AuditPage::taken(const model::Result<model::AuditPage>& answer, bool older) {
    if (!answer) {
        m_words->setText(errorWord(answer.error()));
        return;
    }
    if (older) {
        m_end = answer->entries.size() < kPage;
        m_entries.insert(m_entries.end(), answer->entries.begin(), answer->entries.end());
    } else {
        // Only what is newer than the newest known goes on top; older pages stay.
        const std::int64_t newest = m_entries.empty() ? -1 : m_entries.front().sequence;
        std::vector<model::AuditEntry> fresh;
        for (const model::AuditEntry& entry : answer->entries) {
            if (entry.sequence > newest)
                fresh.push_back(entry);
        }
        const bool gap = newest >= 0 && fresh.size() == kPage;
        if (m_entries.empty() || gap) {
            m_entries = answer->entries;
            m_end = answer->entries.size() < kPage;
        } else {
            m_entries.insert(m_entries.begin(), fresh.begin(), fresh.end());
        }
    }
    fill();
}

void AuditPage::fill() {
    m_table->setRowCount(static_cast<int>(m_entries.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const model::AuditEntry& entry = m_entries[static_cast<std::size_t>(row)];
        const QStringList texts{
            QDateTime::fromMSecsSinceEpoch(model::toMillis(entry.at)).toString(u"yyyy-MM-dd HH:mm:ss"_s),
            auditPerson(entry, m_client.replica()),
            auditAction(QString::fromStdString(entry.action)),
            auditSubject(entry, m_client.replica()),
            auditDetail(entry, m_client.replica()),
            QString::number(entry.sequence)};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setToolTip(texts[column]); // a change of several members is longer than its cell
            m_table->setItem(row, column, item);
        }
    }
    m_older->setVisible(!m_end && !m_entries.empty());
    filter();
}

void AuditPage::filter() {
    const QString text = m_filter->text().trimmed();
    int shown = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        bool fits = text.isEmpty();
        for (int column = 0; column < m_table->columnCount() && !fits; ++column)
            fits = m_table->item(row, column)->text().contains(text, Qt::CaseInsensitive);
        m_table->setRowHidden(row, !fits);
        shown += fits ? 1 : 0;
    }
    m_words->setText(m_entries.empty() ? tr("还没有记录")
                     : text.isEmpty()  ? tr("最近 %n 条", nullptr, shown)
                                       : tr("找到 %n 条", nullptr, shown));
}

QVariantMap AuditPage::describe() const {
    return {{u"count"_s, m_table->rowCount()}};
}

} // namespace atrium::admin
