// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/widgets/enrolmentcard.h"

#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCardWidth = 520;
constexpr int kHalf = 4;
constexpr int kCodeType = 34;

/// A text of EnrolPage.qml, in the present language.
QString word(const char* source) {
    return QCoreApplication::translate("EnrolPage", source);
}

QString happened(Enrolment::Refusal refusal, bool revoked) {
    switch (refusal) {
    case Enrolment::None:
        return revoked ? word("此设备的授权已被撤销，请重新登记。") : QString();
    case Enrolment::WrongCode:
        return word("登记码不对、已用过或已过期。") + word("请管理员重新取码。");
    case Enrolment::OtherKind:
        return word("这个登记码属于另一种设备。") + word("请管理员在“设备”页选中本机再取码。");
    case Enrolment::TooMany:
        return word("输错次数太多。") + word("请等五分钟再试。");
    case Enrolment::NoAnswer:
        return word("服务器没有应答。") + word("请检查网络和服务器地址，再试一次。");
    case Enrolment::Other:
        return word("没有登记成功。") + word("请检查网络和服务器地址，再试一次。");
    }
    return {};
}

QLabel* wrapped(const char* name, const QString& kind) {
    auto* label = new QLabel;
    label->setObjectName(QLatin1StringView(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setKind(*label, kind);
    return label;
}

} // namespace

EnrolmentCard::EnrolmentCard(Enrolment& enrolment, QWidget* parent)
    : CardFrame({}, {}, parent), m_enrolment(enrolment), m_title(wrapped("enrolment-title", u"title"_s)),
      m_explanation(wrapped("enrolment-explanation", {})), m_code(new QLineEdit),
      m_refusal(wrapped("enrolment-refusal", u"accent"_s)),
      m_fingerprint(wrapped("enrolment-fingerprint", {})), m_send(new QPushButton),
      m_server(wrapped("enrolment-server", u"hint"_s)) {
    setFixedWidth(kCardWidth);
    m_code->setObjectName(u"enrolment-code"_s);
    m_code->setAlignment(Qt::AlignCenter);
    m_code->setStyleSheet(u"font-size: %1px; letter-spacing: 6px; padding: 8px;"_s.arg(kCodeType));
    m_code->setPlaceholderText(u"···· ····"_s);
    m_send->setObjectName(u"enrol-send"_s);
    setKind(*m_send, u"primary"_s);
    body().setSpacing(14);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_explanation, m_code, m_refusal,
                                                         m_fingerprint, m_send, m_server})
        body().addWidget(part);
    connect(m_code, &QLineEdit::textEdited, this, [this](const QString& typed) {
        m_enrolment.setText(typed);
        followField();
    });
    connect(m_code, &QLineEdit::returnPressed, &m_enrolment, &Enrolment::send);
    connect(m_send, &QPushButton::clicked, &m_enrolment, &Enrolment::send);
    connect(&m_enrolment, &Enrolment::changed, this, &EnrolmentCard::follow);
    follow();
}

void EnrolmentCard::followField() {
    const QString text = m_enrolment.text();
    const QString shown = text.size() > kHalf ? text.left(kHalf) + u' ' + text.mid(kHalf) : text;
    if (m_code->text() != shown)
        m_code->setText(shown);
}

void EnrolmentCard::follow() {
    const auto refusal = static_cast<Enrolment::Refusal>(m_enrolment.refusal());
    const QString fingerprint = m_enrolment.fingerprint();
    m_title->setText(word("登记本机"));
    m_explanation->setText(word(
        "请管理员在管理端的“设备”页为本机取登记码，在这里输入。登记码 8 位，10 分钟内有效，只能用一次。"));
    m_refusal->setText(happened(refusal, m_enrolment.revoked()));
    m_refusal->setVisible(!m_refusal->text().isEmpty());
    m_fingerprint->setText(word("证书指纹：%1。与管理端显示的不同时不要登记。").arg(fingerprint));
    m_fingerprint->setVisible(!fingerprint.isEmpty());
    m_server->setText(word("服务器：%1").arg(m_enrolment.server()));
    m_send->setText(m_enrolment.busy()      ? word("请稍候…")
                    : fingerprint.isEmpty() ? word("登记")
                                            : word("指纹一致，登记"));
    m_send->setEnabled(m_enrolment.ready());
    m_code->setReadOnly(m_enrolment.busy());
    m_code->setAccessibleName(m_explanation->text());
    followField();
}

void EnrolmentCard::showEvent(QShowEvent* event) {
    CardFrame::showEvent(event);
    m_code->setFocus();
}

void EnrolmentCard::changeEvent(QEvent* event) {
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        follow();
}

} // namespace atrium::ui
