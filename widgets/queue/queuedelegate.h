// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/queue/queuelayout.h"

#include <QSet>
#include <QStyledItemDelegate>

#include <functional>

namespace quntai {

/** Paints the rows of the queue. Pure: all it knows is in the index, the theme and the clock. */
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    QueueDelegate(ThemeHost &host, std::function<Instant()> clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static QueueRow rowOf(const QModelIndex &index);
    /** The times are of when the connection broke: grey, as nobody knows the ones of now. */
    void setStale(bool stale) { m_stale = stale; }
    void setPinned(const QSet<TopicId> &topics) { m_pinned = topics; }
    /** True where a click accepts the offer of this row. */
    bool isAccept(const QModelIndex &index, const QRect &rect, const QPoint &at) const;

private:
    void paintHeader(QPainter &painter, const QRect &rect, const QueueRow &row) const;
    void paintTopic(QPainter &painter, const QRect &rect, const QueueRow &row) const;
    void paintPin(QPainter &painter, const QRect &avatar) const;
    void paintTimer(QPainter &painter, const QRect &rect, const QueueRow &row) const;
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const;

    ThemeHost &m_host;
    std::function<Instant()> m_clock;
    bool m_stale = false;
    QSet<TopicId> m_pinned;
};

} // namespace quntai
