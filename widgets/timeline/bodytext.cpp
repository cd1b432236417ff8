// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/bodytext.h"

#include "widgets/common/paint/plaintext.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFewestDigits = 4; // fewer are a time of day or a price
constexpr int kMostDigits = 24;
constexpr int kMostEntities = 8;

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

/// A number stands by itself: one digit more on either side makes it another one.
bool standsAlone(QStringView text, qsizetype at, qsizetype length)
{
    const auto isPart = [&](qsizetype i) {
        return i >= 0 && i < text.size() && text[i].isLetterOrNumber() && text[i].unicode() < 128;
    };
    return !isPart(at - 1) && !isPart(at + length);
}

template <typename Visit>
void forEachEntity(QStringView text, const QStringList &entities, Visit visit)
{
    for (qsizetype i = 0; i < entities.size(); ++i) {
        const QString &entity = entities[i];
        for (qsizetype at = text.indexOf(entity); at >= 0;
             at = text.indexOf(entity, at + entity.size())) {
            if (standsAlone(text, at, entity.size()))
                visit(int(i), at, entity.size());
        }
    }
}

void addEntityFormats(QList<QTextLayout::FormatRange> &formats, const Theme &theme,
                      const QString &shown, const QStringList &entities)
{
    QTextCharFormat format;
    format.setForeground(theme.color(ColorRole::TextLink));
    format.setFontUnderline(true);
    forEachEntity(shown, entities, [&](int, qsizetype at, qsizetype length) {
        formats.append({int(at), int(length), format});
    });
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

QStringList numbersIn(QStringView text)
{
    static const QRegularExpression number(
        u"(?<![0-9A-Za-z.])[0-9]{%1,%2}(?![0-9A-Za-z])"_s.arg(kFewestDigits).arg(kMostDigits));
    QStringList found;
    auto each = number.globalMatchView(text);
    while (each.hasNext() && found.size() < kMostEntities) {
        const QString one = each.next().captured();
        if (!found.contains(one))
            found.append(one);
    }
    return found;
}

BodyText::BodyText(const Theme &theme, const QString &text, const TextLinks &links,
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
    auto formats = mentionFormats(theme, shown, links.mentions);
    addEntityFormats(formats, theme, shown, links.entities);
    m_layout->setFormats(formats);
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
    placeEntities(links.entities);
}

void BodyText::placeEntities(const QStringList &entities)
{
    forEachEntity(m_layout->text(), entities, [this](int which, qsizetype at, qsizetype length) {
        for (int i = 0; i < m_layout->lineCount(); ++i) {
            const QTextLine line = m_layout->lineAt(i);
            const int start = qMax(int(at), line.textStart());
            const int end = qMin(int(at + length), line.textStart() + line.textLength());
            if (start >= end)
                continue;
            const qreal left = line.cursorToX(start);
            const qreal right = line.cursorToX(end);
            m_entityRects.append(QRectF(left, line.y(), right - left, line.height()).toAlignedRect());
            m_entityOf.append(which);
        }
    });
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
