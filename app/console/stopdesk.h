// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/pagecommands.h"
#include "widgets/common/theme/themehost.h"

class QWidget;

namespace quntai {

class ActionRegistry;
class IconButton;
class InlineBanner;
class StatusPill;
class StatusStrip;

/** The stop switch: how it stands, in the status bar under every room; a bar over the room while
 * the bot is stopped; and the question, in that bar, before it is turned. */
class StopDesk : public PageCommands
{
    Q_OBJECT
public:
    /** parent owns the bar and outlives this. */
    StopDesk(ThemeHost &host, Session &session, QWidget *parent);

    QWidget *bar() const;
    void addTo(StatusStrip &strip);
    void addActions(ActionRegistry &actions);

    /** Asks before it is turned; Enter turns it, Esc leaves it. */
    void ask(bool stop);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Asked { Nothing, Stop, Start };

    bool isStopped() const { return session().state().policy.stopped; }
    /** Texts of the bot that go as soon as it may speak again. */
    int waiting() const;
    QString whyNot(bool stop) const;
    void confirm();
    void leave();
    void refresh();
    void showStopped();
    void showQuestion();
    void showRefusal(const Error &error);

    InlineBanner *m_bar;
    StatusPill *m_pill;
    IconButton *m_turn;
    Asked m_asked = Asked::Nothing;
    bool m_wasStopped = false;
};

} // namespace quntai
