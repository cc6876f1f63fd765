// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/passwordextra.h"

#include "apps/admin/account.h"
#include "apps/admin/records/words.h"
#include "shared/model/adminapi.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kShortest = 10; // bytes, as the server asks
constexpr int kPasswordFieldWidth = 220;
constexpr int kNarrowField = 120; ///< three of them stand beside a list on a small screen

QLineEdit* secret(const QString& name, const QString& words, QWidget* parent) {
    auto* edit = new QLineEdit(parent);
    edit->setEchoMode(QLineEdit::Password);
    edit->setObjectName(name);
    edit->setPlaceholderText(words);
    edit->setAccessibleName(words);
    edit->setMinimumWidth(kNarrowField);
    edit->setMaximumWidth(kPasswordFieldWidth);
    return edit;
}

} // namespace

PasswordExtra::PasswordExtra(sync::HallClient& client, Account& account, QWidget* parent)
    : FormExtra(parent), m_client(client), m_account(account),
      m_old(secret(u"old-password"_s, tr("您现在的密码"), this)),
      m_first(secret(u"new-password"_s, tr("新密码"), this)),
      m_second(secret(u"repeat-password"_s, tr("再输一次"), this)),
      m_button(new QPushButton(tr("设置密码"), this)), m_words(new QLabel(this)) {
    m_button->setObjectName(u"set-password"_s);
    auto* title = new QLabel(tr("密码"), this);
    ui::setKind(*title, u"section"_s);
    m_words->setObjectName(u"password-words"_s);
    m_words->setWordWrap(true);
    auto* row = new QHBoxLayout;
    for (QLineEdit* edit : {m_old, m_first, m_second})
        row->addWidget(edit, 1);
    row->addWidget(m_button);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addLayout(row);
    column->addWidget(m_words);
    connect(m_button, &QPushButton::clicked, this, &PasswordExtra::set);
    connect(m_second, &QLineEdit::returnPressed, this, &PasswordExtra::set);
    connect(&m_account, &Account::changed, this, &PasswordExtra::refresh);
}

void PasswordExtra::setRecord(const Record& record, bool isNew) {
    m_record = record;
    m_isNew = isNew;
    for (QLineEdit* edit : {m_old, m_first, m_second})
        edit->clear();
    refresh();
}

void PasswordExtra::refresh() {
    const auto& session = m_account.session();
    const bool self = session && QString::fromStdString(session->staff.id.value) == idOf(m_record);
    m_old->setVisible(self);
    setEnabled(!m_isNew && (self || m_account.isAdministrator()));
    ui::setKind(*m_words, u"hint"_s);
    m_words->setText(m_isNew ? tr("先保存这个人，再设置密码。")
                             : tr("至少 10 个字符；立即生效，这个人在别处的登录随之结束。"));
}

void PasswordExtra::set() {
    const auto complain = [this](const QString& why) {
        ui::setKind(*m_words, u"accent"_s);
        m_words->setText(why);
    };
    const std::string password = m_first->text().toStdString();
    if (password.size() < kShortest)
        return complain(tr("密码太短：至少 %1 个字符。").arg(kShortest));
    if (m_first->text() != m_second->text())
        return complain(tr("两次输入不一样，请重新输入。"));
    m_button->setEnabled(false);
    const model::PasswordRequest request{.password = password, .oldPassword = m_old->text().toStdString()};
    m_client.api().put<sync::Empty>("/staff/" + idOf(m_record).toStdString() + "/password", request, this,
                                    [this, complain](const model::Result<sync::Empty>& answer) {
                                        m_button->setEnabled(true);
                                        if (!answer)
                                            return complain(answer.error().path == "/oldPassword"
                                                                ? tr("您现在的密码不对。")
                                                                : errorWord(answer.error()));
                                        setRecord(m_record, false);
                                        Q_EMIT said(tr("密码已设置"));
                                    });
}

} // namespace atrium::admin
