// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/messageextra.h"

#include "apps/admin/records/words.h"
#include "shared/model/reflect.h"
#include "shared/rules/messages/parts.h"
#include "shared/rules/messages/template.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

rules::messages::Values exampleOf(model::Language language) {
    rules::messages::Values values;
    values.number = "A0121";
    values.item = language == model::Language::en ? "Company start-up" : "企业开办一件事";
    values.ahead = 3;
    values.minutes = "10-15";
    values.window = 3;
    return values;
}

QString faultWord(const rules::messages::TemplateError& error) {
    using rules::messages::TemplateFault;
    const QString place = u"{%1}"_s.arg(QString::fromStdString(error.place));
    switch (error.fault) {
    case TemplateFault::empty:
        return MessageExtra::tr("还没有内容。");
    case TemplateFault::malformed:
        return MessageExtra::tr("含有不能显示的控制字符，请删去后重新输入。");
    case TemplateFault::unknownPlace:
        return MessageExtra::tr("没有 %1 这个占位词，请核对拼写。").arg(place);
    case TemplateFault::notForKind:
        return MessageExtra::tr("这一类短信里 %1 没有内容可填，请删去。").arg(place);
    case TemplateFault::openBrace:
    case TemplateFault::strayBrace:
        return MessageExtra::tr("花括号不成对，请补全或删去。");
    case TemplateFault::tooLong:
        return MessageExtra::tr("填入最长的内容后超过 %n 条短信，请缩短。", nullptr,
                                rules::messages::kMostParts);
    }
    return {};
}

} // namespace

MessageExtra::MessageExtra(sync::HallClient& client, QWidget* parent)
    : FormExtra(parent), m_client(client), m_words(new QLabel(this)) {
    auto* title = new QLabel(tr("收到的短信"), this);
    ui::setKind(*title, u"section"_s);
    m_words->setObjectName(u"message-text"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addWidget(m_words);
    column->addStretch();
}

void MessageExtra::setRecord(const Record& record, bool /*isNew*/) {
    recordEdited(record);
}

void MessageExtra::recordEdited(const Record& record) {
    model::MessageKind kind{};
    model::enumFromName(record.value(u"kind"_s).toString().toStdString(), kind);
    const auto& halls = m_client.replica().all<model::Hall>();
    const std::string signature = halls.empty() ? std::string() : halls.front().messages.signature;
    QStringList lines;
    for (const auto language : {model::Language::zh, model::Language::en}) {
        const bool english = language == model::Language::en;
        const std::string text = record.value(english ? u"textEn"_s : u"text"_s).toString().toStdString();
        if (english && text.empty())
            continue;
        lines.append(enumWord(english ? u"en"_s : u"zh"_s));
        if (const auto error = rules::messages::checkTemplate(text, kind, signature)) {
            lines.append(faultWord(*error));
            continue;
        }
        const auto message = signature + rules::messages::fillTemplate(text, kind, exampleOf(language));
        lines.append(QString::fromStdString(message));
        lines.append(tr("%n 条短信", nullptr, rules::messages::countParts(message)));
    }
    m_words->setText(lines.join(u'\n'));
}

} // namespace atrium::admin
