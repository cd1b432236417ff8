// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/deskcommands.h"
#include "widgets/common/themedwidget.h"
#include "widgets/composer/suggestionbar.h"

namespace quntai {

class Checklist;
class ColleagueLine;
class Composer;
class OwnershipBar;
class ReplyFiles;
class ReplyRoom;
class HelpLine;
class SuggestionBar;
class SuggestionBook;
class TimelineModel;
class WhyLine;

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
    /** Takes a text of this topic back into the editor, before what stands there, with its files,
     * its quote and whom it addresses; what is no answer to the group comes back as a note. Says
     * so, and leaves the editor alone, when it is on its way. */
    void takeBack(const OutboxItem &item);
    /** A text that was to be taken back is on its way, or has arrived. */
    void sayTooLate();
    /** A text that was to be taken back belongs to no topic that can be shown. */
    void sayHomeless();
    /** The newest text of this topic that is still held back; false when there is none. */
    bool takeBackHeld();
    /** Sends what is written so that the group gets it without personal data; the whole of it waits
     * as a draft for the asker alone. */
    void sendApart();
    /** A whisper from the editor is kept, or why it is not. */
    void privateKept(const TopicId &topic, const Result<> &kept);
    /** When that was written; unset: none is held back. */
    Instant heldAt() const;

    Composer &composer() const { return *m_composer; }
    OwnershipBar &ownership() const { return *m_ownership; }
    SuggestionBar &suggestions() const { return *m_suggestions; }
    Checklist &checklist() const { return *m_checklist; }
    ColleagueLine &colleagues() const { return *m_colleagues; }
    HelpLine &help() const { return *m_help; }
    const TopicId &topic() const { return m_topic; }
    ReplyFiles &files() const { return *m_files; }

Q_SIGNALS:
    void handBackWanted();
    void transferWanted();
    void resolveWanted();
    /** The person asks to see what is new. */
    void lookWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void join();
    void joinSuggestions();
    void takeOver();
    void send(const QString &text, bool settled);
    void submit(const QString &text, bool settled, bool redact);
    void note(const QString &text);
    void refuse(const CommandData &command, const Error &error);
    void noteKept(const Result<> &kept, bool reply);
    void keepDraft(const QString &text);
    void refreshUnseen();
    void refreshPeople(const Topic &topic);
    void refreshSuggestions(const Topic &topic);
    void refreshColleagues();
    void refreshCheck();
    std::optional<OutboxItem> held() const;
    bool withdraw(const OutboxItem &item, const QString &draft);
    void address(const SendMessage &send);
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
    Checklist *m_checklist;
    ColleagueLine *m_colleagues;
    HelpLine *m_help;
    WhyLine *m_why;
    SuggestionBook *m_book;
    Composer *m_composer;
    ReplyFiles *m_files;
    ReplyRoom *m_room;
};

} // namespace quntai
