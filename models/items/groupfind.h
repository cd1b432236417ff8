// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/timelinemodel.h"

namespace quntai {

/** Words looked for in one group: in the messages the timeline has, and in what this computer has
 * stored of older ones. Hits are in the order of the stream; stepping goes round. GUI thread. */
class GroupFind : public QObject
{
    Q_OBJECT
public:
    GroupFind(Session &session, const TimelineModel &timeline, QObject *parent = nullptr);

    QString words() const { return m_words; }
    /** Looks for the words anew, beginning at the newest hit; an empty text ends it. */
    void setWords(const QString &words);

    int count() const { return int(m_hits.size()); }
    /** 0 is the oldest hit; -1: there is none. */
    int current() const;
    MessageId currentMessage() const { return m_current; }
    /** To an older (-1) or newer (1) hit. */
    void step(int by);
    bool isBusy() const { return m_busy; }
    /** Older hits than these exist on this computer. */
    bool isCut() const { return m_cut; }

    static constexpr int mostStored = 500;

Q_SIGNALS:
    /** Count, current or busy changed. */
    void changed();
    /** A person shall see this message. */
    void wanted(const quntai::MessageId &message);

private:
    struct Hit
    {
        qint64 seq = 0;
        MessageId message;
    };

    void ask();
    void takeStored(const Result<QList<MessagePtr>> &found);
    void lookAgain();
    void choose(qsizetype hit);
    bool matches(const Message &message) const;

    Session &m_session;
    const TimelineModel &m_timeline;
    QString m_words;
    GroupId m_group;
    QList<Hit> m_stored;
    QList<Hit> m_hits;   //!< by seq, each message once
    MessageId m_current;
    int m_generation = 0;
    bool m_busy = false;
    bool m_cut = false;
};

} // namespace quntai
