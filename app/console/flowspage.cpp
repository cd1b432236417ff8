// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/flowspage.h"

#include "app/console/actions/actionregistry.h"
#include "app/console/flowdesk.h"
#include "models/items/flowmodel.h"
#include "models/session/query.h"
#include "models/transfer/flowyaml.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/refusals.h"
#include "widgets/flows/flowbench.h"
#include "widgets/flows/flowconflict.h"
#include "widgets/flows/floweditor.h"
#include "widgets/flows/flowlist.h"
#include "widgets/flows/flowwords.h"
#include "widgets/studio/studiowords.h"

#include <QTimer>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewMs = 300;
constexpr int editorMin = 480;
constexpr qsizetype mostMembers = 300;

} // namespace

FlowsPage::FlowsPage(ThemeHost &host, Session &session, QWidget *parent)
    : BenchPage(host, session, parent), m_flows(new FlowModel(&session, this)),
      m_desk(new FlowDesk(session, this)), m_previewSoon(new QTimer(this))
{
    build();
    join();
    joinDesk();
    showText();
}

FlowsPage::~FlowsPage() = default;

void FlowsPage::build()
{
    m_list = new FlowList(host(), *m_flows);
    m_empty = new EmptyState(host(), Icon::Clock,
                             tr("Choose a flow on the left, or write a new one with Ctrl+N."));
    m_editor = new FlowEditor(host());
    m_conflict = new FlowConflict(host());
    m_bench = new FlowBench(host());
    arrange(m_list, {m_empty, m_editor, m_conflict}, editorMin, m_bench);
}

void FlowsPage::join()
{
    connect(&session(), &Session::reset, this, [this] {
        refreshGroups();
        refreshPlace();
    });
    connect(&session(), &Session::changed, this, [this](const Changes &changes) {
        if (!changes.groups.isEmpty())
            refreshGroups();
    });
    connect(m_list, &FlowList::flowChosen, this, &FlowsPage::openFlow);
    connect(m_list, &FlowList::newWanted, this, &FlowsPage::newFlow);
    connect(m_bench, &FlowBench::groupChanged, this, [this] {
        refreshMembers();
        preview();
    });
    connect(m_bench, &FlowBench::memberChanged, this, &FlowsPage::preview);
    m_previewSoon->setSingleShot(true);
    m_previewSoon->setInterval(previewMs);
    connect(m_previewSoon, &QTimer::timeout, this, &FlowsPage::preview);
}

void FlowsPage::joinDesk()
{
    connect(m_desk, &FlowDesk::loaded, this, &FlowsPage::showText);
    connect(m_desk, &FlowDesk::placeChanged, this, &FlowsPage::refreshPlace);
    connect(m_desk, &FlowDesk::refused, this, [this](const CommandData &, const Error &error) {
        // What another wrote is shown side by side; it is no fault of the text.
        if (error.kind != ErrorKind::Conflict)
            m_editor->setProblem(refusalText(error));
    });
    connect(m_editor, &FlowEditor::edited, this, [this] {
        m_editor->setProblem({});
        m_desk->edit(m_editor->text());
        m_previewSoon->start();
    });
    connect(m_editor, &FlowEditor::saveWanted, m_desk, &FlowDesk::save);
    connect(m_editor, &FlowEditor::switchWanted, m_desk, &FlowDesk::setEnabled);
    connect(m_editor, &FlowEditor::discardWanted, m_desk, &FlowDesk::discard);
    connect(m_editor, &FlowEditor::removeWanted, m_desk, &FlowDesk::remove);
    connect(m_editor, &FlowEditor::bannerAction, this, &FlowsPage::answerBanner);
    const auto back = [this] {
        showPage(m_desk->isOpen() ? static_cast<QWidget *>(m_editor) : m_empty);
    };
    connect(m_conflict, &SidePage::closed, this, back);
    connect(m_conflict, &FlowConflict::theirsChosen, this, [this, back] {
        m_desk->takeTheirs();
        back();
    });
    connect(m_conflict, &FlowConflict::mineChosen, this, [this, back] {
        m_desk->keepMine();
        back();
        m_editor->focusText();
    });
}

QString FlowsPage::whyNotWritable() const
{
    if (!m_desk->isWritable())
        return tr("Your role only reads here");
    return m_desk->isOnline() ? QString() : tr("There is no connection");
}

void FlowsPage::addActions(ActionRegistry &registry)
{
    const auto group = tr("Flows");
    registry.add({u"flows.save"_s, tr("Save the flow"), group, Icon::Check,
                  {QKeySequence(Qt::CTRL | Qt::Key_S)}, [this] { m_desk->save(); },
                  [this] {
                      const auto why = whyNotWritable();
                      if (!why.isEmpty() || m_desk->reading().flow)
                          return why;
                      return m_desk->isOpen() ? tr("Something is wrong with it still")
                                              : tr("Open a flow first");
                  },
                  this});
    registry.add({u"flows.new"_s, tr("New flow"), group, Icon::Plus,
                  {QKeySequence(Qt::CTRL | Qt::Key_N)}, [this] { newFlow(); },
                  [this] {
                      return m_desk->isWritable() ? QString() : tr("Your role only reads here");
                  },
                  this});
}

void FlowsPage::entered()
{
    refreshGroups();
    refreshPlace();
}

void FlowsPage::openFlow(const FlowId &flow)
{
    m_list->setCurrent(flow);
    m_desk->open(flow);
}

void FlowsPage::newFlow()
{
    Flow flow;
    flow.id = {u"welcome-new"_s};
    flow.name = tr("Welcome");
    flow.enabled = false;
    flow.text = u"欢迎{{姓名}}来到{{群名}}！"_s;
    const auto help = tr("trigger: joined, schedule (with schedule: at, weekdays or dates), keyword "
                         "(with keywords) or event (with event: topic_resolved, escalated, "
                         "purchase)");
    m_desk->openNew(u"# "_s + help + u'\n' + textOfFlow(flow));
    m_list->setCurrent({});
    m_editor->focusText();
}

void FlowsPage::showText()
{
    m_editor->load(m_desk->text());
    showPage(m_desk->isOpen() ? static_cast<QWidget *>(m_editor) : m_empty);
    refreshPlace();
    m_previewSoon->start();
}

QString FlowsPage::savedWords() const
{
    const auto &flow = m_desk->base();
    QStringList parts;
    if (flow.changedAt.isSet())
        parts.append(flow.changedBy.isEmpty()
                         ? dayClockText(flow.changedAt)
                         : tr("%1 by %2").arg(dayClockText(flow.changedAt),
                                              personName(flow.changedBy)));
    if (const auto source = flowSourceText(flow); !source.isEmpty())
        parts.append(source);
    return parts.join(u" · "_s);
}

void FlowsPage::refreshPlace()
{
    FlowPlace place;
    place.flow = m_desk->base();
    const auto &read = m_desk->reading().flow;
    place.title = read ? read->name : place.flow.version > 0 ? place.flow.name : tr("New flow");
    place.saved = savedWords();
    place.dirty = m_desk->isDirty() || (m_desk->isOpen() && place.flow.version == 0);
    place.busy = m_desk->isBusy() || m_desk->isConflict();
    place.valid = read.has_value();
    place.online = m_desk->isOnline();
    place.readOnlyWhy = m_desk->isWritable() ? QString()
                                             : tr("Read only: your role does not write flows");
    m_editor->setPlace(place);
    m_editor->setReading(m_desk->reading());
    m_list->setWhyNot(m_desk->isWritable() ? QString() : place.readOnlyWhy);
    m_list->setCurrent(m_desk->flow());
    m_conflict->setWritable(m_desk->isWritable());
    refreshBanner();
}

void FlowsPage::refreshBanner()
{
    const auto &flow = m_desk->base();
    if (m_desk->isConflict()) {
        const auto theirs = m_desk->theirs();
        m_editor->showBanner(true,
                             theirs.version == 0 ? tr("Somebody removed this flow meanwhile")
                             : theirs.changedBy.isEmpty()
                                 ? tr("A file wrote this flow meanwhile")
                                 : tr("%1 wrote this flow meanwhile")
                                       .arg(personName(theirs.changedBy)),
                             tr("Your text is kept and nothing is overwritten"), tr("Compare"));
    } else if (!m_desk->isOnline() && m_desk->isOpen()) {
        m_editor->showBanner(true, tr("Offline"),
                             tr("What you write stays on this computer; it can be saved when the "
                                "link is back"));
    } else if (m_desk->isRecovered() && m_desk->isDirty()) {
        m_editor->showBanner(false, tr("Brought back what was not saved"), {},
                             tr("Throw it away"));
    } else if (m_desk->isOpen() && !flow.source.isEmpty()) {
        m_editor->showBanner(false, flowSourceText(flow),
                             tr("A change of the file goes over what is written here"));
    } else {
        m_editor->hideBanner();
    }
}

void FlowsPage::answerBanner()
{
    if (m_desk->isConflict())
        showConflict();
    else
        m_desk->discard();
}

void FlowsPage::showConflict()
{
    const auto theirs = m_desk->theirs();
    const bool isGone = theirs.version == 0;
    const auto who = isGone                        ? tr("Removed")
                     : theirs.changedBy.isEmpty() ? dayClockText(theirs.changedAt)
                                                  : tr("%1, %2").arg(personName(theirs.changedBy),
                                                                     dayClockText(theirs.changedAt));
    m_conflict->open(who, isGone ? QString() : textOfFlow(theirs), m_desk->text());
    showPage(m_conflict);
}

void FlowsPage::refreshGroups()
{
    m_bench->setGroups(groupsByName());
    refreshMembers();
}

void FlowsPage::refreshMembers()
{
    QList<std::pair<MemberId, QString>> members;
    for (const auto &member : session().state().groups.value(m_bench->group()).members) {
        if (member.role == MemberRole::Customer)
            members.append({member.id, member.name});
    }
    std::ranges::sort(members, {}, [](const auto &one) { return std::pair(one.second, one.first); });
    if (members.size() > mostMembers)
        members.resize(mostMembers);
    m_bench->setMembers(members);
}

/** By the backend, which alone knows every rule; a text with a fault is not sent even so. */
void FlowsPage::preview()
{
    const int asked = ++m_asked;
    const auto &reading = m_desk->reading();
    if (!m_desk->isOpen() || m_bench->group().isEmpty())
        return;
    if (!reading.flow)
        return m_bench->showWhyNot(tr("Something is wrong with it still"));
    if (!session().rights().contains(u"flow.preview"_s))
        return m_bench->showWhyNot(tr("Your role is shown no preview"));
    if (!m_desk->isOnline())
        return m_bench->showWhyNot(tr("The backend cannot be reached"));
    askBackend(session(), FlowQuestion{*reading.flow, m_bench->group(), m_bench->member()}, this,
               [this, asked](const Result<FlowPreview> &preview) {
                   if (asked != m_asked)
                       return;
                   if (preview)
                       m_bench->showPreview(*preview);
                   else
                       m_bench->showWhyNot(refusalText(preview.error()));
               });
}

} // namespace quntai
