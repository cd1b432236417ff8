// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/deskpage.h"
#include "tests/console/windowrig.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/replyedit.h"

#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};
const TopicId topic{u"t-1"_s};
const Attachment receipt{MessageKind::File, u"收据.pdf"_s, u"h1"_s, 5, {}, {}};
const Attachment later{MessageKind::File, u"合同.pdf"_s, u"h2"_s, 6, {}, {}};

/** One command of it can be told the backend: nobody takes it back any more. */
class TalkingSession : public ScriptedSession
{
public:
    using ScriptedSession::ScriptedSession;

    void tell(const CommandId &command)
    {
        m_told = command;
        Q_EMIT outboxChanged();
    }
    QList<OutboxItem> outbox() const override
    {
        auto items = ScriptedSession::outbox();
        for (auto &item : items) {
            if (item.command.id == m_told)
                item.state = OutboxItem::State::Sent;
        }
        return items;
    }
    void discard(const CommandId &command) override
    {
        if (command != m_told)
            ScriptedSession::discard(command);
    }

private:
    CommandId m_told;
};

} // namespace

/** A text that was sent comes back into the editor, or it does not and the person is told: in both
 * places at once it would go to the group twice. */
class TestTakeBack : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    Composer &composer() const { return *desk().findChild<Composer *>(); }
    TalkingSession &session() const { return static_cast<TalkingSession &>(*m_session); }
    bool says(const QString &words) const
    {
        const auto labels = composer().findChildren<PlainLabel *>();
        return std::ranges::any_of(labels, [&](const PlainLabel *label) {
            return label->isVisible() && label->rawText().contains(words);
        });
    }
    /** Sends it with the receipt, then begins another one with the contract. */
    CommandId sendAndGoOn()
    {
        m_session->keepDraftFiles(topic, {receipt});
        desk().chooseTopic(topic);
        composer().setText(u"收据在这里"_s);
        QTest::keyClick(composer().findChild<ReplyEdit *>(), Qt::Key_Return, Qt::ControlModifier);
        m_session->keepDraftFiles(topic, {later});
        desk().chooseTopic(topic);
        composer().setText(u"还有合同"_s);
        for (const auto &command : m_session->submitted()) {
            if (std::holds_alternative<SendMessage>(command.data))
                return command.id;
        }
        return {};
    }
    bool isInOutbox(const CommandId &command) const
    {
        const auto items = m_session->outbox();
        return std::ranges::any_of(items, [&](const OutboxItem &item) {
            return item.command.id == command;
        });
    }
    QList<Attachment> files() const
    {
        QList<Attachment> all;
        for (const auto &file : composer().files())
            all.append(file.file);
        return all;
    }
    /** What stands in the editor is what was written there since, on disk too. */
    void isUntouched() const
    {
        QCOMPARE(composer().text(), u"还有合同"_s);
        QCOMPARE(m_session->draft(topic), u"还有合同"_s);
        QCOMPARE(files(), QList{later});
        QCOMPARE(m_session->draftFiles(topic), QList{later});
        QVERIFY(says(u"on its way"_s));
    }

private Q_SLOTS:
    void init()
    {
        begin();
        m_scribe.reset();
        m_session = std::make_unique<TalkingSession>(me);
        m_scribe = std::make_unique<Scribe>(*m_session);
        goLive();
        m_scribe->group();
        m_scribe->write(
            ConnectorChanged{{u"wecom"_s, u"onebot11"_s, u"客服"_s, ConnectorState::Connected, {}}});
        m_scribe->open(topic);
        m_scribe->say(u"怎么退款"_s, u"李海燕"_s, topic);
        m_scribe->grant(topic, me, 3);
        QVERIFY(open({1280, 720}));
        desk().chooseTopic(topic);
        QTRY_VERIFY(composer().mode() == Composer::Mode::Reply);
        m_session->setHold(8000);
    }
    void cleanup() { m_window.reset(); }

    void whatIsHeldComesBack()
    {
        const auto sent = sendAndGoOn();
        QVERIFY(isInOutbox(sent));
        desk().editAgain(sent, topic, u"收据在这里"_s);
        QVERIFY(!isInOutbox(sent));
        QCOMPARE(composer().text(), u"收据在这里\n还有合同"_s);
        QCOMPARE(m_session->draft(topic), u"收据在这里\n还有合同"_s);
        QCOMPARE(files(), (QList{receipt, later}));
        QCOMPARE(m_session->draftFiles(topic), (QList{receipt, later}));
        QVERIFY(!says(u"on its way"_s));
    }

    void whatIsRefusedComesBack()
    {
        const auto sent = sendAndGoOn();
        m_session->settle(sent, failure(ErrorKind::NotHolder, u"held by 李雷"_s));
        desk().editAgain(sent, topic, u"收据在这里"_s);
        QVERIFY(!isInOutbox(sent));
        QCOMPARE(composer().text(), u"收据在这里\n还有合同"_s);
    }

    void whatIsOnItsWayDoesNot()
    {
        const auto sent = sendAndGoOn();
        session().tell(sent);
        desk().editAgain(sent, topic, u"收据在这里"_s);
        QVERIFY(isInOutbox(sent));
        isUntouched();
    }

    void whatHasArrivedDoesNot()
    {
        const auto sent = sendAndGoOn();
        m_session->settle(sent, 9);
        desk().editAgain(sent, topic, u"收据在这里"_s);
        isUntouched();
    }

    /** Words for customers of one group never come into the editor of another. */
    void whatHasNoTopicAnyMoreStays()
    {
        sendAndGoOn();
        SendMessage send;
        send.topic = {u"t-gone"_s};
        send.text = u"您的退款单号"_s;
        const auto lost = m_session->submit(send, this, [](const Result<> &) {});
        m_session->settle(lost, failure(ErrorKind::NotFound, u"no such topic"_s));
        desk().editAgain(lost, send.topic, send.text);
        QVERIFY(isInOutbox(lost));
        QCOMPARE(composer().text(), u"还有合同"_s);
        QCOMPARE(files(), QList{later});
        QVERIFY(says(u"not here any more"_s));
    }

    /** What colleagues alone shall read never comes back as an answer to the group. */
    void aNoteComesBackAsANote()
    {
        AddNote note;
        note.topic = topic;
        note.text = u"这位客户投诉过两次"_s;
        const auto kept = m_session->submit(note, this, [](const Result<> &) {});
        m_session->settle(kept, failure(ErrorKind::Conflict, u"it has ended"_s));
        QCOMPARE(composer().mode(), Composer::Mode::Reply);
        desk().editAgain(kept, topic, note.text);
        QVERIFY(!isInOutbox(kept));
        QCOMPARE(composer().text(), note.text);
        QCOMPARE(composer().mode(), Composer::Mode::Note);
    }

    void anAnswerThatComesBackToANoteMakesNoAnswerOfIt()
    {
        const auto sent = sendAndGoOn();
        composer().setMode(Composer::Mode::Note);
        desk().editAgain(sent, topic, u"收据在这里"_s);
        QCOMPARE(composer().text(), u"收据在这里\n还有合同"_s);
        QCOMPARE(composer().mode(), Composer::Mode::Note);
    }

    void anAnswerComesBackToAnEmptyNoteAsAnAnswer()
    {
        const auto sent = sendAndGoOn();
        composer().setText({});
        composer().setMode(Composer::Mode::Note);
        desk().editAgain(sent, topic, u"收据在这里"_s);
        QCOMPARE(composer().text(), u"收据在这里"_s);
        QCOMPARE(composer().mode(), Composer::Mode::Reply);
    }
};

QTEST_MAIN(TestTakeBack)
#include "tst_takeback.moc"
