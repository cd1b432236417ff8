// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/answeronce.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;

class TestAnswerOnce : public QObject
{
    Q_OBJECT

private:
    State m_state;
    int m_count = 0;

    Draft &draft(const QString &group, const QString &entry, int people = 1)
    {
        const auto number = ++m_count;
        Topic topic;
        topic.id = {u"t-%1"_s.arg(number)};
        topic.group = {group};
        m_state.topics.insert(topic.id, topic);
        Draft draft;
        draft.id = {u"d-%1"_s.arg(number)};
        draft.topic = topic.id;
        draft.author = {AuthorKind::Bot, {}, u"小禾"_s};
        draft.entry = {entry};
        draft.entryVersion = 1;
        draft.review = true;
        draft.at = Instant{1'000 + number};
        for (int i = 0; i < people; ++i)
            draft.mentions.append(MemberId{u"m-%1-%2"_s.arg(number).arg(i)});
        return *m_state.drafts.insert(draft.id, draft);
    }

private Q_SLOTS:
    void init()
    {
        m_state = {};
        m_count = 0;
    }

    void oneGroupIsNoCrowd()
    {
        draft(u"a"_s, u"k-1"_s);
        draft(u"a"_s, u"k-1"_s);
        draft(u"b"_s, u"k-2"_s);
        QVERIFY(sameQuestions(m_state).isEmpty());
    }

    void countsPeopleAndGroups()
    {
        draft(u"a"_s, u"k-1"_s, 3);
        draft(u"b"_s, u"k-2"_s);
        draft(u"b"_s, u"k-1"_s);
        draft(u"c"_s, u"k-1"_s, 2);
        draft(u"c"_s, u"k-2"_s);
        const auto found = sameQuestions(m_state);
        QCOMPARE(found.size(), 2);
        const SameQuestion first{
            {u"k-1"_s}, 1, {{u"d-1"_s}, {u"d-3"_s}, {u"d-4"_s}}, 3, 6};
        QCOMPARE(found[0], first);
        QCOMPARE(found[1].entry.value, u"k-2"_s);
        QCOMPARE(sameQuestionOf(m_state, {u"d-4"_s}), std::optional(first));
        QVERIFY(!sameQuestionOf(m_state, {u"d-9"_s}));
    }

    void anotherVersionIsAnotherAnswer()
    {
        draft(u"a"_s, u"k-1"_s);
        draft(u"b"_s, u"k-1"_s).entryVersion = 2;
        QVERIFY(sameQuestions(m_state).isEmpty());
    }

    void whatNeedsALookOfItsOwnIsLeftOut()
    {
        draft(u"a"_s, u"k-1"_s);
        draft(u"b"_s, u"k-1"_s).author.kind = AuthorKind::Agent;
        draft(u"c"_s, u"k-1"_s).reason = Reason::Privacy;
        draft(u"d"_s, u"k-1"_s).reason = Reason::SensitiveWord;
        draft(u"e"_s, u"k-1"_s).privateTo = {u"m"_s};
        draft(u"f"_s, u"k-1"_s).warnings = {u"同行"_s};
        draft(u"g"_s, u"k-1"_s).review = false;
        QVERIFY(sameQuestions(m_state).isEmpty());
        draft(u"h"_s, u"k-1"_s);
        QCOMPARE(sameQuestions(m_state).value(0).drafts, (QList<DraftId>{{u"d-1"_s}, {u"d-8"_s}}));
    }

    void questionsWithoutAnEntryAreNotTheSame()
    {
        draft(u"a"_s, {});
        draft(u"b"_s, {});
        QVERIFY(sameQuestions(m_state).isEmpty());
    }
};

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestAnswerOnce)
#include "tst_answeronce.moc"
