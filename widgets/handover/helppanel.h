// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/handover/anchoredpopup.h"

class QLineEdit;
class QListWidget;

namespace quntai {

class ActionButton;
class PlainLabel;
class SegmentedControl;

/** Where the holder of a topic asks supervisors something, or invites a colleague to help. Both keep
 * what was typed until sent(). */
class HelpPanel : public AnchoredPopup
{
    Q_OBJECT
public:
    enum class Kind { Ask, Invite };

    /** Somebody who could help. */
    struct Person
    {
        UserId user;
        QString name;
        AgentStatus status = AgentStatus::Offline;

        bool operator==(const Person &) const = default;
    };

    HelpPanel(ThemeHost &host, QWidget *parent = nullptr);

    void open(const Topic &topic, Kind kind, QWidget *anchor);
    /** Who may be asked, and who may be invited, at work first; may be called while it is open, the
     * choice stays. */
    void setPeople(const QList<Person> &supervisors, const QList<Person> &colleagues);
    void setProblem(const QString &problem);
    void sent();
    QString words() const;

Q_SIGNALS:
    /** to: empty for every supervisor. */
    void askEntered(const quntai::TopicId &topic, const quntai::UserId &to, const QString &question);
    void inviteEntered(const quntai::TopicId &topic, const quntai::UserId &user,
                       const QString &note);

protected:
    QWidget *firstField() const override;

private:
    void setKind(Kind kind);
    void fill();
    void refresh();
    void submit();
    UserId chosen() const;
    bool isReady() const;

    Kind m_kind = Kind::Ask;
    TopicId m_topic;
    QList<Person> m_supervisors;
    QList<Person> m_colleagues;
    SegmentedControl *m_kinds;
    PlainLabel *m_nobody;
    QListWidget *m_list;
    QLineEdit *m_words;
    PlainLabel *m_problem;
    PlainLabel *m_consequence;
    ActionButton *m_send;
};

} // namespace quntai
