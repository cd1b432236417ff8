// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

#include <QStringList>
#include <QTextLayout>

#include <memory>

namespace quntai {

/// How much of a text is laid out. Nothing that comes from outside is laid out unbounded.
struct TextBound
{
    qsizetype characters = 4000;
    qsizetype lines = 200;
};
inline constexpr TextBound kShortText{};
inline constexpr TextBound kWholeText{40000, 4000};

/// The start of `text` within the bound, cut at a whole character.
QStringView boundedStart(QStringView text, TextBound bound);

/// What is drawn as a link in a text.
struct TextLinks
{
    QStringList mentions; ///< names: "@name"
    QStringList entities; ///< texts as they stand there; those can be clicked

    bool operator==(const TextLinks &) const = default;
};

/// Numbers in a message that stand by themselves and are long enough for an order's, at most
/// eight. Pure.
QStringList numbersIn(QStringView text);

/// A message's text, laid out as plain text in lines of the theme's height.
///
/// Positions are UTF-16 units of shown(), which has isolates and marks that the message has not.
class BodyText
{
public:
    BodyText() = default;
    BodyText(const Theme &theme, const QString &text, const TextLinks &links, TextBound bound,
             int width);

    bool isEmpty() const { return !m_layout; }
    bool isCut() const { return m_cut; }
    QString shown() const { return m_layout ? m_layout->text() : QString(); }
    int height() const { return m_height; }
    /// Where the last line ends.
    int lastLineWidth() const;
    int lineHeight() const { return m_lineHeight; }
    const QTextLayout *layout() const { return m_layout.get(); }

    /// Character nearest to a point relative to the text's corner.
    int positionAt(const QPointF &point) const;
    /// The word around a position, as [start, end).
    std::pair<int, int> wordAt(int position) const;
    /// Where entities stand, relative to the text's corner; one in two lines has two rectangles.
    const QList<QRect> &entityRects() const { return m_entityRects; }
    /// Which of the entities a rectangle is of.
    int entityAt(qsizetype rect) const { return m_entityOf.value(rect); }
    /// Characters [start, end) for the clipboard.
    QString cleaned(int start, int end) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    int m_height = 0;
    int m_lineHeight = 0;
    bool m_cut = false;
    QList<QRect> m_entityRects;
    QList<int> m_entityOf;

    void placeEntities(const QStringList &entities);
};

} // namespace quntai
