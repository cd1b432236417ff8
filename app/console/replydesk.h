// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/deskcommands.h"
#include "widgets/common/themedwidget.h"
#include "widgets/composer/suggestionbar.h"

namespace quntai {

class Composer;
class OwnershipBar;
class SuggestionBar;
class TimelineModel;

/** The foot of the desk: who holds the topic, what could be said, where to write it.
 *
 * Keeps the text of every topic apart, locks the reply while the person has not seen what is new,
 * and empties the editor only when the text is on disk.
 */
class ReplyDesk : public ThemedWidget
{
    Q_OBJECT
public:
    ReplyDesk(ThemeHost &host, Session &session, DeskCommands &commands, TimelineModel &timeline,
              QWidget *parent = nullptr);

    /** Empty: nothing is chosen. */
    void showTopic(const TopicId &topic);
    /** The topic, its messages or the link changed. */
    void refresh();
    /** The person has seen the end of the stream. */
    void markSeen();

    Composer &composer() const { return *m_composer; }
    OwnershipBar &ownership() const { return *m_ownership; }
    SuggestionBar &suggestions() const { return *m_suggestions; }

Q_SIGNALS:
    void handBackWanted();
    void transferWanted();
    /** The person asks to see what is new. */
    void lookWanted();

private:
    void join();
    void takeOver();
    void send(const QString &text);
    void note(const QString &text);
    void refuse(const CommandData &command, const Error &error);
    void noteKept(const Result<> &kept);
    void keepDraft(const QString &text);
    void refreshUnseen();
    void refreshPeople(const Topic &topic);
    void refreshSuggestions(const Topic &topic);
    QList<Suggestion> suggestionsFor(const Topic &topic) const;
    bool isMine(const Topic &topic) const;

    Session &m_session;
    DeskCommands &m_commands;
    TimelineModel &m_timeline;
    TopicId m_topic;
    qint64 m_seen = 0;       //!< newest sequence of the topic the person has seen
    bool m_wasMine = false;
    bool m_loading = false;  //!< the editor's text comes from a draft, not from the person
    OwnershipBar *m_ownership;
    SuggestionBar *m_suggestions;
    Composer *m_composer;
};

} // namespace quntai
