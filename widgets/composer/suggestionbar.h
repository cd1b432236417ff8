// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/suggestion.h"
#include "widgets/common/themedwidget.h"

#include <QList>

#include <array>

class QMenu;

namespace quntai {

/** An answer the knowledge base would give, with where it comes from. */
struct Suggestion
{
    EntryId entry;
    int version = 0;
    QString title;
    QString text;
    int score = 0;  //!< permille
    bool rejected = false;
    Correctness correctness = Correctness::Unsaid;  //!< as this person said
};

class IconButton;

/** Up to three suggestions in the order of their score; Ctrl+1..3 or a click inserts one. Where
 * there is little room each is one line, and the pointer shows the rest. A cross on each says that it
 * is not meant, a menu (also on the menu key or F10) whether it is right. */
class SuggestionBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit SuggestionBar(ThemeHost &host, QWidget *parent = nullptr);

    void setSuggestions(const QList<Suggestion> &suggestions);
    void choose(int index);
    /** Opens the menu of what can be said about one. */
    void openMarks(int index);
    /** Says that one is not meant, or takes that back. */
    void reject(int index);
    /** What the cards' key caps say, one a card; an empty text: no cap. */
    void setKeyHints(const QStringList &keys);
    /** One line each. */
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    /** What it takes of the height of the desk. */
    static int heightWhen(bool compact);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &text);
    /** Before chosen: whose text it is. */
    void taken(const quntai::EntryId &entry);
    void rejected(const quntai::EntryId &entry, bool on);
    void marked(const quntai::EntryId &entry, quntai::Correctness correctness);
    /** The person wants to say why. */
    void whyWanted(const quntai::EntryId &entry, const QString &title);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int mostCards = 3;

    struct Card
    {
        IconButton *reject = nullptr;
        IconButton *more = nullptr;
    };

    void addCard(int index);
    void placeButtons();
    void refreshCard(int index);
    int cardOf(const QObject *button) const;
    void addMark(QMenu *menu, int index, Correctness correctness, const QString &words);
    void paintMark(QPainter &painter, QRect &rect, const Suggestion &suggestion) const;
    QRect cardRect(int index) const;
    void paintCard(QPainter &painter, int index) const;
    void paintLine(QPainter &painter, QRect rect, int index, const QString &words,
                   ColorRole ink) const;
    int cardAt(const QPoint &at) const;

    QList<Suggestion> m_suggestions;
    std::array<Card, mostCards> m_cards;
    QStringList m_keys;
    int m_hovered = -1;
    bool m_compact = false;
};

} // namespace quntai
