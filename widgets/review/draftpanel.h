// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/review/reviewsubject.h"
#include "widgets/review/textcheck.h"

class QHBoxLayout;
class QTimer;

namespace quntai {

class ActionBar;
class ActionButton;
class ChipLabel;
class ConfidenceBar;
class DiffView;
class InlineBanner;
class PersonMark;
class PlainLabel;
class Preview;
class RejectPanel;
class ReplyEdit;
class ScrollColumn;
class SegmentedControl;
class TalkBox;

/** The middle of Review: what was asked, the draft as it will be sent, and what can be done.
 *
 * Says what a person wants; nothing leaves by itself. A text being written is never replaced: a new
 * state of the same draft changes what stands around it.
 */
class DraftPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit DraftPanel(ThemeHost &host, QWidget *parent = nullptr);

    /** Another draft, with what was written for it before (empty: its own text). */
    void open(const ReviewSubject &subject, const UserId &me, qint64 seen, const QString &written);
    /** The same draft, as it is now; seen is the newest message the person has looked at. */
    void refresh(const ReviewSubject &subject, qint64 seen);
    /** The draft was dealt with elsewhere while this text was written; the text stays to be copied. */
    void setGone(const QString &what);
    bool isGone() const { return m_gone; }
    /** Nothing may be decided now, for this reason; empty: it may. */
    void setLocked(const QString &why);
    void setProblem(const QString &problem);
    /** News that concern no draft on screen, e.g. that a colleague was quicker. */
    void setNews(const QString &news);
    void setMayTakeOver(bool may);
    void tick(Instant now);

    DraftId draft() const { return m_subject.row.draft.id; }
    QString text() const;
    bool isChanged() const;
    const QList<TextFault> &faults() const { return m_faults; }
    QStringList warnings() const { return textWarnings(m_subject.policy, text()); }

    /** Ctrl+Enter and Ctrl+Backspace do what the buttons do. */
    void pressMain();
    void openReject();
    void showCompare(bool compare);
    void focusText();

Q_SIGNALS:
    void approved();
    void edited(const QString &text);
    void rejected(const QString &reason, bool noReply);
    void takeOverPressed();
    /** The person has looked at what is new. */
    void looked();
    void textEdited(const QString &text);
    void faultsChanged();
    void deskWanted();
    void stepped(int step);
    /** Done with a draft that is gone. */
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    QWidget *buildHead();
    void buildTalk();
    void buildDraft();
    void buildPreview();
    QHBoxLayout *addSection(const QString &title, PlainLabel *note);
    PlainLabel *note(ColorRole color = ColorRole::TextTertiary);
    void join();

    void refreshHead();
    void refreshTalk();
    void refreshSource();
    void refreshText();
    void refreshDiff();
    void refreshMarks();
    void refreshActions();
    QString obstacle() const;
    QString consequence() const;
    QString rejection(const QString &letter) const;
    void fitEdit();
    void closeReject();

    ReviewSubject m_subject;
    UserId m_me;
    qint64 m_seen = 0;
    Instant m_now;
    bool m_gone = false;
    bool m_opening = false;  //!< a text is put in, nobody writes
    QString m_locked;
    QList<TextFault> m_faults;

    PersonMark *m_mark;
    PlainLabel *m_title;
    PlainLabel *m_where;
    InlineBanner *m_banner;
    ScrollColumn *m_body;
    PlainLabel *m_talkNote;
    TalkBox *m_talk;
    PlainLabel *m_intent;
    ConfidenceBar *m_confidence;
    PlainLabel *m_emotion;
    ChipLabel *m_why;
    PlainLabel *m_made;
    ChipLabel *m_stale;
    SegmentedControl *m_mode;
    ReplyEdit *m_edit;
    QWidget *m_compare;
    DiffView *m_old;
    DiffView *m_new;
    PlainLabel *m_source;
    PlainLabel *m_change;
    PlainLabel *m_sendNote;
    Preview *m_preview;
    PlainLabel *m_problem;
    PlainLabel *m_hindrance;
    RejectPanel *m_reject;
    ActionBar *m_actions;
    QTimer *m_diffSoon;
};

} // namespace quntai
