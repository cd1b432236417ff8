// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"
#include "widgets/composer/picker.h"

#include <QList>

class QHBoxLayout;

namespace quntai {

class ActionButton;
class ChipLabel;
class ConfirmLine;
class IconButton;
class PlainLabel;
class ReplyEdit;
class SegmentedControl;

/** What rules say about the text in the editor, before it goes. */
struct ComposerCheck
{
    QStringList stops;     //!< it must not go as it is; one sentence each
    QStringList warnings;  //!< it may go, and whoever reads it later is told
    QList<Span> marks;     //!< where that stands, UTF-16 units

    bool operator==(const ComposerCheck &) const = default;
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
    /** People "@" offers, askers first. members: of the group, for asking about all of them. */
    void setPeople(const QList<Mention> &people, int members);
    /** What "/" offers; asked when somebody wants it. */
    void setCanned(std::function<QList<CannedText>()> source);
    /** What rules say about a reply as it stands; shown under the editor. */
    void setCheck(const ComposerCheck &check);
    /** A text that was sent from here can still be taken back: Esc means that. */
    void setCanTakeBack(bool can) { m_canTakeBack = can; }
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
    void replyEntered(const QString &text, bool settled);  //!< with it the question is settled
    void takeBackWanted();
    void textEdited(const QString &text);
    void seenUnseen();   //!< the person wants to see the new messages

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildTools(QHBoxLayout *tools);
    void joinEditor();
    void joinPicker();
    void submit(bool settled);
    void typeSign(QChar sign);
    void address(const Mention &person);
    void refreshCheck();
    QString sendWords() const;
    void refresh();
    void refreshMentions();

    Mode m_mode = Mode::Note;
    bool m_unlocked = false;
    int m_unseen = 0;
    bool m_online = true;
    bool m_canTakeBack = false;
    int m_members = 0;
    Mention m_everyone;   //!< asked about just now
    QList<Mention> m_mentions;
    ComposerCheck m_check;
    MessagePtr m_quote;

    SegmentedControl *m_segment;
    ChipLabel *m_to;
    PlainLabel *m_quoteText;
    IconButton *m_dropQuote;
    PlainLabel *m_problem;
    PlainLabel *m_stops;
    PlainLabel *m_warnings;
    ConfirmLine *m_confirm;
    ReplyEdit *m_edit;
    Picker *m_picker;
    IconButton *m_at;
    IconButton *m_canned;
    ChipLabel *m_fits;
    ActionButton *m_settle;
    ActionButton *m_send;
};

} // namespace quntai
