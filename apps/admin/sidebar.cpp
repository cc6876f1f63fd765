// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/sidebar.h"

#include "shared/ui/widgets/widgettheme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 250;
constexpr int kEntryHeight = 46;
constexpr int kSideMargin = 14;
constexpr int kSideIcon = 22;
constexpr int kFootHeight = 76;
constexpr int kHeadHeight = 64;
constexpr int kLit = 46; // opacity of the present entry's ground, of 255

QFont sized(const QFont& base, int pixels, bool bold = false) {
    QFont font = base;
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

} // namespace

NavButton::NavButton(const QString& iconName, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_iconName(iconName) {
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize NavButton::sizeHint() const {
    return {kWidth - 2 * kSideMargin, kEntryHeight};
}

void NavButton::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor lit = ui::widgetColor(&ui::Palette::onHeader);
    lit.setAlpha(isChecked() ? kLit : underMouse() ? kLit / 2 : 0);
    painter.setBrush(lit);
    painter.setPen(hasFocus() ? QPen(ui::widgetColor(&ui::Palette::onHeader), 2) : QPen(Qt::NoPen));
    painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), ui::kMeasures.deskRadiusButton,
                            ui::kMeasures.deskRadiusButton);
    const QColor ink = ui::widgetColor(isChecked() ? &ui::Palette::onHeader : &ui::Palette::onHeader2);
    ui::lucideIcon(m_iconName, ink)
        .paint(&painter, QRect(kSideMargin, (height() - kSideIcon) / 2, kSideIcon, kSideIcon));
    painter.setPen(ink);
    painter.setFont(sized(font(), ui::kMeasures.deskBody, isChecked()));
    painter.drawText(rect().adjusted(2 * kSideMargin + kSideIcon, 0, -kSideMargin, 0),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width() - 3 * kSideMargin - kSideIcon));
}

SideBar::SideBar(QWidget* parent)
    : QWidget(parent), m_entries(new QVBoxLayout), m_person(new NavButton(u"log-out"_s, {}, this)),
      m_language(new NavButton(u"languages"_s, {}, this)) {
    setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSideMargin, kHeadHeight, kSideMargin, kFootHeight + 2 * kSideMargin);
    column->setSpacing(2);
    m_entries->setSpacing(2);
    column->addLayout(m_entries);
    column->addStretch();
    column->addWidget(m_language);
    column->addWidget(m_person);
    m_person->setCheckable(false);
    m_person->setObjectName(u"sign-out"_s);
    m_language->setCheckable(false);
    m_language->setObjectName(u"language"_s);
    connect(m_person, &QAbstractButton::clicked, this, &SideBar::signOutWanted);
    connect(m_language, &QAbstractButton::clicked, this, &SideBar::languageWanted);
}

void SideBar::addPage(const QString& page, const QString& iconName, const QString& text) {
    auto* button = new NavButton(iconName, text, this);
    button->setObjectName(u"nav-"_s + page);
    m_entries->addWidget(button);
    m_buttons.insert(page, button);
    connect(button, &QAbstractButton::clicked, this, [this, page, button] {
        button->setChecked(!button->isChecked()); // the page decides whether it may be left
        Q_EMIT pageWanted(page);
    });
}

void SideBar::setPage(const QString& page) {
    for (auto at = m_buttons.cbegin(); at != m_buttons.cend(); ++at)
        at.value()->setChecked(at.key() == page);
}

void SideBar::takeFocus() {
    for (NavButton* button : std::as_const(m_buttons)) {
        if (button->isChecked())
            button->setFocus();
    }
}

void SideBar::setHall(const QString& name) {
    m_hall = name;
    update();
}

void SideBar::setPerson(const QString& name) {
    m_person->setText(tr("退出 · %1").arg(name));
    m_person->update();
}

void SideBar::setOtherLanguage(const QString& name) {
    m_language->setText(name);
}

void SideBar::setConnection(bool online, const QString& words) {
    m_online = online;
    m_connection = words;
    setAccessibleDescription(words);
    update();
}

void SideBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), ui::widgetColor(&ui::Palette::boardGround));
    const QColor ink = ui::widgetColor(&ui::Palette::onHeader);
    ui::lucideIcon(u"landmark"_s, ink).paint(&painter, QRect(kSideMargin + 10, 22, 30, 30));
    painter.setPen(ink);
    painter.setFont(sized(font(), ui::kMeasures.deskSection + 2, true));
    painter.drawText(QRect(kSideMargin + 52, 16, width() - kSideMargin - 52, 42), Qt::AlignVCenter,
                     tr("Atrium 管理"));

    const QRect foot(kSideMargin, height() - kFootHeight - kSideMargin, width() - 2 * kSideMargin,
                     kFootHeight);
    QColor ground = ink;
    ground.setAlpha(kLit / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(foot, ui::kMeasures.deskRadiusButton, ui::kMeasures.deskRadiusButton);
    painter.setPen(ink);
    const QRect line = foot.adjusted(kSideMargin, 12, -kSideMargin / 2, 0);
    painter.setFont(sized(font(), ui::kMeasures.deskHint));
    painter.drawText(line, Qt::AlignTop,
                     painter.fontMetrics().elidedText(m_hall, Qt::ElideRight, line.width()));
    ui::lucideIcon(m_online ? u"circle-check"_s : u"wifi-off"_s, ink)
        .paint(&painter, QRect(line.left(), foot.top() + 44, 16, 16));
    painter.drawText(QRect(line.left() + 24, foot.top() + 40, line.width() - 24, 24), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_connection, Qt::ElideRight, line.width() - 24));
}

} // namespace atrium::admin
