// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"

#include <QList>

namespace quntai {

/** The open topics of the group, one tab each; a click focuses one, "All topics" none. */
class LaneBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit LaneBar(ThemeHost &host, QWidget *parent = nullptr);

    void setTopics(const QList<Topic> &topics, const UserId &me);
    /** Empty: all topics. */
    void setFocused(const TopicId &topic);
    const TopicId &focused() const { return m_focused; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void focusChosen(const quntai::TopicId &topic);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void themeChanged() override;

private:
    struct Tab
    {
        TopicId topic;   //!< empty: all topics
        int lane = -1;
        QString title;
        QString owner;
        bool hot = false;
        QRect rect;
    };

    void layoutTabs();
    int tabAt(const QPoint &at) const;
    int focusedTab() const;
    void choose(int tab);
    void paintTab(QPainter &painter, const Tab &tab, bool focused, bool hovered) const;

    QList<Tab> m_tabs;
    TopicId m_focused;
    int m_hovered = -1;
};

} // namespace quntai
