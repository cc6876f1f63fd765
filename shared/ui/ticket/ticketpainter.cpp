// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/ticket/ticketpainter.h"

#include "shared/ui/tokens/tokens.h"
#include "shared/ui/types/qrmatrix.h"

#include <QFont>
#include <QFontMetrics>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongest = 6000; // dots; cut to what is used
constexpr int kQuietModules = 4;

struct Words {
    QString department, item, windows, takenAt, ahead, wait, holder, scan, unconfirmed, duplicate;
};

Words words(bool english) {
    if (english) {
        return {u"Department"_s,
                u"Business"_s,
                u"Windows"_s,
                u"Taken"_s,
                u"Ahead"_s,
                u"Est. wait"_s,
                u"Holder"_s,
                u"Scan to see how many are ahead of you"_s,
                u"Print not confirmed"_s,
                u"Copy"_s};
    }
    return {u"部门"_s,       u"业务"_s,     u"窗口"_s,   u"取号时间"_s,
            u"前面等候"_s,   u"预计等候"_s, u"办理人"_s, u"手机扫码，随时看前面还有几人"_s,
            u"打印未确认"_s, u"补打"_s};
}

// Writes from the top down and remembers how far it came.
class Paper {
public:
    Paper(QImage& image, int dots) : m_painter(&image), m_width(dots), m_margin(dots / 24) {
        m_painter.setPen(Qt::black);
        // Dots are on or off: smoothing would only leave ragged edges after the threshold.
        m_painter.setRenderHint(QPainter::TextAntialiasing, false);
    }

    int y() const { return m_y; }
    void space(int dots) { m_y += dots; }

    void line(const QString& text, int size, bool bold, Qt::Alignment align = Qt::AlignHCenter) {
        if (!text.isEmpty()) {
            m_y += draw(text, QRect(m_margin, m_y, inner(), kLongest), font(size, bold), align) + size / 5;
        }
    }

    void number(const QString& text) {
        int size = m_width / 4;
        while (size > 16 && QFontMetrics(font(size, true)).horizontalAdvance(text) > inner()) {
            size -= 2;
        }
        // Digits have no descenders: placed by their own height, without the line's empty room.
        const QFont large = font(size, true);
        const QFontMetrics metrics(large);
        m_y += size / 4 + metrics.capHeight();
        m_painter.setFont(large);
        m_painter.drawText((m_width - metrics.horizontalAdvance(text)) / 2, m_y, text);
        m_y += size / 4;
    }

    void rule() {
        m_y += m_width / 48;
        m_painter.fillRect(m_margin, m_y, inner(), 2, Qt::black);
        m_y += m_width / 36;
    }

    // Black ground, white type: cannot be overlooked on paper.
    void banner(const QString& text, int size) {
        const int height = size * 2;
        m_painter.fillRect(m_margin, m_y, inner(), height, Qt::black);
        m_painter.setPen(Qt::white);
        m_painter.setFont(font(size, true));
        m_painter.drawText(QRect(m_margin, m_y, inner(), height), Qt::AlignCenter, text);
        m_painter.setPen(Qt::black);
        m_y += height + size / 2;
    }

    // Makes room at the left for the widest of these names.
    void setNames(const QStringList& names, int size) {
        const QFontMetrics metrics(font(size, false));
        for (const QString& name : names) {
            m_column = std::max(m_column, metrics.horizontalAdvance(name) + size);
        }
        m_column = std::min(m_column, inner() / 2);
    }

    void field(const QString& name, const QString& value, int size, bool bold = false) {
        if (value.isEmpty()) {
            return;
        }
        const int left =
            draw(name, QRect(m_margin, m_y, m_column, kLongest), font(size, false), Qt::AlignLeft);
        const int right = draw(value, QRect(m_margin + m_column, m_y, inner() - m_column, kLongest),
                               font(size, bold), Qt::AlignLeft);
        m_y += std::max(left, right) + size / 4;
    }

    void qr(const QString& text) {
        const QImage matrix = qrMatrix(text);
        if (matrix.isNull()) {
            return;
        }
        const int modules = matrix.width() + 2 * kQuietModules;
        const int module = std::max(2, std::min(m_width * 6 / 10, 300) / modules);
        const int side = matrix.width() * module;
        m_y += kQuietModules * module;
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        m_painter.drawImage(QRect((m_width - side) / 2, m_y, side, side), matrix);
        m_y += side + kQuietModules * module;
    }

private:
    int inner() const { return m_width - 2 * m_margin; }

    static QFont font(int size, bool bold) {
        QFont font(QString::fromUtf8(kFontFamily.data(), static_cast<qsizetype>(kFontFamily.size())));
        font.setPixelSize(size);
        font.setWeight(bold ? QFont::Bold : QFont::Medium);
        font.setStyleStrategy(QFont::NoAntialias);
        return font;
    }

    int draw(const QString& text, QRect room, const QFont& font, Qt::Alignment align) {
        m_painter.setFont(font);
        // A long number or address without blanks must not run off the paper either.
        QTextOption option(align | Qt::AlignTop);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_painter.drawText(QRectF(room), text, option);
        return static_cast<int>(std::ceil(m_painter.boundingRect(QRectF(room), text, option).height()));
    }

    QPainter m_painter;
    int m_width;
    int m_margin;
    int m_column = 0;
    int m_y = 0;
};

// "A0127" is read aloud and matched more easily as "A 0127".
QString spaced(const QString& number) {
    const auto digit = std::find_if(number.cbegin(), number.cend(), [](QChar c) { return c.isDigit(); });
    const auto at = digit - number.cbegin();
    if (at <= 0 || digit == number.cend() || number.contains(u'-')) {
        return number;
    }
    return number.left(at) + u' ' + number.mid(at);
}

} // namespace

QImage paintTicket(const TicketPrint& ticket, int dots) {
    dots = std::max(256, dots / 8 * 8);
    const Words word = words(ticket.english);
    const int body = dots >= kTicketDots80 ? 26 : 22;
    QImage page(dots, kLongest, QImage::Format_RGB32);
    page.fill(Qt::white);
    int used = 0;
    {
        Paper paper(page, dots);
        paper.space(body / 2);
        paper.line(ticket.hall, body + 4, true);
        if (ticket.duplicate) {
            paper.banner(word.duplicate, body);
        }
        if (ticket.unconfirmed) {
            paper.banner(word.unconfirmed, body);
        }
        paper.number(spaced(ticket.number));
        paper.line(ticket.item, body + 8, true);
        paper.rule();
        paper.setNames({word.department, word.windows, word.ahead, word.wait, word.takenAt, word.holder},
                       body);
        paper.field(word.department, ticket.department, body);
        paper.field(word.windows, ticket.windows, body, true);
        paper.field(word.ahead, ticket.peopleAhead, body, true);
        paper.field(word.wait, ticket.expectedWait, body, true);
        paper.field(word.takenAt, ticket.takenAt, body);
        paper.field(word.holder, ticket.holder, body);
        paper.rule();
        for (const QString& hint : ticket.hints) {
            paper.line(hint, body, false, Qt::AlignLeft);
        }
        if (!ticket.qrText.isEmpty()) {
            paper.qr(ticket.qrText);
            paper.line(word.scan, body - 2, false);
        }
        paper.space(body);
        used = std::min(paper.y(), kLongest);
    }
    return page.copy(0, 0, dots, used)
        .convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
}

} // namespace atrium::ui
