// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/pagecommands.h"
#include "models/domain/flowcheck.h"

namespace quntai {

/** The flow that is open: what is written, whether it may be sent, and what is asked of the backend
 * about it.
 *
 * Every key is on disk within a second and comes back after a crash. What has a fault is never
 * sent. Nothing another person wrote meanwhile is overwritten: then isConflict() holds until
 * takeTheirs() or keepMine(). GUI thread.
 */
class FlowDesk : public PageCommands
{
    Q_OBJECT
public:
    explicit FlowDesk(Session &session, QObject *parent = nullptr);

    void open(const FlowId &flow);
    /** One nobody has seen yet, begun with template; one begun before and never saved comes back. */
    void openNew(const QString &beginning);
    bool isOpen() const { return m_isOpen; }
    /** Empty: a new one. */
    FlowId flow() const { return m_base.id; }
    const Flow &base() const { return m_base; }
    const QString &text() const { return m_text; }
    const FlowReading &reading() const { return m_reading; }
    /** A person wrote. */
    void edit(const QString &text);

    bool isDirty() const;
    bool isWritable() const { return session().rights().contains(QStringLiteral("flow.put")); }
    bool isOnline() const { return session().link().state == LinkState::Live; }
    /** What was written here before the program ended, and was not saved. */
    bool isRecovered() const { return m_isRecovered; }
    bool isConflict() const { return m_theirs.has_value(); }
    /** As they wrote it; version 0: they removed it. */
    Flow theirs() const { return m_theirs.value_or(Flow{}); }

    void save();
    /** The flow as the backend has it, on or off; nothing while something is not saved. */
    void setEnabled(bool enabled);
    void remove();
    /** What was not saved is gone. */
    void discard();
    void takeTheirs();
    void keepMine();

Q_SIGNALS:
    /** Another text stands here now, or none. */
    void loaded();
    /** Written, saved, in conflict, offline, … */
    void placeChanged();

private:
    void load(const Flow &base);
    void close();
    Flow known() const { return session().state().flows.value(m_base.id); }
    TopicId key() const;
    void keepHere();
    void read();
    void reconcile();

    bool m_isOpen = false;
    bool m_isRecovered = false;
    bool m_isAwaited = false;  //!< the backend said yes; what it did is not in the state yet
    Flow m_base;               //!< as the backend had it when it was loaded
    QString m_baseText;
    QString m_text;
    FlowReading m_reading;
    std::optional<Flow> m_theirs;
};

} // namespace quntai
