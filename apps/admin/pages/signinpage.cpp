// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/signinpage.h"

#include "apps/admin/account.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QCoreApplication>
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
    : QWidget(parent), m_client(client), m_account(account), m_title(new QLabel(this)),
      m_hint(new QLabel(this)), m_name(new QLineEdit(this)), m_password(new QLineEdit(this)),
      m_code(new QLineEdit(this)), m_button(new QPushButton(this)), m_message(new QLabel(this)) {
    auto* card = new ui::CardFrame({}, {}, this);
    card->setFixedWidth(kCardWidth);
    auto* mark = new QLabel(card);
    mark->setPixmap(
        ui::lucideIcon(u"landmark"_s, ui::widgetColor(&ui::Palette::primary)).pixmap(kMark, kMark));
    mark->setAlignment(Qt::AlignCenter);
    ui::setKind(*m_title, u"title"_s);
    ui::setKind(*m_hint, u"hint"_s);
    ui::setKind(*m_message, u"accent"_s);
    ui::setKind(*m_button, u"primary"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_message->setWordWrap(true);
    m_name->setObjectName(u"account"_s);
    m_password->setObjectName(u"password"_s);
    m_code->setObjectName(u"enrolment-code"_s);
    m_button->setObjectName(u"sign-in"_s);
    m_message->setObjectName(u"sign-in-message"_s);
    m_name->setPlaceholderText(tr("账号"));
    m_name->setAccessibleName(tr("账号"));
    m_password->setPlaceholderText(tr("密码"));
    m_password->setAccessibleName(tr("密码"));
    m_password->setEchoMode(QLineEdit::Password);
    m_code->setPlaceholderText(tr("登记码,八个字符"));
    m_code->setAccessibleName(tr("登记码"));
    auto& body = card->body();
    body.setSpacing(kSignInGap);
    for (QWidget* part : std::initializer_list<QWidget*>{mark, m_title, m_hint, m_name, m_password, m_code,
                                                         m_button, m_message})
        body.addWidget(part);
    auto* column = new QVBoxLayout(this);
    column->addStretch();
    column->addWidget(card, 0, Qt::AlignCenter);
    column->addStretch();
    connect(m_button, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_code, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(&m_account, &Account::changed, this, &SignInPage::refresh);
    connect(&m_account, &Account::refused, this, &SignInPage::say);
    connect(&m_client, &sync::HallClient::enrolledChanged, this, &SignInPage::refresh);
    refresh();
}

void SignInPage::say(const QString& message) {
    m_message->setText(message);
    m_password->clear();
    if (m_client.enrolled())
        m_password->setFocus();
}

void SignInPage::refresh() {
    const bool enrolled = m_client.enrolled();
    m_title->setText(enrolled ? tr("Atrium 管理") : tr("登记本机"));
    m_hint->setText(enrolled ? tr("请用管理账号登录")
                             : tr("本机还没有登记。请在另一台管理端的「设备」页取登记码,十分钟内填在这里。"));
    m_name->setVisible(enrolled);
    m_password->setVisible(enrolled);
    m_code->setVisible(!enrolled);
    const bool busy = m_account.busy() || m_enrolling;
    m_button->setEnabled(!busy);
    m_button->setText(busy ? tr("请稍候…") : enrolled ? tr("登录") : tr("登记"));
    if (m_account.signedIn()) {
        m_message->clear();
        m_password->clear();
    }
}

void SignInPage::submit() {
    m_message->clear();
    if (!m_client.enrolled())
        return enrol();
    if (m_name->text().trimmed().isEmpty() || m_password->text().isEmpty())
        return m_message->setText(tr("请填写账号和密码。"));
    m_account.signIn(m_name->text(), m_password->text());
}

void SignInPage::enrol() {
    m_enrolling = true;
    refresh();
    m_client.enrol(m_code->text().trimmed().toUpper().toStdString(),
                   QCoreApplication::applicationVersion().toStdString(), this,
                   [this](const model::Result<model::EnrolResponse>& answer) {
                       m_enrolling = false;
                       refresh();
                       if (!answer)
                           m_message->setText(tr("登记码不对或已过期,请重新取码。") +
                                              errorWord(answer.error()));
                   });
}

void SignInPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
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
