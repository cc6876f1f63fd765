// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/signinpage.h"

#include "apps/admin/account.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/widgets/enrolmentcard.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QLabel>
#include <QLineEdit>
#include <QLinearGradient>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCardWidth = 440;
constexpr int kMark = 56;
constexpr int kSignInGap = 14;

} // namespace

SignInPage::SignInPage(sync::HallClient& client, Account& account, QWidget* parent)
    : QWidget(parent), m_client(client), m_account(account), m_enrolment(client),
      m_enrolmentCard(new ui::EnrolmentCard(m_enrolment, this)), m_card(makeCard()) {
    auto* column = new QVBoxLayout(this);
    column->addStretch();
    column->addWidget(m_enrolmentCard, 0, Qt::AlignCenter);
    column->addWidget(m_card, 0, Qt::AlignCenter);
    column->addStretch();
    connect(m_button, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(&m_account, &Account::changed, this, &SignInPage::refresh);
    connect(&m_account, &Account::refused, this, &SignInPage::say);
    connect(&m_enrolment, &ui::Enrolment::neededChanged, this, &SignInPage::refresh);
    refresh();
}

QWidget* SignInPage::makeCard() {
    m_name = new QLineEdit(this);
    m_password = new QLineEdit(this);
    m_button = new QPushButton(this);
    m_message = new QLabel(this);
    auto* title = new QLabel(tr("Atrium 管理"), this);
    auto* hint = new QLabel(tr("请用管理账号登录"), this);
    auto* card = new ui::CardFrame({}, {}, this);
    card->setFixedWidth(kCardWidth);
    auto* mark = new QLabel(card);
    mark->setPixmap(
        ui::lucideIcon(u"landmark"_s, ui::widgetColor(&ui::Palette::primary)).pixmap(kMark, kMark));
    mark->setAlignment(Qt::AlignCenter);
    ui::setKind(*title, u"title"_s);
    ui::setKind(*hint, u"hint"_s);
    ui::setKind(*m_message, u"accent"_s);
    ui::setKind(*m_button, u"primary"_s);
    title->setAlignment(Qt::AlignCenter);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    m_message->setWordWrap(true);
    m_name->setObjectName(u"account"_s);
    m_password->setObjectName(u"password"_s);
    m_button->setObjectName(u"sign-in"_s);
    m_message->setObjectName(u"sign-in-message"_s);
    m_name->setPlaceholderText(tr("账号"));
    m_name->setAccessibleName(tr("账号"));
    m_password->setPlaceholderText(tr("密码"));
    m_password->setAccessibleName(tr("密码"));
    m_password->setEchoMode(QLineEdit::Password);
    auto& body = card->body();
    body.setSpacing(kSignInGap);
    for (QWidget* part :
         std::initializer_list<QWidget*>{mark, title, hint, m_name, m_password, m_button, m_message})
        body.addWidget(part);
    return card;
}

void SignInPage::say(const QString& message) {
    m_message->setText(message);
    m_password->clear();
    if (m_client.enrolled())
        m_password->setFocus();
}

void SignInPage::refresh() {
    const bool enrolled = !m_enrolment.needed();
    m_enrolmentCard->setVisible(!enrolled);
    m_card->setVisible(enrolled);
    m_button->setEnabled(!m_account.busy());
    m_button->setText(m_account.busy() ? tr("请稍候…") : tr("登录"));
    if (m_account.signedIn()) {
        m_message->clear();
        m_password->clear();
    }
}

void SignInPage::submit() {
    m_message->clear();
    if (m_name->text().trimmed().isEmpty() || m_password->text().isEmpty())
        return m_message->setText(tr("请填写账号和密码。"));
    m_account.signIn(m_name->text(), m_password->text());
}

void SignInPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_client.enrolled())
        (m_name->text().isEmpty() ? m_name : m_password)->setFocus();
}

void SignInPage::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    QLinearGradient ground(0, 0, 0, height());
    ground.setColorAt(0, ui::widgetColor(&ui::Palette::headerStart));
    ground.setColorAt(1, ui::widgetColor(&ui::Palette::headerEnd));
    painter.fillRect(rect(), ground);
}

} // namespace atrium::admin
