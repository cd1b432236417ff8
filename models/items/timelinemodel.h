// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/items/timelinerows.h"

namespace quntai {

/** What was said and what happened in one group, oldest first, with what is still to be sent at
 * the end.
 *
 * Rows come and go one by one, once per frame; the model is reset only when another group is shown
 * or the session is replaced. Everything a row's look depends on, its neighbours included, is in
 * its roles. Holds at most entryLimit messages while following the end. GUI thread.
 */
class TimelineModel : public RowsModel<TimelineRow>
{
    Q_OBJECT
public:
    enum Role {
        Row = Qt::UserRole + 1,  //!< TimelineRow: all there is; the others are parts of it
        Kind,          //!< TimelineRow::Kind
        MessageValue,  //!< MessagePtr
        HappeningValue,//!< HappeningPtr
        PendingValue,  //!< OutboxItem
        TopicOf,       //!< TopicId; empty: linked to none
        Lane,          //!< int of the topic, 0 = A; -1: no topic, or one that is forgotten
        LinkDoubtful,  //!< bool: the topic link is below the policy's limit
        LinkChosen,    //!< bool: a person chose the topic
        Owed,          //!< bool: the row's topic waits for our answer
        At,            //!< Instant
        Day,           //!< QDate
        FoldedCount,   //!< int
        FoldedTopics,  //!< QList<TopicId>
        FoldedCounts,  //!< QList<int>: messages of each of them
        FoldedWhy,     //!< QStringList: addressing signals of the last one folded
        GroupedBefore, //!< bool
        GroupedAfter,  //!< bool
        MentionNames,  //!< QStringList: nicknames in this group, untrusted
        Erased,        //!< bool: the text was erased for a data subject
    };

    explicit TimelineModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

    GroupId group() const { return m_group; }
    /** Shows another group, from its newest messages; forgets focus and unfolded runs. */
    void setGroup(const GroupId &group);

    TopicId focus() const { return m_parts.focus; }
    /** Folds the messages of every other topic; an empty id shows them all again. */
    void setFocus(const TopicId &topic);

    /** Shows the messages behind a folded row; false when the row is none. */
    bool unfold(const QModelIndex &index);
    /** Folds again what was unfolded. */
    void refold();

    /** True until the first message of the group is here. */
    bool hasOlder() const { return m_hasOlder; }
    bool isLoading() const { return m_loading; }
    /** Puts the next page of older messages before the first row. */
    void loadOlder();
    /** Makes the message a row of its own: unfolds it, or loads older pages until it is there, at
     * most mostPages of them. Then reached() is told, perhaps at once. */
    void reach(const MessageId &message);
    /** While the end is followed, all but the newest entriesKept are dropped beyond entryLimit: many
     * at once, for rows that lose the first of them are compared one by one. */
    void setFollowing(bool following);

    /** Whether a person sees the end of the stream as it grows. What comes while nobody looks
     * stands below a NewBreak row until the group is left, also when that person comes back from
     * another group. */
    void setLooking(bool looking);

    QModelIndex indexOf(const MessageId &message) const;
    /** All messages here, folded ones too, oldest first. */
    const QList<MessagePtr> &messages() const { return m_parts.messages; }
    /** The newest sequence shown of the topic: the basis of an answer. */
    qint64 newestSeq(const TopicId &topic) const;

    /** For tests: what is wrong between rows and the session's state; empty when nothing is. */
    QString inconsistency() const;

    static constexpr int pageSize = 50;
    static constexpr int entryLimit = 4000;
    static constexpr int entriesKept = 3600;
    static constexpr int reachPage = 200;
    static constexpr int mostPages = 60;

Q_SIGNALS:
    void focusChanged();
    void loadingChanged();
    /** Older messages could not be fetched; text for people. */
    void loadingFailed(const QString &why);
    /** The row of a message that reach() was asked for; invalid when it is not to be had. */
    void reached(const quntai::MessageId &message, const QModelIndex &index);
    /** Rows of messages() changed. */
    void messagesChanged();

private:
    void reload();
    void takeSnapshot();
    void readState();
    void take(const Changes &changes);
    void takeHappenings(const QList<HappeningPtr> &happenings);
    void takePending();
    void takeUpload(const CommandId &command);
    void takeLink();
    void takeOlder(const Result<QList<MessagePtr>> &page, int wanted);
    void askOlder(int limit);
    void goOnReaching();
    bool showFolded(const MessageId &message);
    qint64 newestSeq() const;
    void noteNew(qint64 before);
    void replaceChanged(const QHash<MessageId, MessagePtr> &changed);
    void trim();
    void relay();
    void setLoading(bool loading);
    QList<OutboxItem> pendingHere() const;
    bool concerns(const Happening &happening) const;
    bool isShownLinked(const QSet<TopicId> &topics) const;
    const Topic *topicOf(const TimelineRow &row) const;
    QVariant rowData(const TimelineRow &row, int role) const;
    QVariant linkData(const TimelineRow &row, int role) const;
    QStringList mentionNames(const TimelineRow &row) const;

    Session *m_session;
    GroupId m_group;
    TimelineParts m_parts;
    bool m_hasOlder = false;
    bool m_loading = false;
    bool m_following = true;
    bool m_looking = true;
    QHash<GroupId, qint64> m_seen;  //!< the newest seq a person has looked at
    MessageId m_wanted;             //!< reach() is on its way to it
    int m_pagesLeft = 0;
    int m_generation = 0;   //!< pages asked for before it are of no use
    bool m_dirty = false;
};

} // namespace quntai
