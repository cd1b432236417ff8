// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/promisedesk.h"

#include "app/console/deskpage.h"
#include "models/session/query.h"
#include "widgets/common/words/refusals.h"
#include "widgets/context/askerscard.h"
#include "widgets/context/contextpanel.h"
#include "widgets/context/promisescard.h"
#include "widgets/handover/promisepanel.h"
#include "widgets/timeline/timelineview.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 250;
constexpr int pastAtOnce = 8;

} // namespace

PromiseDesk::PromiseDesk(ThemeHost &host, DeskPage &page, Session &session, QObject *parent)
    : PageCommands(session, parent), m_host(host), m_page(page)
{
    m_settling.setInterval(settleMs);
    m_settling.setSingleShot(true);
    join();
}

void PromiseDesk::join()
{
    auto &context = m_page.context();
    connect(&session(), &Session::changed, this, &PromiseDesk::take);
    connect(&session(), &Session::reset, this, &PromiseDesk::refresh);
    connect(&m_page, &DeskPage::topicShown, this, &PromiseDesk::refresh);
    connect(&session(), &Session::linkChanged, this, [this] {
        const bool live = session().link().state == LinkState::Live;
        if (live && m_past.standing == PastTopics::Standing::Failed)
            askPast();
    });
    connect(&m_settling, &QTimer::timeout, this, &PromiseDesk::askPast);
    connect(&context.promises(), &PromisesCard::settled, this, &PromiseDesk::settle);
    connect(&context.promises(), &PromisesCard::changeWanted, this, &PromiseDesk::change);
    connect(&context.askers(), &AskersCard::marked, this, &PromiseDesk::mark);
    connect(&context.past(), &PastTopicsCard::moreWanted, this, &PromiseDesk::askPast);
    connect(&context.past(), &PastTopicsCard::chosen, this, [this](const PastTopic &past) {
        m_page.showMessage(past.group, past.topic, past.message);
    });
    connect(&m_page.view(), &TimelineView::promiseWanted, this, &PromiseDesk::noteIn);
    connect(this, &PageCommands::refused, this,
            [this](const CommandData &command, const Error &error) {
                if (const auto *put = std::get_if<PutPromise>(&command))
                    showAgain(*put, error);
                else
                    m_page.showRefusal(command, error);
                giveUp(command);
            });
}

Topic PromiseDesk::topic() const
{
    return session().state().topics.value(m_page.topic());
}

const Promise *PromiseDesk::promise(const PromiseId &id) const
{
    const auto found = session().state().promises.constFind(id);
    return found == session().state().promises.cend() ? nullptr : &*found;
}

void PromiseDesk::take(const Changes &changes)
{
    if (!changes.promises.isEmpty() || changes.topics.contains(m_page.topic()))
        refresh();
    else if (!changes.groups.isEmpty())
        refreshPast();
}

void PromiseDesk::refresh()
{
    const auto shown = topic();
    if (shown.id.isEmpty())
        return;
    m_page.context().setPromises(promisesOf(session().state(), shown.id),
                                 mayDo(u"promise.settle"_s));
    if (shown.id != m_pastTopic)
        restartPast(shown);
    refreshPast();
}

/** Of the same person what is known stays until it is known anew. */
void PromiseDesk::restartPast(const Topic &shown)
{
    if (shown.group != m_pastGroup || shown.asker != m_pastMember)
        m_past = {};
    m_pastTopic = shown.id;
    m_pastGroup = shown.group;
    m_pastMember = shown.asker;
    m_next = 0;
    m_settling.start();
}

/** Without the topic that is on screen: it is not of before. */
PastTopics PromiseDesk::pastShown() const
{
    auto shown = m_past;
    const auto &groups = session().state().groups;
    shown.rows.removeIf([&](const PastRow &row) { return row.topic.topic == m_page.topic(); });
    for (auto &row : shown.rows)
        row.groupName = groups.value(row.topic.group).info.name;
    return shown;
}

void PromiseDesk::refreshPast()
{
    auto &card = m_page.context().past();
    const bool may = mayDo(u"customer.topics"_s);
    card.setVisible(may && !topic().id.isEmpty());
    if (may)
        card.setPast(pastShown(), session().now());
}

void PromiseDesk::askPast()
{
    if (m_pastMember.isEmpty() || !mayDo(u"customer.topics"_s))
        return;
    m_past.standing = PastTopics::Standing::Asking;
    refreshPast();
    const CustomerTopicsParams params{m_pastGroup, m_pastMember, m_next, pastAtOnce};
    askBackend<CustomerTopicsParams>(
        session(), params, this,
        [this, params](const Result<CustomerTopicsResult> &answer) {
            takePast(params, answer);
        });
}

void PromiseDesk::takePast(const CustomerTopicsParams &params,
                           const Result<CustomerTopicsResult> &answer)
{
    if (params.group != m_pastGroup || params.member != m_pastMember || params.before != m_next)
        return;
    if (answer) {
        if (params.before == 0)
            m_past.rows.clear();
        for (const auto &past : answer->topics)
            m_past.rows.append({past, {}});
        m_past.more = answer->more;
        m_next = answer->next;
        m_past.standing = PastTopics::Standing::Known;
    } else {
        m_past.problem = refusalText(answer.error());
        m_past.standing = PastTopics::Standing::Failed;
    }
    refreshPast();
}

PromisePanel &PromiseDesk::panel()
{
    if (m_panel)
        return *m_panel;
    m_panel = new PromisePanel(m_host, &m_page);
    connect(m_panel, &PromisePanel::submitted, this, [this](const PutPromise &put) {
        submit(put, [this](const Result<> &kept) {
            if (kept)
                m_panel->dismiss();
            else
                m_panel->setProblem(refusalText(kept.error()));
        });
    });
    connect(m_panel, &AnchoredPopup::dismissed, &m_page.view(), qOverload<>(&QWidget::setFocus));
    Q_EMIT m_page.partMade(*m_panel);
    return *m_panel;
}

void PromiseDesk::noteIn(const MessageId &message, const QString &text)
{
    Promise made;
    made.group = m_page.group();
    made.message = message;
    made.text = text;
    panel().open(made, session().now(), &m_page.promiseAnchor());
}

void PromiseDesk::change(const PromiseId &id)
{
    if (const auto *known = promise(id))
        panel().open(*known, session().now(), &m_page.promiseAnchor());
}

/** What was refused stands in the panel again, with the reason. */
void PromiseDesk::showAgain(const PutPromise &put, const Error &error)
{
    Promise again;
    again.id = put.promise;
    again.group = put.group;
    again.message = put.message;
    again.text = put.text;
    again.due = put.due;
    panel().open(again, session().now(), &m_page.promiseAnchor());
    panel().setProblem(refusalText(error));
}

void PromiseDesk::settle(const PromiseId &id, PromiseState state)
{
    if (const auto *known = promise(id))
        submit(SettlePromise{known->group, id, state, {}});
}

void PromiseDesk::mark(const MemberId &member, bool solved)
{
    submit(MarkSatisfaction{m_page.topic(), member, solved});
}

} // namespace quntai
