// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"
#include "widgets/composer/attachmentstrip.h"
#include "widgets/composer/picker.h"

#include <QImage>
#include <QList>

class QHBoxLayout;
class QMimeData;

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
    /** What goes with the reply; while one of them is coming or cannot go, nothing is sent. */
    void setFiles(const QList<ComposerFile> &files);
    const QList<ComposerFile> &files() const { return m_strip->files(); }
    /** Why some could not be taken, one sentence each; none hides it. */
    void setFileProblems(const QStringList &sentences);
    /** Where thumbnails come from; not owned. */
    void setPictures(PictureSource *pictures) { m_strip->setPictures(pictures); }
    AttachmentStrip &strip() const { return *m_strip; }
    /** The person asks for files to be chosen: the button, and what its key runs. */
    void askForFiles();
    /** Why the last send was refused; shown inline, empty hides it. */
    void setProblem(const QString &problem);
    void focusEditor();
    void setMode(Mode mode);
    /** The editor grows up to so many lines. */
    void setMostLines(int lines);
    /** Lines what is written would take. */
    int lines() const;
    /** What all of it takes, with an editor of so many lines. */
    int heightWith(int lines) const;

Q_SIGNALS:
    void noteEntered(const QString &text);
    void replyEntered(const QString &text, bool settled);  //!< with it the question is settled
    void takeBackWanted();
    /** The person wants to see or change the canned replies. */
    void manageCannedWanted();
    void textEdited(const QString &text);
    void seenUnseen();   //!< the person wants to see the new messages
    void filesWanted();  //!< to be chosen in a dialog
    void filesGiven(const QStringList &paths);  //!< pasted or dropped
    void pictureGiven(const QImage &picture);
    void fileRemoved(int index);
    void fileOpened(int index);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildTools(QHBoxLayout *tools);
    void joinEditor();
    void joinPicker();
    void joinFiles();
    void takeMedia(const QMimeData &data);
    bool isComplete() const;
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
    AttachmentStrip *m_strip;
    PlainLabel *m_fileProblems;
    bool m_dropping = false;
    IconButton *m_attach;
    IconButton *m_at;
    IconButton *m_canned;
    ChipLabel *m_fits;
    ActionButton *m_settle;
    ActionButton *m_send;
};

} // namespace quntai
