// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/records/words.h"

#include <QCoreApplication>

namespace atrium::admin {

namespace {

const char* sentence(model::ErrorCode code) {
    switch (code) {
    case model::ErrorCode::invalid:
        return QT_TRANSLATE_NOOP("Words", "有一项填得不对，请改正后再保存。");
    case model::ErrorCode::notFound:
        return QT_TRANSLATE_NOOP("Words", "服务器上已没有这条记录。");
    case model::ErrorCode::conflict:
        return QT_TRANSLATE_NOOP("Words", "与现有数据冲突，没有改动。");
    case model::ErrorCode::unauthenticated:
        return QT_TRANSLATE_NOOP("Words", "账号或密码不对，或登录已失效，请重新登录。");
    case model::ErrorCode::forbidden:
        return QT_TRANSLATE_NOOP("Words", "您的角色不能这样做。");
    case model::ErrorCode::tooMany:
        return QT_TRANSLATE_NOOP("Words", "尝试次数太多，请稍等几分钟再试。");
    case model::ErrorCode::tooLarge:
        return QT_TRANSLATE_NOOP("Words", "内容太长或文件太大，请缩短后再试。");
    case model::ErrorCode::unavailable:
        return QT_TRANSLATE_NOOP("Words", "服务器没有回答。您填的内容还在，连接恢复后请再试一次。");
    default:
        return QT_TRANSLATE_NOOP("Words", "服务器拒绝了这次操作，没有改动。");
    }
}

} // namespace

QString errorWord(const model::Error& error) {
    const QString said = QCoreApplication::translate("Words", sentence(error.code));
    const bool helps = error.code == model::ErrorCode::invalid || error.code == model::ErrorCode::conflict;
    return helps && !error.detail.empty()
               ? QStringLiteral("%1(%2)").arg(said, QString::fromStdString(error.detail))
               : said;
}

} // namespace atrium::admin
