// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/actions.h"

namespace atrium::windowterminal {

using model::WindowState;

namespace {

Availability no(const QString& why) {
    return {false, why};
}
Availability yes() {
    return {true, {}};
}

} // namespace

const std::array<BarKey, 11>& Actions::bar() {
    static const std::array<BarKey, 11> keys{{
        {Action::call, "bar-call", "bell", QT_TR_NOOP("叫号"), "F2"},
        {Action::recall, "bar-recall", "volume-2", QT_TR_NOOP("重呼"), "F3"},
        {Action::start, "bar-start", "circle-play", QT_TR_NOOP("开始"), "F4"},
        {Action::finish, "bar-finish", "circle-check", QT_TR_NOOP("完成"), "F5"},
        {Action::noShow, "bar-no-show", "user-x", QT_TR_NOOP("过号"), "F6"},
        {Action::transfer, "bar-transfer", "arrow-right-left", QT_TR_NOOP("转号"), "F7"},
        {Action::pause, "bar-pause", "circle-pause", QT_TR_NOOP("暂停"), "F8"},
        {Action::show, "bar-show", "screen-share", QT_TR_NOOP("出示"), "F9"},
        {Action::rating, "bar-rating", "star", QT_TR_NOOP("评价"), "F10"},
        {Action::hold, "bar-hold", "hourglass", QT_TR_NOOP("挂起"), "F11"},
        {Action::undo, "bar-undo", "undo-2", QT_TR_NOOP("撤销"), "Ctrl+Z"},
    }};
    return keys;
}

Availability Actions::availability(Action action, const Situation& now) {
    if (!now.online)
        return no(tr("与服务器断开，恢复连接后才能办理"));
    if (!now.known)
        return no(tr("正在读取窗口状态"));
    if (now.busy)
        return no(tr("上一项操作还在办理"));
    if (now.state == WindowState::closed)
        return no(tr("窗口没有开启，请重新登录"));

    const bool present = now.state == WindowState::calling || now.state == WindowState::serving;
    switch (action) {
    case Action::call:
        if (present)
            return no(tr("请先结束当前号码"));
        if (now.state == WindowState::paused)
            return no(tr("窗口已暂停，请先恢复服务"));
        if (now.switchedOff)
            return no(tr("管理员停用了本窗口，不能再叫号"));
        return now.waiting > 0 ? yes() : no(tr("没有人在等候"));
    case Action::recall:
        if (now.state != WindowState::calling)
            return no(tr("没有正在呼叫的号码"));
        return now.recallsLeft ? yes() : no(tr("重呼次数已用完，请开始服务或过号"));
    case Action::start:
        return now.state == WindowState::calling ? yes() : no(tr("没有正在呼叫的号码"));
    case Action::noShow:
        return now.state == WindowState::calling ? yes() : no(tr("只有呼叫中的号码可以过号"));
    case Action::finish:
        return now.state == WindowState::serving ? yes() : no(tr("没有正在办理的号码"));
    case Action::show:
        return now.state == WindowState::serving ? yes() : no(tr("开始办理后才能向办事人出示指南"));
    case Action::transfer:
    case Action::hold:
        return present ? yes() : no(tr("没有当前号码"));
    case Action::pause:
        return present ? no(tr("请先结束当前号码")) : yes();
    case Action::rating:
        return now.rateable ? yes() : no(tr("没有可以再次请评的服务（每次服务只可再请一次）"));
    case Action::undo:
        return now.undoOpen ? yes() : no(tr("两分钟内的完成或过号才可以撤销"));
    }
    return no({});
}

} // namespace atrium::windowterminal
