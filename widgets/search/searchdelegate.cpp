// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/searchdelegate.h"

#include "models/items/searchmodel.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"

#include <QDateTime>
#include <QPainter>
#include <QTextLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 76;
constexpr int pad = 16;
constexpr int before = 24;     // characters shown before the first hit
constexpr int excerpt = 160;
constexpr int lines = 2;

struct Piece
{
    QString text;
    bool hit = false;
};

/** The words around the first hit, made visible piece by piece, so that marks stay where they are
 * though hidden characters turn into several. */
QList<Piece> piecesOf(const QString &text, const QList<Span> &spans)
{
    const int first = spans.isEmpty() ? 0 : spans.constFirst().start;
    int at = std::max(0, first - before);
    if (at > 0 && at < text.size() && text.at(at).isLowSurrogate())
        --at;
    QList<Piece> pieces;
    if (at > 0)
        pieces.append({u"…"_s, false});
    const int end = int(std::min<qsizetype>(text.size(), at + excerpt));
    for (const auto &span : spans) {
        if (span.start < at || span.start >= end)
            continue;
        if (span.start > at)
            pieces.append({visibleText(QStringView(text).sliced(at, span.start - at)), false});
        const int length = std::min(span.length, end - span.start);
        pieces.append({visibleText(QStringView(text).sliced(span.start, length)), true});
        at = span.start + length;
    }
    if (at < end)
        pieces.append({visibleText(QStringView(text).sliced(at, end - at)), false});
    return pieces;
}

QString whenText(Instant at)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(at.ms);
    return time.toString(u"MM-dd HH:mm"_s);
}

/** What the words stand in, when it is no text. */
QString placeText(MessageKind from)
{
    if (from == MessageKind::Image)
        return SearchDelegate::tr("in the picture");
    return from == MessageKind::Voice ? SearchDelegate::tr("spoken") : QString();
}

} // namespace

SearchDelegate::SearchDelegate(ThemeHost &host, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host)
{
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight};
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto &theme = m_host.theme();
    const auto message = index.data(SearchModel::MessageValue).value<MessagePtr>();
    if (!message)
        return;
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(ColorRole::SurfaceSelected));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.color(ColorRole::SurfaceHover));
    paintHLine(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
               theme.color(ColorRole::BorderSubtle));
    QRect line(option.rect.left() + pad, option.rect.top() + 8, option.rect.width() - 2 * pad, 20);
    const auto when = whenText(message->at);
    const int whenWidth = textWidth(theme.font(TextRole::Caption), when);
    paintText(*painter, theme, line, when, TextRole::Caption, ColorRole::TextTertiary,
              Qt::AlignRight);
    line.setWidth(line.width() - whenWidth - space::x2);
    const int name = paintText(*painter, line, visibleText(message->author.name, 40),
                               theme.boldFont(TextRole::Caption),
                               theme.color(ColorRole::TextPrimary));
    line.setLeft(line.left() + name + space::x2);
    const auto place = placeText(index.data(SearchModel::From).value<MessageKind>());
    const int placeWidth = place.isEmpty() ? 0 : textWidth(theme.font(TextRole::Caption), place);
    paintText(*painter, theme, line, place, TextRole::Caption, ColorRole::AccentFg, Qt::AlignRight);
    line.setWidth(line.width() - placeWidth - space::x2);
    paintText(*painter, theme, line,
              visibleText(index.data(SearchModel::GroupName).toString(), 60), TextRole::Caption,
              ColorRole::TextSecondary);
    paintExcerpt(*painter,
                 QRect(option.rect.left() + pad, option.rect.top() + 30,
                       option.rect.width() - 2 * pad, rowHeight - 34),
                 index);
    painter->restore();
}

void SearchDelegate::paintExcerpt(QPainter &painter, const QRect &rect,
                                  const QModelIndex &index) const
{
    const auto &theme = m_host.theme();
    QString whole;
    QList<QTextLayout::FormatRange> marks;
    for (const auto &piece : piecesOf(index.data().toString(),
                                      index.data(SearchModel::Spans).value<QList<Span>>())) {
        if (piece.hit) {
            QTextLayout::FormatRange mark;
            mark.start = int(whole.size());
            mark.length = int(piece.text.size());
            mark.format.setBackground(theme.color(ColorRole::WarningTint));
            mark.format.setForeground(theme.color(ColorRole::WarningFg));
            mark.format.setFontWeight(QFont::Bold);
            marks.append(mark);
        }
        whole += piece.text;
    }
    QTextLayout text(whole, theme.font(TextRole::Caption));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text.setTextOption(option);
    text.setFormats(marks);
    text.beginLayout();
    qreal y = 0;
    for (int i = 0; i < lines; ++i) {
        auto line = text.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        line.setPosition({0, y});
        y += 20;
    }
    text.endLayout();
    painter.setPen(theme.color(ColorRole::TextSecondary));
    text.draw(&painter, rect.topLeft());
}

} // namespace quntai
