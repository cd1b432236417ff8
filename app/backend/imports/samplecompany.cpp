// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/samplecompany.h"

#include "app/backend/imports/policyfile.h"
#include "app/backend/imports/samplescripts.h"
#include "models/domain/entryrules.h"
#include "models/domain/entryslots.h"
#include "models/transfer/flowyaml.h"
#include "models/transfer/yaml.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

template <class Enum>
Enum enumAt(const YAML::Node &map, const char *key, Enum fallback)
{
    const auto node = map[key];
    if (!node)
        return fallback;
    const auto word = node.as<std::string>();
    const auto &words = enumWords<Enum>;
    const auto at = std::ranges::find(words, std::string_view(word));
    if (at == words.end())
        throw YAML::RepresentationException(node.Mark(), "unknown word: " + word);
    return Enum(at - words.begin());
}

/** "-3d" before now; "-2h" likewise. */
Instant relativeAt(const YAML::Node &map, const char *key, Instant now)
{
    const auto node = map[key];
    if (!node)
        return {};
    const auto text = QString::fromStdString(node.as<std::string>());
    bool ok = false;
    const auto count = text.chopped(1).toLongLong(&ok);
    const auto unit = text.endsWith(u'd') ? 86400 : text.endsWith(u'h') ? 3600 : 0;
    if (!ok || unit == 0)
        throw YAML::RepresentationException(node.Mark(), "must look like -3d or -2h");
    return now.plusSeconds(count * unit);
}

QList<User> readStaff(const YAML::Node &root)
{
    QList<User> staff;
    for (const auto &node : root["staff"]) {
        User user;
        user.id = {textAt(node, "id")};
        user.name = textAt(node, "name");
        user.role = enumAt(node, "role", Role::Agent);
        staff.append(user);
    }
    return staff;
}

QHash<QString, UserId> phoneMembers(const YAML::Node &root)
{
    QHash<QString, UserId> members;
    for (const auto &node : root["staff"]) {
        if (node["phoneMember"])
            members.insert(textAt(node, "phoneMember"), {textAt(node, "id")});
    }
    return members;
}

QList<Group> readGroups(const YAML::Node &root)
{
    QList<Group> groups;
    for (const auto &node : root) {
        Group group;
        group.id = {textAt(node, "id")};
        group.name = textAt(node, "name");
        group.kind = enumAt(node, "kind", GroupKind::External);
        group.mode = enumAt(node, "botMode", BotMode::Auto);
        group.memberCount = int(numberAt(node, "memberCount", 0));
        group.tags = textsAt(node, "tags");
        groups.append(group);
    }
    return groups;
}

QList<SampleMember> readMembers(const YAML::Node &root)
{
    QList<SampleMember> members;
    for (const auto &node : root) {
        SampleMember member;
        member.id = textAt(node, "id");
        member.nickname = textAt(node, "nickname");
        member.groups = textsAt(node, "groups");
        member.role = enumAt(node, "role", MemberRole::Customer);
        member.customer = {textAt(node, "customer")};
        for (const auto &card : node["cards"]) {
            member.cards.insert(QString::fromStdString(card.first.as<std::string>()),
                                QString::fromStdString(card.second.as<std::string>()));
        }
        members.append(member);
    }
    return members;
}

QList<Customer> readCustomers(const YAML::Node &root)
{
    QList<Customer> customers;
    for (const auto &node : root) {
        Customer customer;
        customer.id = {textAt(node, "id")};
        customer.name = textAt(node, "name");
        customer.level = enumAt(node, "level", CustomerLevel::Normal);
        customer.since = textAt(node, "since");
        customer.phoneMasked = textAt(node, "phoneMasked");
        customer.tags = textsAt(node, "tags");
        customer.orders30d = int(numberAt(node, "orders30d", 0));
        customer.spend30dCents = numberAt(node, "spend30dCents", 0);
        customer.refunds = int(numberAt(node, "refunds", 0));
        customer.note = textAt(node, "note");
        customers.append(customer);
    }
    return customers;
}

Order readOrder(const YAML::Node &node, Instant now)
{
    Order order;
    order.id = textAt(node, "id");
    for (const auto &item : node["items"]) {
        order.lines.append({textAt(item, "name"), int(numberAt(item, "qty", 1)),
                            numberAt(item, "priceCents", 0)});
    }
    order.totalCents = numberAt(node, "totalCents", 0);
    order.placedAt = relativeAt(node, "placedAt", now);
    order.status = textAt(node, "status");
    for (const auto &step : node["logistics"])
        order.logistics.prepend(textAt(step, "text"));
    if (const auto refund = node["refund"]) {
        order.refundState = textAt(refund, "state");
        order.refundCents = numberAt(refund, "cents", 0);
    }
    return order;
}

QHash<CustomerId, QList<Order>> readOrders(const YAML::Node &root, Instant now)
{
    QHash<CustomerId, QList<Order>> orders;
    for (const auto &node : root)
        orders[{textAt(node, "customer")}].append(readOrder(node, now));
    return orders;
}

QList<Ticket> readTickets(const YAML::Node &root, Instant now)
{
    QList<Ticket> tickets;
    for (const auto &node : root) {
        Ticket ticket;
        ticket.id = {textAt(node, "id")};
        ticket.customer = {textAt(node, "customer")};
        ticket.title = textAt(node, "title");
        ticket.state = textAt(node, "state");
        ticket.closed = ticket.state == u"已关闭";
        ticket.updatedAt = relativeAt(node, "updatedAt", now);
        tickets.append(ticket);
    }
    return tickets;
}

QList<EntryRule> readRules(const YAML::Node &entry)
{
    QList<EntryRule> rules;
    for (const auto &node : listAt(entry, "rules")) {
        demandKnownKeys(node, {u"kind"_s, u"text"_s});
        rules.append({enumAt(node, "kind", RuleKind::Contains), textAt(node, "text")});
        if (const auto problem = ruleProblem(rules.last()); !problem.isEmpty())
            throw YAML::RepresentationException(node.Mark(), "rules: " + problem.toStdString());
    }
    if (rules.size() > EntryRule::most)
        throw YAML::RepresentationException(entry["rules"].Mark(), "rules: at most 20");
    return rules;
}

QList<Slot> readSlots(const YAML::Node &entry)
{
    QList<Slot> found;
    for (const auto &node : listAt(entry, "slots")) {
        demandKnownKeys(node, {u"name"_s, u"ask"_s, u"kind"_s, u"choices"_s});
        found.append({textAt(node, "name"), textAt(node, "ask"),
                      enumAt(node, "kind", SlotKind::Text), textsAt(node, "choices")});
    }
    if (const auto problem = slotsProblem(found); !problem.isEmpty())
        throw YAML::RepresentationException(entry["slots"].Mark(), "slots: " + problem.toStdString());
    return found;
}

QStringList readSteps(const YAML::Node &entry)
{
    const auto steps = textsAt(entry, "steps");
    if (const auto problem = stepsProblem(steps); !problem.isEmpty())
        throw YAML::RepresentationException(entry["steps"].Mark(), "steps: " + problem.toStdString());
    return steps;
}

QList<Entry> readEntries(const YAML::Node &root)
{
    QList<Entry> entries;
    for (const auto &node : root) {
        Entry entry;
        entry.id = {textAt(node, "id")};
        entry.version = 1;
        entry.category = textAt(node, "category");
        entry.question = textAt(node, "question");
        entry.similar = textsAt(node, "similar");
        entry.answer = textAt(node, "answer");
        entry.risk = enumAt(node, "risk", Risk::Low);
        entry.tags = textsAt(node, "tags");
        entry.rules = readRules(node);
        entry.slots_ = readSlots(node);
        entry.steps = readSteps(node);
        entry.act = enumAt(node, "act", LookupKind::None);
        entry.fallback = textAt(node, "fallback");
        entries.append(entry);
    }
    return entries;
}

QList<CannedReply> readCanned(const YAML::Node &root)
{
    QList<CannedReply> replies;
    for (const auto &node : root) {
        CannedReply reply;
        reply.id = {textAt(node, "id")};
        reply.version = 1;
        reply.title = textAt(node, "title");
        reply.shortcut = textAt(node, "shortcut");
        reply.text = textAt(node, "text");
        reply.tags = textsAt(node, "tags");
        for (const auto &group : textsAt(node, "groups"))
            reply.groups.append({group});
        replies.append(reply);
    }
    return replies;
}

Result<> readPeople(const QString &directory, SampleCompany &company)
{
    QHash<QString, UserId> phones;
    const auto head = readYaml(directory + u"/company.yaml"_s, [&](const YAML::Node &root) {
        company.name = textAt(root, "name");
        company.botName = textAt(root, "botName");
        company.staff = readStaff(root);
        phones = phoneMembers(root);
        return true;
    });
    if (!head)
        return std::unexpected(head.error());
    auto members = readYaml(directory + u"/members.yaml"_s, readMembers);
    if (!members)
        return std::unexpected(members.error());
    company.members = std::move(*members);
    for (auto &member : company.members)
        member.user = phones.value(member.id);
    return {};
}

Result<> readCustomersAndOrders(const QString &directory, Instant now, SampleCompany &company)
{
    auto customers = readYaml(directory + u"/customers.yaml"_s, readCustomers);
    if (!customers)
        return std::unexpected(customers.error());
    const auto orders =
        readYaml(directory + u"/orders.yaml"_s,
                 [&](const YAML::Node &root) { return readOrders(root, now); });
    if (!orders)
        return std::unexpected(orders.error());
    auto tickets = readYaml(directory + u"/tickets.yaml"_s,
                            [&](const YAML::Node &root) { return readTickets(root, now); });
    if (!tickets)
        return std::unexpected(tickets.error());
    company.tickets = std::move(*tickets);
    company.customers = std::move(*customers);
    for (auto &customer : company.customers) {
        customer.orders = orders->value(customer.id);
        std::ranges::sort(customer.orders, std::greater{}, &Order::placedAt);
    }
    return {};
}

} // namespace

Result<SampleCompany> readSampleCompany(const QString &directory, Instant now)
{
    SampleCompany company;
    if (const auto people = readPeople(directory, company); !people)
        return std::unexpected(people.error());
    if (const auto customers = readCustomersAndOrders(directory, now, company); !customers)
        return std::unexpected(customers.error());

    auto groups = readYaml(directory + u"/groups.yaml"_s, readGroups);
    if (!groups)
        return std::unexpected(groups.error());
    auto entries = readYaml(directory + u"/knowledge.yaml"_s, readEntries);
    if (!entries)
        return std::unexpected(entries.error());
    auto canned = readYaml(directory + u"/canned.yaml"_s, readCanned);
    if (!canned)
        return std::unexpected(canned.error());
    auto policy = readPolicyFile(directory + u"/policy.yaml"_s);
    if (!policy)
        return std::unexpected(policy.error());
    auto flows = readFlowFile(directory + u"/flows.yaml"_s);
    if (!flows)
        return std::unexpected(flows.error());
    auto scripts = readSampleScripts(directory + u"/scripts"_s);
    if (!scripts)
        return std::unexpected(scripts.error());

    company.groups = std::move(*groups);
    company.entries = std::move(*entries);
    company.canned = std::move(*canned);
    company.policy = std::move(*policy);
    company.flows = std::move(*flows);
    company.scripts = std::move(*scripts);
    return company;
}

QList<NewEvent> foundingEvents(const SampleCompany &company, const QString &channel)
{
    QList<NewEvent> events;
    events.append({{}, {}, PolicyChanged{company.policy, {}, u"policy.yaml"_s}});
    for (auto flow : company.flows) {
        flow.version = 1;
        events.append({{}, {}, FlowChanged{flow, false, {}, u"flows.yaml"_s}});
    }
    for (const auto &user : company.staff)
        events.append({{}, {}, UserChanged{user, {}}});
    for (const auto &entry : company.entries) {
        KnowledgeChanged change;
        change.entry = entry;
        change.change = EntryChange::Imported;
        events.append({{}, {}, change});
    }
    for (auto reply : company.canned) {
        for (auto &group : reply.groups)
            group = {channel + u'/' + group.value};
        events.append({{}, {}, CannedChanged{reply, {}, false}});
    }
    for (const auto &customer : company.customers)
        events.append({{}, {}, CustomerChanged{customer}});
    for (const auto &ticket : company.tickets)
        events.append({{}, {}, TicketChanged{ticket, false}});
    for (auto group : company.groups) {
        group.id = {channel + u'/' + group.id.value};
        group.channel = channel;
        events.append({group.id, {}, GroupChanged{group}});
    }
    return events;
}

} // namespace quntai
