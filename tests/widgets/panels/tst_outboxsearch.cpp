// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/common/scriptedsession.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/outbox/outboxpanel.h"
#include "widgets/outbox/outboxrowview.h"
#include "widgets/search/searchpanel.h"

#include <QApplication>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

class TestOutboxSearch : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;

    static CommandId send(ScriptedSession &session, const QString &text)
    {
        SendMessage command;
        command.topic = {u"t-1"_s};
        command.text = text;
        return session.submit(command, &session, [](const Result<> &) {});
    }
    static ActionButton *button(QWidget &row, const QString &text)
    {
        for (auto *one : row.findChildren<ActionButton *>()) {
            if (one->isVisible() && one->text() == text)
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void outboxShowsAndActs()
    {
        ScriptedSession session;
        OutboxModel model(&session);
        OutboxPanel panel(*m_host, model, [&session] { return session.now(); });
        panel.resize(400, 480);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        grabBoth(*m_host, panel, u"outbox-empty"_s);
        QVERIFY(panel.findChildren<OutboxRowView *>().isEmpty());
        const auto first = send(session, u"这单我可以先垫付 ¥68.90 到余额，您看可以吗？"_s);
        const auto second = send(session, hostileText());
        QCoreApplication::processEvents();
        auto rows = panel.findChildren<OutboxRowView *>();
        QCOMPARE(rows.size(), 2);
        QVERIFY(!button(*rows.at(0), OutboxRowView::tr("Send again")));
        session.markSent(first);
        QCoreApplication::processEvents();
        QVERIFY2(!button(*rows.at(0), OutboxRowView::tr("Edit"))
                     && !button(*rows.at(0), OutboxRowView::tr("Delete")),
                 "what the backend was told cannot be taken back before it answers");
        session.settle(first, failure(ErrorKind::Stale, u"话题里有 2 条新消息，先看再发"_s));
        QCoreApplication::processEvents();
        QCOMPARE(richLabel(panel), QString());
        QCOMPARE(namelessWidget(panel), QString());
        grabBoth(*m_host, panel, u"outbox"_s);
        QSignalSpy retried(&panel, &OutboxPanel::retry);
        QSignalSpy edited(&panel, &OutboxPanel::edit);
        QSignalSpy removed(&panel, &OutboxPanel::remove);
        QTest::mouseClick(button(*rows.at(0), OutboxRowView::tr("Send again")), Qt::LeftButton);
        QCOMPARE(retried.at(0).at(0).value<CommandId>(), first);
        QTest::mouseClick(button(*rows.at(1), OutboxRowView::tr("Edit")), Qt::LeftButton);
        QCOMPARE(edited.at(0).at(2).toString(), hostileText());
        QTest::mouseClick(button(*rows.at(1), OutboxRowView::tr("Delete")), Qt::LeftButton);
        QCOMPARE(removed.size(), 0);   // asks first
        grabBoth(*m_host, panel, u"outbox-delete"_s);
        QTest::mouseClick(button(*rows.at(1), OutboxRowView::tr("Keep")), Qt::LeftButton);
        QTest::mouseClick(button(*rows.at(1), OutboxRowView::tr("Delete")), Qt::LeftButton);
        QTest::mouseClick(button(*rows.at(1), OutboxRowView::tr("Delete")), Qt::LeftButton);
        QCOMPARE(removed.at(0).at(0).value<CommandId>(), second);
        session.discard(second);
        QTRY_COMPARE(panel.findChildren<OutboxRowView *>().size(), 1);
        QSignalSpy closed(&panel, &OutboxPanel::closed);
        QTest::keyClick(&panel, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void searchFindsAndStays()
    {
        ScriptedSession session;
        auto sample = deskSample();
        auto bad = *sample.messages.at(2);
        bad.id = {u"m-bad"_s};
        bad.text = u"退款 "_s + hostileText();
        bad.author.name = hostileText();
        sample.messages.append(std::make_shared<Message>(bad));
        session.setHistory(sample.messages);
        SearchModel model(&session);
        SearchPanel panel(*m_host, model);
        panel.resize(360, 520);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        grabBoth(*m_host, panel, u"search-empty"_s);
        auto *field = panel.findChild<SearchField *>();
        auto *list = panel.findChild<QListView *>();
        panel.begin({});
        QVERIFY(field->hasFocus());
        field->insert(u"退款"_s);
        QTRY_VERIFY(list->isVisible());
        QVERIFY(model.rowCount() >= 3);
        QCOMPARE(namelessWidget(panel), QString());
        QSignalSpy chosen(&panel, &SearchPanel::chosen);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(field, Qt::Key_Down);
        grabBoth(*m_host, panel, u"search"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.size(), 2);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(model.index(2, 0)).center());
        QCOMPARE(chosen.size(), 3);
        QVERIFY(panel.isVisible());   // stays for the next one
        session.replace(session.state());   // a snapshot came, or another person sat down
        QVERIFY(!list->isVisible());
        QTRY_VERIFY(list->isVisible());
        QVERIFY(model.rowCount() >= 3);
        field->setText(u"找不到的词"_s);
        QTRY_VERIFY(!list->isVisible());
        grabBoth(*m_host, panel, u"search-none"_s);
        field->setText(u"退"_s);   // too short to search for
        QTRY_VERIFY(model.words().isEmpty());
        QSignalSpy closed(&panel, &SearchPanel::closed);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }
};

QTEST_MAIN(TestOutboxSearch)
#include "tst_outboxsearch.moc"
