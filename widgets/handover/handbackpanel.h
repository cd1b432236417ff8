// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/promise.h"
#include "models/domain/topic.h"
#include "widgets/handover/anchoredpopup.h"

#include <QHash>

namespace quntai {

class ActionButton;
class PlainLabel;
class ReplyEdit;

/** What the bot must know to go on with a topic: prefilled with what the agent said, editable.
 * Says what follows before it is done. What was edited is kept per topic until sent(). */
class HandBackPanel : public AnchoredPopup
{
    Q_OBJECT
public:
    HandBackPanel(ThemeHost &host, QWidget *parent);

    /** messages: of the topic, oldest first. others: lanes the bot serves in the group. promises:
     * open ones of the topic; the summary begins with them. */
    void open(const Topic &topic, const QList<MessagePtr> &messages, const QString &botName,
              const QList<int> &others, QWidget *anchor, const QList<Promise> &promises = {});
    void sent(const TopicId &topic);
    void setProblem(const QString &problem);
    QString summary() const;

    static constexpr int longestSummary = 2000;

Q_SIGNALS:
    void submitted(const quntai::TopicId &topic, const QString &summary);

protected:
    QWidget *firstField() const override;

private:
    void submit();

    Topic m_topic;
    QString m_prefilled;
    QHash<TopicId, QString> m_texts;
    PlainLabel *m_consequence;
    PlainLabel *m_promises;
    ReplyEdit *m_summary;
    PlainLabel *m_problem;
    ActionButton *m_send;
};

/** What agents told the customers in the topic, one sentence a line, the newest 12; no notes,
 * nothing that was taken back. */
QString saidByAgents(const QList<MessagePtr> &messages);

} // namespace quntai
