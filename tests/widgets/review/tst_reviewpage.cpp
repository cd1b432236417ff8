// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "app/console/reviewpage.h"
#include "tests/models/items/scribe.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/replyedit.h"
#include "widgets/correction/choicechip.h"
#include "widgets/review/actionbar.h"
#include "widgets/review/draftlist.h"
#include "widgets/review/draftpanel.h"
#include "widgets/review/rejectpanel.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

class TestReviewPage : public QObject
{
    Q_OBJECT

private:
    const TopicId m_t1{u"t-1"_s};
    const TopicId m_t2{u"t-2"_s};
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<Scribe> m_scribe;
    std::unique_ptr<ReviewPage> m_page;

    ReplyEdit *edit() const { return m_page->findChild<ReplyEdit *>(); }
    ActionBar *bar() const { return m_page->findChild<ActionBar *>(); }
    RejectPanel *reject() const { return m_page->findChild<RejectPanel *>(); }
    template <class Data>
    Data sent() const
    {
        const auto all = m_session->submitted();
        const auto *data = all.isEmpty() ? nullptr : std::get_if<Data>(&all.constLast().data);
        return data ? *data : Data{};
    }
    bool says(const QString &words) const
    {
        for (const auto *label : m_page->findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->rawText().contains(words))
                return true;
        }
        return false;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString &text)
    {
        edit()->setFocus();
        edit()->selectAll();
        edit()->insertPlainText(text);
    }
    void draft(const QString &id, const TopicId &topic, const MessageId &answers,
               const QString &text, Reason reason = Reason::ReviewMode)
    {
        DraftMade made;
        made.draft = {id};
        made.author = {AuthorKind::Bot, {}, u"小禾"_s};
        made.text = text;
        made.answers = answers;
        made.entry = {u"k-1"_s};
        made.entryVersion = 1;
        made.mentions = {{u"李海燕"_s}};
        made.reason = reason;
        made.review = true;
        m_scribe->write(made, topic);
        QCoreApplication::processEvents();
    }
    void withdraw(const QString &id, const TopicId &topic, DraftEnd outcome, const QString &why)
    {
        m_scribe->write(DraftWithdrawn{{id}, why, {u"u-2"_s}, outcome, u"周敏"_s}, topic);
        QCoreApplication::processEvents();
    }
    void live()
    {
        LinkStatus link;
        link.state = LinkState::Live;
        m_session->setLink(link);
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_session = std::make_unique<ScriptedSession>();
        m_scribe = std::make_unique<Scribe>(Scribe{*m_session});
        m_session->setRights(Role::Agent, {u"review.approve"_s, u"review.edit"_s,
                                           u"review.reject"_s, u"topic.claim"_s});
        live();
        m_scribe->group();
        Policy policy;
        policy.aiLabel = u"【AI生成】"_s;
        policy.sensitiveWords = {u"根治"_s};
        m_scribe->write(PolicyChanged{policy, {}, {}});
        Entry entry;
        entry.id = {u"k-1"_s};
        entry.version = 1;
        entry.question = u"退款多久能到账"_s;
        entry.answer = u"微信零钱当天到账，银行卡 1–3 个工作日。"_s;
        m_scribe->write(KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}});
        m_scribe->open(m_t1);
        const auto first = m_scribe->say(u"退款怎么还没到"_s, u"李海燕"_s, m_t1);
        Verdict verdict;
        verdict.action = Action::Review;
        verdict.addressee = Addressee::Bot;
        verdict.confidence = 910;
        verdict.threshold = 720;
        verdict.emotion = 34;
        verdict.candidates = {{{u"k-1"_s}, 1, u"退款多久能到账"_s, 910, {}}};
        verdict.reasons = {{Reason::ReviewMode, 0, u"优选福利群"_s}, {Reason::Waiting, 150, u"320 s"_s}};
        m_scribe->write(VerdictReached{first, verdict}, m_t1);
        m_scribe->open(m_t2);
        const auto second = m_scribe->say(u"怎么开发票"_s, u"Leo"_s, m_t2);
        draft(u"d-1"_s, m_t1, first, u"退款审核通过后原路退回，银行卡 1–3 个工作日到账。"_s);
        draft(u"d-2"_s, m_t2, second, u"在小程序“我的订单”里申请。"_s);
        m_page = std::make_unique<ReviewPage>(*m_host, *m_session);
        m_page->addActions(*new ActionRegistry(*m_page));
        m_page->resize(1384, 874);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->entered();
    }

    void cleanup() { m_page.reset(); }

    void approvesAndGoesOn()
    {
        grabBoth(*m_host, *m_page, u"review"_s);
        QCOMPARE(m_page->badge(), 2);
        QCOMPARE(m_page->draft().value, u"d-1"_s);
        QVERIFY(says(u"优选福利群"_s));
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent<ApproveDraft>().draft.value, u"d-1"_s);
        QCOMPARE(sent<ApproveDraft>().basis, m_session->state().topics.value(m_t1).version);
        // Not twice.
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_session->submitted().size(), 1);
        withdraw(u"d-1"_s, m_t1, DraftEnd::Approved, u"approved"_s);
        QCOMPARE(m_page->draft().value, u"d-2"_s);
        QCOMPARE(m_page->badge(), 1);
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent<ApproveDraft>().draft.value, u"d-2"_s);
        withdraw(u"d-2"_s, m_t2, DraftEnd::Approved, u"approved"_s);
        QVERIFY(m_page->draft().isEmpty());
        QCOMPARE(m_page->badge(), 0);
        grabBoth(*m_host, *m_page, u"review-empty"_s);
    }

    void editsAndSends()
    {
        type(u"退款审核通过后原路退回，信用卡 3–7 个工作日到账。"_s);
        QTRY_VERIFY(bar()->main() == ActionBar::Main::SendChanged);
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent<EditDraft>().text, u"退款审核通过后原路退回，信用卡 3–7 个工作日到账。"_s);
        const auto id = m_session->submitted().constLast().id;
        m_session->settle(id, failure(ErrorKind::Stale, u"1 newer message"_s));
        QVERIFY(!m_page->panel().text().isEmpty());
        QVERIFY(m_session->outbox().isEmpty());
        m_page->panel().setNews({});
        grabBoth(*m_host, *m_page, u"review-changed"_s);
    }

    void textsAreKeptPerDraft()
    {
        type(u"改了一半"_s);
        key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_page->draft().value, u"d-2"_s);
        QVERIFY(!m_page->panel().isChanged());
        key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_page->panel().text(), u"改了一半"_s);
    }

    void rejectsWithAReason()
    {
        m_page->panel().openReject();
        QVERIFY(reject()->isVisible());
        key(Qt::Key_Return);
        QVERIFY(m_session->submitted().isEmpty());
        QTest::mouseClick(reject()->findChildren<ChoiceChip *>().at(0), Qt::LeftButton);
        QTest::keyClicks(reject()->findChild<QLineEdit *>(), u"x7731"_s);
        grabBoth(*m_host, *m_page, u"review-reject"_s);
        key(Qt::Key_Return);
        QVERIFY(sent<RejectDraft>().reason.endsWith(u"；x7731"_s));
        QVERIFY(!sent<RejectDraft>().noReply);
        withdraw(u"d-1"_s, m_t1, DraftEnd::Rejected, u"答非所问"_s);
        QCOMPARE(m_page->draft().value, u"d-2"_s);
        QVERIFY(!reject()->isVisible());
        m_page->panel().openReject();
        QTest::mouseClick(reject()->findChildren<ChoiceChip *>().constLast(), Qt::LeftButton);
        key(Qt::Key_Escape);
        QVERIFY(!reject()->isVisible());
        QCOMPARE(m_session->submitted().size(), 1);
    }

    void newMessagesAreLookedAtFirst()
    {
        const auto before = m_session->state().topics.value(m_t1).version;
        m_scribe->say(u"在吗"_s, u"李海燕"_s, m_t1);
        m_scribe->say(u"到底几天"_s, u"李海燕"_s, m_t1);
        QCoreApplication::processEvents();
        QCOMPARE(bar()->main(), ActionBar::Main::Look);
        grabBoth(*m_host, *m_page, u"review-stale"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_session->submitted().isEmpty());
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(sent<ApproveDraft>().basis > before);
    }

    void whatIsWrittenSurvives()
    {
        type(u"信用卡 3–7 个工作日"_s);
        withdraw(u"d-1"_s, m_t1, DraftEnd::Approved, u"approved"_s);
        QVERIFY(m_page->panel().isGone());
        QCOMPARE(m_page->panel().text(), u"信用卡 3–7 个工作日"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_session->submitted().isEmpty());
        grabBoth(*m_host, *m_page, u"review-gone"_s);
        key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_page->draft().value, u"d-2"_s);
        QVERIFY(!m_page->panel().isGone());
    }

    void colleagueWasQuicker()
    {
        key(Qt::Key_Return, Qt::ControlModifier);
        const auto id = m_session->submitted().constLast().id;
        m_session->settle(id, failure(ErrorKind::NotFound, u"the draft was dealt with already"_s));
        QVERIFY(m_session->outbox().isEmpty());
        QCOMPARE(m_page->draft().value, u"d-1"_s);
        QVERIFY(!m_page->panel().isGone());
        withdraw(u"d-1"_s, m_t1, DraftEnd::Rejected, u"答非所问"_s);
        QCOMPARE(m_page->draft().value, u"d-2"_s);
    }

    void offlineNothingIsDecided()
    {
        LinkStatus link;
        link.state = LinkState::Offline;
        m_session->setLink(link);
        type(u"改了一半"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        key(Qt::Key_F2);
        QVERIFY(m_session->submitted().isEmpty());
        grabBoth(*m_host, *m_page, u"review-offline"_s);
        live();
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent<EditDraft>().text, u"改了一半"_s);
    }

    void withoutTheRight()
    {
        m_session->setRights(Role::Editor, {u"history.page"_s});
        live();
        QCOMPARE(m_page->badge(), 0);
        QVERIFY(!bar()->isMainEnabled());
        key(Qt::Key_Return, Qt::ControlModifier);
        m_page->panel().openReject();
        QVERIFY(!reject()->isVisible());
        QVERIFY(m_session->submitted().isEmpty());
    }

    void badTextsAreNotSent()
    {
        type(u"可以根治，打 13800138000"_s);
        QCOMPARE(m_page->panel().faults().size(), 2);
        QVERIFY(!bar()->isMainEnabled());
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_session->submitted().isEmpty());
        grabBoth(*m_host, *m_page, u"review-faults"_s);
    }

    void wordsToWatchMayBeSent()
    {
        auto policy = m_session->state().policy;
        policy.wordSets = {{u"同行<i>"_s, WordAction::Warn, {u"多多买菜"_s}, {}}};
        m_scribe->write(PolicyChanged{policy, {}, {}});
        QCoreApplication::processEvents();
        const auto says = [this](const QString &words) {
            const auto labels = m_page->findChildren<PlainLabel *>();
            return std::ranges::any_of(labels, [&](const PlainLabel *label) {
                return label->isVisible() && label->accessibleName() == words;
            });
        };
        type(u"比多多买菜便宜"_s);
        QVERIFY(m_page->panel().faults().isEmpty());
        QTRY_VERIFY(says(u"同行<i>"_s));
        QVERIFY(bar()->isMainEnabled());
        type(u"很便宜"_s);
        QTRY_VERIFY(!says(u"同行<i>"_s));
    }

    void takesOverWithTheText()
    {
        QSignalSpy wanted(m_page.get(), &ReviewPage::topicWanted);
        type(u"我来处理"_s);
        key(Qt::Key_F2);
        QCOMPARE(sent<ClaimTopic>().topic, m_t1);
        QCOMPARE(m_session->draft(m_t1), u"我来处理"_s);
        QCOMPARE(wanted.size(), 1);
    }

    void secondReviewer()
    {
        auto policy = m_session->state().policy;
        policy.secondReviewer = true;
        m_scribe->write(PolicyChanged{policy, {}, {}});
        QCoreApplication::processEvents();
        type(u"信用卡 3–7 个工作日"_s);
        QCOMPARE(bar()->main(), ActionBar::Main::Propose);
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent<EditDraft>().draft.value, u"d-1"_s);
    }

    void longAndHostileTexts()
    {
        const TopicId topic{u"t-3"_s};
        m_scribe->write(TopicOpened{hostileText(), {u"x"_s}, hostileText(), {}, {}}, topic);
        const auto asked = m_scribe->say(hostileText(), hostileText(), topic);
        draft(u"d-3"_s, topic, asked, hostileText() + QString(900, u'答'), Reason::HighRisk);
        m_page->chooseDraft({u"d-3"_s});
        m_page->resize(1224, 694);
        QCoreApplication::processEvents();
        grabBoth(*m_host, *m_page, u"review-long-1280"_s);
        QCOMPARE(m_page->width(), 1224);
        QCOMPARE(richLabel(*m_page), QString());
        QCOMPARE(namelessWidget(*m_page), QString());
    }
};

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
