// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/handover/anchoredpopup.h"

#include <QHash>

class QListWidget;

namespace quntai {

class ActionButton;
class PlainLabel;
class ReplyEdit;

/** Who takes the topic over, and what they must know: a colleague at work and a note are both
 * needed. The note is kept per topic until sent() says it arrived. */
class TransferPanel : public AnchoredPopup
{
    Q_OBJECT
public:
    /** Transfer: of a topic one holds. Assign: of any, by a supervisor. */
    enum class Purpose { Transfer, Assign };

    TransferPanel(ThemeHost &host, QWidget *parent, Purpose purpose = Purpose::Transfer);

    /** holder is not among those offered. */
    void open(const Topic &topic, const UserId &holder, QWidget *anchor);
    /** Who is there now; may be called while it is open, the choice stays. */
    void setColleagues(const QList<Presence> &colleagues);
    void sent(const TopicId &topic);
    void setProblem(const QString &problem);
    QString note() const;

    static constexpr int longestNote = 1000;

Q_SIGNALS:
    void submitted(const quntai::TopicId &topic, const quntai::UserId &to, const QString &note);

protected:
    QWidget *firstField() const override;

private:
    void refresh();
    void submit();
    UserId chosen() const;

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

} // namespace quntai
