// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/stalenotice.h"

#include "apps/admin/records/formtable.h"
#include "apps/admin/records/words.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostLines = 6;
constexpr int kLongestWord = 60; ///< characters of one value: the form below must stay in sight

QString shortened(const QString& text) {
    return text.size() <= kLongestWord ? text : text.first(kLongestWord) + u'…';
}

/// What is in `all` and not in `others`.
QVariantList without(QVariantList all, const QVariantList& others) {
    for (const QVariant& one : others)
        all.removeOne(one);
    return all;
}

/// "名称:「a」→「b」"; of a list of names only what went and what came.
QString changeLine(const Field& field, const QString& label, const QVariant& before, const QVariant& now,
                   const sync::Replica& replica) {
    const auto word = [&](const QVariant& value) { return shortened(valueWord(field, value, replica)); };
    if (field.type != FieldType::references && field.type != FieldType::choices)
        return StaleNotice::tr("%1:「%2」→「%3」").arg(label, word(before), word(now));
    const auto gone = without(before.toList(), now.toList());
    const auto come = without(now.toList(), before.toList());
    if (gone.isEmpty() && come.isEmpty())
        return StaleNotice::tr("%1:次序变了").arg(label);
    if (come.isEmpty())
        return StaleNotice::tr("%1:去掉「%2」").arg(label, word(gone));
    if (gone.isEmpty())
        return StaleNotice::tr("%1:加上「%2」").arg(label, word(come));
    return StaleNotice::tr("%1:去掉「%2」，加上「%3」").arg(label, word(gone), word(come));
}

} // namespace

StaleNotice::StaleNotice(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_reload(new QPushButton(tr("载入最新内容"), this)),
      m_keep(new QPushButton(tr("保留我的修改"), this)) {
    setObjectName(u"stale"_s);
    m_text->setObjectName(u"stale-text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_reload->setObjectName(u"stale-reload"_s);
    m_keep->setObjectName(u"stale-keep"_s);
    m_keep->setToolTip(tr("把您改过的各项放到最新内容上，再由您保存"));
    setStyleSheet(u"#stale { background: %1; border-radius: %2px; }"_s
                      .arg(ui::widgetColor(&ui::Palette::warningLight).name())
                      .arg(ui::kMeasures.deskRadiusButton));
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_text, 1);
    row->addWidget(m_keep, 0, Qt::AlignTop);
    row->addWidget(m_reload, 0, Qt::AlignTop);
    connect(m_reload, &QPushButton::clicked, this, &StaleNotice::reloadWanted);
    connect(m_keep, &QPushButton::clicked, this, &StaleNotice::keepWanted);
    hide();
}

void StaleNotice::showDifference(const RecordKind& kind, const Record& base, const std::optional<Record>& now,
                                 const sync::Replica& replica, bool own) {
    m_keep->setVisible(now.has_value());
    m_reload->setText(now ? tr("载入最新内容") : tr("关闭"));
    if (!now) {
        m_text->setText(own ? tr("这条记录已由您撤销或删除。您后来填的内容还在屏幕上，可以抄下来。")
                            : tr("这条记录刚被别人删除。您填的内容还在屏幕上，可以抄下来。"));
        show();
        return;
    }
    QStringList lines{own ? tr("您撤销或重做的修改已经生效，后来填的还没有保存：")
                          : tr("这条记录刚被别人改过，您的修改还没有保存：")};
    for (const QString& path : differingFields(kind.fields(), base, *now)) {
        const FieldForm* form = fieldForm(kindForm(kind.name()), path);
        for (const Field& field : kind.fields()) {
            if (field.path == path && form != nullptr && lines.size() <= kMostLines)
                lines.append(changeLine(field, fieldText(form->label), valueAt(base, path),
                                        valueAt(*now, path), replica));
        }
    }
    m_text->setText(lines.join(u'\n'));
    show();
}

} // namespace atrium::admin
