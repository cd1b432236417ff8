// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/promise.h"
#include "models/domain/topic.h"
#include "widgets/handover/anchoredpopup.h"

#include <QHash>

#include <optional>

class QListWidget;

namespace quntai {

class ActionButton;
class PlainLabel;
class ReplyEdit;

/** Who takes the topic over, and what they must know: somebody and a note are both needed. Somebody
 * is a colleague at work, or whoever is free, or whoever is free and has a skill. The note begins
 * with a summary; what a person changed in it is kept per topic until sent() says it arrived. */
class TransferPanel : public AnchoredPopup
{
    Q_OBJECT
public:
    /** Transfer: of a topic one holds. Assign: of any, by a supervisor. */
    enum class Purpose { Transfer, Assign };

    TransferPanel(ThemeHost &host, QWidget *parent, Purpose purpose = Purpose::Transfer);

    /** holder is not among those offered. summary: what the note begins with. */
    void open(const Topic &topic, const UserId &holder, QWidget *anchor,
              const QString &summary = {});
    /** Skills somebody has; with them the queue is offered too. Not when assigning. */
    void setSkills(const QStringList &skills);
    /** Who is there now; may be called while it is open, the choice stays. */
    void setColleagues(const QList<Presence> &colleagues);
    void sent(const TopicId &topic);
    void setProblem(const QString &problem);
    QString note() const;

    static constexpr int longestNote = 1000;

Q_SIGNALS:
    void submitted(const quntai::TopicId &topic, const quntai::UserId &to, const QString &note);
    /** Into the queue; skill is empty for whoever is free. */
    void queued(const quntai::TopicId &topic, const QString &skill, const QString &note);

protected:
    QWidget *firstField() const override;

private:
    void refresh();
    void submit();
    UserId chosen() const;
    bool isQueueChosen() const;
    void addQueues();

    Purpose m_purpose;
    std::optional<QStringList> m_skills;  //!< unset: the queue is not offered
    QString m_prefilled;
    Topic m_topic;
    UserId m_holder;
    QHash<TopicId, QString> m_notes;
    QList<Presence> m_people;
    PlainLabel *m_nobody;
    QListWidget *m_list;
    ReplyEdit *m_note;
    PlainLabel *m_problem;
    ActionButton *m_send;
};

/** What a colleague must know before reading: what was asked, what is promised and still open, and
 * what was said to it. */
QString transferSummary(const Topic &topic, const QList<MessagePtr> &messages,
                        const QList<Promise> &promises = {});

} // namespace quntai
