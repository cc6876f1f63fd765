// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/guideview.h"

#include "apps/window-terminal/view/words.h"
#include "shared/model/serviceitem.h"
#include "shared/ui/appkit/localtext.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

QLabel* line(const QString& words, const QString& kind = {}) {
    auto* label = new QLabel(words);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!kind.isEmpty())
        ui::setKind(*label, kind);
    return label;
}

QVBoxLayout* column() {
    auto* result = new QVBoxLayout;
    result->setSpacing(8);
    return result;
}

QString days(int count) {
    return count == 0 ? GuideView::tr("当场办结") : GuideView::tr("%n 个工作日", nullptr, count);
}

} // namespace

GuideView::GuideView(QWidget* parent) : QScrollArea(parent) {
    setObjectName(u"guide"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("办事指南"));
    // The card below shows through, in every theme.
    viewport()->setAutoFillBackground(false);
    setStyleSheet(u"QScrollArea { background: transparent; }"_s);
}

void GuideView::show(const model::ServiceItem* item) {
    const QString wanted =
        item == nullptr ? QString() : text(item->id.value) + u'@' + QString::number(item->version);
    if (wanted == m_shown && widget() != nullptr)
        return;
    m_shown = wanted;
    auto* page = new QWidget;
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 12, 0);
    columns->setSpacing(40);
    auto* left = column();
    auto* right = column();
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    if (item == nullptr) {
        left->addWidget(line(tr("没有这个事项的办事指南。"), u"hint"_s));
    } else {
        left->addWidget(line(tr("材料清单（%1 项）").arg(item->materials.size()), u"section"_s));
        if (item->materials.empty())
            left->addWidget(line(tr("不需要材料，或指南尚未登记。"), u"hint"_s));
        int number = 0;
        for (const auto& material : item->materials) {
            left->addWidget(line(u"%1. %2"_s.arg(++number).arg(text(material.name))));
            QStringList facts{ui::usualWord(material.form), tr("%n 份", nullptr, material.copies),
                              material.required ? tr("必要") : tr("非必要")};
            facts.removeAll(QString());
            if (!material.note.empty())
                facts.append(text(material.note));
            auto* detail = line(facts.join(u" · "_s), u"hint"_s);
            detail->setContentsMargins(20, 0, 0, 4);
            left->addWidget(detail);
        }
        right->addWidget(line(tr("受理条件"), u"section"_s));
        if (item->conditions.empty())
            right->addWidget(line(tr("无特别条件。"), u"hint"_s));
        for (const auto& condition : item->conditions)
            right->addWidget(line(u"• "_s + text(condition)));
        right->addSpacing(8);
        right->addWidget(line(tr("时限与费用"), u"section"_s));
        right->addWidget(line(tr("承诺时限：%1").arg(days(item->promisedDays))));
        right->addWidget(line(tr("法定时限：%1").arg(days(item->legalDays))));
        if (!item->fee.empty())
            right->addWidget(line(tr("收费：%1").arg(ui::usualWord(item->fee))));
        if (!item->legalBasis.empty()) {
            right->addSpacing(8);
            right->addWidget(line(tr("办理依据"), u"section"_s));
            for (const auto& basis : item->legalBasis)
                right->addWidget(line(text(basis.law) + text(basis.article), u"hint"_s));
        }
    }
    left->addStretch();
    right->addStretch();
    setWidget(page);
    page->setAutoFillBackground(false); // setWidget() turned it on
}

} // namespace atrium::windowterminal
