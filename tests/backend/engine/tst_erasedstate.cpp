// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apply.h"
#include "models/protocol/statecodec.h"
#include "tests/backend/engine/erasureservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

const MemberId haiyanId{haiyan};
const MemberId wangId{u"wx/wang"_s};
const UserId admin{u"u-admin"_s};
const QString said = u"海燕说的，%1"_s.arg(secret);

QByteArray textOf(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

/** Lists that stand for sets have no order. */
QJsonArray inOrder(const QJsonArray &array)
{
    QList<QJsonValue> values(array.cbegin(), array.cend());
    std::ranges::sort(values, {}, textOf);
    QJsonArray sorted;
    for (const auto &value : std::as_const(values))
        sorted.append(value);
    return sorted;
}

void compare(const QString &at, const QJsonValue &a, const QJsonValue &b, QStringList &differ)
{
    if (a == b)
        return;
    if (a.isObject() && b.isObject()) {
        const auto one = a.toObject(), two = b.toObject();
        for (const auto &key : QStringList(one.keys() + two.keys()))
            compare(at + u'.' + key, one.value(key), two.value(key), differ);
        return;
    }
    const auto one = a.toArray(), two = b.toArray();
    if (a.isArray() && b.isArray() && one.size() == two.size()) {
        for (qsizetype i = 0; i < one.size(); ++i)
            compare(at + u'.' + QString::number(i), one.at(i), two.at(i), differ);
        return;
    }
    differ.append(u"%1: %2 | %3"_s.arg(at, QString::fromUtf8(textOf(a)), QString::fromUtf8(textOf(b))));
}

QJsonObject jsonOf(const State &state)
{
    auto json = QJsonDocument::fromJson(encodeState(state)).object();
    for (const auto &key : json.keys()) {
        if (json.value(key).isArray())
            json.insert(key, inOrder(json.value(key).toArray()));
    }
    return json;
}

/** What a console has that took in every event. */
State foldedBy(const QList<Event> &events)
{
    State state;
    for (const auto &event : events)
        apply(state, event);
    return state;
}

/** What a start from the ledger alone finds. */
State startedFrom(const QString &folder)
{
    QDir(folder + u"/snapshots"_s).removeRecursively();
    auto state = ledgerIn(folder)->load();
    return state ? *state : State{};
}

/** What people said and what is about them, by topics of two people in one group. */
class Talk
{
public:
    explicit Talk(Service &service) : m_service(service) {}

    void hear(const QString &id, const QString &who, const QString &text, const QString &picture = {})
    {
        const auto before = m_service.all<MessageReceived>().size();
        m_service.say(id, who, text, picture);
        QTRY_COMPARE(m_service.all<MessageReceived>().size(), before + 1);
    }
    void put(const EventData &data, const TopicId &topic = {})
    {
        m_service.engine->record({{GroupId{group}, topic, data}});
    }
    MessagePtr message(const QString &platformId)
    {
        const auto recent = m_service.state()->groups.value(group).recent;
        const auto found = std::ranges::find(recent, platformId, &Message::platformId);
        return found == recent.end() ? nullptr : *found;
    }
    /** The topic of a message; it gets one of its own when the bot gave it none. */
    TopicId topicOf(const QString &platformId)
    {
        const auto known = message(platformId);
        if (!known->topic.isEmpty())
            return known->topic;
        const TopicId fresh{u"t-"_s + platformId};
        put(TopicOpened{known->text, {known->author.id}, known->author.name, known->id, {}}, fresh);
        move(platformId, fresh);
        return fresh;
    }
    void move(const QString &platformId, const TopicId &into)
    {
        put(TopicLinked{{message(platformId)->id}, LinkRule::Human, 1000, {}, 0, admin}, into);
    }
    qint64 claim(const TopicId &topic)
    {
        const auto now = m_service.state()->topics.value(topic);
        if (!now.lease && !m_service.run(ClaimTopic{topic, now.version + 1000}))
            return 0;
        return m_service.state()->topics.value(topic).lease->fence;
    }
    void resolve(const TopicId &topic)
    {
        const auto fence = claim(topic);
        const auto done = m_service.run(ResolveTopic{topic, fence});
        QVERIFY2(done, qPrintable(done.error_or(Error{}).message));
    }
    Author bot() const { return {AuthorKind::Bot, {}, u"小禾"_s}; }
    Author agent() const { return {AuthorKind::Agent, admin.value, u"林"_s}; }

    void queue(const QString &id, const TopicId &topic, const Author &author,
               const QList<MemberId> &to, const MessageId &answers = {}, const QString &words = said)
    {
        MessageQueued text;
        text.message = {id};
        text.author = author;
        text.text = words;
        text.mentions = to;
        text.answers = answers;
        text.entry = {author.kind == AuthorKind::Bot ? u"k-1"_s : QString()};
        put(text, topic);
        put(MessageSent{text.message, u"p-"_s + id}, topic);
    }
    void draft(const QString &id, const TopicId &topic, const MessageId &answers)
    {
        DraftMade draft;
        draft.draft = {id};
        draft.author = agent();
        draft.text = said;
        draft.answers = answers;
        put(draft, topic);
    }
    void judge(const TopicId &topic, const MessageId &question, const QString &detail)
    {
        SuggestionJudged judged;
        judged.entry = {u"k-1"_s};
        judged.detail = detail;
        judged.question = question;
        judged.by = admin;
        put(judged, topic);
    }
    void promise(const QString &id, const TopicId &topic, const MemberId &to, const QString &words)
    {
        PromiseMade made;
        made.promise = {id};
        made.member = to;
        made.by = admin;
        made.text = words;
        made.due = {QDateTime::currentMSecsSinceEpoch() + 86'400'000};
        put(made, topic);
    }
    void gap(const QString &id, const QString &who, const MessageId &asked, const QString &words)
    {
        GapChanged gap;
        gap.gap = {id};
        gap.asked = GapQuestion{asked, GroupId{group}, {u"wx/"_s + who}, words, message(u"w1"_s)->at, 0};
        gap.nearest = {u"k-"_s + who};
        put(gap);
    }
    void verdict(const QString &platformId, const TopicId &topic)
    {
        VerdictReached reached;
        reached.message = message(platformId)->id;
        reached.verdict.query = said;
        reached.verdict.emotion = 88;
        reached.verdict.repeats = 2;
        reached.verdict.confidence = 700;
        reached.verdict.addressee = Addressee::Bot;
        reached.verdict.candidates = {{{u"k-1"_s}, 1, u"退款"_s, 700, {}}};
        reached.verdict.slots_ = {{u"地址"_s, secret}};
        reached.verdict.asksFor = u"订单"_s;
        reached.verdict.reasons = {{Reason::Keyword, 300, said}};
        put(reached, topic);
    }

private:
    Service &m_service;
};

/** Words of colleagues in a topic, and what the bot made of it. */
void talkAbout(Talk &talk, const TopicId &topic, const QString &tag)
{
    talk.put(EscalationRaised{{{Reason::Keyword, 500, said}}, 700, 600, {}}, topic);
    talk.claim(topic);
    talk.put(NoteAdded{{u"n-"_s + tag}, talk.agent(), said, {}}, topic);
    talk.put(HelpAsked{admin, {}, {}, {}, said}, topic);
    talk.put(GuestChanged{{u"u-zhou"_s}, u"周岚"_s, GuestState::Invited, admin, {}, said}, topic);
    talk.put(TopicOnHold{true, said, admin}, topic);
    talk.put(TopicOnHold{false, {}, admin}, topic);
}

} // namespace

/** Whoever folded what was erased and whoever never saw it have the same state. */
class TestErasedState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheLedgerGives_data();
    void isWhatTheLedgerGives();
    void holdsNothingOfThem();
    void lettersOfTopics();
    void isRefusedWhileTheyTakePart();
    void whatOthersWereToldStays();
    void whatWaitsToBeSentIsTold();

private:
    void leaveBehind(Service &service);
    void inTheirOwn(Talk &talk, const TopicId &topic);
    void inAnothers(Talk &talk, const TopicId &topic);
    void inAMergedOne(Talk &talk, const TopicId &into);
    void inTheGroup(Service &service, Talk &talk);
};

/** Haiyan opened a topic, and took part in one of Wang's. Leo's goes on. */
void TestErasedState::leaveBehind(Service &service)
{
    Talk talk(service);
    Customer customer;
    customer.id = {u"c-haiyan"_s};
    customer.name = secret;
    Ticket ticket;
    ticket.id = {u"b-1"_s};
    ticket.customer = customer.id;
    ticket.title = secret;
    service.engine->record({{{}, {}, CustomerChanged{customer}}, {{}, {}, TicketChanged{ticket, false}},
                            {{}, {}, CustomerChecked{customer.id, {5}, SystemProblem::TimedOut, {}}}});
    talk.hear(u"h1"_s, u"haiyan"_s, secret + u"，转人工"_s, u"aa"_s);
    talk.hear(u"w1"_s, u"wang"_s, u"怎么开发票，转人工"_s);
    talk.hear(u"l1"_s, u"leo"_s, u"蓝牙连不上，转人工"_s);
    talk.hear(u"h2"_s, u"haiyan"_s, said);
    talk.hear(u"h3"_s, u"haiyan"_s, said + u"！"_s);
    const auto own = talk.topicOf(u"h1"_s);
    const auto wangs = talk.topicOf(u"w1"_s);
    const auto leos = talk.topicOf(u"l1"_s);
    QVERIFY(own != wangs && wangs != leos && own != leos);
    talk.move(u"h2"_s, wangs);
    talk.move(u"h3"_s, own);
    inTheGroup(service, talk);
    inAnothers(talk, wangs);
    inAMergedOne(talk, wangs);
    inTheirOwn(talk, own);
    talk.resolve(own);
    talk.resolve(wangs);
    QTRY_VERIFY(hasEnded(service.state()->topics.value(wangs)));
    QVERIFY(!hasEnded(service.state()->topics.value(leos)));
}

void TestErasedState::inTheirOwn(Talk &talk, const TopicId &topic)
{
    const auto question = talk.message(u"h1"_s)->id;
    talk.put(MessageRead{question, 0, secret, 90});
    talk.verdict(u"h1"_s, topic);
    talk.draft(u"d-own"_s, topic, {});
    talkAbout(talk, topic, u"own"_s);
    talk.queue(u"a-own"_s, topic, talk.agent(), {});
    talk.judge(topic, {}, {});
    talk.judge(topic, question, said);
    talk.judge(topic, question, {});
    talk.promise(u"p-own"_s, topic, haiyanId, said);
    talk.put(PromiseSettled{{u"p-own"_s}, haiyanId, PromiseState::Broken, said, admin}, topic);
    // Wang spoke in it, too.
    talk.hear(u"w2"_s, u"wang"_s, u"我也是"_s);
    talk.move(u"w2"_s, topic);
}

void TestErasedState::inAnothers(Talk &talk, const TopicId &topic)
{
    const auto question = talk.message(u"h2"_s)->id;
    const auto first = talk.message(u"w1"_s)->id;
    talk.judge(topic, first, u"对的"_s);
    talk.promise(u"p-wang"_s, topic, wangId, u"明天给王阿姨开发票"_s);
    talk.verdict(u"h2"_s, topic);
    talk.put(LookupAsked{{question, {u"k-1"_s}, LookupKind::Order, haiyanId, u"20261"_s}}, topic);
    talk.put(LookupDone{question, LookupOutcome::Found, {}}, topic);
    talkAbout(talk, topic, u"wang"_s);
    talk.queue(u"a-both"_s, topic, talk.bot(), {haiyanId, wangId}, question);
    talk.queue(u"a-wang"_s, topic, talk.agent(), {wangId}, {}, u"发票的事在办了"_s);
    talk.draft(u"d-other"_s, topic, question);
    talk.judge(topic, question, said);
    talk.promise(u"p-her"_s, topic, haiyanId, said);
    talk.put(PromiseChanged{{u"p-her"_s}, haiyanId, said + u"。"_s, {}, admin}, topic);
    talk.put(SatisfactionGiven{haiyanId, false, SolvedHow::Said, question, {}}, topic);
}

/** A second one of hers goes on in Wang's, where he quotes her. */
void TestErasedState::inAMergedOne(Talk &talk, const TopicId &into)
{
    const TopicId merged{u"t-merged"_s};
    talk.hear(u"h4"_s, u"haiyan"_s, u"还有，"_s + said);
    const auto question = talk.message(u"h4"_s)->id;
    talk.put(TopicOpened{said, haiyanId, u"名字haiyan"_s, question, {}}, merged);
    talk.move(u"h4"_s, merged);
    talk.verdict(u"h4"_s, merged);
    talk.promise(u"p-merged"_s, merged, haiyanId, said);
    talk.judge(merged, question, {});
    talk.put(EscalationRaised{{{Reason::Keyword, 500, said}}, 700, 600, {}}, merged);
    talk.move(u"h4"_s, into);
    talk.put(EscalationRaised{{{Reason::Keyword, 500, said}}, 700, 600, {}}, into);
    talk.put(TopicStateChanged{TopicState::Merged, u"merged"_s, admin, into, {question}}, merged);
    MessageReceived quoting;
    quoting.message = {u"m-quoting"_s};
    quoting.platformId = u"w3"_s;
    quoting.author = {AuthorKind::Member, wangId.value, u"名字wang"_s};
    quoting.text = u"她说得对"_s;
    quoting.quote = question;
    quoting.quoteText = said;
    talk.put(quoting);
    talk.move(u"w3"_s, into);
    talk.verdict(u"w3"_s, into);
}

void TestErasedState::inTheGroup(Service &service, Talk &talk)
{
    const auto question = talk.message(u"h1"_s)->id;
    Flow flow;
    flow.id = {u"f-1"_s};
    flow.name = u"欢迎"_s;
    flow.trigger = FlowTrigger::Keyword;
    flow.keywords = {u"从不说的词"_s};
    flow.text = u"欢迎"_s;
    service.engine->record({{{}, {}, FlowChanged{flow, false, admin, {}}}});
    Member member{haiyanId, u"名字haiyan"_s, MemberRole::Customer, {u"c-haiyan"_s}, {}};
    talk.put(MemberChanged{member, false, true});
    talk.put(FlowFired{flow.id, 1, {haiyanId, wangId}, {u"f-m"_s}, FlowSkip::None});
    FoldSampled sampled;
    sampled.message = question;
    sampled.author = {AuthorKind::Member, haiyan, u"名字haiyan"_s};
    sampled.text = said;
    sampled.of = 1;
    talk.put(sampled);
    talk.gap(u"g-hers"_s, u"haiyan"_s, question, said);
    talk.gap(u"g-both"_s, u"haiyan"_s, question, said);
    talk.gap(u"g-both"_s, u"wang"_s, talk.message(u"w1"_s)->id, u"怎么开专票"_s);
    talk.put(AlertRaised{AlertKind::Spread, wangId, u"老王"_s, {wangId, haiyanId}, {}, 80});
    PhrasingLesson lesson;
    lesson.id = {u"l-1"_s};
    lesson.entry = {u"k-1"_s};
    lesson.question = said;
    lesson.message = question;
    service.engine->record({{{}, {}, LessonTaught{lesson}}});
}

void TestErasedState::isWhatTheLedgerGives_data()
{
    QTest::addColumn<QString>("subject");
    QTest::newRow("member") << haiyan;
    QTest::newRow("customer") << u"c-haiyan"_s;
}

void TestErasedState::isWhatTheLedgerGives()
{
    QFETCH(QString, subject);
    QTemporaryDir folder;
    const auto data = folder.filePath(u"data"_s);
    State folded;
    {
        Service service(data);
        leaveBehind(service);
        const auto done = service.run(EraseData{subject});
        QVERIFY2(done, qPrintable(done.error_or(Error{}).message
                                  + QString::fromUtf8(textOf(done.error_or(Error{}).data))));
        folded = foldedBy(service.events);
        QStringList differ;
        compare({}, jsonOf(folded), jsonOf(*service.state()), differ);
        QVERIFY2(differ.isEmpty(), qPrintable(u"\n"_s + differ.join(u'\n')));
    }
    QStringList differ;
    compare({}, jsonOf(folded), jsonOf(startedFrom(data)), differ);
    QVERIFY2(differ.isEmpty(), qPrintable(u"\n"_s + differ.join(u'\n')));
}

void TestErasedState::holdsNothingOfThem()
{
    QTemporaryDir folder;
    const auto data = folder.filePath(u"data"_s);
    {
        Service service(data);
        leaveBehind(service);
        QVERIFY(encodeState(foldedBy(service.events)).contains(secret.toUtf8()));
        QVERIFY(service.run(EraseData{haiyan}));
        QVERIFY(service.run(EraseData{u"c-haiyan"_s}));
        const auto left = encodeState(foldedBy(service.events));
        QVERIFY2(!left.contains(secret.toUtf8()), left.constData());
        QVERIFY2(!left.contains("名字haiyan"), left.constData());
    }
    QCOMPARE(filesWith(data, secret), QStringList());
}

/** A topic that is gone gives its letter free; what goes on must have the same one everywhere. */
void TestErasedState::lettersOfTopics()
{
    QTemporaryDir folder;
    Service service(folder.filePath(u"data"_s));
    leaveBehind(service);
    QVERIFY(service.run(EraseData{haiyan}));
    const auto state = foldedBy(service.events);
    const auto open = state.groups.value(group).open;
    QCOMPARE(open.size(), 1);
    QCOMPARE(state.topics.value(open.first()).lane, 1);  // Wang's was the first of those there are
    QCOMPARE(service.state()->topics.value(open.first()).lane, 1);
}

/** A topic of somebody else that they take part in is not torn apart while it goes on. */
void TestErasedState::isRefusedWhileTheyTakePart()
{
    QTemporaryDir folder;
    Service service(folder.filePath(u"data"_s));
    Talk talk(service);
    talk.hear(u"w1"_s, u"wang"_s, u"怎么开发票，转人工"_s);
    talk.hear(u"h1"_s, u"haiyan"_s, secret);
    const auto wangs = talk.topicOf(u"w1"_s);
    talk.move(u"h1"_s, wangs);
    const auto own = service.state()->topics;
    for (const auto &topic : own) {
        if (topic.asker == haiyanId && !hasEnded(topic))
            talk.resolve(topic.id);
    }
    const auto refused = service.run(EraseData{haiyan});
    QCOMPARE(refused.error_or(Error{}).kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().data.value(u"topics"_s).toArray(), QJsonArray{wangs.value});
    talk.resolve(wangs);
    QVERIFY(service.run(EraseData{haiyan}));
}

void TestErasedState::whatOthersWereToldStays()
{
    QTemporaryDir folder;
    Service service(folder.filePath(u"data"_s));
    leaveBehind(service);
    QVERIFY(service.run(EraseData{haiyan}));
    const auto state = service.state();
    QCOMPARE(state->promises.keys(), QList<PromiseId>{{u"p-wang"_s}});
    QVERIFY(state->gaps.contains({u"g-both"_s}) && !state->gaps.contains({u"g-hers"_s}));
    const auto receipts = state->groups.value(group).flows.value({u"f-1"_s}).receipts;
    QCOMPARE(receipts.size(), 1);
    QCOMPARE(receipts.first().member, wangId);
    QVERIFY(state->groups.value(group).members.contains(wangId));
}

/** A text to them that was to go later never goes; a console hears of that, too. */
void TestErasedState::whatWaitsToBeSentIsTold()
{
    QTemporaryDir folder;
    Service service(folder.filePath(u"data"_s));
    leaveBehind(service);
    Talk talk(service);
    MessageQueued later;
    later.message = {u"a-later"_s};
    later.author = talk.bot();
    later.text = said;
    later.answers = talk.message(u"h1"_s)->id;
    later.notBefore = {QDateTime::currentMSecsSinceEpoch() + 3'600'000};
    talk.put(later);
    QVERIFY(service.run(EraseData{haiyan}));
    const auto state = service.state();
    const auto failed = service.all<MessageFailed>();
    QVERIFY(std::ranges::contains(failed, later.message, &MessageFailed::message));
    QCOMPARE(foldedBy(service.events).positions, state->positions);
}

QTEST_GUILESS_MAIN(TestErasedState)
#include "tst_erasedstate.moc"
