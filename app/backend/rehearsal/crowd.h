// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/rehearsal/phrases.h"
#include "app/backend/rehearsal/stage.h"

#include <QHash>

namespace quntai {

/** The members of the groups: they ask, thank, chat, answer each other and come back. Members of
 * the sample's scripts are none of them, so that the scripts find the groups as they expect. */
class Crowd : public QObject
{
    Q_OBJECT
public:
    Crowd(Stage &stage, const SampleCompany &company, const Phrases &phrases,
          QObject *parent = nullptr);

    /** The members join. */
    void enter();
    /** Plans what is said on the day that begins then; percent: how busy, 100 is usual. */
    void planDay(qint64 dayStart, qint64 until, int percent);

private:
    struct Speaker
    {
        QString chat;
        InboundMember who;
    };

    void planTopic(qint64 at, const QString &chat);
    void ask(const Speaker &asker);
    void askKnown(const Speaker &asker);
    void askUnknown(const Speaker &asker);
    void complain(const Speaker &asker);
    void chat(const QString &chat);
    void answerEachOther(const Speaker &asker, const QString &question);
    void note(const Event &event);
    void noteAnswer(const Event &event, const MessageQueued &answer);
    Speaker someoneIn(const QString &chat);
    QString wordingOf(const Entry &entry);
    void sayLater(qint64 seconds, const Speaker &who, const QString &text, bool toBot);

    Stage &m_stage;
    const SampleCompany &m_company;
    const Phrases &m_phrases;
    QHash<QString, QList<InboundMember>> m_members;  //!< by chat
};

} // namespace quntai
