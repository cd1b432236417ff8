// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"

#include <QList>

class QHBoxLayout;

namespace quntai {

class ActionButton;
class ChipLabel;
class IconButton;
class PlainLabel;
class ReplyEdit;
class SegmentedControl;

/** Whom a reply addresses. */
struct Mention
{
    MemberId member;
    QString name;
};

/** Where an agent writes: notes always, replies only with the lease.
 *
 * Says what to send; clears only when told that it is kept. When the topic moved on since the
 * agent looked, sending is locked until they have seen the new messages.
 */
class Composer : public ThemedWidget
{
    Q_OBJECT
public:
    enum class Mode { Note, Reply };

    explicit Composer(ThemeHost &host, QWidget *parent = nullptr);

    Mode mode() const { return m_mode; }
    /** Replies are possible: the person holds the topic. */
    void setUnlocked(bool unlocked);
    /** People the @ button offers, askers first. */
    void setPeople(const QList<Mention> &people);
    void setMentions(const QList<Mention> &mentions);
    QList<Mention> mentions() const { return m_mentions; }
    void setQuote(const MessagePtr &message);
    MessageId quote() const;
    /** New messages of the topic the person has not seen; above 0 sending is locked. */
    void setUnseen(int count);
    /** Offline, what is written is kept to be sent later, and the words say so. */
    void setOnline(bool online);
    QString text() const;
    void setText(const QString &text);
    void insertText(const QString &text);
    /** The text is on disk: empties the editor, the quote goes. */
    void clearSent();
    /** Why the last send was refused; shown inline, empty hides it. */
    void setProblem(const QString &problem);
    void focusEditor();
    void setMode(Mode mode);

Q_SIGNALS:
    void noteEntered(const QString &text);
    void replyEntered(const QString &text);
    void textEdited(const QString &text);
    void seenUnseen();   //!< the person wants to see the new messages

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildTools(QHBoxLayout *tools);
    void submit();
    QString sendWords() const;
    void refresh();
    void refreshMentions();
    void offerPeople();

    Mode m_mode = Mode::Note;
    bool m_unlocked = false;
    int m_unseen = 0;
    bool m_online = true;
    QList<Mention> m_people;
    QList<Mention> m_mentions;
    MessagePtr m_quote;

    SegmentedControl *m_segment;
    ChipLabel *m_to;
    PlainLabel *m_quoteText;
    IconButton *m_dropQuote;
    PlainLabel *m_problem;
    ReplyEdit *m_edit;
    IconButton *m_at;
    ActionButton *m_send;
};

} // namespace quntai
