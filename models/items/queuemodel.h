// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/priority.h"
#include "models/domain/sla.h"
#include "models/items/queueorder.h"
#include "models/session/session.h"

#include <QAbstractListModel>

#include <array>

namespace quntai {

/** The agent's queue: every topic that somebody may care for, in the lists of the desk, as one
 * flat list with a header row before each.
 *
 * Within the lists people work on, topics stand as the view says, offers to me before all; what its
 * filter leaves out is in no list. Priorities grow with time; they are of the moment of the last
 * reorder(), so that rows move only when something happens or somebody says so. Rows are inserted, moved and removed one by one; the model is reset only with the
 * session and the view. While holdOrder() is set nothing moves, comes or goes – only the data of rows changes –
 * and held() counts what waits. GUI thread.
 */
class QueueModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IsHeader = Qt::UserRole + 1,  //!< bool
        List,              //!< DeskList the row stands in
        Count,             //!< int; headers: topics in the list, also while collapsed
        Collapsed,         //!< bool; headers
        Id,                //!< TopicId
        Value,             //!< Topic
        Title,             //!< QString, untrusted
        AskerName,         //!< QString, untrusted
        GroupOf,           //!< GroupId
        GroupName,         //!< QString, untrusted
        GroupInitial,      //!< first character of the group's name
        State,             //!< TopicState
        Lane,              //!< int, 0 = A
        DueAt,             //!< Instant of the service level; unset: nothing is due
        WaitingSince,      //!< Instant of the oldest unanswered question; unset: we owe nothing
        WaitingSeconds,    //!< int, by the session's clock; -1: we owe nothing
        Reasons,           //!< QList<ReasonPart>, most severe first
        Emotion,           //!< int 0–100
        EmotionTrend,      //!< int
        Confidence,        //!< int permille
        HolderName,        //!< QString
        LeaseUntil,        //!< Instant
        LeaseIdleAt,       //!< Instant it goes back to the bot without a human turn
        OfferUntil,        //!< Instant
        OfferedToMe,       //!< bool
        OfferNote,         //!< QString
        AsGuest,           //!< bool: a colleague holds it, and this person helps
        Unread,            //!< int: messages of members since markSeen
        Score,             //!< int 0–1000, of the moment of the last reorder()
        Clock,             //!< SlaClock that ends next; its dueAt is unset when none runs
        SnoozedUntil,      //!< Instant
        Misses,            //!< int: offers of it that people let lapse
        NextPromise,       //!< Promise: the open one due first; without id: there is none
    };

    explicit QueueModel(Session *session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

    /** Row of a topic; invalid while its list is collapsed or it stands in none. */
    QModelIndex indexOf(const TopicId &topic) const;
    QModelIndex headerOf(DeskList list) const;
    int count(DeskList list) const;

    bool isCollapsed(DeskList list) const;
    void setCollapsed(DeskList list, bool collapsed);

    bool holdOrder() const { return m_hold; }
    void setHoldOrder(bool hold);
    /** Topics whose row would come, go or move when the hold ends. */
    int held() const { return static_cast<int>(m_waiting.size()); }

    const SavedView &view() const { return m_view; }
    void setView(const SavedView &view);
    /** Priorities are of now on; rows move. Nothing while the order is held. */
    void reorder();
    /** Why the topic stands where it does. */
    Priority priority(const TopicId &topic) const;
    /** Topics that wait for a person or need a look, whatever the view shows. */
    int waiting() const;
    /** The topic that breaks its service level next, of mine and those that wait, in the order of
     * their due times; after that one, or the first; empty: there is none. */
    TopicId nextAtRisk(const TopicId &after) const;

    /** The person has seen the topic as it is now; its row has nothing unread. */
    void markSeen(const TopicId &topic);

    /** For tests: what is wrong between rows and the session's state; empty when nothing is. */
    QString inconsistency() const;

    static constexpr int endedShown = 200;

Q_SIGNALS:
    void heldChanged();
    void countsChanged();

private:
    using Place = QueuePlace;
    struct Section
    {
        QList<Place> items;
        bool collapsed = false;
    };

    QueueOrder order() const { return {m_session->state(), m_session->me(), m_view, m_at}; }
    std::optional<Place> placeFor(const Topic &topic) const { return placeOf(order(), topic); }
    void rebuild();
    void refold();
    void take(const Changes &changes);
    void update(const TopicId &id);
    void place(const TopicId &id);
    void resettle(const TopicId &id);
    void insert(const Place &place);
    void remove(const Place &place);
    void move(const Place &from, const Place &to);
    void trimEnded();
    void refreshTopic(const Place &place);
    void refreshHeader(DeskList list);
    void refreshGroups(const QSet<GroupId> &groups);

    Section &section(DeskList list) { return m_sections[static_cast<size_t>(list)]; }
    const Section &section(DeskList list) const { return m_sections[static_cast<size_t>(list)]; }
    int headerRow(DeskList list) const;
    qsizetype positionOf(const Place &place) const;
    std::pair<DeskList, const Place *> itemAt(int row) const;
    /** As the session has it; an empty one while a row waits to go that is gone there. */
    const Topic &topicOf(const Place &place) const;
    QVariant headerData(DeskList list, int role) const;
    QVariant topicData(const Topic &topic, int role) const;
    QVariant personData(const Topic &topic, int role) const;
    QString groupName(const GroupId &id) const;
    int unread(const Topic &topic) const;
    SlaClock nextClock(const Topic &topic) const;

    Session *m_session;
    std::array<Section, 6> m_sections;
    QHash<TopicId, Place> m_places;
    QHash<TopicId, qint64> m_seen;
    QSet<TopicId> m_waiting;
    SavedView m_view;
    Instant m_at;            //!< moment the priorities are of
    bool m_hold = false;
    bool m_stale = false;    //!< what places depend on changed while the order was held
    bool m_trimmed = false;  //!< ended topics beyond endedShown were left out
};

} // namespace quntai
