// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The wall with 500 groups while 1,000 messages a second come in. One line per figure; the baseline
// is the same page painting all tiles in sight while nothing changes, in turns with the load, so
// that a busy machine slows both. Not a test: run it alone, built for release.
//
// bench_wall [FRAMES]
#include "app/console/wallpage.h"
#include "models/items/wallmodel.h"
#include "tests/models/common/scriptedsession.h"
#include "tests/models/common/seed.h"
#include "widgets/common/theme/quntaistyle.h"
#include "widgets/wall/wallview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int groups = 500;
constexpr int messagesPerFrame = 17;   // 1,000 a second at 60 frames
constexpr int framesPerSecond = 60;
constexpr int framesPerTurn = 60;

/** A company's traffic: messages, the topics they open, what the bot makes of them, its answers. */
class Traffic
{
public:
    QList<Event> found();
    QList<Event> frame();
    Instant now() const { return {m_now}; }

private:
    void message(QList<Event> &events);
    void add(QList<Event> &events, EventData data, const TopicId &topic = {});

    Dice m_dice{7};
    GroupId m_group;
    QHash<GroupId, QList<TopicId>> m_open;
    qint64 m_seq = 0;
    qint64 m_now = 1'764'050'400'000;
};

void Traffic::add(QList<Event> &events, EventData data, const TopicId &topic)
{
    ++m_seq;
    events.append({u"p0"_s, m_seq, m_seq - 1, {m_now}, m_group, topic, std::move(data)});
}

QList<Event> Traffic::found()
{
    QList<Event> events;
    for (int i = 0; i < groups; ++i) {
        m_group = {u"wecom/g%1"_s.arg(i)};
        Group info;
        info.id = m_group;
        info.name = u"清禾优选福利 %1 群"_s.arg(i);
        info.channel = u"wecom"_s;
        info.mode = i % 6 == 0 ? BotMode::Review : BotMode::Auto;
        add(events, GroupChanged{info});
    }
    return events;
}

void Traffic::message(QList<Event> &events)
{
    m_group = {u"wecom/g%1"_s.arg(m_dice.below(groups))};
    auto &open = m_open[m_group];
    const MessageId id{u"m-%1"_s.arg(m_seq)};
    MessageReceived said;
    said.message = id;
    said.platformId = id.value;
    const auto who = u"wecom/c%1"_s.arg(m_dice.below(40));
    said.author = {AuthorKind::Member, who, u"李海燕"_s};
    said.text = u"上周五退的牛奶，说好三个工作日到账，怎么还没有"_s;
    add(events, said);
    const bool fresh = open.isEmpty() || (open.size() < 5 && m_dice.chance(20));
    const auto topic = fresh ? TopicId{u"t-%1"_s.arg(m_seq)}
                             : open.at(m_dice.below(static_cast<int>(open.size())));
    if (fresh) {
        add(events, TopicOpened{u"退款什么时候到账"_s, {who}, u"李海燕"_s, id, {}}, topic);
        open.append(topic);
    }
    add(events, TopicLinked{{id}, LinkRule::SameAsker, 900, {}, 0, {}}, topic);
    Verdict verdict;
    verdict.addressee = Addressee::Bot;
    verdict.emotion = m_dice.below(100);
    verdict.emotionTrend = m_dice.below(30) - 15;
    add(events, VerdictReached{id, verdict}, topic);
    if (m_dice.chance(50)) {
        MessageQueued answer;
        answer.message = {u"a-%1"_s.arg(m_seq)};
        answer.author = {AuthorKind::Bot, {}, u"小禾"_s};
        answer.text = u"退款一般一到三天原路退回"_s;
        answer.answers = id;
        add(events, answer, topic);
    }
    if (m_dice.chance(10))
        add(events, LeaseGranted{{u"u-1"_s}, u"周敏"_s, m_seq, {m_now + 60'000}, {}}, topic);
    if (m_dice.chance(15)) {
        add(events, TopicStateChanged{TopicState::Resolved, {}, {}, {}}, topic);
        open.removeOne(topic);
    }
}

QList<Event> Traffic::frame()
{
    QList<Event> events;
    for (int i = 0; i < messagesPerFrame; ++i) {
        ++m_now;
        message(events);
    }
    return events;
}

class Bench
{
public:
    Bench(ThemeHost &host, QSize size) : m_page(host, m_session)
    {
        m_session.setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 1});
        m_session.feed(m_traffic.found());
        for (int i = 0; i < 30 * framesPerSecond; ++i)
            m_session.feed(m_traffic.frame());
        m_page.resize(size);
        m_page.show();
        if (!QTest::qWaitForWindowExposed(&m_page))
            std::printf("not exposed: nothing is painted\n");
        m_page.entered();
    }

    /** Milliseconds: fold, model, paint; four times a second what comes with time. */
    double loaded()
    {
        const auto events = m_traffic.frame();
        m_session.setNow(m_traffic.now());
        QElapsedTimer timer;
        timer.start();
        m_session.feed(events);
        if (++m_frame % (framesPerSecond / WallPage::pulsesPerBeat) == 0)
            m_page.pulse();
        QCoreApplication::processEvents();
        return double(timer.nsecsElapsed()) / 1e6;
    }

    double bare()
    {
        QElapsedTimer timer;
        timer.start();
        m_page.view().viewport()->update();
        QCoreApplication::processEvents();
        return double(timer.nsecsElapsed()) / 1e6;
    }

    int tilesInSight() const
    {
        const auto &view = m_page.view();
        const auto [first, last] = view.grid().rowsBetween(0, view.viewport()->height());
        return last - first;
    }

private:
    ScriptedSession m_session;
    Traffic m_traffic;
    WallPage m_page;
    int m_frame = 0;
};

void report(const char *name, double value, double baseline)
{
    std::printf("%-40s %8.2f ms   baseline %8.2f ms bare repaint   ratio %.2f\n", name, value,
                baseline, baseline > 0 ? value / baseline : 0);
}

double at(QList<double> times, int permille)
{
    std::ranges::sort(times);
    return times.at(std::min(times.size() - 1, times.size() * permille / 1000));
}

void run(ThemeHost &host, const char *name, QSize size, int frames)
{
    Bench bench(host, size);
    QList<double> loaded, bare;
    while (loaded.size() < frames) {
        for (int i = 0; i < framesPerTurn; ++i)
            loaded.append(bench.loaded());
        for (int i = 0; i < framesPerTurn; ++i)
            bare.append(bench.bare());
    }
    std::printf("%s: %d groups, %d in sight, %d messages/s, %lld frames\n", name, groups,
                bench.tilesInSight(), messagesPerFrame * framesPerSecond,
                static_cast<long long>(loaded.size()));
    report("  frame p50", at(loaded, 500), at(bare, 500));
    report("  frame p99", at(loaded, 990), at(bare, 990));
    report("  frame max", at(loaded, 1000), at(bare, 1000));
    const auto late = std::ranges::count_if(loaded, [](double ms) { return ms > 16; });
    std::printf("%-40s %8lld of %lld\n", "  frames over 16 ms", static_cast<long long>(late),
                static_cast<long long>(loaded.size()));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const int frames = argc > 1 ? QByteArray(argv[1]).toInt() : 3600;
    auto themes = loadThemes();
    if (!themes)
        return 1;
    ThemeHost host(*std::move(themes));
    applyTheme(app, host);
    run(host, "1440x900", {1384, 874}, frames);
    run(host, "3840x2160", {3784, 2134}, frames);
    return 0;
}
