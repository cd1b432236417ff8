// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/pagecommands.h"
#include "app/console/settings/settings.h"
#include "widgets/handover/snoozepanel.h"

#include <QPointer>

class QMenu;

namespace quntai {

class ActionRegistry;
class DeskPage;

/** What a person does with the queue as a whole: its order and views, kept in the settings; what is
 * at risk next; putting topics off and holding them. GUI thread. */
class QueueDesk : public PageCommands
{
    Q_OBJECT
public:
    /** All outlive it. */
    QueueDesk(DeskPage &page, Session &session, Settings &settings, QObject *parent = nullptr);

    /** Once: what can be done here by name or key. */
    void addActions(ActionRegistry &registry);

    /** why: at most SnoozePanel::longestWhy characters; may be empty. */
    void snooze(const TopicId &topic, Instant until, const QString &why = {});
    /** Asks until when and what for. */
    void openSnooze(const TopicId &topic);
    void wake(const TopicId &topic);
    void hold(const TopicId &topic, bool on, const QString &why);
    /** What can be done with the topic; at: global position. */
    void openMenu(const TopicId &topic, const QPoint &at);
    /** The first minute people work after today, by the hours of the topic's group. */
    Instant nextWorkday(const TopicId &topic) const;

Q_SIGNALS:
    /** A menu of the topic is about to open; others may add to it. */
    void menuOpening(QMenu &menu, const quntai::TopicId &topic);

private:
    void restore();
    void keep();
    void refreshChoices();
    void goToRisk();
    void openMenuOfCurrent();
    void addSnoozes(QMenu *menu, const TopicId &topic);
    QList<SnoozePanel::Choice> snoozeChoices(const TopicId &topic) const;
    void addHold(QMenu *menu, const Topic &topic);
    Topic topicOf(const TopicId &id) const { return session().state().topics.value(id); }
    QString whyNotLater(const TopicId &topic) const;

    DeskPage &m_page;
    Settings &m_settings;
    QPointer<QMenu> m_menu;
    SnoozePanel *m_snooze = nullptr;
};

} // namespace quntai
