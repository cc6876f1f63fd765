// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/staffbar.h"

#include "apps/window-terminal/pages/elidedlabel.h"
#include "apps/window-terminal/view/windowdesk.h"
#include "apps/window-terminal/view/windowsession.h"
#include "apps/window-terminal/view/words.h"
#include "shared/ui/widgets/barbutton.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;
using model::WindowState;

namespace {

constexpr int kOneRowFrom = 1680; ///< narrower windows give the keys a row of their own

QLabel* plainLabel(const char* name, const QString& kind) {
    auto* label = new QLabel;
    label->setObjectName(QLatin1StringView(name));
    label->setTextFormat(Qt::PlainText);
    if (!kind.isEmpty())
        ui::setKind(*label, kind);
    return label;
}

ui::BarButton::Kind kindOf(Action action, const Situation& now) {
    const bool next = (action == Action::call && now.state == WindowState::idle) ||
                      (action == Action::start && now.state == WindowState::calling);
    if (next)
        return ui::BarButton::Kind::primary;
    if (action == Action::finish && now.state == WindowState::serving)
        return ui::BarButton::Kind::good;
    if ((action == Action::pause && now.state == WindowState::paused) ||
        (action == Action::show && now.showing))
        return ui::BarButton::Kind::primary;
    return ui::BarButton::Kind::plain;
}

} // namespace

StaffBar::StaffBar(WindowDesk& desk, WindowSession& session, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_session(session), m_name(new ElidedLabel(u"section"_s)),
      m_place(plainLabel("bar-place", u"good"_s)), m_state(plainLabel("bar-state", u"hint"_s)),
      m_number(plainLabel("current-number", u"title"_s)), m_timer(plainLabel("bar-timer", {})),
      m_waiting(plainLabel("bar-waiting", u"title"_s)), m_signOut(new QToolButton), m_shrink(new QToolButton),
      m_edge(new QToolButton) {
    ui::setKind(*this, u"card"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_rows = new QGridLayout(this);
    m_rows->setContentsMargins(18, 10, 18, 10);
    m_rows->setHorizontalSpacing(20);
    m_rows->setVerticalSpacing(10);
    m_person = makePerson();
    m_now = makeState();
    m_keyRow = makeKeys();
    m_count = makeWaiting();
    arrange(1);

    auto* second = new QTimer(this);
    second->setInterval(std::chrono::seconds(1));
    connect(second, &QTimer::timeout, this, &StaffBar::tick);
    second->start();
    connect(&desk, &WindowDesk::changed, this, &StaffBar::follow);
    connect(&session, &WindowSession::changed, this, &StaffBar::follow);
    follow();
}

QToolButton* StaffBar::makeTool(QToolButton* button, const QString& name) {
    button->setObjectName(name);
    button->setIconSize({22, 22});
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void StaffBar::setAnywhere(const QMap<Action, QString>& keys) {
    m_anywhere.clear();
    for (const auto& [action, key] : keys.asKeyValueRange())
        m_anywhere.insert(action, tr("在其他程序中按 %1").arg(key));
    follow();
}

void StaffBar::setCompact(bool compact, bool atBottom) {
    m_compact = compact;
    m_atBottom = atBottom;
    const auto dress = [](QToolButton& button, const QString& icon, const QString& words) {
        button.setIcon(ui::lucideIcon(icon, ui::widgetColor(&ui::Palette::ink2)));
        button.setToolTip(words);
        button.setAccessibleName(words);
    };
    dress(*m_shrink, compact ? u"layout-dashboard"_s : u"minus"_s,
          compact ? tr("展开成整页（Ctrl+M）") : tr("收成窄条，总在最前（Ctrl+M）"));
    dress(*m_edge, atBottom ? u"arrow-up"_s : u"arrow-down"_s,
          atBottom ? tr("停靠到屏幕上边") : tr("停靠到屏幕下边"));
    m_edge->setVisible(compact);
}

QWidget* StaffBar::makePerson() {
    makeTool(m_signOut, u"sign-out"_s);
    m_signOut->setToolTip(tr("退出登录并关闭窗口"));
    m_signOut->setAccessibleName(tr("退出登录并关闭窗口"));
    m_signOut->setIcon(ui::lucideIcon(u"log-out"_s, ui::widgetColor(&ui::Palette::ink2)));
    connect(m_signOut, &QToolButton::clicked, this, &StaffBar::signOut);
    makeTool(m_shrink, u"bar-compact"_s);
    makeTool(m_edge, u"bar-edge"_s);
    m_shrink->setShortcut(QKeySequence(u"Ctrl+M"_s));
    connect(m_shrink, &QToolButton::clicked, this, [this] { Q_EMIT compactWanted(!m_compact); });
    connect(m_edge, &QToolButton::clicked, this, [this] { Q_EMIT edgeWanted(!m_atBottom); });
    setCompact(false, false);
    auto* part = new QWidget;
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_place);
    auto* face = new QLabel;
    face->setPixmap(ui::lucideIcon(u"user-round"_s, ui::widgetColor(&ui::Palette::primary)).pixmap(34, 34));
    row->setSpacing(12);
    row->addWidget(face);
    row->addLayout(words);
    for (auto* tool : {m_signOut, m_shrink, m_edge})
        row->addWidget(tool);
    return part;
}

QWidget* StaffBar::makeState() {
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(m_number);
    row->addWidget(m_timer);
    row->addStretch();
    column->addWidget(m_state);
    column->addLayout(row);
    m_timer->setAccessibleName(tr("本次用时"));
    return part;
}

QWidget* StaffBar::makeKeys() {
    auto* part = new QWidget;
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (const BarKey& key : Actions::bar()) {
        auto* button =
            new ui::BarButton(QLatin1StringView(key.icon), Actions::caption(key), QLatin1StringView(key.key));
        button->setObjectName(QLatin1StringView(key.name));
        const Action action = key.action;
        connect(button, &QAbstractButton::clicked, this, [this, action] { Q_EMIT pressed(action); });
        row->addWidget(button);
        m_keys[action] = button;
    }
    return part;
}

QWidget* StaffBar::makeWaiting() {
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* caption = new QLabel(tr("等候"));
    ui::setKind(*caption, u"hint"_s);
    for (auto* label : {m_waiting, caption}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    return part;
}

void StaffBar::follow() {
    const Situation now = m_desk.situation();
    const auto* window = m_desk.window();
    m_name->setFullText(m_session.staffName());
    const QString place = window == nullptr ? tr("未绑定窗口") : tr("%1 号窗口").arg(window->number);
    m_place->setText(place + u" · "_s + (now.online ? tr("在线") : tr("离线")));
    const QString tone = now.online ? u"good"_s : u"accent"_s;
    if (m_place->property("kind").toString() != tone)
        ui::setKind(*m_place, tone);
    m_waiting->setText(QString::number(now.waiting));
    m_waiting->setAccessibleName(tr("%n 人等候", nullptr, now.waiting));
    for (const auto& [action, button] : m_keys) {
        const Availability allowed = m_desk.availability(action);
        button->setEnabled(allowed.enabled);
        button->setToolTip(allowed.enabled ? m_anywhere.value(action) : allowed.why);
        button->setKind(kindOf(action, now));
    }
    const bool paused = now.state == WindowState::paused;
    m_keys[Action::pause]->setText(paused ? tr("恢复") : tr("暂停"));
    m_keys[Action::pause]->setIconName(paused ? u"circle-play"_s : u"circle-pause"_s);
    m_keys[Action::show]->setText(now.showing ? tr("收回") : tr("出示"));
    tick();
}

void StaffBar::tick() {
    const Situation now = m_desk.situation();
    const auto since = m_desk.since();
    const bool paused = now.state == WindowState::paused;
    const bool isOff = now.switchedOff && now.state == WindowState::idle;
    m_state->setText(m_desk.isWaiting() && now.online ? tr("正在等服务器答复…")
                     : !now.known                     ? tr("正在读取窗口状态")
                     : isOff                          ? tr("本窗口已停用")
                                                      : Words::windowState(now.state));
    const QString number = m_desk.number();
    const bool present = !number.isEmpty();
    const QColor tone = ui::widgetColor(present ? &ui::Palette::primary : &ui::Palette::ink);
    const QString sheet = u"color: %1;"_s.arg(tone.name());
    if (m_number->styleSheet() != sheet)
        m_number->setStyleSheet(sheet);
    m_number->setText(paused ? m_desk.pauseReason() : number.isEmpty() ? u"—"_s : number);
    m_timer->setText(
        since ? Words::clock(std::chrono::duration_cast<std::chrono::seconds>(m_desk.now() - *since))
              : QString());
    const bool undo = m_desk.availability(Action::undo).enabled;
    if (undo != m_keys[Action::undo]->isEnabled()) {
        m_keys[Action::undo]->setEnabled(undo);
        m_keys[Action::undo]->setToolTip(m_desk.availability(Action::undo).why);
    }
}

void StaffBar::arrange(int rows) {
    if (rows == m_rowCount)
        return;
    m_rowCount = rows;
    for (QWidget* part : {m_person, m_now, m_keyRow, m_count})
        m_rows->removeWidget(part);
    m_rows->addWidget(m_person, 0, 0);
    m_rows->addWidget(m_now, 0, 1);
    m_rows->addWidget(m_count, 0, 3);
    if (rows == 1)
        m_rows->addWidget(m_keyRow, 0, 2);
    else
        m_rows->addWidget(m_keyRow, 1, 0, 1, 4);
    m_rows->setColumnStretch(1, 1);
}

void StaffBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    arrange(width() < kOneRowFrom ? 2 : 1);
}

} // namespace atrium::windowterminal
