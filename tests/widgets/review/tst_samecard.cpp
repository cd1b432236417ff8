// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "app/console/reviewpage.h"
#include "tests/models/items/scribe.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/replyedit.h"
#include "widgets/review/actionbar.h"
#include "widgets/review/draftlist.h"
#include "widgets/review/draftpanel.h"
#include "widgets/review/samecard.h"

#include <QApplication>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** The same question of several groups is decided once, on one card. */
class TestSameCard : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<Scribe> m_scribe;
    std::unique_ptr<ReviewPage> m_page;

    SameCard &card() const { return *m_page->findChild<SameCard *>(); }
    SameAnswer answer(int at) const { return card().answers().value(at); }
    TopicId topic(int group) const { return {u"t-%1"_s.arg(group)}; }

    bool says(const QString &words) const
    {
        for (const auto *label : card().findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->rawText().contains(words))
                return true;
        }
        return false;
    }
    ActionButton *button(const QString &text) const
    {
        for (auto *one : card().findChildren<ActionButton *>()) {
            if (one->isVisible() && one->text().contains(text))
                return one;
        }
        return nullptr;
    }
    QList<ApproveDraft> approvals() const
    {
        QList<ApproveDraft> all;
        for (const auto &command : m_session->submitted()) {
            if (const auto *data = std::get_if<ApproveDraft>(&command.data))
                all.append(*data);
        }
        return all;
    }
    QList<EditDraft> edits() const
    {
        QList<EditDraft> all;
        for (const auto &command : m_session->submitted()) {
            if (const auto *data = std::get_if<EditDraft>(&command.data))
                all.append(*data);
        }
        return all;
    }
    CommandId commandFor(const QString &draft) const
    {
        for (const auto &command : m_session->submitted()) {
            const auto *data = std::get_if<ApproveDraft>(&command.data);
            if (data && data->draft.value == draft)
                return command.id;
        }
        return {};
    }

    void inGroup(int number) { m_scribe->g0 = {u"wecom/g%1"_s.arg(number)}; }

    /** Two people ask in the group, the bot has one draft for both. */
    void ask(int number, const QString &group)
    {
        inGroup(number);
        Group info;
        info.id = m_scribe->g0;
        info.name = group;
        info.channel = u"wecom"_s;
        m_scribe->write(GroupChanged{info});
        for (const auto &name : {u"李海燕"_s, u"王阿姨"_s})
            m_scribe->write(MemberChanged{{{name}, name, MemberRole::Customer, {}, {}}, false, false});
        m_scribe->open(topic(number));
        const auto first = m_scribe->say(u"退款多久能到账"_s, u"李海燕"_s, topic(number));
        const auto second = m_scribe->say(u"同问"_s, u"王阿姨"_s, topic(number));
        DraftMade made;
        made.draft = {u"d-%1"_s.arg(number)};
        made.author = {AuthorKind::Bot, {}, u"小禾"_s};
        made.text = u"%1的各位好，银行卡 1–3 个工作日到账。"_s.arg(group);
        made.answers = first;
        made.alsoAnswers = {second};
        made.entry = {u"k-1"_s};
        made.entryVersion = 1;
        made.mentions = {{u"李海燕"_s}, {u"王阿姨"_s}};
        made.review = true;
        m_scribe->write(made, topic(number));
    }
    void approved(int number)
    {
        inGroup(number);
        m_scribe->write(DraftWithdrawn{{u"d-%1"_s.arg(number)}, u"approved"_s, {u"u-1"_s},
                                       DraftEnd::Approved, u"林晓"_s}, topic(number));
        QCoreApplication::processEvents();
    }
    void settle(int number, const Result<qint64> &result)
    {
        m_session->settle(commandFor(u"d-%1"_s.arg(number)), result);
        QCoreApplication::processEvents();
    }
    void approveAll()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return,
                        Qt::ControlModifier | Qt::ShiftModifier);
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_session = std::make_unique<ScriptedSession>();
        m_scribe = std::make_unique<Scribe>(Scribe{*m_session});
        m_session->setRights(Role::Agent, {u"review.approve"_s, u"review.edit"_s,
                                           u"review.reject"_s, u"topic.claim"_s});
        LinkStatus link;
        link.state = LinkState::Live;
        m_session->setLink(link);
        Entry entry;
        entry.id = {u"k-1"_s};
        entry.version = 1;
        entry.question = u"退款多久能到账"_s;
        entry.answer = u"银行卡 1–3 个工作日到账。"_s;
        m_scribe->write(KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}});
        ask(1, u"优选福利群"_s);
        ask(2, u"翠湖小区团"_s);
        ask(3, u"阳光幼儿园家长"_s);
        m_page = std::make_unique<ReviewPage>(*m_host, *m_session);
        m_page->addActions(*new ActionRegistry(*m_page));
        m_page->resize(1384, 874);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->entered();
        QCoreApplication::processEvents();
    }

    void cleanup() { m_page.reset(); }

    void oneCardForAll()
    {
        QCOMPARE(m_page->drafts().rowCount(), 1);
        QCOMPARE(m_page->badge(), 1);
        QVERIFY(card().isVisible());
        QCOMPARE(card().answers().size(), 3);
        QVERIFY(says(u"6"_s) && says(u"3"_s));
        QVERIFY(says(u"阳光幼儿园家长的各位好"_s));
        QVERIFY(says(u"李海燕、王阿姨"_s));
        QCOMPARE(card().ready(), 3);
        for (const auto *open : card().findChildren<ActionButton *>()) {
            if (open->text() == SameCard::tr("Open"))
                QVERIFY(!open->visibleRegion().isEmpty());
        }
        grabBoth(*m_host, *m_page, u"review-same"_s);
        QCOMPARE(richLabel(*m_page), QString());
        QCOMPARE(namelessWidget(*m_page), QString());
    }

    void approvesAllWithTheirOwnBasis()
    {
        QTest::mouseClick(button(u"3"_s), Qt::LeftButton);
        QCOMPARE(approvals().size(), 3);
        for (const auto &one : approvals()) {
            const auto draft = m_session->state().drafts.value(one.draft);
            const auto question = findMessage(m_session->state(),
                                              m_session->state().topics.value(one.topic).group,
                                              draft.answers);
            QCOMPARE(one.topic, draft.topic);
            QVERIFY(one.basis >= question->seq);
            QCOMPARE(one.basis, m_session->state().topics.value(one.topic).version);
        }
        // Not twice.
        approveAll();
        QCOMPARE(approvals().size(), 3);
        for (int number : {1, 2, 3}) {
            settle(number, 100 + number);
            approved(number);
        }
        QVERIFY(!card().isVisible());
        QVERIFY(m_page->draft().isEmpty());
        QCOMPARE(m_page->badge(), 0);
    }

    void aRefusalStopsNoOther()
    {
        approveAll();
        QCOMPARE(approvals().size(), 3);
        settle(1, 101);
        approved(1);
        settle(2, failure(ErrorKind::Stale, u"1 newer message"_s));
        settle(3, 103);
        approved(3);
        QVERIFY(card().isVisible());
        QCOMPARE(answer(0).state, SameAnswer::State::Done);
        QCOMPARE(answer(1).state, SameAnswer::State::Refused);
        QVERIFY(!answer(1).note.isEmpty());
        QVERIFY(says(answer(1).note));
        for (const auto *label : card().findChildren<PlainLabel *>()) {
            if (label->rawText() == answer(1).note)
                QVERIFY(!label->visibleRegion().isEmpty());
        }
        QCOMPARE(answer(2).state, SameAnswer::State::Done);
        QCOMPARE(m_page->draft().value, u"d-2"_s);
        QVERIFY(m_session->outbox().isEmpty());
        grabBoth(*m_host, *m_page, u"review-same-refused"_s);
        // It is decided on alone.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(approvals().last().draft.value, u"d-2"_s);
        approved(2);
        QVERIFY(!card().isVisible());
        QVERIFY(m_page->draft().isEmpty());
    }

    void whatIsNewIsLookedAtFirst()
    {
        inGroup(2);
        m_scribe->say(u"到底几天"_s, u"李海燕"_s, topic(2));
        QCoreApplication::processEvents();
        QCOMPARE(answer(1).state, SameAnswer::State::Look);
        QCOMPARE(card().ready(), 2);
        approveAll();
        QCOMPARE(approvals().size(), 2);
        QCOMPARE(approvals()[0].draft.value, u"d-1"_s);
        QCOMPARE(approvals()[1].draft.value, u"d-3"_s);
        for (int number : {1, 3}) {
            settle(number, 100);
            approved(number);
        }
        QCOMPARE(m_page->draft().value, u"d-2"_s);
        QCOMPARE(m_page->findChild<ActionBar *>()->main(), ActionBar::Main::Look);
    }

    void aChangeGoesToAll()
    {
        auto *edit = m_page->findChild<ReplyEdit *>();
        QTest::mouseClick(edit->viewport(), Qt::LeftButton);
        auto at = edit->textCursor();
        at.setPosition(int(edit->toPlainText().indexOf(u"个工作日"_s)));
        edit->setTextCursor(at);
        QTest::keyClicks(edit, u"~5 "_s);
        QCoreApplication::processEvents();
        QCOMPARE(answer(2).text, u"阳光幼儿园家长的各位好，银行卡 1–3 ~5 个工作日到账。"_s);
        QVERIFY(says(answer(1).text));
        QTest::mouseClick(button(SameCard::tr("Send the change to all %1").arg(3)), Qt::LeftButton);
        QVERIFY(approvals().isEmpty());
        const auto sent = edits();
        QCOMPARE(sent.size(), 3);
        for (const auto &one : sent) {
            const auto group = m_session->state().topics.value(one.topic).group;
            const auto name = m_session->state().groups.value(group).info.name;
            QCOMPARE(one.text, u"%1的各位好，银行卡 1–3 ~5 个工作日到账。"_s.arg(name));
        }
        QVERIFY(!card().answers().isEmpty());
    }

    void aChangeThatFitsNowhereStays()
    {
        auto *edit = m_page->findChild<ReplyEdit *>();
        edit->setFocus();
        edit->moveCursor(QTextCursor::Start);
        QTest::keyClicks(edit, u"Hi "_s);
        QCoreApplication::processEvents();
        QCOMPARE(card().ready(), 1);
        QCOMPARE(answer(1).state, SameAnswer::State::Held);
        QVERIFY(says(answer(1).note));
        QTest::mouseClick(button(SameCard::tr("Send the change to all %1").arg(1)), Qt::LeftButton);
        QCOMPARE(edits().size(), 1);
        QCOMPARE(edits()[0].draft.value, u"d-1"_s);
        QVERIFY(approvals().isEmpty());
    }

    void oneOfThemIsOpened()
    {
        QCOMPARE(m_page->draft().value, u"d-1"_s);
        for (auto *open : card().findChildren<ActionButton *>()) {
            if (open->accessibleName().contains(u"翠湖小区团"_s))
                QTest::mouseClick(open, Qt::LeftButton);
        }
        QCoreApplication::processEvents();
        QCOMPARE(m_page->draft().value, u"d-2"_s);
        QVERIFY(m_page->panel().text().startsWith(u"翠湖小区团"_s));
        QVERIFY(card().isVisible());
        // What is decided on it alone leaves the others.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(approvals().size(), 1);
        QCOMPARE(approvals()[0].draft.value, u"d-2"_s);
        approved(2);
        QCOMPARE(card().answers().size(), 2);
        QCOMPARE(m_page->drafts().rowCount(), 1);
    }

    void offlineNothingIsDecided()
    {
        LinkStatus link;
        link.state = LinkState::Offline;
        m_session->setLink(link);
        approveAll();
        QVERIFY(approvals().isEmpty());
    }

    void aDraftOfItsOwnHasNoCard()
    {
        approved(2);
        approved(3);
        QVERIFY(!card().isVisible());
        approveAll();
        QVERIFY(approvals().isEmpty());
    }

    void manyGroupsAndLongNames()
    {
        for (int number = 10; number < 40; ++number)
            ask(number, u"%1 %2"_s.arg(hostileText()).arg(number));
        QCoreApplication::processEvents();
        m_page->resize(1224, 694);
        QCoreApplication::processEvents();
        QCOMPARE(card().answers().size(), 33);
        QVERIFY(card().height() < 400);
        QCOMPARE(m_page->width(), 1224);
        grabBoth(*m_host, *m_page, u"review-same-many"_s);
        QCOMPARE(richLabel(*m_page), QString());
    }
};

QTEST_MAIN(TestSameCard)
#include "tst_samecard.moc"
