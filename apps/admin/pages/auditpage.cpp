// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/auditpage.h"

#include "apps/admin/account.h"
#include "apps/admin/pages/auditwords.h"
#include "apps/admin/pages/erasepanel.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/halltime.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
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
constexpr std::size_t kPage = 100;
constexpr std::size_t kLargePage = 500; // what the server gives at most
constexpr int kSubjectColumn = 3;
constexpr int kFilterWidth = 320;
constexpr std::chrono::milliseconds kAuditGather{800};

} // namespace

AuditPage::AuditPage(sync::HallClient& client, Account& account, QWidget* parent)
    : QWidget(parent), m_client(client), m_account(account), m_filter(new QLineEdit(this)),
      m_table(new QTableWidget(this)), m_words(new QLabel(this)),
      m_older(new QPushButton(tr("更早的记录"), this)), m_all(new QPushButton(this)),
      m_person(new QPushButton(tr("删除个人信息"), this)), m_erase(new ErasePanel(client, this)) {
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
    head->addWidget(m_person);
    head->addWidget(m_filter);
    column->addLayout(head);
    column->addWidget(m_erase);
    m_person->setObjectName(u"erase-person"_s);
    connect(m_person, &QPushButton::clicked, m_erase, &ErasePanel::open);
    connect(m_erase, &ErasePanel::closed, m_person, qOverload<>(&QWidget::setFocus));
    const auto allow = [this] {
        m_person->setVisible(m_account.isAdministrator());
        if (!m_account.isAdministrator())
            m_erase->leave();
    };
    connect(&m_account, &Account::changed, this, allow);
    allow();
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
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_older);
    foot->addWidget(m_all);
    foot->addStretch();
    card->body().addLayout(foot);
    m_all->setObjectName(u"audit-all"_s);
    m_older->setObjectName(u"audit-older"_s);
    column->addWidget(card, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAuditGather);
    connect(&m_soon, &QTimer::timeout, this, [this] { fetch(false); });
    connect(&m_client.replica(), &sync::Replica::batchApplied, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &AuditPage::filter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (!m_end && !m_loading)
            loadAll();
    });
    connect(m_older, &QPushButton::clicked, this, [this] { fetch(true); });
    connect(m_all, &QPushButton::clicked, this, &AuditPage::loadAll);
    auto* find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this);
    find->setContext(Qt::WindowShortcut); // wherever the focus is, while the page is seen
    find->setEnabled(false);
    m_find = find;
    connect(find, &QShortcut::activated, m_filter, qOverload<>(&QWidget::setFocus));
    fill();
}

void AuditPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_find->setEnabled(true);
    fetch(false);
}

void AuditPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_find->setEnabled(false);
    m_loading = false;
    if (!event->spontaneous())
        m_erase->leave();
}

void AuditPage::fetch(bool older) {
    if (m_asking)
        return;
    if (!m_account.readsAudit()) {
        m_words->setText(tr("只有管理员和巡查员可以看审计记录。"));
        return;
    }
    m_asking = true;
    const std::size_t asked = m_loading ? kLargePage : kPage;
    std::string path = "/audit?limit=" + std::to_string(asked);
    if (older && !m_entries.empty())
        path += "&before=" + std::to_string(m_entries.back().sequence);
    m_client.api().get<model::AuditPage>(path, this,
                                         [this, older, asked](const model::Result<model::AuditPage>& answer) {
                                             m_asking = false;
                                             taken(answer, older, asked);
                                         });
}

void AuditPage::loadAll() {
    if (m_entries.empty())
        return;
    m_loading = !m_loading;
    if (m_loading)
        fetch(true);
    else
        fill();
    say();
}

void AuditPage::taken(const model::Result<model::AuditPage>& answer, bool older, std::size_t asked) {
    if (!answer) {
        m_loading = false;
        fill();
        m_words->setText(errorWord(answer.error()));
        return;
    }
    if (older) {
        m_end = answer->entries.size() < asked;
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
            m_end = answer->entries.size() < asked;
        } else {
            m_entries.insert(m_entries.begin(), fresh.begin(), fresh.end());
        }
    }
    m_loading = m_loading && !m_end;
    if (!m_loading)
        return fill();
    say();
    fetch(true);
}

void AuditPage::fill() {
    m_table->setRowCount(static_cast<int>(m_entries.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const model::AuditEntry& entry = m_entries[static_cast<std::size_t>(row)];
        const QStringList texts{ui::hallTime(m_client.replica(), entry.at).toString(u"yyyy-MM-dd HH:mm:ss"_s),
                                auditPerson(entry, m_client.replica()),
                                auditAction(QString::fromStdString(entry.action)),
                                auditSubject(entry, m_client.replica()),
                                auditDetail(entry, m_client.replica()),
                                QString::number(entry.sequence)};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            // A change of several members is longer than its cell; a name may be borne by several.
            item->setToolTip(column == kSubjectColumn
                                 ? texts[column] + u'\n' + QString::fromStdString(entry.subjectId)
                                 : texts[column]);
            m_table->setItem(row, column, item);
        }
    }
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
    m_found = shown;
    say();
}

void AuditPage::say() {
    const bool filtered = !m_filter->text().trimmed().isEmpty();
    const bool more = !m_end && !m_entries.empty();
    const auto loaded = static_cast<qlonglong>(m_entries.size());
    m_older->setVisible(more && !m_loading);
    m_all->setVisible(more && (filtered || m_loading));
    m_all->setText(m_loading ? tr("停止") : tr("全部载入再找（回车）"));
    m_words->setText(m_loading           ? tr("正在载入，已有 %1 条…").arg(loaded)
                     : m_entries.empty() ? tr("还没有记录")
                     : !filtered ? (more ? tr("已载入最近的 %1 条").arg(loaded) : tr("共 %1 条").arg(loaded))
                     : more ? tr("在已载入的 %1 条中找到 %2 条").arg(loaded).arg(m_found)
                            : tr("找到 %1 条 / 共 %2 条").arg(m_found).arg(loaded));
}

QVariantMap AuditPage::describe() const {
    return {{u"count"_s, m_table->rowCount()}};
}

} // namespace atrium::admin
