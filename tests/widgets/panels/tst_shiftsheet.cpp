// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apply.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/replyedit.h"
#include "widgets/handover/handbackpanel.h"
#include "widgets/handover/promisepanel.h"
#include "widgets/handover/shiftsheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};
const UserId other{u"u-2"_s};
const GroupId north{u"wecom/north"_s};
const GroupId south{u"wecom/south"_s};

} // namespace

/** What one leaves at the end of a shift. */
class TestShiftSheet : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<QWidget> m_window;
    State m_state;
    Instant m_now{1795600000000};

    void addGroup(const GroupId &id, const QString &name)
    {
        m_state.groups[id].info.id = id;
        m_state.groups[id].info.name = name;
    }

    Topic &addTopic(const QString &id, const GroupId &group, const QString &title)
    {
        Topic topic;
        topic.id = {id};
        topic.group = group;
        topic.title = title;
        topic.askerName = u"王阿姨"_s;
        topic.state = TopicState::Bot;
        topic.openedAt = m_now.plusSeconds(-3600);
        m_state.groups[group].open.append(topic.id);
        return *m_state.topics.insert(topic.id, topic);
    }

    static void hold(Topic &topic, const UserId &who)
    {
        topic.lease = Lease{who, u"周敏"_s, 3, {}, {}, {}};
        topic.state = TopicState::Leased;
    }

    void addPromise(const QString &id, const TopicId &topic, const UserId &by, qint64 dueIn)
    {
        Promise promise;
        promise.id = {id};
        promise.topic = topic;
        promise.group = m_state.topics.contains(topic) ? m_state.topics[topic].group : south;
        promise.by = by;
        promise.name = u"周敏"_s;
        promise.text = u"明天给您回复"_s;
        promise.due = m_now.plusSeconds(dueIn);
        m_state.promises.insert(promise.id, promise);
    }

    void addNote(const TopicId &topic, const UserId &by, qint64 ago, const QString &text)
    {
        Message note;
        note.id = {u"n-%1"_s.arg(++m_notes)};
        note.topic = topic;
        note.internal = true;
        note.author = {AuthorKind::Agent, by.value, u"周敏"_s};
        note.at = m_now.plusSeconds(-ago);
        note.text = text;
        m_state.groups[m_state.topics.value(topic).group].recent.append(
            std::make_shared<const Message>(note));
    }

    ShiftSummary shift(qint64 hours = 8) const
    {
        return shiftOf(m_state, me, m_now.plusSeconds(-hours * 3600), m_now);
    }

    static QList<Presence> people()
    {
        return {{other, u"林悦"_s, AgentStatus::Online, {}, false},
                {{u"u-3"_s}, hostileText(), AgentStatus::Online, {}, false},
                {{u"u-4"_s}, u"赵青"_s, AgentStatus::Away, {}, false}};
    }

    int m_notes = 0;

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_state = {};
        m_notes = 0;
        User user;
        user.id = me;
        user.name = u"周敏"_s;
        m_state.users.insert(me, user);
        addGroup(north, u"滨江北群"_s);
        addGroup(south, u"滨江南群"_s);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void gathersWhatIsLeft()
    {
        hold(addTopic(u"t-1"_s, south, u"退款"_s), me);
        hold(addTopic(u"t-2"_s, south, u"别人的"_s), other);
        auto &later = addTopic(u"t-3"_s, north, u"等仓库"_s);
        later.state = TopicState::Escalated;
        later.lastHolder = me;
        later.snoozedUntil = m_now.plusSeconds(3600);
        later.laterWhy = u"等仓库"_s;
        addTopic(u"t-4"_s, north, u"写过备注"_s);
        addNote({u"t-4"_s}, me, 60, u"客户要发票"_s);
        addTopic(u"t-5"_s, north, u"昨天的备注"_s);
        addNote({u"t-5"_s}, me, 20 * 3600, u"旧的"_s);
        addPromise(u"p-1"_s, {u"t-1"_s}, me, 3600);
        addPromise(u"p-2"_s, {u"t-gone"_s}, me, -3600);
        addPromise(u"p-3"_s, {u"t-2"_s}, me, 3600);  // its topic is another's: they see to it
        const auto sheet = shift();
        QCOMPARE(sheet.groups.size(), 2);
        QCOMPARE(sheet.groups[0].name, u"滨江北群"_s);
        QStringList ids;
        for (const auto &group : sheet.groups) {
            for (const auto &topic : group.topics)
                ids.append(topic.id.value);
        }
        ids.sort();
        QCOMPARE(ids, (QStringList{u"t-1"_s, u"t-3"_s, u"t-4"_s, u"t-gone"_s}));
        QCOMPARE(sheet.openPromises(), 2);
        QVERIFY(shift(24).topics() > sheet.topics());
        // Held ones stand first.
        QVERIFY(sheet.groups[1].topics.first().mine);
        QVERIFY(sheet.groups[1].topics.last().gone);
    }

    void whispersToOthersStayOut()
    {
        hold(addTopic(u"t-1"_s, south, u"退款"_s), me);
        addNote({u"t-1"_s}, other, 60, u"大家看"_s);
        auto whisper = *m_state.groups[south].recent.last();
        whisper.id = {u"w-1"_s};
        whisper.whisperTo = other;
        whisper.text = u"只给林悦"_s;
        m_state.groups[south].recent.append(std::make_shared<const Message>(whisper));
        const auto text = shiftText(shift());
        QVERIFY(text.contains(u"大家看"));
        QVERIFY(!text.contains(u"只给林悦"));
    }

    void writtenAsItWasSaid()
    {
        auto &topic = addTopic(u"t-1"_s, south, u"# <b>标题</b> [a](http://x) | * _"_s);
        hold(topic, me);
        addNote(topic.id, me, 60, u"第一行\n# 第二行"_s);
        addPromise(u"p-1"_s, topic.id, me, -60);
        const auto markdown = shiftMarkdown(shift());
        QVERIFY(markdown.contains(u"\\# \\<b\\>"));
        QVERIFY(!markdown.contains(u"[a](http"));
        QVERIFY(markdown.contains(u"第二行"));
        for (const auto &line : markdown.split(u'\n'))
            QVERIFY(!line.trimmed().startsWith(u"# 第二行"));
        const auto text = shiftText(shift());
        QVERIFY(text.contains(u"明天给您回复"));
        QVERIFY(text.contains(u"滨江南群"));
        m_state.topics.clear();
        m_state.promises.clear();
        m_state.groups[south].recent.clear();
        QVERIFY(!shiftText(shift()).isEmpty());
        QVERIFY(!shiftMarkdown(shift()).contains(u"- [ ]"));
    }

    void theNoteIsBounded()
    {
        ShiftTopic topic;
        topic.title = u"退款"_s;
        Promise promise;
        promise.text = QString(200, u'诺');
        topic.promises = QList<Promise>(16, promise);
        topic.notes = QList<ShiftNote>(50, {u"周敏"_s, m_now, QString(300, u'记')});
        QVERIFY(shiftNoteFor(topic).size() <= 1000);
        QVERIFY(shiftNoteFor(topic).contains(u"诺诺"));
    }

    void empty()
    {
        ShiftSheet sheet(*m_host, m_window.get());
        sheet.setColleagues({});
        sheet.setShift(shift());
        sheet.open();
        QVERIFY(sheet.findChild<EmptyState *>()->isVisible());
        QVERIFY(sheet.chosen().isEmpty());
        QCOMPARE(namelessWidget(sheet), QString());
        grabBoth(*m_host, *m_window, u"shift-empty"_s);
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(sheet.isHidden());
    }

    void handsOverWhatIsTicked()
    {
        hold(addTopic(u"t-1"_s, south, u"退款三天没到账，客户很着急，要求今天就有答复，已经催了四次"_s), me);
        hold(addTopic(u"t-2"_s, south, hostileText()), me);
        addTopic(u"t-3"_s, north, u"写过备注"_s);
        addNote({u"t-3"_s}, me, 60, QString(400, u'长'));
        addPromise(u"p-1"_s, {u"t-1"_s}, me, -60);
        ShiftSheet sheet(*m_host, m_window.get());
        sheet.setColleagues(people());
        sheet.setShift(shift());
        sheet.open();
        QVERIFY(sheet.geometry().height() <= m_window->height());
        QCOMPARE(sheet.chosen().size(), 2);
        QCOMPARE(namelessWidget(sheet), QString());
        QCOMPARE(richLabel(sheet), QString());
        grabBoth(*m_host, *m_window, u"shift"_s);
        QSignalSpy handed(&sheet, &ShiftSheet::handOverWanted);
        auto *combo = sheet.findChild<QComboBox *>();
        QCOMPARE(combo->count(), 2);  // not who is away
        combo->setCurrentIndex(combo->findData(other.value));
        for (auto *tick : sheet.findChildren<QCheckBox *>()) {
            if (tick->isEnabled() && tick->accessibleName().contains(u"退款三天"))
                QTest::mouseClick(tick, Qt::LeftButton, {}, QPoint(6, tick->height() / 2));
        }
        QCOMPARE(sheet.chosen(), QList{TopicId{u"t-2"_s}});
        QAbstractButton *hand = nullptr;
        for (auto *button : sheet.findChildren<QAbstractButton *>()) {
            if (button->text() == ShiftSheet::tr("Hand over %1").arg(1))
                hand = button;
        }
        QVERIFY(hand && hand->isEnabled());
        QTest::mouseClick(hand, Qt::LeftButton);
        QCOMPARE(handed.size(), 1);
        QCOMPARE(handed.at(0).at(0).value<QList<TopicId>>(), QList{TopicId{u"t-2"_s}});
        QCOMPARE(handed.at(0).at(1).value<UserId>(), other);
        // What a person took out stays out when something changes.
        m_state.topics[{u"t-2"_s}].lease.reset();
        m_state.topics[{u"t-2"_s}].state = TopicState::Escalated;
        addNote({u"t-2"_s}, me, 5, u"交给林悦"_s);
        sheet.setShift(shift());
        QVERIFY(sheet.chosen().isEmpty());
        QVERIFY(!hand->isEnabled());
        sheet.setColleagues({});
        QVERIFY(sheet.colleague().isEmpty());
    }

    void aPromiseByHand()
    {
        auto *bar = new QWidget(m_window.get());
        bar->setGeometry(0, 600, 1000, 40);
        bar->show();
        PromisePanel panel(*m_host, m_window.get());
        Promise made;
        made.group = south;
        made.message = {u"m-1"_s};
        made.text = u"明天\n给您回复"_s;
        panel.open(made, m_now, bar);
        QCOMPARE(panel.text(), u"明天 给您回复"_s);
        QVERIFY(panel.due() > m_now);
        QCOMPARE(namelessWidget(panel), QString());
        grabBoth(*m_host, *m_window, u"promise"_s);
        QSignalSpy put(&panel, &PromisePanel::submitted);
        auto *edit = panel.findChild<ReplyEdit *>();
        auto *when = panel.findChild<QDateTimeEdit *>();
        when->setDateTime(QDateTime::fromMSecsSinceEpoch(m_now.ms - 60'000));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(put.size(), 0);  // that time is over
        auto *has = panel.findChild<QCheckBox *>();
        QTest::mouseClick(has, Qt::LeftButton, {}, QPoint(6, has->height() / 2));
        QVERIFY(!when->isEnabled());
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(put.size(), 1);
        const auto asked = put.at(0).at(0).value<PutPromise>();
        QCOMPARE(asked.message, made.message);
        QCOMPARE(asked.group, south);
        QVERIFY(!asked.due.isSet());
        edit->clear();
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(put.size(), 1);
    }

    void theBotIsToldOfPromises()
    {
        auto *bar = new QWidget(m_window.get());
        bar->setGeometry(0, 600, 1000, 40);
        bar->show();
        const auto sample = deskSample();
        addPromise(u"p-1"_s, sample.topic.id, me, 3600);
        HandBackPanel panel(*m_host, m_window.get());
        panel.open(sample.topic, sample.messages, u"小禾"_s, {}, bar, m_state.promises.values());
        QVERIFY(panel.summary().contains(u"明天给您回复"));
        const auto with = panel.summary();
        panel.open(sample.topic, sample.messages, u"小禾"_s, {}, bar);
        QVERIFY(panel.summary().size() < with.size());
        panel.open(sample.topic, sample.messages, u"小禾"_s, {}, bar, m_state.promises.values());
        grabBoth(*m_host, *m_window, u"handback-promises"_s);
    }
};

QTEST_MAIN(TestShiftSheet)

#include "tst_shiftsheet.moc"
