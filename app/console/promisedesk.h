// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/pagecommands.h"
#include "models/protocol/customerwire.h"
#include "widgets/context/pasttopicscard.h"

#include <QPointer>
#include <QTimer>

namespace quntai {

class DeskPage;
class PromisePanel;
class ThemeHost;

/** What the desk shows and does about the customers of the chosen topic beyond its messages: who is
 * answered and whom it helped, what was promised, what they asked before. GUI thread. */
class PromiseDesk : public PageCommands
{
    Q_OBJECT
public:
    /** All outlive it. */
    PromiseDesk(ThemeHost &host, DeskPage &page, Session &session, QObject *parent = nullptr);

    /** Opens the panel for a promise in a message of ours; text: what it may be, in its words. */
    void noteIn(const MessageId &message, const QString &text);
    void change(const PromiseId &promise);
    void settle(const PromiseId &promise, PromiseState state);
    void mark(const MemberId &member, bool solved);

private:
    void join();
    void take(const Changes &changes);
    void refresh();
    void refreshPast();
    void askPast();
    void restartPast(const Topic &shown);
    void takePast(const CustomerTopicsParams &params,
                  const Result<CustomerTopicsResult> &answer);
    PastTopics pastShown() const;
    bool mayDo(const QString &method) const { return session().rights().contains(method); }
    PromisePanel &panel();
    void showAgain(const PutPromise &put, const Error &error);
    const Promise *promise(const PromiseId &id) const;
    Topic topic() const;

    ThemeHost &m_host;
    DeskPage &m_page;
    QPointer<PromisePanel> m_panel;
    TopicId m_pastTopic;    //!< that was on screen when they were asked for
    GroupId m_pastGroup;
    MemberId m_pastMember;  //!< whose topics m_past are
    PastTopics m_past;      //!< the chosen topic among them
    qint64 m_next = 0;
    QTimer m_settling;      //!< who steps through the queue asks for nobody
};

} // namespace quntai
