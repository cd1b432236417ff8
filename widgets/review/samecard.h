// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "widgets/common/themedwidget.h"

#include <QList>

class QVBoxLayout;

namespace quntai {

class ActionButton;
class PlainLabel;
class ScrollColumn;

/** One of the answers that are decided together. */
struct SameAnswer
{
    enum class State {
        Ready,    //!< would be sent
        Look,     //!< something new in its topic: opened and looked at first
        Held,     //!< may not be sent as it is; note says why
        Sending,  //!< approved, the backend has not answered yet
        Done,     //!< approved
        Refused,  //!< note says why; the others are not touched by it
    };
    DraftId draft;
    QString group;   //!< name, untrusted
    QStringList people;  //!< names, untrusted; may be fewer than there are
    int count = 1;   //!< askers in that group
    QString text;    //!< as it is rendered for the group, with what was changed
    bool isChanged = false;  //!< a person's change is in it
    State state = State::Ready;
    QString note;    //!< when it goes, or what is wrong

    bool operator==(const SameAnswer &) const = default;
};

/** The same question of n people in m groups: what each group would read, and one button for all.
 *
 * Says what a person wants; nothing leaves by itself.
 */
class SameCard : public ThemedWidget
{
    Q_OBJECT
public:
    explicit SameCard(ThemeHost &host, QWidget *parent = nullptr);

    /** current: the one that is open below. */
    void setAnswers(const QList<SameAnswer> &answers, const DraftId &current);
    const QList<SameAnswer> &answers() const { return m_answers; }
    /** Nothing may be decided now, for this reason; empty: it may. */
    void setLocked(const QString &why);
    /** How many the button would send. */
    int ready() const;
    void pressAll();

Q_SIGNALS:
    void approvedAll();
    void opened(const quntai::DraftId &draft);
    /** Done with looking at what became of it. */
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void refreshRows();
    QWidget *makeRow(const SameAnswer &answer);
    bool isOver() const;

    QList<SameAnswer> m_answers;
    DraftId m_current;
    QString m_locked;
    PlainLabel *m_title;
    PlainLabel *m_hint;
    ActionButton *m_all;
    ActionButton *m_close;
    ScrollColumn *m_body;
    QList<QWidget *> m_rows;
};

} // namespace quntai
