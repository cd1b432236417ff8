// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <QHash>

class QLineEdit;

namespace quntai {

class ActionButton;
class ChoiceChip;
class PlainLabel;

/** Why a draft is not sent: quick choices and words of one's own, one of them at least. Says what
 * becomes of the question before it is done. */
class RejectPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit RejectPanel(ThemeHost &host, QWidget *parent = nullptr);

    /** Empty, with the focus in the words. */
    void open();
    /** What follows a rejection, and what follows when no answer is needed. */
    void setConsequences(const QString &usual, const QString &noReply);
    void setProblem(const QString &problem);

    static constexpr int longestReason = 300;

Q_SIGNALS:
    void rejected(const QString &reason, bool noReply);
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString reason() const;
    bool noReply() const;
    void refresh();
    void submit();

    QList<ChoiceChip *> m_choices;
    ChoiceChip *m_noReply;
    QLineEdit *m_words;
    PlainLabel *m_consequence;
    PlainLabel *m_problem;
    ActionButton *m_reject;
    QString m_usual;
    QString m_unanswered;
};

} // namespace quntai
