// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/replydesk.h"
#include "app/console/suggestionbook.h"
#include "tests/models/items/scribe.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/iconbutton.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/replyedit.h"
#include "widgets/composer/suggestionbar.h"
#include "widgets/composer/whyline.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

using Outcome = SuggestionOutcome;

/** What an agent does with the suggestions beside the composer, by mouse and key, and what is told of
 * it. */
class TestSuggestionMarks : public QObject
{
    Q_OBJECT

private:
    const TopicId m_topic{u"t-1"_s};
    const TopicId m_other{u"t-2"_s};
    MessageId m_question;
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<Scribe> m_scribe;
    std::unique_ptr<QWidget> m_window;
    ActionRegistry *m_actions = nullptr;
    DeskPage *m_page = nullptr;

    void put(const QString &id, const QString &question, const QString &answer)
    {
        Entry made;
        made.id = {id};
        made.version = 1;
        made.question = question;
        made.answer = answer;
        m_scribe->write(KnowledgeChanged{made, EntryChange::Put, {}, {}, {}, {}});
    }
    MessageId ask(const QString &words, const TopicId &topic)
    {
        const auto asked = m_scribe->say(words, u"李海燕"_s, topic);
        Verdict verdict;
        verdict.action = Action::Escalate;
        verdict.addressee = Addressee::Bot;
        verdict.confidence = 600;
        verdict.candidates = {{{u"k-1"_s}, 1, u"退款多久到账"_s, 700, {}},
                              {{u"k-2"_s}, 1, u"怎么申请退款"_s, 500, {}}};
        m_scribe->write(VerdictReached{asked, verdict}, topic);
        return asked;
    }
    SuggestionBar &bar() const { return m_page->reply().suggestions(); }
    QPlainTextEdit *edit() const { return m_page->reply().composer().findChild<ReplyEdit *>(); }
    IconButton *button(const QString &name) const
    {
        for (auto *one : bar().findChildren<IconButton *>()) {
            if (one->isVisible() && one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    QList<JudgeSuggestions> told() const
    {
        QList<JudgeSuggestions> all;
        for (const auto &command : m_session->submitted()) {
            if (const auto *judge = std::get_if<JudgeSuggestions>(&command.data))
                all.append(*judge);
        }
        return all;
    }
    static SuggestionMark markOf(const JudgeSuggestions &judge, const QString &entry)
    {
        for (const auto &mark : judge.marks) {
            if (mark.entry.value == entry)
                return mark;
        }
        return {};
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with) const
    {
        QTest::keyClick(edit(), key, with);
    }
    static QMenu *menu() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    static void pick(const QString &text)
    {
        auto *open = menu();
        for (const auto *action : open->actions()) {
            if (action->isSeparator())
                continue;
            QTest::keyClick(open, Qt::Key_Down);
            if (action->text() != text)
                continue;
            QTest::keyClick(open, Qt::Key_Return);
            return;
        }
        QFAIL(qPrintable(u"no such choice: "_s + text));
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_session = std::make_unique<ScriptedSession>();
        m_scribe = std::make_unique<Scribe>(Scribe{*m_session});
        m_session->setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 3});
        m_scribe->group();
        put(u"k-1"_s, u"退款多久到账"_s, u"退款会在三个工作日内原路退回。"_s);
        put(u"k-2"_s, u"怎么申请退款"_s, u"请在订单页点申请退款。"_s);
        m_scribe->open(m_topic);
        m_question = ask(u"钱怎么还没退给我"_s, m_topic);
        m_scribe->grant(m_topic, m_session->me(), 1);
        m_scribe->open(m_other);
        ask(u"退款呢"_s, m_other);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 720);
        m_page = new DeskPage(*m_host, *m_session, m_window.get());
        m_page->resize(m_window->size());
        m_actions = new ActionRegistry(*m_window);
        m_page->addActions(*m_actions);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_page->chooseTopic(m_topic);
        QVERIFY(bar().isVisible());
        edit()->setFocus();
    }

    void cleanup()
    {
        m_window.reset();
    }

    void aReplyTellsWhatBecameOfAll()
    {
        press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(edit()->toPlainText(), u"退款会在三个工作日内原路退回。"_s);
        QVERIFY(told().isEmpty());
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(told().size(), 1);
        const auto judge = told().first();
        QCOMPARE(judge.topic, m_topic);
        QCOMPARE(judge.question, m_question);
        QCOMPARE(markOf(judge, u"k-1"_s).outcome, Outcome::Inserted);
        QCOMPARE(markOf(judge, u"k-1"_s).rank, 1);
        QCOMPARE(markOf(judge, u"k-2"_s).outcome, Outcome::Shown);
        // A second reply to the same question is not a second showing.
        edit()->setPlainText(u"请稍等"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(told().size(), 1);
    }

    void aChangedAnswerIsEdited()
    {
        press(Qt::Key_1, Qt::ControlModifier);
        edit()->setPlainText(u"您好，退款会在两个工作日内原路退回。"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(markOf(told().value(0), u"k-1"_s).outcome, Outcome::Edited);
    }

    void whatWasThrownAwayIsOnlyShown()
    {
        press(Qt::Key_1, Qt::ControlModifier);
        edit()->setPlainText(u"马上帮您看"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(markOf(told().value(0), u"k-1"_s).outcome, Outcome::Shown);
    }

    void theCrossTurnsOneDownAndBack()
    {
        auto *cross = button(u"Not this one: 怎么申请退款"_s);
        QVERIFY(cross);
        QTest::mouseClick(cross, Qt::LeftButton);
        QVERIFY(button(u"Use it after all: 怎么申请退款"_s));
        QVERIFY(told().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(told().size(), 1, 4 * SuggestionBook::calmMs);
        QCOMPARE(told().first().marks.size(), 1);
        QCOMPARE(markOf(told().first(), u"k-2"_s).outcome, Outcome::Rejected);
        grabBoth(*m_host, *m_page, u"suggestion-rejected"_s);
        QTest::mouseClick(button(u"Use it after all: 怎么申请退款"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(told().size(), 2, 4 * SuggestionBook::calmMs);
        QCOMPARE(markOf(told().last(), u"k-2"_s).outcome, Outcome::Shown);
    }

    void marksComeTogether()
    {
        QTest::mouseClick(button(u"Not this one: 怎么申请退款"_s), Qt::LeftButton);
        press(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(menu());
        pick(u"Wrong for this question"_s);
        press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(menu());
        QTest::keyClick(menu(), Qt::Key_Down);
        QTest::keyClick(menu(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(told().size(), 1, 4 * SuggestionBook::calmMs);
        QCOMPARE(told().first().marks.size(), 2);
        QCOMPARE(markOf(told().first(), u"k-2"_s).correctness, Correctness::Wrong);
        QCOMPARE(markOf(told().first(), u"k-1"_s).correctness, Correctness::Right);
        grabBoth(*m_host, *m_page, u"suggestion-marked"_s);
    }

    void turningToAnotherTopicTellsAtOnce()
    {
        QTest::mouseClick(button(u"Not this one: 退款多久到账"_s), Qt::LeftButton);
        QVERIFY(told().isEmpty());
        m_page->chooseTopic(m_other);
        QCOMPARE(told().size(), 1);
        QCOMPARE(told().first().topic, m_topic);
        QVERIFY(!button(u"Use it after all: 退款多久到账"_s));
    }

    void anUndoneMarkIsNotTold()
    {
        QTest::mouseClick(button(u"Not this one: 退款多久到账"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"Use it after all: 退款多久到账"_s), Qt::LeftButton);
        m_page->chooseTopic(m_other);
        QVERIFY(told().isEmpty());
    }

    void theMenuKeyAndF10OpenTheMarks()
    {
        auto *more = button(u"Right or wrong: 退款多久到账"_s);
        more->setFocus();
        QTest::keyClick(more, Qt::Key_F10);
        QTRY_VERIFY(menu());
        QTest::keyClick(menu(), Qt::Key_Escape);
        QTRY_VERIFY(!menu());
        QTest::keyClick(more, Qt::Key_Delete);
        QVERIFY(button(u"Use it after all: 退款多久到账"_s));
        more->setFocus();
        QTest::keyClick(more, Qt::Key_Space);
        QTRY_VERIFY(menu());
        QTest::keyClick(menu(), Qt::Key_Escape);
    }

    void wordsAreSaidInline()
    {
        press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(menu());
        pick(u"Say why…"_s);
        auto *why = m_page->findChild<WhyLine *>();
        QTRY_VERIFY(why->isVisible());
        auto *line = why->findChild<QLineEdit *>();
        QTRY_VERIFY(line->hasFocus());
        grabBoth(*m_host, *m_page, u"suggestion-why"_s);
        QTest::keyClicks(line, u"too long"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(!why->isVisible());
        QTRY_VERIFY2(edit()->hasFocus(), QApplication::focusWidget() ? QApplication::focusWidget()->metaObject()->className() : "nobody");
        QTRY_COMPARE_WITH_TIMEOUT(told().size(), 1, 4 * SuggestionBook::calmMs);
        QCOMPARE(markOf(told().first(), u"k-1"_s).detail, u"too long"_s);
    }

    void whatWasSaidElsewhereIsShown()
    {
        m_page->chooseTopic(m_other);
        SuggestionJudged judged;
        judged.entry = {u"k-1"_s};
        judged.outcome = Outcome::Rejected;
        judged.question = m_question;
        judged.by = m_session->me();
        m_scribe->write(judged, m_topic);
        m_page->chooseTopic(m_topic);
        QVERIFY(button(u"Use it after all: 退款多久到账"_s));
        QVERIFY(told().isEmpty());
    }

    void nothingIsNameless()
    {
        QCOMPARE(namelessWidget(*m_page), QString());
    }

    void outcomes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("inserted");
        QTest::addColumn<Outcome>("outcome");
        const auto whole = u"退款会在三个工作日内原路退回。"_s;
        QTest::newRow("whole, typed") << whole << false << Outcome::Inserted;
        QTest::newRow("with more") << u"您好，"_s + whole << true << Outcome::Inserted;
        QTest::newRow("changed") << u"退款会在五个工作日内退回。"_s << true << Outcome::Edited;
        QTest::newRow("alike by chance") << u"退款会在五个工作日内退回。"_s << false << Outcome::Shown;
        QTest::newRow("replaced") << u"我来查一下"_s << true << Outcome::Shown;
        QTest::newRow("nothing") << QString() << true << Outcome::Shown;
    }
    void outcomes()
    {
        QFETCH(QString, text);
        QFETCH(bool, inserted);
        QFETCH(Outcome, outcome);
        QCOMPARE(outcomeIn(text, u"退款会在三个工作日内原路退回。"_s, inserted), outcome);
        QCOMPARE(outcomeIn(text, {}, inserted), Outcome::Shown);
    }
};

QTEST_MAIN(TestSuggestionMarks)
#include "tst_suggestionmarks.moc"
