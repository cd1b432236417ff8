// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/queuedesk.h"

#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/replydesk.h"
#include "models/items/queuemodel.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/words/queuewords.h"
#include "widgets/composer/ownershipbar.h"
#include "widgets/queue/queuepanel.h"
#include "widgets/queue/viewbar.h"

#include <QMenu>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
constexpr int morning = 9 * 60;

} // namespace

QueueDesk::QueueDesk(DeskPage &page, Session &session, Settings &settings, QObject *parent)
    : PageCommands(session, parent), m_page(page), m_settings(settings)
{
    auto &panel = page.queuePanel();
    restore();
    connect(&panel.viewBar(), &ViewBar::viewChosen, this, &QueueDesk::keep);
    connect(&panel.viewBar(), &ViewBar::savedChanged, this, &QueueDesk::keep);
    connect(&panel.viewBar().filterButton(), &QAbstractButton::pressed, this,
            &QueueDesk::refreshChoices);
    connect(&panel.view(), &QueueView::menuWanted, this, &QueueDesk::openMenu);
    connect(&session, &Session::reset, this, &QueueDesk::refreshChoices);
    connect(this, &PageCommands::refused, &page, &DeskPage::showRefusal);
}

void QueueDesk::restore()
{
    auto &bar = m_page.queuePanel().viewBar();
    QList<SavedView> saved;
    for (const auto &text : m_settings.get(settings::queueViews)) {
        if (const auto view = savedViewFrom(text))
            saved.append(*view);
    }
    bar.setSaved(saved);
    const auto last = savedViewFrom(m_settings.get(settings::queueView));
    bar.setView(last.value_or(SavedView{}));
    m_page.queue().setView(bar.view());
}

void QueueDesk::keep()
{
    const auto &bar = m_page.queuePanel().viewBar();
    QStringList texts;
    for (const auto &view : bar.saved())
        texts.append(textOf(view));
    m_settings.set(settings::queueViews, texts);
    m_settings.set(settings::queueView, textOf(bar.view()));
}

void QueueDesk::refreshChoices()
{
    const auto &state = session().state();
    QList<std::pair<GroupId, QString>> groups;
    for (const auto &group : state.groups) {
        if (!group.open.isEmpty())
            groups.append({group.info.id, group.info.name});
    }
    std::ranges::sort(groups, {}, &std::pair<GroupId, QString>::second);
    QStringList categories;
    for (const auto &entry : state.entries)
        categories.append(entry.category);
    categories.removeDuplicates();
    categories.removeAll(QString());
    categories.sort();
    m_page.queuePanel().viewBar().setChoices(groups, categories);
}

void QueueDesk::addActions(ActionRegistry &registry)
{
    const auto group = tr("Queue");
    const auto none = [this] {
        return m_page.queue().nextAtRisk({}).isEmpty() ? tr("Nothing of yours is at risk") : QString();
    };
    const auto noTopic = [this] {
        return m_page.topic().isEmpty() ? tr("Choose a topic first") : QString();
    };
    registry.add({u"queue.risk"_s, tr("Next at risk"), group, Icon::Clock,
                  {QKeySequence(Qt::Key_F8)}, [this] { goToRisk(); }, none, &m_page, true});
    registry.add({u"queue.explain"_s, tr("Why it stands here"), group, Icon::Sort,
                  {QKeySequence(Qt::CTRL | Qt::Key_I)},
                  [this] { m_page.queuePanel().view().explain(); }, noTopic, &m_page});
    registry.add({u"queue.later"_s, tr("Snooze or hold"), group, Icon::Pause,
                  {QKeySequence(Qt::CTRL | Qt::Key_L)}, [this] { openMenuOfCurrent(); },
                  [this] { return whyNotLater(m_page.topic()); }, &m_page});
}

void QueueDesk::goToRisk()
{
    m_page.chooseTopic(m_page.queue().nextAtRisk(m_page.topic()));
}

QString QueueDesk::whyNotLater(const TopicId &topic) const
{
    const auto value = topicOf(topic);
    if (value.id.isEmpty())
        return tr("Choose a topic first");
    const bool waits = value.state == TopicState::Escalated || value.state == TopicState::Offered;
    const bool mine = value.lease && value.lease->user == session().me();
    return waits || mine ? QString() : tr("Only a topic of yours, or one that waits, can be put off");
}

void QueueDesk::openMenuOfCurrent()
{
    auto &view = m_page.queuePanel().view();
    const auto rect = view.visualRect(m_page.queue().indexOf(m_page.topic()));
    openMenu(m_page.topic(), view.viewport()->mapToGlobal(rect.bottomLeft()));
}

void QueueDesk::openMenu(const TopicId &topic, const QPoint &at)
{
    const auto value = topicOf(topic);
    auto *menu = new QMenu(&m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool possible = whyNotLater(topic).isEmpty();
    if (possible && isLater(value)) {
        menu->addAction(value.onHold ? tr("Go on with it") : tr("Wake it now"), this,
                        [this, topic] { wake(topic); });
    } else if (possible) {
        addSnoozes(menu, topic);
        addHold(menu, value);
    }
    menu->addSeparator();
    menu->addAction(tr("Why it stands here"), this, [this, topic] {
        m_page.chooseTopic(topic);
        m_page.queuePanel().view().explain();
    });
    menu->addSeparator();
    Q_EMIT menuOpening(*menu, topic);
    m_menu = menu;
    menu->popup(at);
}

void QueueDesk::addSnoozes(QMenu *menu, const TopicId &topic)
{
    for (const auto &[words, until] : snoozeChoices(topic))
        menu->addAction(words, this, [this, topic, until = until] { snooze(topic, until); });
    menu->addAction(tr("Snooze with a reason…"), this, [this, topic] { openSnooze(topic); });
}

QList<SnoozePanel::Choice> QueueDesk::snoozeChoices(const TopicId &topic) const
{
    const auto now = session().now();
    const auto workday = nextWorkday(topic);
    return {{tr("Snooze for 15 min"), {now.ms + 15 * minuteMs}},
            {tr("Snooze for 1 h"), {now.ms + 60 * minuteMs}},
            {tr("Snooze for 4 h"), {now.ms + 240 * minuteMs}},
            {tr("Snooze until %1").arg(whenText(workday, now)), workday}};
}

/** Floats above the reply, of the topic the menu was of. */
void QueueDesk::openSnooze(const TopicId &topic)
{
    m_page.chooseTopic(topic);
    if (!m_snooze) {
        m_snooze = new SnoozePanel(m_page.host(), &m_page);
        connect(m_snooze, &SnoozePanel::submitted, this, &QueueDesk::snooze);
        connect(m_snooze, &AnchoredPopup::dismissed, &m_page.queuePanel().view(),
                qOverload<>(&QWidget::setFocus));
        Q_EMIT m_page.partMade(*m_snooze);
    }
    m_snooze->open(topic, snoozeChoices(topic), &m_page.reply().ownership());
}

void QueueDesk::addHold(QMenu *menu, const Topic &topic)
{
    if (!topic.lease || topic.lease->user != session().me())
        return;
    menu->addSeparator();
    for (const auto &why : {tr("waits for the customer"), tr("waits for a colleague"),
                            tr("waits for the warehouse")})
        menu->addAction(tr("On hold: %1").arg(why), this,
                        [this, id = topic.id, why] { hold(id, true, why); });
}

Instant QueueDesk::nextWorkday(const TopicId &topic) const
{
    const auto &state = session().state();
    const auto group = state.groups.value(topicOf(topic).group).info;
    const auto hours = policyFor(state.policy, group).hours;
    const auto local = session().now().ms + hours.offset * minuteMs;
    // Where people work round the clock a new day begins at nine all the same.
    const int opens = hours.from > 0 ? hours.from : morning;
    return nextOpen(hours, {(local / dayMs + 1) * dayMs + (opens - hours.offset) * minuteMs});
}

void QueueDesk::snooze(const TopicId &topic, Instant until, const QString &why)
{
    const auto value = topicOf(topic);
    submit(SnoozeTopic{topic, value.lease ? value.lease->fence : 0, until, why});
}

void QueueDesk::wake(const TopicId &topic)
{
    if (topicOf(topic).onHold)
        hold(topic, false, {});
    else
        snooze(topic, {});
}

void QueueDesk::hold(const TopicId &topic, bool on, const QString &why)
{
    const auto value = topicOf(topic);
    submit(HoldTopic{topic, value.lease ? value.lease->fence : 0, on, why});
}

} // namespace quntai
