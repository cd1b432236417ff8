// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one group message costs from arrival to decision on one core, with a large knowledge base
// and many open topics, beside reading its text alone; what learning the base takes, and what an
// open topic that nobody speaks in holds in memory. Two builds that decide the same print the same
// digest. bench_decide [ENTRIES [TOPICS [MESSAGES]]].
//
// The mix: 40 % ask what the base knows, in one of its phrasings (10,000 of them, so most are asked
// once); 60 % are one of ten lines of talk. Groups do say the same few words all day, and a short
// text is not retrieved for twice; the last line is of texts nobody said before.
#include "app/backend/language/lexicon.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/retriever.h"
#include "models/protocol/eventcodec.h"
#include "tests/backend/decide/rig.h"
#include "tests/bench/figures.h"
#include "tests/models/common/seed.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <malloc.h>

using namespace quntai;
using namespace quntai::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int perGroup = 20;
constexpr int members = 40;

const QStringList things{u"保温杯"_s, u"车厘子"_s, u"冻虾"_s, u"羽绒服"_s, u"电饭煲"_s, u"洗衣液"_s,
                         u"婴儿车"_s, u"茶叶"_s, u"充电宝"_s, u"运动鞋"_s, u"床垫"_s, u"猫粮"_s,
                         u"台灯"_s, u"酸奶"_s, u"面膜"_s, u"书包"_s, u"榴莲"_s, u"机票"_s,
                         u"空调"_s, u"打印机"_s};
const QStringList matters{u"怎么退"_s, u"多久能到"_s, u"坏了怎么赔"_s, u"能开发票吗"_s, u"尺码怎么选"_s,
                          u"可以换颜色吗"_s, u"保修多长时间"_s, u"怎么清洗"_s, u"有没有优惠"_s,
                          u"什么时候有货"_s};
const QStringList phrases{u"%1%2"_s, u"请问%1%2"_s, u"我买的%1，%2"_s, u"想问下%1%2呀"_s,
                          u"%1的话%2"_s};
const QStringList talk{u"哈哈哈"_s, u"今天真冷"_s, u"接龙 3 份"_s, u"好的谢谢"_s, u"周末去爬山吗"_s,
                       u"孩子感冒了"_s, u"在吗"_s, u"那多久呢"_s, u"同问"_s, u"我也觉得"_s};

/** What an entry asks, in one of its phrasings. */
QString phrased(int entry, int phrase)
{
    const auto model = entry / (things.size() * matters.size());
    const auto thing = things[entry % things.size()]
        + (model > 0 ? u"%1型"_s.arg(model) : QString());
    return phrases[phrase].arg(thing, matters[entry / things.size() % matters.size()]);
}

QString question(tests::Dice &dice, int entries)
{
    const int entry = dice.below(entries);
    return phrased(entry, dice.below(int(phrases.size())));
}

void fillBase(test::Rig &rig, int entries)
{
    for (int at = 0; at < entries; ++at) {
        Entry entry;
        entry.id = {u"e-%1"_s.arg(at)};
        entry.version = 1;
        entry.question = phrased(at, 0);
        for (int phrase = 1; phrase < int(phrases.size()); ++phrase)
            entry.similar.append(phrased(at, phrase));
        entry.answer = u"%1：请看商品页的说明。"_s.arg(entry.question);
        entry.changedAt = rig.now;
        rig.record({{}, {}, KnowledgeChanged{entry, EntryChange::Imported, {}, {}, {}, {}}});
    }
}

GroupId groupAt(int at)
{
    return {u"ch/g%1"_s.arg(at)};
}

Author authorAt(int at)
{
    return {AuthorKind::Member, u"ch/u%1"_s.arg(at), u"用户%1"_s.arg(at)};
}

void fillGroups(test::Rig &rig, int count)
{
    for (int at = 0; at < count; ++at) {
        rig.record({groupAt(at), {}, GroupChanged{{groupAt(at), u"优选 %1 群"_s.arg(at), u"ch"_s,
                                                   GroupKind::External, BotMode::Auto, 200, {}}}});
        for (int member = 0; member < members; ++member)
            rig.record({groupAt(at), {}, MemberChanged{{{authorAt(member).id},
                                                        authorAt(member).name,
                                                        MemberRole::Customer, {}, {}},
                                                       false, false}});
    }
}

/** Everybody asked something once, and the bot waits for them. */
void openTopics(test::Rig &rig, tests::Dice &dice, int topics, int entries)
{
    for (int at = 0; at < topics; ++at) {
        const auto group = groupAt(at / perGroup);
        const TopicId topic{u"t-%1"_s.arg(at)};
        MessageReceived said;
        said.message = {u"a-%1"_s.arg(at)};
        said.platformId = said.message.value;
        said.author = authorAt(at % perGroup);
        said.text = question(dice, entries);
        rig.record({group, {}, said});
        rig.record({group, topic, TopicOpened{said.text, {said.author.id}, said.author.name, {}, {}}});
        rig.record({group, topic, TopicLinked{{said.message}, LinkRule::New, 1000, {}, 0, {}}});
        rig.record({group, topic, TopicStateChanged{TopicState::WaitingCustomer, {}, {}, {}}});
    }
}

/** Without the rig's own record of all that happened. */
double bytesInUse(test::Rig &rig)
{
    rig.log = QList<Event>();

    const auto now = ::mallinfo2();
    return double(now.uordblks + now.hblkhd);
}

/** Of all that was said and what followed from it. */
QByteArray digestOf(const QList<Event> &log)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &event : log)
        hash.addData(event.topic.value.toUtf8() + encodeEventData(event.data));
    return hash.result().toHex();
}

QString nextText(tests::Dice &dice, int entries)
{
    return dice.chance(40) ? question(dice, entries) : talk[dice.below(int(talk.size()))];
}

MessageReceived nextMessage(tests::Dice &dice, const QString &id, const QString &text)
{
    MessageReceived said;
    said.message = {id};
    said.platformId = id;
    said.author = authorAt(dice.below(members));
    said.text = text;
    return said;
}

/** The same mix, each with a word of its own. */
void measureNew(test::Rig &rig, tests::Dice &dice, int entries, int count, int groups)
{
    rig.log.clear();
    rig.log.reserve(8 * count);
    const auto begun = steadyNs();
    for (int at = 0; at < count; ++at) {
        const auto text = nextText(dice, entries) + u" x%1"_s.arg(at);
        rig.now = {rig.now.ms + 50};
        rig.happen({groupAt(dice.below(groups)), {}, nextMessage(dice, u"c-%1"_s.arg(at), text)});
    }
    report("  texts nobody said before", count / (msSince(begun) / 1000), "/s", 0, "");
}

void measure(test::Rig &rig, tests::Dice &dice, int entries, int count, int groups)
{
    std::vector<double> times;
    rig.log.reserve(8 * count);  // the record is the rig's, not the bot's
    double reading = 0;
    const auto begun = steadyNs();
    for (int at = 0; at < count; ++at) {
        auto said = nextMessage(dice, u"b-%1"_s.arg(at), {});
        said.text = nextText(dice, entries);
        rig.now = {rig.now.ms + 50};
        const auto from = steadyNs();
        rig.happen({groupAt(dice.below(groups)), {}, said});
        times.push_back(msSince(from));
        const auto read = steadyNs();
        std::ignore = normalise(said.text, *test::sharedLexicon());
        reading += msSince(read);
    }
    const double seconds = msSince(begun) / 1000 - reading / 1000;
    const auto spread = spreadOf(times);
    report("messages decided on one core", count / seconds, "/s", count / (reading / 1000),
           "texts only read", "goal >= 5000/s");
    report("one message to its decision, p99", spread.p99, "ms", reading / count,
           "a text read", "goal <= 5 ms");
    say("  one message to its decision", spread, "ms");
    std::printf("  what followed has the digest %s\n", digestOf(rig.log).constData());
}

double learnedIn(test::Rig &rig)
{
    const auto begun = steadyNs();
    if (const auto learn = rig.decider.learning())
        learn();
    return msSince(begun);
}

/** Teaches a lesson, lets it settle, takes it back; what taking back costs, ms. */
double teachAndUndo(test::Rig &rig, const QString &id)
{
    const PhrasingLesson lesson{{id}, {u"e-1"_s}, u"那个袋子破了个洞咋整"_s, true,
                                LessonSource::Approved, rig.lin.id, rig.lin.name, rig.now, {}, {},
                                0};
    rig.record({{}, {}, LessonTaught{lesson}});
    rig.now = rig.now.plusSeconds(2 * Retriever::settlingTime / 1000);
    learnedIn(rig);
    const auto undoing = steadyNs();
    rig.record({{}, {}, LessonUndone{lesson.id, rig.lin.id}});
    return msSince(undoing);
}

/** An entry goes back to what it was before a lesson, which has long settled: the base is learned
 * whole at once, beside the questions or, when one comes first, by that one. */
void measureUndo(test::Rig &rig, tests::Dice &dice, int entries)
{
    const double undone = teachAndUndo(rig, u"l-1"_s);
    report("learning anew after a lesson is undone", learnedIn(rig) / 1000, "s", undone,
           "ms to take it back", "goal <= 2 s with 2,000 entries");
    teachAndUndo(rig, u"l-2"_s);
    const auto said = nextMessage(dice, u"d-1"_s, question(dice, entries));
    const auto asking = steadyNs();
    rig.happen({groupAt(0), {}, said});
    report("a question that comes before that is done", msSince(asking), "ms", 0, "");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int entries = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 2'000;
    const int topics = argc > 2 ? std::max(perGroup, QByteArray(argv[2]).toInt()) : 10'000;
    const int count = argc > 3 ? std::max(1, QByteArray(argv[3]).toInt()) : 20'000;
    const int groups = (topics + perGroup - 1) / perGroup;
    tests::Dice dice(7);
    test::Rig rig;
    fillBase(rig, entries);
    const auto learning = steadyNs();
    if (const auto learn = rig.decider.learning())
        learn();
    report("learning the base", msSince(learning) / 1000, "s", double(entries) / 1000,
           "1 ms an entry", "goal <= 2 s with 2,000 entries");
    rig.now = rig.now.plusSeconds(2 * Retriever::settlingTime / 1000);
    fillGroups(rig, groups);
    const double before = bytesInUse(rig);
    openTopics(rig, dice, topics, entries);
    report("an open topic nobody speaks in", (bytesInUse(rig) - before) / topics / 1024, "KiB",
           double(sizeof(Topic) + sizeof(Message)) / 1024, "bare structures", "goal <= 3 KiB");
    measure(rig, dice, entries, count, groups);
    measureNew(rig, dice, entries, count, groups);
    measureUndo(rig, dice, entries);
    return 0;
}
