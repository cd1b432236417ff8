// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"

#include <QList>

class QMenu;

namespace quntai {

/** The open topics of the group, one tab each: letter, title, who asks, who has it. A click focuses
 * one, "All topics" none. Tabs narrow down to a title of a few words; those that do not fit even
 * then are in the menu of the last one, "+22". The tab of the focused topic is always there.
 *
 * A menu on a tab merges its topic into another one. Messages can be let go over tabs. */
class LaneBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit LaneBar(ThemeHost &host, QWidget *parent = nullptr);

    void setTopics(const QList<Topic> &topics, const UserId &me);
    /** Empty: all topics. */
    void setFocused(const TopicId &topic);
    const TopicId &focused() const { return m_focused; }
    /** The topic whose tab is there; empty on none of them. */
    TopicId topicAt(const QPoint &at) const;
    /** Where a message would be let go; marks the tab. */
    void setDropAt(const QPoint &at);
    void endDrop();
    /** Where a topic's tab stands; null while it is in the menu. */
    QRect tabRect(const TopicId &topic) const;
    /** Where the tab with the menu of all others stands; null while all fit. */
    QRect moreRect() const { return m_more; }
    /** Lists what a topic can be merged into, at its tab. */
    void offerMerge(const TopicId &topic);
    QSize sizeHint() const override;

Q_SIGNALS:
    void focusChosen(const quntai::TopicId &topic);
    void mergeWanted(const quntai::TopicId &topic, const quntai::TopicId &into);
    /** The menu of a tab is about to open; others may add to it. */
    void menuOpening(QMenu &menu, const quntai::TopicId &topic);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void themeChanged() override;

private:
    struct Tab
    {
        TopicId topic;   //!< empty: all topics
        int lane = -1;
        QString title;   //!< short
        QString asker;
        QString owner;
        QString tip;
        bool hot = false;
        QRect rect = {}; //!< null: in the menu
    };

    QList<int> widths() const;
    void layoutTabs();
    int tabAt(const QPoint &at) const;
    int focusedTab() const;
    void choose(int tab);
    void showMore();
    void addMerging(QMenu *menu, const TopicId &topic);
    QString line(const Tab &tab) const;
    void paintTab(QPainter &painter, const Tab &tab, bool focused, bool hovered) const;
    void paintWords(QPainter &painter, const Tab &tab, QRect inner, bool focused) const;
    void paintMore(QPainter &painter) const;

    QList<Tab> m_tabs;
    QRect m_more;
    int m_hidden = 0;
    TopicId m_focused;
    TopicId m_drop;
    int m_hovered = -1;
};

} // namespace quntai
