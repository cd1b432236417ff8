// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/cuttingproxy.h"
#include "tests/scenario/deskdriver.h"
#include "tests/scenario/onebotplatform.h"
#include "tests/scenario/rawconsole.h"

#include <QTemporaryDir>

class QMenu;

namespace quntai::tests {

/** One agent's desk as it runs: an OneBot gateway with a group in this process, the backend in its
 * own, the real window with the agent lin signed in, and an editor who sees what the backend has. */
class DeskRig
{
public:
    /** True once everything stands and the window shows the desk. */
    bool start();
    /** The window again, over the same files, as after its program ended. */
    bool reopen();
    void close() { console.reset(); }
    /** What a failure looked like, where QUNTAI_PICTURES names a folder. */
    void keepPicture() const;

    bool say(qint64 user, const QString &text, bool atBot = true);
    /** What reached the group, oldest first. */
    QStringList sent() const;
    /** The newest message of this text, else one it is a part of, as the backend has it; or null. */
    MessagePtr message(const QString &text) const;
    TopicId topicOf(const QString &text) const;
    Topic topic(const QString &text) const;

    // What hands do in the stream.
    TimelineView &stream() const;
    /** Where the avatar of the message's row stands; null when it is not in sight. */
    QPoint avatarOf(const QString &text) const;
    bool clickRow(const QString &text);
    /** Takes the message by its avatar and lets it go at a place of another widget. */
    bool drag(const QString &text, const QWidget &onto, const QPoint &at);
    /** The menu that is open in the window. */
    QMenu *menu() const;

    static constexpr qint64 group = 700;
    static GroupId groupId() { return {OneBotPlatform::groupId(group)}; }

    OneBotPlatform platform;
    BackendProcess backend;
    CuttingProxy road;      //!< between window and backend, when overRoad says so before start()
    bool overRoad = false;
    RawConsole editor;
    DeskDriver desk;
    std::unique_ptr<Console> console;

private:
    QTemporaryDir m_data;
};

} // namespace quntai::tests
