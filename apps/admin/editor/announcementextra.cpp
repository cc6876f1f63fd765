// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/announcementextra.h"

#include "apps/admin/records/words.h"
#include "shared/rules/speech/speech.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char* kNumber = "A0121";
constexpr const char* kWindow = "3";

} // namespace

AnnouncementExtra::AnnouncementExtra(QWidget* parent)
    : FormExtra(parent), m_button(new QPushButton(tr("看播报内容"), this)), m_words(new QLabel(this)) {
    m_button->setObjectName(u"show-announcement"_s);
    m_button->setIcon(ui::lucideIcon(u"volume-2"_s, ui::widgetColor(&ui::Palette::primary)));
    m_words->setObjectName(u"announcement-text"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(m_words);
    connect(m_button, &QPushButton::clicked, this, &AnnouncementExtra::say);
}

void AnnouncementExtra::setRecord(const Record& record, bool /*isNew*/) {
    m_record = record;
    m_words->clear();
}

void AnnouncementExtra::recordEdited(const Record& record) {
    m_record = record;
    if (!m_words->text().isEmpty())
        say();
}

void AnnouncementExtra::say() {
    QStringList lines{tr("以 %1 号、%2 号窗口为例：").arg(QLatin1String(kNumber), QLatin1String(kWindow))};
    const speech::Options options{.ratePercent = valueAt(m_record, u"announcement.ratePercent"_s).toInt()};
    for (const QVariant& language : valueAt(m_record, u"announcement.languages"_s).toList()) {
        const bool chinese = language.toString() == u"zh";
        const QString pattern =
            valueAt(m_record, chinese ? u"announcement.templateZh"_s : u"announcement.templateEn"_s)
                .toString();
        QString plain = pattern;
        plain.replace(u"{number}"_s, QLatin1String(kNumber)).replace(u"{window}"_s, QLatin1String(kWindow));
        QStringList spoken;
        for (const auto& segment :
             speech::announcement(chinese ? speech::Language::zh : speech::Language::en,
                                  pattern.toStdString(), {{"number", kNumber}, {"window", kWindow}}, options))
            spoken.append(QString::fromStdString(segment.text));
        lines.append(u"%1:%2\n    %3"_s.arg(enumWord(language.toString()), plain, spoken.join(u" | "_s)));
    }
    lines.append(tr("共播报 %n 遍", nullptr, valueAt(m_record, u"announcement.repeat"_s).toInt()));
    m_words->setText(lines.join(u'\n'));
}

} // namespace atrium::admin
