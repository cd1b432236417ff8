// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/palettedesk.h"

#include "app/console/actions/actionregistry.h"
#include "widgets/common/words/words.h"
#include "widgets/palette/commandpalette.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRecent = 20;

/** Gathers the items of one opening; each kind has its weight, so that of equal hits an action
 * stands before a topic, and an entry last. */
class Gatherer
{
public:
    explicit Gatherer(const State &state) : m_state(state) { findTopics(); }

    void actions(const ActionRegistry &registry);
    void topics();
    void groups();
    void users();
    void customers();
    void entries(const QString &whyNot);

    QList<PaletteItem> items;

private:
    void findTopics();
    QString groupName(const GroupId &group) const { return m_state.groups.value(group).info.name; }

    const State &m_state;
    QHash<CustomerId, const Topic *> m_topicOf;   //!< newest open topic of a customer
    QHash<CustomerId, GroupId> m_groupOf;
};

void Gatherer::findTopics()
{
    for (const auto &group : m_state.groups) {
        for (const auto &member : group.members) {
            if (!member.customer.isEmpty())
                m_groupOf.insert(member.customer, group.info.id);
        }
    }
    for (const auto &topic : m_state.topics) {
        const auto *customer = hasEnded(topic) ? nullptr
                                               : customerOf(m_state, topic.group, topic.asker);
        if (!customer)
            continue;
        auto &newest = m_topicOf[customer->id];
        if (!newest || newest->lastAt.ms < topic.lastAt.ms)
            newest = &topic;
    }
}

void Gatherer::actions(const ActionRegistry &registry)
{
    for (const auto &action : registry.actions()) {
        if (!action.run)
            continue;
        PaletteItem item;
        item.id = u"action:"_s + action.id;
        item.text = action.text;
        item.detail = action.group;
        item.kind = PaletteDesk::tr("Action");
        item.icon = action.icon;
        item.keys = registry.keyHint(action.id);
        item.whyNot = registry.whyNot(action.id);
        item.weight = 50;
        item.always = true;
        items.append(item);
    }
}

void Gatherer::topics()
{
    for (const auto &topic : m_state.topics) {
        if (hasEnded(topic))
            continue;
        PaletteItem item;
        item.id = u"topic:"_s + topic.id.value;
        item.text = topic.title;
        item.detail = u"%1 · %2"_s.arg(topic.askerName, groupName(topic.group));
        item.kind = topicStateName(topic.state);
        item.icon = Icon::Chat;
        item.weight = 30;
        items.append(item);
    }
}

void Gatherer::groups()
{
    for (const auto &group : m_state.groups) {
        PaletteItem item;
        item.id = u"group:"_s + group.info.id.value;
        item.text = group.info.name;
        item.detail = group.info.tags.join(u" · ");
        item.kind = PaletteDesk::tr("Group");
        item.icon = Icon::People;
        item.weight = 20;
        items.append(item);
    }
}

void Gatherer::users()
{
    for (const auto &user : m_state.users) {
        if (user.disabled)
            continue;
        PaletteItem item;
        item.id = u"user:"_s + user.id.value;
        item.text = user.name;
        item.detail = roleName(user.role);
        item.kind = PaletteDesk::tr("Colleague");
        item.icon = Icon::Person;
        item.weight = 15;
        if (m_state.presence.value(user.id).viewing.isEmpty())
            item.whyNot = PaletteDesk::tr("Looks at no topic now");
        items.append(item);
    }
}

void Gatherer::customers()
{
    for (const auto &customer : m_state.customers) {
        PaletteItem item;
        item.id = u"customer:"_s + customer.id.value;
        item.text = customer.name;
        const auto *topic = m_topicOf.value(customer.id);
        item.detail = topic ? topic->title : groupName(m_groupOf.value(customer.id));
        item.kind = PaletteDesk::tr("Customer");
        item.icon = Icon::Person;
        item.weight = 10;
        if (!topic && !m_groupOf.contains(customer.id))
            item.whyNot = PaletteDesk::tr("Is in no group you see");
        items.append(item);
    }
}

void Gatherer::entries(const QString &whyNot)
{
    for (const auto &entry : m_state.entries) {
        if (entry.state == EntryState::Retired)
            continue;
        PaletteItem item;
        item.id = u"entry:"_s + entry.id.value;
        item.text = entry.question;
        item.detail = entry.category;
        item.kind = PaletteDesk::tr("Entry");
        item.icon = Icon::Book;
        item.whyNot = whyNot;
        items.append(item);
    }
}

TopicId topicOfCustomer(const State &state, const CustomerId &id)
{
    const Topic *newest = nullptr;
    for (const auto &topic : state.topics) {
        const auto *customer = customerOf(state, topic.group, topic.asker);
        if (customer && customer->id == id && !hasEnded(topic)
            && (!newest || newest->lastAt.ms < topic.lastAt.ms))
            newest = &topic;
    }
    return newest ? newest->id : TopicId{};
}

GroupId groupOfCustomer(const State &state, const CustomerId &id)
{
    for (const auto &group : state.groups) {
        for (const auto &member : group.members) {
            if (member.customer == id)
                return group.info.id;
        }
    }
    return {};
}

} // namespace

QList<PaletteItem> paletteItems(const State &state, const ActionRegistry &registry)
{
    Gatherer all(state);
    all.actions(registry);
    all.topics();
    all.groups();
    all.users();
    all.customers();
    all.entries(registry.whyNot(u"room.studio"_s));
    return std::move(all.items);
}

PaletteDesk::PaletteDesk(ThemeHost &host, Session &session, Settings &settings,
                         ActionRegistry &registry, QWidget *window)
    : QObject(window), m_session(session), m_settings(settings), m_registry(registry),
      m_palette(new CommandPalette(host, window))
{
    connect(m_palette, &CommandPalette::chosen, this, &PaletteDesk::run);
    connect(&registry, &ActionRegistry::ran, this,
            [this](const QString &id) { remember(u"action:"_s + id); });
}

void PaletteDesk::toggle()
{
    if (m_palette->isVisible())
        m_palette->dismiss();
    else
        m_palette->open(paletteItems(m_session.state(), m_registry),
                        m_settings.get(settings::recent));
}

void PaletteDesk::openGroups()
{
    auto items = paletteItems(m_session.state(), m_registry);
    items.removeIf([](const PaletteItem &item) { return !item.id.startsWith(u"group:"); });
    m_palette->open(std::move(items), {});
}

void PaletteDesk::remember(const QString &id)
{
    if (id == u"action:window.palette")
        return; // it is how one got here
    auto recent = m_settings.get(settings::recent);
    recent.removeAll(id);
    recent.prepend(id);
    m_settings.set(settings::recent, recent.first(std::min(recent.size(), mostRecent)));
}

void PaletteDesk::run(const QString &id)
{
    const auto kind = id.section(u':', 0, 0);
    const auto rest = id.section(u':', 1);
    const auto &state = m_session.state();
    if (kind == u"action") {
        m_registry.trigger(rest); // remembered by its having run
        return;
    }
    remember(id);
    if (kind == u"topic")
        Q_EMIT topicWanted({rest});
    else if (kind == u"group")
        Q_EMIT groupWanted({rest});
    else if (kind == u"entry")
        Q_EMIT entryWanted({rest});
    else if (kind == u"user")
        Q_EMIT topicWanted(state.presence.value({rest}).viewing);
    else if (const auto topic = topicOfCustomer(state, {rest}); !topic.isEmpty())
        Q_EMIT topicWanted(topic);
    else
        Q_EMIT groupWanted(groupOfCustomer(state, {rest}));
}

} // namespace quntai
