// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"

#include <QAbstractListModel>

#include <array>

namespace quntai {

/** The agent's queue: every topic that somebody may care for, in the five lists of the desk, as
 * one flat list with a header row before each.
 *
 * Within a list the most pressing topic is first: offered to me, then by what is due or waiting
 * longest. Rows are inserted, moved and removed one by one; the model is reset only with the
 * session. While holdOrder() is set nothing moves, comes or goes – only the data of rows changes –
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
        Unread,            //!< int: messages of members since markSeen
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

    /** The person has seen the topic as it is now; its row has nothing unread. */
    void markSeen(const TopicId &topic);

    /** For tests: what is wrong between rows and the session's state; empty when nothing is. */
    QString inconsistency() const;

    static constexpr int endedShown = 200;

Q_SIGNALS:
    void heldChanged();
    void countsChanged();

private:
    /** Sort key: smaller stands higher. */
    struct Place
    {
        DeskList list = DeskList::Bot;
        int rank = 0;
        qint64 time = 0;
        TopicId topic;

        auto order() const { return std::tie(rank, time, topic); }
        bool operator==(const Place &) const = default;
    };
    struct Item
    {
        Place place;
        Topic topic;
    };
    struct Section
    {
        QList<Item> items;
        bool collapsed = false;
    };

    std::optional<Place> placeFor(const Topic &topic) const;
    void rebuild();
    void refold();
    void take(const Changes &changes);
    void update(const TopicId &id);
    void place(const TopicId &id);
    void insert(const Place &place, const Topic &topic);
    void remove(const Place &place);
    void move(const Place &from, const Place &to, const Topic &topic);
    void trimEnded();
    void refreshTopic(const Place &place, const Topic &topic);
    void refreshHeader(DeskList list);
    void refreshGroups(const QSet<GroupId> &groups);

    Section &section(DeskList list) { return m_sections[static_cast<size_t>(list)]; }
    const Section &section(DeskList list) const { return m_sections[static_cast<size_t>(list)]; }
    int headerRow(DeskList list) const;
    qsizetype positionOf(const Place &place) const;
    std::pair<DeskList, const Item *> itemAt(int row) const;
    QVariant headerData(DeskList list, int role) const;
    QVariant topicData(DeskList list, const Item &item, int role) const;
    QVariant personData(const Topic &topic, int role) const;
    QString groupName(const GroupId &id) const;
    int unread(const Topic &topic) const;

    Session *m_session;
    std::array<Section, 5> m_sections;
    QHash<TopicId, Place> m_places;
    QHash<TopicId, qint64> m_seen;
    QSet<TopicId> m_waiting;
    bool m_hold = false;
    bool m_trimmed = false;  //!< ended topics beyond endedShown were left out
};

} // namespace quntai
