// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"
#include "models/domain/result.h"

#include <QHash>

namespace quntai {

/** A member of a sample group as its files describe it. */
struct SampleMember
{
    QString id;
    QString nickname;
    QHash<QString, QString> cards;  //!< name shown in a group, by group
    QStringList groups;
    MemberRole role = MemberRole::Customer;
    CustomerId customer;
    UserId user;

    QString nameIn(const QString &group) const { return cards.value(group, nickname); }
};

/** One line of a scripted conversation. */
struct ScriptLine
{
    enum class Kind { Message, Join, Recall };
    Kind kind = Kind::Message;
    qint64 atMs = 0;            //!< from the start of the script at speed 1
    QString from;               //!< member id
    QString text;
    QString image;              //!< file name in the sample's images
    int quoteLine = -1;         //!< index of an earlier line
    int quoteBotAnswer = 0;     //!< 1 is the first bot answer of this script
    QStringList mentions;       //!< member ids
    bool mentionsBot = false;
    QStringList members;        //!< Join
    int recallLine = -1;        //!< Recall
};

struct SampleScript
{
    QString id;
    QString group;
    QList<ScriptLine> lines;
};

/** The made-up company 清禾优选, read from resources/sample. */
struct SampleCompany
{
    QString name;
    QString botName;
    QList<User> staff;
    QList<Group> groups;         //!< ids without channel
    QList<SampleMember> members;
    QList<Customer> customers;   //!< with their orders
    QList<Ticket> tickets;
    QList<Entry> entries;
    QList<CannedReply> canned;   //!< their groups without channel
    QList<SampleScript> scripts;
    Policy policy;
    QList<Flow> flows;
};

/** Reads the whole company; directory is ":/sample" or a copy of it. Times in the files are
 * relative to now. */
Result<SampleCompany> readSampleCompany(const QString &directory, Instant now);

/** The events that bring the company into an empty ledger: policy, people, knowledge, canned replies,
 * customers, and how far the bot may act in each group of the channel. */
QList<NewEvent> foundingEvents(const SampleCompany &company, const QString &channel);

} // namespace quntai
