// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <QUrl>

class QLineEdit;

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
    /** What is wrong and what to do; empties the password. Empty: nothing is wrong. */
    void setProblem(const QString &problem);
    /** The first field that still needs words. */
    void focusFirst();

Q_SIGNALS:
    void submitted(const QUrl &server, const QString &name, const QString &password);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *addField(const QString &label);
    void submit();
    void refresh();
    void showProblem(const QString &problem);

    bool m_busy = false;
    QWidget *m_form;
    QLineEdit *m_server;
    QLineEdit *m_name;
    QLineEdit *m_password;
    PlainLabel *m_problem;
    ActionButton *m_button;
};

/** The address a person typed: "kf.example.com" means wss there. Nothing for what is not one, and
 * for plain ws:// to anywhere but this computer. */
QUrl serverFromText(const QString &text);

} // namespace quntai
