// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/theme/themehost.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QSet>

#include <functional>

class QTimer;

namespace quntai {

class QueueDelegate;
class QueueModel;

/** The list of the queue. Nothing moves under the pointer or while a key is down: the model holds
 * its order until a second after the last touch, priorities grow into a new order only while the
 * pointer is elsewhere, and what comes and goes above a row leaves it where it is on the screen. One
 * tab stop; arrows move inside.
 */
class QueueView : public QListView
{
    Q_OBJECT
public:
    QueueView(ThemeHost &host, QueueModel &model, std::function<Instant()> clock,
              QWidget *parent = nullptr);

    TopicId currentTopic() const;
    void setCurrentTopic(const TopicId &topic);
    /** Grey times, while the clock stands. */
    void setStale(bool stale);
    /** Those rows carry a pin. */
    void setPinned(const QSet<TopicId> &topics);
    /** Why the current topic stands where it does, beside its row; what the pointer shows too. */
    void explain();
    void doItemsLayout() override;

Q_SIGNALS:
    /** A person chose a topic. */
    void topicChosen(const quntai::TopicId &topic);
    void offerAccepted(const quntai::TopicId &topic);
    /** What can be done with a topic; at: global position. */
    void menuWanted(const quntai::TopicId &topic, const QPoint &at);

protected:
    void dataChanged(const QModelIndex &first, const QModelIndex &last,
                     const QList<int> &roles = {}) override;
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void touch();
    bool toggleHeader(const QModelIndex &index);
    void keepCurrent();
    void tick();
    void holdRow();
    void releaseRow();
    bool keepsHeight(int row) const;
    QString explanation(const QModelIndex &index) const;
    QModelIndex nextTopic(int row, int step) const;

    QueueModel &m_model;
    QueueDelegate *m_delegate;
    QTimer *m_release;
    QTimer *m_tick;
    TopicId m_current;
    std::function<Instant()> m_clock;
    QPersistentModelIndex m_heldRow;  //!< stays where it is while rows come and go
    int m_heldTop = 0;
    bool m_holds = false;             //!< since the first of a run of changes
    bool m_isLaidOut = false;         //!< since rows came, went or moved
    int m_ticks = 0;
};

} // namespace quntai
