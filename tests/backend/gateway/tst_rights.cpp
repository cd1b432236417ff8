// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/rights.h"
#include "models/protocol/methods.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const GroupId mine{u"w/mine"_s};
const GroupId other{u"w/other"_s};
const QList<Role> roles{Role::Agent, Role::Supervisor, Role::Editor, Role::Admin};

template <class Each>
void forEachCommand(Each each)
{
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (each(std::variant_alternative_t<I, CommandVariant>{}), ...);
    }(std::make_index_sequence<std::variant_size_v<CommandVariant>>{});
}

State twoGroups()
{
    State state;
    for (const auto &group : {mine, other}) {
        state.groups[group].info.id = group;
        Topic topic;
        topic.id = {u"t-"_s + group.value};
        topic.group = group;
        state.topics.insert(topic.id, topic);
        Draft draft;
        draft.id = {u"d-"_s + group.value};
        draft.topic = topic.id;
        state.drafts.insert(draft.id, draft);
    }
    return state;
}

/** The command aimed at a group in every way it can be. */
template <class T>
bool aim(T &command, const GroupId &group)
{
    bool aimed = false;
    if constexpr (requires { { command.topic } -> std::convertible_to<TopicId>; }) {
        command.topic = {u"t-"_s + group.value};
        aimed = true;
    }
    if constexpr (requires { { command.into } -> std::convertible_to<TopicId>; })
        command.into = {u"t-"_s + group.value};
    if constexpr (requires { { command.draft } -> std::convertible_to<DraftId>; })
        command.draft = {u"d-"_s + group.value};
    if constexpr (requires { { command.group } -> std::convertible_to<GroupId>; }) {
        command.group = group;
        aimed = true;
    }
    return aimed;
}

User person(Role role, const QList<GroupId> &groups)
{
    User user;
    user.id = {u"u"_s};
    user.role = role;
    user.groups = groups;
    return user;
}

/** What each role may not do; written down a second time, by hand, to catch a slip in the table. */
bool isDenied(const QString &method, Role role)
{
    static const QStringList speaking{
        u"topic.claim"_s, u"topic.renew"_s, u"topic.release"_s, u"topic.snooze"_s, u"topic.hold"_s, u"topic.transfer"_s,
        u"topic.handback"_s, u"topic.resolve"_s, u"topic.reopen"_s, u"topic.relink"_s,
        u"topic.split"_s, u"topic.merge"_s, u"topic.unmerge"_s, u"topic.unlink"_s, u"topic.tick"_s,
        u"topic.ask"_s, u"topic.unask"_s, u"topic.invite"_s, u"topic.attend"_s, u"guest.whisper"_s,
        u"suggestion.judge"_s, u"message.send"_s, u"message.recall"_s,
        u"message.retry"_s, u"draft.put"_s, u"review.approve"_s, u"review.edit"_s,
        u"review.reject"_s, u"fold.judge"_s, u"customer.refresh"_s,
        u"customer.topics"_s, u"satisfaction.mark"_s, u"promise.put"_s, u"promise.settle"_s};
    const bool steering = method.startsWith(u"supervise."_s) || method == u"policy.put"
        || method == u"group.put" || method == u"bot.stop";
    const bool keeping = method == u"user.put" || method == u"data.erase"
        || method == u"audit.verify";
    switch (role) {
    case Role::Agent:
        return steering || keeping || method.startsWith(u"report."_s) || method == u"gap.dispose" || method == u"canned.put"
            || method.startsWith(u"flow."_s)
            || method == u"lesson.undo"
            || (method.startsWith(u"knowledge."_s) && method != u"knowledge.history");
    case Role::Supervisor: return keeping;
    case Role::Editor: return steering || speaking.contains(method) || keeping;
    case Role::Admin: return false;
    }
    return true;
}

} // namespace

class TestRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMethodHasOneRow();
    void everyCell();
    void otherGroupsAreForbidden();
    void unknownThingsAreNotFound();
    void bothSidesOfAMergeCount();
    void disabledUsersMayNothing();
    void whatIsUnknownIsDenied();
    void whoSeesWhat();
    void whispers();
    void kinds();
};

void TestRights::everyMethodHasOneRow()
{
    QStringList known;
    forEachCommand([&]<class T>(const T &) { known.append(methodName(T{})); });
    std::apply([&](const auto &...method) {
        (known.append(QString::fromLatin1(method.name.data(), qsizetype(method.name.size()))), ...);
    }, connectionMethods);
    QStringList rows;
    for (const auto &row : methodRights())
        rows.append(QString::fromLatin1(row.method.data(), qsizetype(row.method.size())));
    known.sort();
    rows.sort();
    QCOMPARE(rows, known);
    QCOMPARE(rows.removeDuplicates(), 0);
}

void TestRights::everyCell()
{
    for (const auto &row : methodRights()) {
        const auto method = QString::fromLatin1(row.method.data(), qsizetype(row.method.size()));
        for (const auto role : roles) {
            QVERIFY2((accessTo(row.method, role) == Access::None) == isDenied(method, role),
                     qPrintable(method));
            QCOMPARE(methodsOf(role).contains(method), !isDenied(method, role));
        }
    }
}

void TestRights::otherGroupsAreForbidden()
{
    const auto state = twoGroups();
    forEachCommand([&]<class T>(T command) {
        for (const auto role : roles) {
            const bool denied = isDenied(methodName(command), role);
            const auto user = person(role, {mine});
            const bool hasGroup = aim(command, mine);
            QVERIFY2(checkCommand(state, user, command).has_value() != denied, T::method.data());
            if (!hasGroup)
                continue;
            aim(command, other);
            const auto elsewhere = checkCommand(state, user, command);
            const bool allowed = role == Role::Admin;
            QVERIFY2(elsewhere.has_value() == allowed, T::method.data());
            if (!allowed)
                QCOMPARE(elsewhere.error().kind, ErrorKind::Forbidden);
            QCOMPARE(checkCommand(state, person(role, {}), command).has_value(), !denied);
        }
    });
}

void TestRights::unknownThingsAreNotFound()
{
    const auto state = twoGroups();
    const auto user = person(Role::Supervisor, {});
    QCOMPARE(checkCommand(state, user, ReopenTopic{{u"t-gone"_s}}).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(checkCommand(state, user, PutGroup{{u"w/gone"_s}, BotMode::Auto}).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(checkCommand(state, user, ApproveDraft{{u"d-gone"_s}, {u"t-w/mine"_s}, 1}).error().kind,
             ErrorKind::NotFound);
}

void TestRights::bothSidesOfAMergeCount()
{
    const auto state = twoGroups();
    const auto user = person(Role::Agent, {mine});
    const TopicId here{u"t-w/mine"_s};
    const TopicId there{u"t-w/other"_s};
    QVERIFY(checkCommand(state, user, MergeTopics{here, here}));
    QVERIFY(!checkCommand(state, user, MergeTopics{here, there}));
    QVERIFY(!checkCommand(state, user, MergeTopics{there, here}));
    QVERIFY(!checkCommand(state, user, ApproveDraft{{u"d-w/other"_s}, here, 1}));
}

void TestRights::disabledUsersMayNothing()
{
    auto user = person(Role::Admin, {});
    user.disabled = true;
    forEachCommand([&]<class T>(T command) {
        aim(command, mine);
        QCOMPARE(checkCommand(twoGroups(), user, command).error().kind, ErrorKind::Forbidden);
    });
}

void TestRights::whatIsUnknownIsDenied()
{
    for (const auto role : roles) {
        QCOMPARE(accessTo("topic.explode", role), Access::None);
        QVERIFY(!Viewer(person(role, {})).seesEvent(u"mood.changed", mine));
    }
}

void TestRights::whoSeesWhat()
{
    const Viewer agent(person(Role::Agent, {mine}));
    QVERIFY(agent.seesEvent(u"message.received", mine));
    QVERIFY(!agent.seesEvent(u"message.received", other));
    QVERIFY(agent.seesEvent(u"policy.changed", {}));
    QVERIFY(agent.seesEvent(u"customer.changed", {}));
    QVERIFY(!agent.seesEvent(u"timer.fired", mine));
    QVERIFY(!Viewer(person(Role::Editor, {})).seesEvent(u"customer.changed", {}));
    QVERIFY(Viewer(person(Role::Admin, {mine})).seesEvent(u"message.received", other));
    QVERIFY(Viewer(person(Role::Agent, {})).seesEvent(u"message.received", other));
}

void TestRights::whispers()
{
    const Author boss{AuthorKind::Agent, u"boss"_s, {}};
    const Viewer agent(person(Role::Agent, {}));
    QVERIFY(agent.seesWhisper({}, boss));
    QVERIFY(agent.seesWhisper({u"u"_s}, boss));
    QVERIFY(!agent.seesWhisper({u"x"_s}, boss));
    QVERIFY(agent.seesWhisper({u"x"_s}, {AuthorKind::Agent, u"u"_s, {}}));
    QVERIFY2(!agent.seesWhisper({u"x"_s}, {AuthorKind::Member, u"u"_s, {}}), "a member of that id");
    QVERIFY(Viewer(person(Role::Supervisor, {})).seesWhisper({u"x"_s}, boss));
}

void TestRights::kinds()
{
    QCOMPARE(Viewer(person(Role::Agent, {mine, other})).kind(),
             Viewer(person(Role::Agent, {other, mine})).kind());
    QVERIFY(Viewer(person(Role::Agent, {mine})).kind() != Viewer(person(Role::Agent, {})).kind());
    QVERIFY(Viewer(person(Role::Agent, {mine})).kind()
            != Viewer(person(Role::Supervisor, {mine})).kind());
}

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
