// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "widgets/common/themedwidget.h"

#include <QList>

namespace quntai {

/** An answer the knowledge base would give, with where it comes from. */
struct Suggestion
{
    EntryId entry;
    int version = 0;
    QString title;
    QString text;
    int score = 0;  //!< permille
};

/** Up to three suggestions in the order of their score; Ctrl+1..3 or a click inserts one. */
class SuggestionBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit SuggestionBar(ThemeHost &host, QWidget *parent = nullptr);

    void setSuggestions(const QList<Suggestion> &suggestions);
    void choose(int index);
    /** What the cards' key caps say, one a card; an empty text: no cap. */
    void setKeyHints(const QStringList &keys);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect cardRect(int index) const;
    void paintCard(QPainter &painter, int index) const;
    int cardAt(const QPoint &at) const;

    QList<Suggestion> m_suggestions;
    QStringList m_keys;
    int m_hovered = -1;
};

} // namespace quntai
