// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/customertopics.h"
#include "tests/backend/reports/chronicle.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const MemberId hai{u"w/hai"_s};
const MemberId wang{u"w/wang"_s};

FactBook bookOf(const Chronicle &chronicle)
{
    FactBook book;
    for (const auto &event : chronicle.events)
        book.take(event);
    return book;
}

bool seesAll(const GroupId &)
{
    return true;
}

QStringList idsOf(const CustomerTopicsResult &page)
{
    QStringList ids;
    for (const auto &topic : page.topics)
        ids.append(topic.topic.value);
    return ids;
}

} // namespace

/** What a customer asked before, over groups. */
class TestCustomerTopics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirstWithWhoAnswered()
    {
        Chronicle chronicle;
        chronicle.world();
        const auto first = chronicle.ask(100, u"t-1"_s);
        chronicle.bot(110, u"t-1"_s);
        chronicle.phone(120, u"t-1"_s);
        chronicle.state(130, u"t-1"_s, TopicState::Resolved);
        chronicle.ask(900, u"t-2"_s);
        chronicle.ask(950, u"t-3"_s, u"w/wang"_s);
        chronicle.askOn(960, u"t-3"_s);  // joins another's
        chronicle.ask(970, u"t-4"_s, u"w/wang"_s);
        const auto page = customerTopics(bookOf(chronicle), {hai}, {chronicle.group, hai, 0, 20},
                                         seesAll);
        QCOMPARE(idsOf(page), (QStringList{u"t-3"_s, u"t-2"_s, u"t-1"_s}));
        QVERIFY(!page.more);
        const auto old = page.topics.last();
        QCOMPARE(old.message, first);
        QCOMPARE(old.state, TopicState::Resolved);
        QCOMPARE(old.title, u"退款怎么还没到"_s);
        QVERIFY(old.byBot);
        QCOMPARE(old.people, QStringList{u"林悦"_s});
        QCOMPARE(old.openedAt, Chronicle::at(100));
        QCOMPARE(old.lastAt, Chronicle::at(130));
        QCOMPARE(old.stage, AskerStage::Answered);
        QCOMPARE(page.topics[1].stage, AskerStage::Asking);
    }

    void onlyGroupsOneSees()
    {
        Chronicle chronicle;
        chronicle.ask(100, u"t-1"_s);
        chronicle.group = {u"w/b"_s};
        chronicle.ask(200, u"t-2"_s);
        const auto book = bookOf(chronicle);
        const auto seesA = [](const GroupId &group) { return group.value == u"w/a"; };
        QCOMPARE(idsOf(customerTopics(book, {hai}, {{u"w/a"_s}, hai, 0, 20}, seesA)),
                 QStringList{u"t-1"_s});
        QCOMPARE(idsOf(customerTopics(book, {hai}, {{u"w/a"_s}, hai, 0, 20}, seesAll)).size(), 2);
    }

    void byPages()
    {
        Chronicle chronicle;
        for (int at = 0; at < 23; ++at)
            chronicle.ask(100 * at + 1, u"t-%1"_s.arg(at));
        const auto book = bookOf(chronicle);
        QStringList all;
        CustomerTopicsParams params{chronicle.group, hai, 0, 10};
        for (int pages = 0; pages < 5; ++pages) {
            const auto page = customerTopics(book, {hai}, params, seesAll);
            all += idsOf(page);
            if (!page.more)
                break;
            params.before = page.next;
        }
        QCOMPARE(all.size(), 23);
        QCOMPARE(all.first(), u"t-22"_s);
        all.removeDuplicates();
        QCOMPARE(all.size(), 23);
        // A limit nobody would ask for.
        params = {chronicle.group, hai, -5, 1'000'000};
        QVERIFY(customerTopics(book, {hai}, params, seesAll).topics.size() <= 50);
        params.limit = -1;
        QCOMPARE(customerTopics(book, {hai}, params, seesAll).topics.size(), 1);
    }

    void mergedOnesCountWhereTheyWent()
    {
        Chronicle chronicle;
        chronicle.ask(100, u"t-1"_s);
        chronicle.ask(200, u"t-2"_s, u"w/wang"_s);
        chronicle.state(300, u"t-1"_s, TopicState::Merged, u"t-2"_s);
        const auto page = customerTopics(bookOf(chronicle), {hai}, {chronicle.group, hai, 0, 20},
                                         seesAll);
        QCOMPARE(idsOf(page), QStringList{u"t-2"_s});
    }

    void theirWordCounts()
    {
        Chronicle chronicle;
        chronicle.ask(100, u"t-1"_s);
        chronicle.bot(110, u"t-1"_s);
        chronicle.setTime(120);
        chronicle.add(SatisfactionGiven{hai, false, SolvedHow::Said, {}, {}}, u"t-1"_s);
        chronicle.add(SatisfactionGiven{wang, true, SolvedHow::Said, {}, {}}, u"t-1"_s);
        const auto page = customerTopics(bookOf(chronicle), {hai}, {chronicle.group, hai, 0, 20},
                                         seesAll);
        QCOMPARE(page.topics.value(0).stage, AskerStage::Unsolved);
    }

    void oneCustomerOfManyNames()
    {
        State state;
        const auto put = [&](const QString &group, const MemberId &id, const QString &customer) {
            state.groups[{group}].members.insert(id, Member{id, {}, MemberRole::Customer,
                                                            {customer}, {}});
        };
        put(u"w/a"_s, hai, u"c-1"_s);
        put(u"w/b"_s, {u"w/hai2"_s}, u"c-1"_s);
        put(u"w/b"_s, wang, u"c-2"_s);
        put(u"w/c"_s, {u"w/new"_s}, {});
        QCOMPARE(samePerson(state, {u"w/a"_s}, hai), (QSet<MemberId>{hai, {u"w/hai2"_s}}));
        // Who is not known is themselves alone.
        QCOMPARE(samePerson(state, {u"w/c"_s}, {u"w/new"_s}), (QSet<MemberId>{{u"w/new"_s}}));
        QCOMPARE(samePerson(state, {u"w/none"_s}, hai), QSet<MemberId>{hai});
    }
};

QTEST_APPLESS_MAIN(TestCustomerTopics)

#include "tst_customertopics.moc"
