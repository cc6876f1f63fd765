// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/signinpage.h"

#include "apps/window-terminal/pages/elidedlabel.h"
#include "apps/window-terminal/view/windowsession.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCardWidth = 460;
constexpr int kLongestField = 64;

QLabel* fieldLabel(const QString& caption, QLineEdit& field) {
    auto* label = new QLabel(caption);
    label->setBuddy(&field);
    field.setAccessibleName(caption);
    return label;
}

void markInvalid(QLineEdit& field, bool invalid) {
    field.setProperty("invalid", invalid);
    field.style()->unpolish(&field);
    field.style()->polish(&field);
}

} // namespace

SignInPage::SignInPage(WindowSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_hall(new ElidedLabel(u"title"_s)),
      m_window(new ElidedLabel(u"hint"_s)), m_account(new QLineEdit), m_password(new QLineEdit),
      m_caps(new QLabel(tr("大写锁定已打开"))), m_refusal(new QLabel), m_signIn(new QPushButton(tr("登录"))) {
    m_account->setObjectName(u"account"_s);
    m_account->setMaxLength(kLongestField);
    m_account->setPlaceholderText(tr("例如 c1003"));
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(kLongestField);
    m_password->installEventFilter(this);
    auto* reveal = m_password->addAction(ui::lucideIcon(u"eye"_s, ui::widgetColor(&ui::Palette::ink2)),
                                         QLineEdit::TrailingPosition);
    reveal->setText(tr("显示密码"));
    reveal->setToolTip(tr("显示密码"));
    reveal->setCheckable(true);
    connect(reveal, &QAction::toggled, this,
            [this](bool on) { m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    m_signIn->setObjectName(u"sign-in"_s);
    ui::setKind(*m_signIn, u"primary"_s);
    ui::setKind(*m_caps, u"warning"_s);
    ui::setKind(*m_refusal, u"accent"_s);
    m_caps->hide();
    m_caps->setObjectName(u"caps-hint"_s);
    m_refusal->setObjectName(u"sign-in-refusal"_s);
    m_refusal->setWordWrap(true);
    m_refusal->setMinimumHeight(56); // two lines, so that a refusal moves nothing
    m_refusal->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto* card = new ui::CardFrame(tr("窗口登录"));
    card->setFixedWidth(kCardWidth);
    auto& body = card->body();
    body.setSpacing(8);
    body.addSpacing(8);
    body.addWidget(fieldLabel(tr("账号"), *m_account));
    body.addWidget(m_account);
    body.addSpacing(8);
    body.addWidget(fieldLabel(tr("密码"), *m_password));
    body.addWidget(m_password);
    body.addWidget(m_caps);
    body.addSpacing(8);
    body.addWidget(m_signIn);
    body.addWidget(m_refusal);

    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    for (auto* label : {m_hall, m_window}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    column->addSpacing(20);
    column->addWidget(card, 0, Qt::AlignHCenter);
    column->addStretch(3);

    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_account, &QLineEdit::returnPressed, this, [this] {
        if (m_password->text().isEmpty())
            m_password->setFocus();
        else
            submit();
    });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    for (auto* field : {m_account, m_password})
        connect(field, &QLineEdit::textEdited, this, [this, field] {
            markInvalid(*field, false);
            m_refusal->clear();
        });
    connect(&session, &WindowSession::refused, this, &SignInPage::showRefusal);
    connect(&session, &WindowSession::busyChanged, this, [this] {
        m_signIn->setEnabled(!m_session.busy());
        m_signIn->setText(m_session.busy() ? tr("正在登录…") : tr("登录"));
    });
    setTabOrder(m_account, m_password);
    setTabOrder(m_password, m_signIn);
}

void SignInPage::setPlace(const QString& hall, const QString& window) {
    m_hall->setFullText(hall);
    m_window->setFullText(window);
}

void SignInPage::submit() {
    m_refusal->clear();
    markInvalid(*m_account, m_account->text().trimmed().isEmpty());
    markInvalid(*m_password, m_password->text().isEmpty());
    m_session.signIn(m_account->text(), m_password->text());
}

void SignInPage::showRefusal(const QString& why) {
    if (m_session.signedIn())
        return; // said elsewhere
    m_refusal->setText(why);
    m_refusal->setAccessibleName(why);
    if (m_account->text().trimmed().isEmpty()) {
        m_account->setFocus();
        return;
    }
    m_password->setFocus();
    m_password->selectAll();
}

void SignInPage::reset() {
    m_account->clear();
    m_password->clear();
    m_caps->hide();
    markInvalid(*m_account, false);
    markInvalid(*m_password, false);
    m_refusal->setText(m_session.notice());
    m_account->setFocus();
}

// Qt tells no state of the lock: a capital without shift, or a small letter with it, gives it away.
bool SignInPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_password && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString typed = key->text();
        if (typed.size() == 1 && typed.at(0).isLetter()) {
            const bool shift = key->modifiers().testFlag(Qt::ShiftModifier);
            m_caps->setVisible(typed.at(0).isUpper() != shift);
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace atrium::windowterminal
