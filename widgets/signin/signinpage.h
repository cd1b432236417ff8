// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <QDeadlineTimer>
#include <QUrl>

class QLineEdit;
class QTimer;

namespace quntai {

class ActionButton;
class PlainLabel;

/** Where a person says which backend, who they are, and proves it. The password is never kept:
 * the field is emptied as soon as the answer is there. */
class SignInPage : public ThemedWidget
{
    Q_OBJECT
public:
    explicit SignInPage(ThemeHost &host, QWidget *parent = nullptr);

    void setServer(const QUrl &server);
    void setName(const QString &name);
    /** As they stand there. */
    QUrl server() const;
    QString name() const;
    /** Waiting for the answer: the fields rest and the button says so. */
    void setBusy(bool busy);
    /** What is wrong and what to do; the answer to what was submitted empties the password, what
     * comes later leaves the fields to who corrects them. Empty: nothing is wrong. */
    void setProblem(const QString &problem, const QString &advice = {});
    /** Milliseconds until it is tried again by itself; 0: it is being tried, -1: it is not. */
    void setAgain(qint64 ms);
    bool triesAgain() const { return m_triesAgain; }
    /** The first field that still needs words. */
    void focusFirst();

Q_SIGNALS:
    void submitted(const QUrl &server, const QString &name, const QString &password);
    /** Now, please, and not when the countdown ends. */
    void tryNowPressed();
    /** Something else is being written while the old is tried again and again. */
    void corrected();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *addField(const QString &label);
    void submit();
    void addProblem();
    void refresh();
    void refreshCountdown();
    void edit();
    void showProblem(const QString &problem, const QString &advice = {});

    bool m_busy = false;
    QWidget *m_form;
    QLineEdit *m_server;
    QLineEdit *m_name;
    QLineEdit *m_password;
    PlainLabel *m_problem;
    PlainLabel *m_advice;
    QWidget *m_again; //!< the line with countdown and button
    PlainLabel *m_countdown;
    ActionButton *m_tryNow;
    QTimer *m_tick;
    QDeadlineTimer m_next;
    bool m_triesAgain = false;
    ActionButton *m_button;
};

/** The address a person typed: "kf.example.com" means wss there. Nothing for what is not one, and
 * for plain ws:// to anywhere but this computer. */
QUrl serverFromText(const QString &text);

} // namespace quntai
