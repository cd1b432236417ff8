// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pindesk.h"

#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "widgets/common/words/words.h"
#include "widgets/queue/pinbar.h"
#include "widgets/queue/queuepanel.h"

#include <QMenu>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString keyId(int nth)
{
    return u"desk.topic%1"_s.arg(nth + 1);
}

/** Who has it, or how it stands. */
QString stateOf(const Topic &topic, const UserId &me)
{
    if (!topic.lease || hasEnded(topic))
        return topicStateName(topic.state);
    return topic.lease->user == me ? PinDesk::tr("mine") : topic.lease->name;
}

} // namespace

PinDesk::PinDesk(DeskPage &desk, Session &session, Settings &settings, QObject *parent)
    : QObject(parent), m_desk(desk), m_session(session), m_settings(settings)
{
    auto &bar = desk.queuePanel().pinBar();
    connect(&bar, &PinBar::chosen, &desk, &DeskPage::chooseTopic);
    connect(&bar, &PinBar::unpinWanted, this, [this](const TopicId &topic) {
        setPinned(topic, false);
    });
    connect(&bar, &PinBar::moveWanted, this, &PinDesk::move);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        const auto mine = pins();
        if (std::ranges::any_of(mine, [&](const TopicId &id) { return changes.topics.contains(id); }))
            refresh();
    });
    connect(&session, &Session::reset, this, &PinDesk::refresh);
    connect(&session, &Session::linkChanged, this, [this] {
        forgetGone();
        refresh();
    });
    connect(&desk, &DeskPage::topicShown, this, &PinDesk::refresh);
    refresh();
}

QList<TopicId> PinDesk::pins() const
{
    QList<TopicId> pins;
    for (const auto &id : m_settings.get(settings::pins).value(m_session.me().value))
        pins.append(TopicId{id});
    return pins;
}

void PinDesk::keep(const QList<TopicId> &pins)
{
    if (m_session.me().isEmpty())
        return;
    QStringList ids;
    for (const auto &pin : pins)
        ids.append(pin.value);
    auto all = m_settings.get(settings::pins);
    if (ids.isEmpty())
        all.remove(m_session.me().value);
    else
        all.insert(m_session.me().value, ids);
    m_settings.set(settings::pins, all);
    refresh();
}

bool PinDesk::setPinned(const TopicId &topic, bool pinned)
{
    auto all = pins();
    if (pinned == all.contains(topic))
        return true;
    if (!pinned)
        all.removeAll(topic);
    else if (all.size() >= PinBar::most || m_session.me().isEmpty())
        return false;
    else
        all.append(topic);
    keep(all);
    return true;
}

void PinDesk::move(const TopicId &topic, int step)
{
    auto all = pins();
    const auto from = all.indexOf(topic);
    const auto to = from + step;
    if (from < 0 || to < 0 || to >= all.size())
        return;
    all.move(from, to);
    keep(all);
}

/** Only with the backend's whole state before us: a topic that is merely not read yet stays. */
void PinDesk::forgetGone()
{
    if (m_session.link().state != LinkState::Live || m_session.state().topics.isEmpty())
        return;
    auto all = pins();
    const auto gone = all.removeIf([this](const TopicId &id) {
        return !m_session.state().topics.contains(id);
    });
    if (gone > 0)
        keep(all);
}

void PinDesk::refresh()
{
    const auto &state = m_session.state();
    QList<Pin> shown;
    QSet<TopicId> marked;
    for (const auto &id : pins()) {
        const auto nth = int(marked.size());
        marked.insert(id);
        const auto topic = state.topics.constFind(id);
        if (topic == state.topics.cend())
            continue;
        shown.append({id, topic->lane, topic->title, state.groups.value(topic->group).info.name,
                      stateOf(*topic, m_session.me()),
                      m_registry ? m_registry->keyHint(keyId(nth)) : QString(), hasEnded(*topic),
                      topic->state == TopicState::Escalated || topic->state == TopicState::Offered,
                      id == m_desk.topic()});
    }
    m_desk.queuePanel().pinBar().setPins(shown);
    m_desk.queuePanel().view().setPinned(marked);
}

TopicId PinDesk::topicAt(int nth) const
{
    const auto mine = pins();
    if (nth < mine.size())
        return mine.at(nth);
    int left = nth - int(mine.size());
    for (int row = 0;; ++row) {
        const auto topic = m_desk.nthTopic(row);
        if (topic.isEmpty() || (!mine.contains(topic) && left-- == 0))
            return topic;
    }
}

QString PinDesk::whyNotPin(const TopicId &topic) const
{
    if (topic.isEmpty())
        return tr("Choose a topic first");
    const bool full = pins().size() >= PinBar::most && !isPinned(topic);
    return full ? tr("Nine topics are pinned; unpin one first") : QString();
}

void PinDesk::toggleCurrent()
{
    setPinned(m_desk.topic(), !isPinned(m_desk.topic()));
}

void PinDesk::addTo(QMenu &menu, const TopicId &topic)
{
    const bool pinned = isPinned(topic);
    auto *action = menu.addAction(pinned ? tr("Unpin the topic") : tr("Pin the topic"), this,
                                  [this, topic, pinned] { setPinned(topic, !pinned); });
    action->setEnabled(whyNotPin(topic).isEmpty());
}

void PinDesk::addActions(ActionRegistry &registry)
{
    m_registry = &registry;
    registry.add({u"desk.pin"_s, tr("Pin or unpin the topic"), tr("Topic"), Icon::Pin,
                  {QKeySequence(Qt::CTRL | Qt::Key_P)}, [this] { toggleCurrent(); },
                  [this] { return whyNotPin(m_desk.topic()); }, &m_desk});
    for (int nth = 0; nth < PinBar::most; ++nth) {
        registry.add({keyId(nth), tr("Pinned topic %1, or the queue's").arg(nth + 1),
                      tr("Moving about"), Icon::Right,
                      {QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + nth))},
                      [this, nth] { m_desk.chooseTopic(topicAt(nth)); },
                      [this, nth] {
                          return topicAt(nth).isEmpty() ? tr("There is no topic %1").arg(nth + 1)
                                                        : QString();
                      },
                      &m_desk});
    }
    connect(&registry, &ActionRegistry::keysChanged, this, &PinDesk::refresh);
    refresh();
}

} // namespace quntai
