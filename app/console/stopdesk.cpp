// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/stopdesk.h"

#include "app/console/actions/actionregistry.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/statusstrip.h"
#include "widgets/common/words/refusals.h"
#include "widgets/common/words/words.h"

#include <QKeyEvent>

namespace quntai {

using namespace Qt::StringLiterals;

StopDesk::StopDesk(ThemeHost &host, Session &session, QWidget *parent)
    : PageCommands(session, parent), m_bar(new InlineBanner(host, parent)),
      m_pill(new StatusPill(host)), m_turn(new IconButton(host, Icon::Pause, tr("Stop the bot")))
{
    m_bar->setObjectName(u"stopBar"_s);
    m_pill->setGlyph(Icon::Bot);
    m_turn->setSmall(true);
    m_turn->setObjectName(u"stopSwitch"_s);
    m_bar->installEventFilter(this);
    connect(m_turn, &QAbstractButton::clicked, this, [this] { ask(!isStopped()); });
    connect(m_bar, &InlineBanner::actionTriggered, this, &StopDesk::confirm);
    connect(m_bar, &InlineBanner::dismissed, this, &StopDesk::leave);
    connect(this, &PageCommands::refused, this,
            [this](const CommandData &, const Error &error) { showRefusal(error); });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.policy)
            refresh();
    });
    connect(&session, &Session::reset, this, &StopDesk::refresh);
    connect(&session, &Session::linkChanged, this, &StopDesk::refresh);
    refresh();
}

QWidget *StopDesk::bar() const
{
    return m_bar;
}

void StopDesk::addTo(StatusStrip &strip)
{
    strip.addLeft(m_pill);
    strip.addLeft(m_turn);
}

void StopDesk::addActions(ActionRegistry &actions)
{
    const auto group = tr("Bot");
    actions.add({u"bot.stop"_s, tr("Stop the bot everywhere"), group, Icon::Pause, {},
                 [this] { ask(true); }, [this] { return whyNot(true); }});
    actions.add({u"bot.start"_s, tr("Let the bot speak again"), group, Icon::Play, {},
                 [this] { ask(false); }, [this] { return whyNot(false); }});
}

int StopDesk::waiting() const
{
    int count = 0;
    for (const auto &group : session().state().groups) {
        for (const auto &message : group.recent) {
            if (message->author.kind == AuthorKind::Bot && message->delivery == Delivery::Queued)
                ++count;
        }
    }
    return count;
}

QString StopDesk::whyNot(bool stop) const
{
    if (!session().rights().contains(u"bot.stop"_s))
        return tr("Your role may not do this");
    if (session().link().state != LinkState::Live)
        return tr("There is no connection");
    if (stop == isStopped())
        return stop ? tr("The bot is stopped already") : tr("The bot is not stopped");
    return {};
}

void StopDesk::ask(bool stop)
{
    if (!whyNot(stop).isEmpty())
        return;
    m_asked = stop ? Asked::Stop : Asked::Start;
    showQuestion();
    m_bar->setFocus(Qt::OtherFocusReason);
}

void StopDesk::confirm()
{
    if (m_asked == Asked::Nothing)
        return ask(!isStopped());
    const bool stop = m_asked == Asked::Stop;
    if (!whyNot(stop).isEmpty())
        return leave();
    submit(StopBot{stop});
    leave();
}

void StopDesk::leave()
{
    m_asked = Asked::Nothing;
    refresh();
}

bool StopDesk::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_bar && event->type() == QEvent::KeyPress;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape
        || m_asked == Asked::Nothing)
        return PageCommands::eventFilter(watched, event);
    leave();
    return true;
}

void StopDesk::refresh()
{
    const bool stopped = isStopped();
    // Whoever turned it first has answered the question.
    if (stopped != m_wasStopped)
        m_asked = Asked::Nothing;
    m_wasStopped = stopped;
    m_pill->setGlyph(stopped ? Icon::Pause : Icon::Bot);
    m_pill->setWords(stopped ? QString() : tr("Bot running"),
                     stopped ? tr("Bot stopped") : QString());
    m_turn->setGlyph(stopped ? Icon::Play : Icon::Pause);
    m_turn->setName(stopped ? tr("Let the bot speak again") : tr("Stop the bot everywhere"));
    m_turn->setVisible(session().rights().contains(u"bot.stop"_s));
    m_turn->setEnabled(whyNot(!stopped).isEmpty());
    if (m_asked != Asked::Nothing)
        showQuestion();
    else if (stopped)
        showStopped();
    else
        m_bar->hide();
}

void StopDesk::showStopped()
{
    const auto &policy = session().state().policy;
    const auto by = policy.stoppedBy.isEmpty()
        ? tr("The policy file says so.")
        : tr("%1 stopped it at %2.").arg(visibleText(policy.stoppedBy, 40),
                                         clockText(policy.stoppedAt));
    m_bar->showMessage(InlineBanner::Kind::Error, tr("The bot is stopped in every group"),
                       by + u' ' + tr("Nothing of it is sent; people write as always."));
    m_bar->setGlyph(Icon::Pause);
    m_bar->setDismissible(false);
    m_bar->setAction(whyNot(false).isEmpty() ? tr("Let it speak again…") : QString(), Icon::Play);
}

void StopDesk::showQuestion()
{
    const bool stop = m_asked == Asked::Stop;
    const auto follows = stop
        ? tr("Within five seconds nothing of it leaves, in any group. What waits keeps its place.")
        : tr("It answers again in every group; %n text(s) that wait are sent.", nullptr, waiting());
    m_bar->showMessage(InlineBanner::Kind::Warning,
                       stop ? tr("Stop the bot everywhere?") : tr("Let the bot speak again?"),
                       follows);
    m_bar->setGlyph(stop ? Icon::Pause : Icon::Play);
    m_bar->setDismissible(true);
    m_bar->setAction(stop ? tr("Stop the bot") : tr("Let it speak"));
}

void StopDesk::showRefusal(const Error &error)
{
    m_bar->showMessage(InlineBanner::Kind::Error, tr("The switch was not turned"),
                       refusalText(error));
    m_bar->setGlyph(Icon::Warn);
    m_bar->setDismissible(true);
    m_bar->setAction({});
}

} // namespace quntai
