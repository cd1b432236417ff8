// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/bodytext.h"

#include "widgets/common/paint/plaintext.h"

#include <QTextBoundaryFinder>

namespace quntai {

namespace {

QList<QTextLayout::FormatRange> mentionFormats(const Theme &theme, const QString &shown,
                                               const QStringList &mentions)
{
    QList<QTextLayout::FormatRange> formats;
    for (const QString &name : mentions) {
        const QString wanted = u'@' + visibleText(name);
        if (wanted.size() < 2)
            continue;
        QTextCharFormat format;
        format.setForeground(theme.color(ColorRole::TextLink));
        for (qsizetype at = shown.indexOf(wanted); at >= 0;
             at = shown.indexOf(wanted, at + wanted.size()))
            formats.append({int(at), int(wanted.size()), format});
    }
    return formats;
}

QTextOption plainOption()
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    return option;
}

} // namespace

QStringView boundedStart(QStringView text, TextBound bound)
{
    qsizetype end = qMin(text.size(), bound.characters);
    qsizetype lines = 0;
    for (qsizetype i = 0; i < end; ++i) {
        if (text[i] == u'\n' && ++lines == bound.lines)
            end = i;
    }
    if (end < text.size() && end > 0 && text[end - 1].isHighSurrogate())
        --end;
    return text.first(end);
}

BodyText::BodyText(const Theme &theme, const QString &text, const QStringList &mentions,
                   TextBound bound, int width)
{
    const QStringView start = boundedStart(text, bound);
    m_cut = start.size() < text.size();
    m_lineHeight = theme.lineHeight(TextRole::Message);
    if (start.isEmpty())
        return;
    QString shown = isolatedBody(start);
    shown.replace(u'\n', QChar::LineSeparator);
    m_layout = std::make_shared<QTextLayout>(shown, theme.font(TextRole::Message));
    m_layout->setTextOption(plainOption());
    m_layout->setFormats(mentionFormats(theme, shown, mentions));
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(qMax(1, width));
        // Fallback fonts (emoji, other scripts) may be taller than the grid's line.
        const int room = qMax(m_lineHeight, qCeil(line.height()) - 3);
        line.setPosition({0, m_height + (room - line.height()) / 2});
        m_height += room;
    }
    m_layout->endLayout();
}

int BodyText::lastLineWidth() const
{
    if (!m_layout || m_layout->lineCount() == 0)
        return 0;
    return qCeil(m_layout->lineAt(m_layout->lineCount() - 1).naturalTextWidth());
}

int BodyText::positionAt(const QPointF &point) const
{
    if (!m_layout)
        return 0;
    for (int i = 0; i < m_layout->lineCount(); ++i) {
        const QTextLine line = m_layout->lineAt(i);
        const bool last = i + 1 == m_layout->lineCount();
        if (last || point.y() < m_layout->lineAt(i + 1).y())
            return line.xToCursor(point.x());
    }
    return 0;
}

std::pair<int, int> BodyText::wordAt(int position) const
{
    const QString text = shown();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(qBound(0, position, int(text.size())));
    if (!finder.isAtBoundary())
        finder.toPreviousBoundary();
    const qsizetype start = qMax<qsizetype>(0, finder.position());
    const qsizetype end = finder.toNextBoundary();
    return {int(start), int(end < 0 ? text.size() : end)};
}

QString BodyText::cleaned(int start, int end) const
{
    QString text = shown();
    start = qBound(0, start, int(text.size()));
    end = qBound(start, end, int(text.size()));
    text = text.sliced(start, end - start);
    text.replace(QChar::LineSeparator, u'\n');
    return cleanedText(text);
}

} // namespace quntai
