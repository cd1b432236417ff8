// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/card.h"

#include <functional>

class QTimer;

namespace quntai {

class ChipLabel;
class FlowLayout;
class LaneMark;
class MetricCell;
class PlainLabel;
class SparkView;

/** The topic's head: letter, title, state; how long it waits, what is left, emotion, reasons.
 * Spans are redrawn once a second from the clock of the backend. */
class TopicCard : public Card
{
    Q_OBJECT
public:
    TopicCard(ThemeHost &host, std::function<Instant()> clock, QWidget *parent = nullptr);

    void setTopic(const Topic &topic);
    /** Greys the spans while the backend cannot be asked. */
    void setStale(bool stale);

private:
    void refreshTimes();
    void refreshLeft(Instant now);
    void refreshChips();

    std::function<Instant()> m_clock;
    Topic m_topic;
    bool m_stale = false;
    LaneMark *m_mark;
    PlainLabel *m_name;
    ChipLabel *m_state;
    MetricCell *m_waited;
    MetricCell *m_left;
    MetricCell *m_emotion;
    SparkView *m_spark;
    FlowLayout *m_chips;
    QTimer *m_tick;
};

} // namespace quntai
