// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/common/story.h"
#include "tests/models/items/scribe.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/common/theme/themeloader.h"
#include "widgets/timeline/rowlayout.h"
#include "widgets/timeline/timelinereader.h"
#include "widgets/timeline/timelineview.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const TopicId t1{u"t-1"_s};

/// A group of a scripted session, its model and reader.
struct Room
{
    Room() : model(&session), reader(session)
    {
        scribe.group();
        model.setGroup(scribe.g0);
    }
    RowContent last() const { return reader.read(model.index(model.rowCount() - 1)); }
    RowContent at(int row) const { return reader.read(model.index(row)); }

    MessageId answer(const QString &text, const MessageId &question)
    {
        MessageQueued queued;
        queued.message = {u"out-%1"_s.arg(scribe.seq)};
        queued.author = {AuthorKind::Bot, {}, u"小禾"_s};
        queued.text = text;
        queued.answers = question;
        queued.entry = {u"e-7"_s};
        queued.entryVersion = 7;
        queued.ai = true;
        queued.notBefore = {scribe.now + 9000};
        scribe.write(queued, t1);
        return queued.message;
    }

    ScriptedSession session;
    Scribe scribe{session};
    TimelineModel model;
    TimelineReader reader;
};

Verdict angryVerdict()
{
    Verdict verdict;
    verdict.action = Action::Escalate;
    verdict.candidates = {{{u"e-7"_s}, 7, u"退款到账时效"_s, 410, {}}};
    verdict.confidence = 410;
    verdict.threshold = 720;
    verdict.emotion = 82;
    verdict.emotionTrend = 9;
    verdict.emotionSpans = {{0, 2, 10}};
    verdict.reasons = {{Reason::LowConfidence, 120, {}}, {Reason::Emotion, 320, {}}};
    return verdict;
}

} // namespace

class TestTimelineReader : public QObject
{
    Q_OBJECT

private slots:
    void aQuestionAndItsVerdict()
    {
        Room room;
        room.scribe.open(t1);
        const MessageId id = room.scribe.say(u"又是复制粘贴！"_s, u"李海燕"_s, t1);
        room.scribe.write(VerdictReached{id, angryVerdict()}, t1);
        const RowContent row = room.last();
        QCOMPARE(row.kind, RowKind::Message);
        QCOMPARE(row.message, id);
        QCOMPARE(row.lane, 0);
        QVERIFY(row.node);
        QVERIFY(!row.card);
        QVERIFY(row.verdict.has_value());
        QCOMPARE(row.verdict->intent, u"退款到账时效"_s);
        QVERIFY(row.verdict->hot);
        QCOMPARE(row.verdict->reasons.size(), 2);
        QVERIFY(row.verdict->reasons[0].contains(u"“又是”"));
        QVERIFY(row.link.has_value());
        QVERIFY(row.link->text.startsWith(u"A"));
        QVERIFY(row.link->text.contains(u"0.90"));
        QVERIFY(row.spoken.contains(u"李海燕"_s) && row.spoken.contains(u"82"_s));
    }

    void wordsOfPicturesAndOfVoices()
    {
        Room room;
        MessageReceived shown;
        shown.message = {u"m-p"_s};
        shown.platformId = u"p"_s;
        shown.author = {AuthorKind::Member, u"李海燕"_s, u"李海燕"_s};
        shown.attachments = {{MessageKind::Image, u"a.png"_s, u"hash"_s, 5, {}, {}}};
        room.scribe.write(shown);
        QVERIFY(room.last().words.isEmpty());
        room.scribe.write(MessageRead{shown.message, 0, u"退款\n已到账"_s, 90});
        const RowContent read = room.last();
        QCOMPARE(read.words, u"退款 已到账"_s);
        QVERIFY(!read.wordsFrom.isEmpty());
        QCOMPARE(read.wordsOf, 0);
        QCOMPARE(read.attachments[0].words, u"退款\n已到账"_s);
        QVERIFY(read.spoken.contains(u"已到账"_s));
        QVERIFY(read.text.isEmpty());

        MessageReceived voice;
        voice.message = {u"m-v"_s};
        voice.platformId = u"v"_s;
        voice.author = shown.author;
        voice.kind = MessageKind::Voice;
        voice.text = u"退款到了吗"_s;
        voice.attachments = {{MessageKind::Voice, {}, {}, 0, {}, {}}};
        room.scribe.write(voice);
        const RowContent heard = room.last();
        QCOMPARE(heard.text, u"退款到了吗"_s);
        QVERIFY2(heard.attachments.isEmpty(), "there is nothing to play");
        QVERIFY(std::ranges::any_of(heard.roles, [](const ChipSpec &chip) {
            return chip.icon == Icon::Play;
        }));
    }

    void whatIsSentShowsItsProgress()
    {
        Room room;
        room.scribe.open(t1);
        SendMessage send;
        send.topic = t1;
        send.attachments = {{MessageKind::Image, u"a.png"_s, u"h1"_s, 1000, {}, {}},
                            {MessageKind::File, u"b.pdf"_s, u"h2"_s, 3000, {}, {}}};
        LinkStatus live;
        live.state = LinkState::Live;
        room.session.setLink(live);
        const auto command = room.session.submit(send, &room.session, [](const Result<> &) {});
        room.session.setUpload(command, {2500, 4000});
        const RowContent row = room.last();
        QCOMPARE(row.kind, RowKind::Pending);
        QCOMPARE(row.attachments.size(), 2);
        QCOMPARE(row.attachments[0].progress, 1000);
        QCOMPARE(row.attachments[1].progress, 500);
        QVERIFY(row.delivery->text.contains(u"62"_s));
        QCOMPARE(row.attachments[1].name, u"b.pdf"_s);
        room.session.markSent(command);
        QCOMPARE(room.last().actions.size(), 2);  // it may still be stopped
    }

    void aWeakLinkIsMarked()
    {
        Room room;
        room.scribe.open(t1);
        const MessageId id = room.scribe.say(u"那坏的需要寄回去吗"_s, u"陈先生"_s);
        room.scribe.write(TopicLinked{{id}, LinkRule::Similar, 540, {}, 0, {}}, t1);
        const RowContent row = room.last();
        QVERIFY(row.linkWeak);
        QVERIFY(row.hollow);
        QVERIFY(row.link->line);
        QVERIFY(row.link->text.contains(u"0.54"));
    }

    void wordsToWatchAndTheFlowStandUnderTheText()
    {
        Room room;
        Flow flow;
        flow.id = {u"welcome"_s};
        flow.name = u"新人<b>欢迎</b>"_s;
        room.session.feed({{u"c0"_s, 1, 0, {room.scribe.now}, {}, {}, FlowChanged{flow}}});
        MessageQueued queued;
        queued.message = {u"out"_s};
        queued.author = {AuthorKind::Bot, {}, u"小禾"_s};
        queued.text = u"比多多买菜便宜"_s;
        queued.warnings = {u"同行"_s, u"夸大"_s};
        queued.flow = flow.id;
        room.scribe.write(queued);
        const RowContent row = room.last();
        QCOMPARE(row.sources.size(), 2);
        QVERIFY2(row.sources[0].title.contains(u"同行、夸大"_s), qPrintable(row.sources[0].title));
        QCOMPARE(row.sources[0].tone, Tone::Warning);
        QVERIFY(row.sources[0].entry.isEmpty());
        QVERIFY2(row.sources[1].title.contains(u"新人<b>欢迎</b>"_s), qPrintable(row.sources[1].title));
        QVERIFY2(row.spoken.contains(u"同行"_s), qPrintable(row.spoken));
        const RowLayout at = layoutRow(row, 900, loadThemes()->light);
        QVERIFY(!at.sources[0].isEmpty() && at.card.contains(at.sources[0]));
        QCOMPARE(hitRow(row, at, at.sources[0].center(), false).action, RowAction::None);
    }

    void aDeliveryThroughItsStates()
    {
        Room room;
        room.scribe.open(t1);
        const MessageId question = room.scribe.say(u"退款呢"_s, u"李海燕"_s, t1);
        room.scribe.write(VerdictReached{question, angryVerdict()}, t1);
        const MessageId id = room.answer(u"已退回"_s, question);
        room.session.setNow({room.scribe.now});
        RowContent row = room.last();
        QVERIFY(row.card && row.dashed && row.hollow && row.ai && row.canCorrect);
        QCOMPARE(row.cardTone, Tone::Warning);
        QVERIFY(row.delivery->text.contains(u'8') || row.delivery->text.contains(u'9'));
        QCOMPARE(row.sources.size(), 1);
        QVERIFY(row.sources[0].title.endsWith(u" v7"_s));
        QCOMPARE(row.sources[0].score, u"0.41"_s);
        room.scribe.write(MessageUnknown{id, u"no receipt"_s}, t1);
        row = room.last();
        QCOMPARE(row.cardTone, Tone::Danger);
        QCOMPARE(row.actions.size(), 2);
        QCOMPARE(row.actions[0].action, RowAction::MarkSent);
        room.scribe.write(MessageFailed{id, u"<b>limit</b>"_s, 45009, true}, t1);
        row = room.last();
        QCOMPARE(row.delivery->text, u"<b>limit</b>"_s);
        QCOMPARE(row.actions[0].action, RowAction::Retry);
        room.scribe.write(MessageSent{id, u"p-1"_s}, t1);
        row = room.last();
        QVERIFY(!row.dashed);
        QCOMPARE(row.cardTone, Tone::Bot);
        QVERIFY(row.recallUntil.isSet());
        room.session.setNow({room.scribe.now + 200'000});
        QVERIFY(!room.last().recallUntil.isSet());
        room.scribe.write(MessageRecalled{id, {}}, t1);
        QVERIFY(!room.last().canCorrect);
    }

    void notesCannotLookLikeReplies()
    {
        Room room;
        room.scribe.open(t1);
        NoteAdded note;
        note.note = {u"n-1"_s};
        note.author = {AuthorKind::Agent, u"u-2"_s, u"周敏"_s};
        note.text = u"上个月也卡过一次"_s;
        room.scribe.write(note, t1);
        const RowContent row = room.last();
        QCOMPARE(row.kind, RowKind::Note);
        QCOMPARE(row.cardTone, Tone::Note);
        QVERIFY(!row.node && !row.canQuote && !row.canCorrect && !row.recallUntil.isSet());
    }

    void whatHappened()
    {
        Room room;
        room.scribe.open(t1);
        room.scribe.say(u"找个人来"_s, u"李海燕"_s, t1);
        room.scribe.escalate(t1, 300'000);
        room.scribe.grant(t1, {u"u-1"_s}, 1);
        const RowContent row = room.last();
        QCOMPARE(row.kind, RowKind::System);
        QCOMPARE(row.icon, Icon::Take);
        QVERIFY(row.title.contains(u'A'));
        QCOMPARE(room.at(room.model.rowCount() - 2).icon, Icon::Flag);
    }

    void chatterIsFolded()
    {
        Room room;
        for (int i = 0; i < 12; ++i)
            room.scribe.chatter(u"收到"_s);
        const RowContent row = room.last();
        QCOMPARE(row.kind, RowKind::Fold);
        QVERIFY(row.title.contains(u"12"_s));
        QVERIFY(!row.detail.isEmpty());
        QVERIFY(!room.reader.isNews(room.model.index(room.model.rowCount() - 1)));
    }

    void whatWaitsInTheOutbox()
    {
        Room room;
        room.scribe.open(t1);
        SendMessage send;
        send.topic = t1;
        send.text = u"我来处理"_s;
        const CommandId id = room.session.submit(send, &room.model, [](const Result<> &) {});
        RowContent row = room.last();
        QCOMPARE(row.kind, RowKind::Pending);
        QCOMPARE(row.command, id);
        QCOMPARE(row.text, send.text);
        QVERIFY(row.dashed && row.hollow);
        QCOMPARE(row.actions.size(), 2);
        room.session.markSent(id);
        QCOMPARE(room.last().actions.size(), 0);
        room.session.settle(id, std::unexpected(Error{.message = u"话题已被接管"_s}));
        row = room.last();
        QCOMPARE(row.cardTone, Tone::Danger);
        QCOMPARE(row.actions.size(), 3);
        QVERIFY(row.delivery->text.contains(u"话题已被接管"_s));
    }

    void railsOfOpenAndEndedTopics()
    {
        Room room;
        room.scribe.open(t1);
        room.scribe.say(u"退款呢"_s, u"李海燕"_s, t1);
        const QList<LaneSpan> open = laneSpans(room.session.state(), room.scribe.g0);
        QCOMPARE(open.size(), 1);
        QCOMPARE(open[0].topic, t1);
        QCOMPARE(open[0].lane, 0);
        TopicStateChanged ended;
        ended.state = TopicState::Resolved;
        room.scribe.write(ended, t1);
        const QList<LaneSpan> after = laneSpans(room.session.state(), room.scribe.g0);
        QCOMPARE(after.size(), 1);
        QVERIFY(!after[0].owed);
        QVERIFY(laneSpans(room.session.state(), {u"none"_s}).isEmpty());
    }

    /// Whatever a lawful backend tells is read, laid out and painted.
    void anyHistoryIsShown()
    {
        ThemeHost host(*loadThemes());
        Story story(seed(), 1);
        ScriptedSession session;
        TimelineModel model(&session);
        TimelineReader reader(session);
        TimelineView view(host);
        view.setModel(&model, &reader);
        view.resize(776, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const int count = rounds(60, 1500);
        for (int round = 0; round < count; ++round) {
            session.feed(story.next(20));
            if (session.state().groups.isEmpty())
                continue;
            const GroupId group = session.state().groups.cbegin().key();
            model.setGroup(group);
            view.setLanes(laneSpans(session.state(), group));
            view.settle();
            QCOMPARE(view.flow().count(), model.rowCount());
            if (round % 6 == 0)
                QVERIFY(!view.grab().isNull());
            for (int row = 0; row < model.rowCount(); row += 7)
                QVERIFY(!reader.read(model.index(row)).spoken.isEmpty());
        }
        QVERIFY(model.rowCount() > 10);
    }
};

QTEST_MAIN(TestTimelineReader)
#include "tst_timelinereader.moc"
