// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/textselection.h"

#include "widgets/common/paint/plaintext.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/// What came with a message, in words: it was said, too.
QStringList attachmentLines(const RowContent &row)
{
    QStringList lines;
    for (const AttachmentBox &box : row.attachments)
        lines.append(u"[%1] %2"_s.arg(visibleText(box.detail), visibleText(box.name)));
    if (!row.words.isEmpty())
        lines.append(row.wordsFrom + u' ' + row.words);
    return lines;
}

} // namespace

QString shownText(const RowContent &row)
{
    const QStringView start = boundedStart(row.text, row.whole ? kWholeText : kShortText);
    return start.isEmpty() ? QString() : isolatedBody(start);
}

void TextSelection::set(Point anchor, Point cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
}

TextSelection::Range TextSelection::in(qsizetype row) const
{
    const Point from = first();
    const Point to = last();
    if (isEmpty() || row < from.row || row > to.row)
        return {};
    return {row == from.row ? from.position : 0, row == to.row ? to.position : -1};
}

void TextSelection::inserted(qsizetype row, qsizetype count)
{
    for (Point *point : {&m_anchor, &m_cursor}) {
        if (point->row >= row)
            point->row += count;
    }
}

void TextSelection::removed(qsizetype row, qsizetype count)
{
    for (Point *point : {&m_anchor, &m_cursor}) {
        if (point->row >= row + count) {
            point->row -= count;
        } else if (point->row >= row) {
            clear();
            return;
        }
    }
}

QString selectedText(const TextSelection &selection,
                     const std::function<RowContent(qsizetype row)> &contentOf)
{
    if (selection.isEmpty())
        return {};
    QStringList parts;
    const qsizetype first = selection.first().row;
    const qsizetype last = qMin(selection.last().row, first + selectionLimit - 1);
    for (qsizetype row = first; row <= last; ++row) {
        const RowContent content = contentOf(row);
        const QString shown = shownText(content);
        const TextSelection::Range range = selection.in(row);
        const qsizetype start = qBound(qsizetype(0), qsizetype(range.start), shown.size());
        const qsizetype end =
            range.end < 0 ? shown.size() : qBound(start, qsizetype(range.end), shown.size());
        QStringList lines = selection.spansRows() ? attachmentLines(content) : QStringList();
        const QString text = cleanedText(QStringView(shown).sliced(start, end - start));
        if (!text.isEmpty())
            lines.append(text);
        if (lines.isEmpty())
            continue;
        if (selection.spansRows())
            lines.prepend(visibleText(content.copyHead()));
        parts.append(lines.join(u'\n'));
    }
    return parts.join(u'\n');
}

} // namespace quntai
