// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/erasepanel.h"

#include "apps/admin/records/words.h"
#include "shared/model/ticket.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNumberField = 320;
constexpr int kByTicket = -1;

} // namespace

ErasePanel::ErasePanel(sync::HallClient& client, QWidget* parent)
    : CardFrame(tr("删除个人信息"), tr("本人要求删除时使用"), parent), m_client(client),
      m_by(new QComboBox(this)), m_number(new QLineEdit(this)), m_erase(new QPushButton(this)),
      m_leave(new QPushButton(tr("关闭"), this)), m_words(new QLabel(this)) {
    setObjectName(u"erase-panel"_s);
    m_by->setObjectName(u"erase-by"_s);
    m_by->setAccessibleName(tr("按什么找"));
    m_by->addItem(tr("今天的号码"), kByTicket);
    m_by->addItem(tr("居民身份证"), static_cast<int>(model::IdentityKind::citizenId));
    m_by->addItem(tr("外国人永久居留证"), static_cast<int>(model::IdentityKind::permanentResident));
    m_by->addItem(tr("港澳台居民居住证"), static_cast<int>(model::IdentityKind::hkMoTwResident));
    m_by->addItem(tr("统一社会信用代码"), static_cast<int>(model::IdentityKind::creditCode));
    m_number->setObjectName(u"erase-number"_s);
    m_number->setAccessibleName(tr("号码"));
    m_number->setMaxLength(40);
    m_number->setFixedWidth(kNumberField);
    m_erase->setObjectName(u"erase-go"_s);
    m_leave->setObjectName(u"erase-close"_s);
    m_words->setObjectName(u"erase-words"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto* row = new QHBoxLayout;
    for (QWidget* part : std::initializer_list<QWidget*>{m_by, m_number, m_erase, m_leave})
        row->addWidget(part);
    row->addStretch();
    body().addLayout(row);
    body().addWidget(m_words);
    const auto other = [this] {
        if (!m_asking)
            back({});
    };
    connect(m_by, &QComboBox::currentIndexChanged, this, other);
    connect(m_number, &QLineEdit::textEdited, this, other);
    connect(m_number, &QLineEdit::returnPressed, this, &ErasePanel::proceed);
    connect(m_erase, &QPushButton::clicked, this, &ErasePanel::proceed);
    connect(m_leave, &QPushButton::clicked, this, &ErasePanel::close);
    back({});
    hide();
}

void ErasePanel::open() {
    m_number->clear();
    m_by->setCurrentIndex(0);
    back({});
    show();
    m_number->setFocus();
}

void ErasePanel::leave() {
    m_number->clear();
    back({});
    hide();
}

void ErasePanel::close() {
    leave();
    Q_EMIT closed();
}

void ErasePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return m_sure ? back({}) : close();
    CardFrame::keyPressEvent(event);
}

std::optional<model::ErasureRequest> ErasePanel::request() const {
    const std::string number = m_number->text().trimmed().toUpper().toStdString();
    const int by = m_by->currentData().toInt();
    model::ErasureRequest out;
    if (by != kByTicket) {
        out.identity = model::Identity{.kind = static_cast<model::IdentityKind>(by),
                                       .number = number,
                                       .name = {},
                                       .sex = {},
                                       .birth = {}};
        return out;
    }
    const model::Day today = m_client.replica().day();
    for (const auto& ticket : m_client.replica().all<model::Ticket>())
        if (ticket.number == number && (today.value == 0 || ticket.day == today))
            out.ticketId = ticket.id;
    return out.ticketId ? std::optional(out) : std::nullopt;
}

/// Before anything is asked; `words` say what happened last.
void ErasePanel::back(const QString& words) {
    m_sure = false;
    m_erase->setText(tr("删除…"));
    ui::setKind(*m_erase, {});
    ui::setKind(*m_words, u"hint"_s);
    m_words->setText(words.isEmpty() ? tr("填写号码后按回车，会先说明删除什么。") : words);
}

void ErasePanel::proceed() {
    if (m_asking)
        return;
    if (m_number->text().trimmed().isEmpty())
        return back(tr("请先填写号码。"));
    const auto wanted = request();
    if (!wanted)
        return back(tr("今天没有这个号码，请核对，或改按证件查找。"));
    if (!m_sure) {
        // What is erased cannot be brought back.
        m_sure = true;
        m_erase->setText(tr("确认删除，不能恢复"));
        ui::setKind(*m_erase, u"danger"_s);
        ui::setKind(*m_words, u"warning"_s);
        m_words->setText(
            tr("将删除此人的姓名、证件号码和解开它们的密钥，今天号单上的备注和优先理由，以及评价里写的话。"
               "号单、评价和审计记录留下，但不再指向任何人。再按一次确认，Esc 返回。"));
        return;
    }
    m_asking = true;
    m_erase->setEnabled(false);
    m_words->setText(tr("正在删除…"));
    m_client.api().post<model::ErasureAnswer>(
        "/persons/erase", *wanted, this,
        [this](const model::Result<model::ErasureAnswer>& answer) { taken(answer); });
}

void ErasePanel::taken(const model::Result<model::ErasureAnswer>& answer) {
    m_asking = false;
    m_erase->setEnabled(true);
    if (!answer)
        return back(tr("没有删除：%1").arg(errorWord(answer.error())));
    m_number->clear();
    back(answer->erased ? tr("已删除：姓名、证件号码、密钥，以及备注和评价里的话。审计记录里有这一次删除。")
                        : tr("大厅里没有此人的信息，或已经删除，没有可删的。"));
    m_number->setFocus();
}

} // namespace atrium::admin
