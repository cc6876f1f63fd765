// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/words.h"

#include "shared/sync/qt/replica.h"
#include "shared/ui/tokens/theme.h"

#include <QDateTime>
#include <QTimeZone>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;
using model::ErrorCode;

QString hallTime(model::Instant at, const sync::Replica& replica) {
    const auto& halls = replica.all<model::Hall>();
    const QTimeZone zone(halls.empty() ? QByteArrayLiteral("Asia/Shanghai")
                                       : QByteArray::fromStdString(halls.front().timeZone));
    return QDateTime::fromMSecsSinceEpoch(model::toMillis(at))
        .toTimeZone(zone.isValid() ? zone : QTimeZone::utc())
        .toString(u"HH:mm"_s);
}

QString Words::refusal(const model::Error& error) {
    switch (error.code) {
    case ErrorCode::invalid:
        return tr("输入有误，没有办理：%1").arg(text(error.detail));
    case ErrorCode::notFound:
    case ErrorCode::gone:
        return tr("没有找到这个号码");
    case ErrorCode::conflict:
        return tr("现在不能这样办理，号码或窗口的状态已改变：%1").arg(text(error.detail));
    case ErrorCode::unauthenticated:
        return tr("登录已失效，请重新登录");
    case ErrorCode::forbidden:
        return tr("当前账号或终端没有这项权限");
    case ErrorCode::tooMany:
        return tr("操作太频繁，请稍候再试");
    case ErrorCode::tooLarge:
        return tr("内容太长，请缩短后再试");
    case ErrorCode::unavailable:
        return tr("服务器没有答复，可能已经办理：请看当前状态后再决定是否重试");
    case ErrorCode::quotaReached:
        return tr("今日号码已发完");
    case ErrorCode::outsideHours:
        return tr("现在不是取号时间");
    case ErrorCode::queueClosed:
        return tr("该事项或队列已停用");
    case ErrorCode::identityRequired:
        return tr("该队列实名取号，请先核验证件");
    case ErrorCode::tooManyOpenTickets:
        return tr("此人在该队列已有未办结的号码");
    case ErrorCode::windowClosed:
        return tr("窗口没有开启，请重新登录");
    case ErrorCode::windowPaused:
        return tr("窗口已暂停，请先恢复服务");
    case ErrorCode::windowBusy:
        return tr("请先结束当前号码");
    case ErrorCode::nothingWaiting:
        return tr("没有可呼叫的号码");
    case ErrorCode::recallLimit:
        return tr("重呼次数已用完，请开始服务或过号");
    case ErrorCode::undoExpired:
        return tr("已超过两分钟，或之后又办理了别的，不能撤销");
    case ErrorCode::notServable:
        return tr("没有窗口办理该事项，或所选窗口不办理该事项");
    case ErrorCode::alreadyRated:
        return tr("本次服务已评价，或评价页已关闭");
    }
    return text(error.detail);
}

QString Words::signInRefusal(const model::Error& error) {
    switch (error.code) {
    case ErrorCode::unauthenticated:
        return tr("账号或密码不正确");
    case ErrorCode::forbidden:
        return tr("该账号不能在此终端登录");
    case ErrorCode::tooMany:
        return tr("输错次数太多，请稍候再试");
    case ErrorCode::unavailable:
        return tr("服务器没有答复，请稍候再试");
    case ErrorCode::windowClosed:
        return tr("本窗口已停用，请联系管理员");
    case ErrorCode::conflict:
        return error.path == "/staffId" ? tr("您已在另一个窗口登录，请先在那里退出")
                                        : tr("本窗口已有其他人员登录，请先让其退出");
    default:
        return refusal(error);
    }
}

QString Words::windowState(model::WindowState state) {
    switch (state) {
    case model::WindowState::closed:
        return tr("窗口未开启");
    case model::WindowState::idle:
        return tr("空闲，可以叫号");
    case model::WindowState::calling:
        return tr("正在呼叫");
    case model::WindowState::serving:
        return tr("正在办理");
    case model::WindowState::paused:
        return tr("暂停服务");
    }
    return {};
}

QString Words::ticketState(model::TicketState state) {
    switch (state) {
    case model::TicketState::reserved:
        return tr("等待打印结果");
    case model::TicketState::waiting:
        return tr("等候中");
    case model::TicketState::called:
        return tr("已呼叫");
    case model::TicketState::serving:
        return tr("办理中");
    case model::TicketState::held:
        return tr("已挂起");
    case model::TicketState::finished:
        return tr("已办结");
    case model::TicketState::noShow:
        return tr("已过号");
    case model::TicketState::cancelled:
        return tr("已取消");
    case model::TicketState::voided:
        return tr("已作废");
    case model::TicketState::expired:
        return tr("当日已过期");
    }
    return {};
}

QString Words::orderReason(const std::string& reason) {
    if (reason == "finallyCallBy")
        return tr("等候已超过最长时限，最先呼叫");
    if (reason == "transferred")
        return tr("由其他窗口转来，按原到达时间排队");
    if (reason == "appointment")
        return tr("在预约的时间内，先办理");
    if (reason == "preferred")
        return tr("您优先办理本队列");
    if (reason == "backup")
        return tr("您是本队列的后备，没有其他人等候时呼叫");
    if (reason == "aged")
        return tr("等候较久，级别已提前");
    if (reason == "priority")
        return tr("优先级较高");
    if (reason == "placesBack")
        return tr("过号后返回，须让过几个号码");
    if (reason == "arrival")
        return tr("按到达先后");
    return {};
}

QString Words::clock(std::chrono::seconds span) {
    const auto total = std::max<std::int64_t>(0, span.count());
    const auto two = [](std::int64_t value) { return u"%1"_s.arg(value, 2, 10, QChar(u'0')); };
    const QString tail = two(total / 60 % 60) + u':' + two(total % 60);
    return total < 3600 ? tail : QString::number(total / 3600) + u':' + tail;
}

QString Words::minutes(int minutes) {
    return minutes < 60 ? tr("%1 分").arg(minutes) : tr("%1 时 %2 分").arg(minutes / 60).arg(minutes % 60);
}

} // namespace atrium::windowterminal
