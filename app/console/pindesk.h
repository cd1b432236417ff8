// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/settings/settings.h"
#include "models/session/session.h"

#include <QObject>

class QMenu;

namespace quntai {

class ActionRegistry;
class DeskPage;

/** The topics a person keeps at hand: pinned over the queue, marked in it, and reached by Alt+1 … 9.
 * Digits that no pinned topic has lead to the queue as it stands, without the pinned ones.
 *
 * Kept in the settings by person, as ids only: what a topic is about stays with the backend. One
 * that has ended stays until it is unpinned, and says so; one the backend forgot goes. GUI thread.
 */
class PinDesk : public QObject
{
    Q_OBJECT
public:
    /** All outlive it. */
    PinDesk(DeskPage &desk, Session &session, Settings &settings, QObject *parent = nullptr);

    /** Once. */
    void addActions(ActionRegistry &registry);
    QList<TopicId> pins() const;
    bool isPinned(const TopicId &topic) const { return pins().contains(topic); }
    /** False when there is no room for another one. */
    bool setPinned(const TopicId &topic, bool pinned);
    void move(const TopicId &topic, int step);
    /** What Alt and a digit lead to; nth from 0; empty: nothing. */
    TopicId topicAt(int nth) const;
    /** "Pin the topic", in a menu of it. */
    void addTo(QMenu &menu, const TopicId &topic);

private:
    void keep(const QList<TopicId> &pins);
    void forgetGone();
    void refresh();
    void toggleCurrent();
    QString whyNotPin(const TopicId &topic) const;

    DeskPage &m_desk;
    Session &m_session;
    Settings &m_settings;
    ActionRegistry *m_registry = nullptr;
};

} // namespace quntai
