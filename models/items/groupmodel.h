// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

/** A group as the wall shows it. */
struct GroupRow
{
    Group info;
    QList<Topic> open;         //!< by lane
    Instant waitingSince;      //!< oldest unanswered question of any topic; unset: none
    QString waitingTitle;
    int emotion = 0;           //!< highest of the open topics
    QList<int> emotions;       //!< of that topic, oldest first
    QString lastText;          //!< last message of a member, untrusted
    Instant lastAt;

    QString key() const { return info.id.value; }
    bool operator==(const GroupRow &) const = default;
};

/** Every group this person may see, by name: the tiles of the wall. Rows never move by themselves;
 * a proxy may sort them. GUI thread. */
class GroupModel : public RowsModel<GroupRow>
{
    Q_OBJECT
public:
    enum Role {
        Row = Qt::UserRole + 1,  //!< GroupRow
        Id,            //!< GroupId
        Name,          //!< QString, untrusted
        Mode,          //!< BotMode
        OpenCount,     //!< int
        OpenTopics,    //!< QList<Topic>, by lane
        WaitingSince,  //!< Instant; unset: we owe nothing
        WaitingSeconds,//!< int; -1: we owe nothing
        Emotion,       //!< int 0–100
        Emotions,      //!< QList<int>
        LastText,      //!< QString, untrusted
        LastAt,        //!< Instant
        Owners,        //!< QStringList: names of those who hold its topics
        Escalated,     //!< int: topics that wait for a person
    };

    explicit GroupModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    QModelIndex indexOf(const GroupId &group) const;

private:
    QList<GroupRow> read() const;
    GroupRow rowFor(const GroupState &group) const;
    void take(const Changes &changes);

    Session *m_session;
};

} // namespace quntai
