// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/messagecommands.h"
#include "widgets/common/themedwidget.h"

#include <QHash>
#include <QStringList>

#include <optional>

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QRadioButton;
class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace quntai {

class ActionButton;
class ChoiceChip;
class DiffView;
class IconButton;
class PlainLabel;
class ReplyEdit;
class ScrollColumn;
class SegmentedControl;

/** What is corrected: an answer of the bot, the question it answered, the entry it came from. */
struct CorrectionSubject
{
    MessagePtr answer;
    MessagePtr question;          //!< null: unknown
    std::optional<Entry> entry;   //!< the one the answer came from, as it is now
    QString whyNotSend = {};          //!< why the right answer cannot go to the group; empty: it can
    bool recalls = false;         //!< sending it takes the wrong one back
};

/** Where a wrong answer is put right, beside the talk: what was wrong, the right words, which entry of
 * the knowledge base learns it, and whether the group gets it at once.
 *
 * Typed text is never lost: leaving keeps it, and opening the panel for the same message again
 * brings it back, until settle() says that the correction is kept.
 */
class CorrectionPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit CorrectionPanel(ThemeHost &host, QWidget *parent = nullptr);

    void open(const CorrectionSubject &subject);
    MessageId message() const;
    /** The correction of this message is kept: its text goes. */
    void settle(const MessageId &message);
    /** Why it was refused; shown inline, empty hides it. */
    void setProblem(const QString &problem);

    /** Codes of what can be wrong, as they go to the ledger: "incomplete", "wrong_fact", … */
    static QStringList faultCodes();

    static constexpr int mostKept = 32;      //!< texts of other messages
    static constexpr int longestAnswer = 4000;

Q_SIGNALS:
    void submitted(const quntai::CorrectAnswer &correction);
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Work
    {
        QString answer;
        QString question;
        QList<bool> faults;
        bool newEntry = false;

        bool operator==(const Work &) const = default;
    };

    void build();
    QWidget *buildHead();
    QWidget *buildFoot();
    void buildAnswer();
    void buildTarget();
    QWidget *sectionHead(const QString &title, QWidget *right);
    Work fresh() const;
    Work current() const;
    void load(const Work &work);
    void keep();
    void leave();
    void submit();
    QString refusal(const Work &work) const;
    void refreshTarget();
    void refreshSending();
    void refreshDiff();

    CorrectionSubject m_subject;
    QHash<MessageId, Work> m_kept;
    QList<MessageId> m_keptOrder;

    ScrollColumn *m_body;
    PlainLabel *m_source;
    DiffView *m_before;
    QList<ChoiceChip *> m_faults;
    SegmentedControl *m_mode;
    QStackedWidget *m_pages;
    ReplyEdit *m_edit;
    DiffView *m_after;
    PlainLabel *m_hint;
    QRadioButton *m_update;
    PlainLabel *m_updateLine;
    QRadioButton *m_new;
    QLineEdit *m_question;
    QCheckBox *m_send;
    PlainLabel *m_sendLine;
    PlainLabel *m_problem;
    ActionButton *m_submit;
    QTimer *m_diffSoon;
};

} // namespace quntai
