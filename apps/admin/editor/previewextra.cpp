// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/previewextra.h"

#include "apps/admin/account.h"
#include "apps/admin/editor/previewrows.h"
#include "apps/admin/editor/previewwords.h"
#include "apps/admin/records/describe.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/emptystate.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Long enough to type a number of two digits before it is asked for.
constexpr std::chrono::milliseconds kTyping{400};

} // namespace

PreviewExtra::PreviewExtra(sync::HallClient& client, Account& account, QWidget* parent)
    : FormExtra(parent), m_client(client), m_account(account), m_button(new QPushButton(tr("刷新"), this)),
      m_words(new QLabel(this)), m_rows(new QScrollArea(this)),
      m_empty(new ui::EmptyState({}, {}, {}, this)) {
    setObjectName(u"preview"_s);
    auto* title = new QLabel(tr("预览叫号顺序"), this);
    ui::setKind(*title, u"section"_s);
    m_button->setObjectName(u"preview-refresh"_s);
    m_button->setText(u' ' + m_button->text()); // room between icon and word
    m_button->setIcon(ui::lucideIcon(u"rotate-cw"_s, ui::widgetColor(&ui::Palette::primary)));
    m_button->setToolTip(tr("按此刻等候的人重新推演"));
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setWidgetResizable(true);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setStyleSheet(u"QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"_s);
    m_rows->setAccessibleName(title->text());
    m_words->setObjectName(u"preview-words"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    ui::setKind(*m_words, u"hint"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_rows, 1);
    column->addWidget(m_empty, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTyping);
    connect(&m_soon, &QTimer::timeout, this, &PreviewExtra::ask);
    connect(m_button, &QPushButton::clicked, this, &PreviewExtra::ask);
    connect(&m_account, &Account::changed, this, &PreviewExtra::allow);
    connect(&m_client.sync(), &sync::SyncClient::stateChanged, this, &PreviewExtra::connectionChanged);
    say(State::asking, u"clock"_s, tr("正在推演…"), {});
    allow();
}

void PreviewExtra::setRecord(const Record& record, bool /*isNew*/) {
    if (idOf(record) != idOf(m_record)) // the rows of another queue would mislead
        say(State::asking, u"clock"_s, tr("正在推演…"), {});
    m_record = record;
}

void PreviewExtra::recordEdited(const Record& record) {
    m_record = record;
    m_soon.start();
}

void PreviewExtra::showEvent(QShowEvent* event) {
    FormExtra::showEvent(event);
    m_soon.start();
}

void PreviewExtra::allow() {
    setVisible(m_account.isAdministrator()); // nobody else sets rules, and the server answers nobody else
}

void PreviewExtra::connectionChanged() {
    const bool online = m_client.sync().online();
    if (online == (m_state != State::offline))
        return;
    if (online)
        m_soon.start();
    else
        say(State::offline, u"wifi-off"_s, tr("连不上服务器"),
            tr("次序由服务器推演；连接恢复后自动更新，已填的内容还在。"));
}

void PreviewExtra::ask() {
    m_soon.stop();
    if (m_record.isEmpty() || !isVisible())
        return;
    if (!m_client.sync().online())
        return connectionChanged();
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    model::Queue draft;
    fromVariant(QVariant(m_record), draft);
    sync::CallOptions options;
    options.retries = 0;
    m_client.api().post<rules::queueing::CallPreview>(
        "/queues/" + draft.id.value + "/preview", draft, this,
        [this, id = idOf(m_record)](const model::Result<rules::queueing::CallPreview>& answer) {
            answered(id, answer);
        },
        options);
}

void PreviewExtra::answered(const QString& id, const model::Result<rules::queueing::CallPreview>& answer) {
    m_asking = false;
    if (std::exchange(m_again, false))
        return ask(); // what came is of older settings
    if (id != idOf(m_record))
        return;
    if (!m_client.sync().online())
        return connectionChanged();
    if (answer)
        return showRows(*answer);
    say(State::error, u"triangle-alert"_s, tr("现在不能预览"), errorWord(answer.error()));
}

void PreviewExtra::showRows(const rules::queueing::CallPreview& shown) {
    if (shown.waiting == 0)
        return say(State::empty, u"users"_s, tr("现在没有人等候"), tr("有人取号后，这里显示叫号的次序。"));
    if (shown.rows.empty())
        return say(State::noWindow, u"triangle-alert"_s,
                   tr("%n 人等候，没有窗口能叫", nullptr, shown.waiting),
                   tr("请在“窗口”里让启用的窗口办理这些事项。"));
    m_rows->setWidget(previewRows(shown, m_rows));
    m_rows->widget()->setAutoFillBackground(false); // setWidget() wants it
    m_words->setText(previewWord(shown));
    showPart(true);
    m_state = State::rows;
}

void PreviewExtra::showPart(bool rows) {
    m_words->setVisible(rows);
    m_rows->setVisible(rows);
    m_empty->setVisible(!rows);
}

void PreviewExtra::say(State state, const QString& icon, const QString& happened, const QString& whatToDo) {
    m_state = state;
    m_empty->setTexts(icon, happened, whatToDo);
    showPart(false);
}

} // namespace atrium::admin
