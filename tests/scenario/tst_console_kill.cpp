// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/models/common/seed.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/cuttingproxy.h"
#include "tests/scenario/onebotplatform.h"
#include "tests/scenario/typedpicture.h"

#include <QProcess>
#include <QTest>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::CuttingProxy;
using tests::Dice;
using tests::OneBotPlatform;

namespace {

constexpr int desks = 4;
constexpr int groupsPerDesk = 4;
constexpr int openOrders = 12;   //!< texts ordered and not yet kept

qint64 groupOf(int desk, int nth)
{
    return 100 + desk * groupsPerDesk + nth;
}

/** How often each evil befalls one desk, and how many texts must get through. */
struct Quota
{
    int kills = 0;
    int cuts = 0;
    int texts = 0;
};

/** One person with a console that is killed and cut off, again and again, while they type. */
class Desk : public QObject
{
public:
    Desk(int number, const Quota &quota, quint32 seed, OneBotPlatform &platform)
        : m_number(number), m_quota(quota), m_dice(seed), m_platform(platform)
    {
        m_act.setSingleShot(true);
        m_ordering.setSingleShot(true);
        connect(&m_act, &QTimer::timeout, this, &Desk::act);
        connect(&m_ordering, &QTimer::timeout, this, &Desk::order);
    }

    ~Desk() override { stop(); }

    QString user() const { return u"agent%1"_s.arg(m_number); }

    void begin(const QUrl &backend)
    {
        m_proxy.leadTo(backend);
        start();
        plan();
    }
    bool isDone() const { return m_ended; }
    QString where() const
    {
        return u"%1: %2 kills, %3 cuts, %4 texts, said last: %5 %6"_s.arg(user()).arg(m_kills)
            .arg(m_cuts).arg(kept.size()).arg(m_lastLine, troubles.join(u'|'));
    }
    void stop()
    {
        m_act.stop();
        m_ordering.stop();
        m_console->disconnect(this);
        m_console->kill();
        m_console->waitForFinished();
    }

    QSet<QString> kept;     //!< on the console's disk: must arrive
    QStringList troubles;
    int again = 0;          //!< refused, and sent again by the person
    int found = 0;
    int exitCode = -1;

private:
    /** Texts are spread over the whole run. */
    int allowed() const
    {
        const int evils = m_quota.kills + m_quota.cuts;
        return m_quota.texts * (m_kills + m_cuts + 1) / evils;
    }
    bool isQuotaDone() const
    {
        return m_kills >= m_quota.kills && m_cuts >= m_quota.cuts && kept.size() >= m_quota.texts;
    }

    void start()
    {
        m_console = std::make_unique<QProcess>();
        m_unread.clear();
        m_open = 0;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QUNTAI_TEST_PASSWORD"_s, BackendProcess::password());
        m_console->setProcessEnvironment(environment);
        m_console->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        connect(m_console.get(), &QProcess::readyReadStandardOutput, this, &Desk::read);
        connect(m_console.get(), &QProcess::finished, this, [this](int code) {
            exitCode = code;
            read();
            m_ended = true;
        });
        QStringList arguments{m_folder.path(), m_proxy.url().toString(), user()};
        for (int i = 0; i < groupsPerDesk; ++i)
            arguments.append(OneBotPlatform::groupId(groupOf(m_number, i)));
        m_console->start(qEnvironmentVariable("QUNTAI_BIN_DIR") + u"/test_typist"_s, arguments);
        order();
    }

    void order()
    {
        if (m_told)
            return;
        while (m_open < openOrders && kept.size() + m_open < allowed() && m_dice.chance(70)) {
            ++m_open;
            ++m_texts;
            const auto ending = m_texts % 4 == 0 ? u"，附图"_s : QString();
            m_console->write(u"type %1 第 %2 句%3\n"_s.arg(user()).arg(m_texts).arg(ending).toUtf8());
        }
        m_ordering.start(m_dice.below(30));
    }

    void read()
    {
        m_unread += m_console->readAllStandardOutput();
        for (auto end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
            m_lastLine = QString::fromUtf8(m_unread.left(end));
            m_unread.remove(0, end + 1);
            take(m_lastLine.section(u' ', 0, 0), m_lastLine.section(u' ', 1));
        }
    }

    void take(const QString &word, const QString &what)
    {
        if (word == "kept"_L1)
            --m_open;
        if (word == "kept"_L1 || word == "found"_L1)
            kept.insert(what);
        found += word == "found"_L1;
        again += word == "again"_L1;
        if (word == "again"_L1)
            qInfo().noquote() << user() << "again:" << what;
        if (word == "trouble"_L1)
            troubles.append(what);
    }

    void plan() { m_act.start(m_dice.below(m_dice.chance(30) ? 900 : 250)); }

    /** One evil thing, or the end when there were enough. */
    void act()
    {
        if (isQuotaDone()) {
            m_told = true;
            m_console->write("end\n");
            return;
        }
        const bool kill = m_kills < m_quota.kills && (m_cuts >= m_quota.cuts || m_dice.chance(50));
        if (kill)
            killConsole();
        else if (m_cuts < m_quota.cuts && m_proxy.connections() > 0)
            cut();
        else if (m_dice.chance(10))
            m_platform.say(groupOf(m_number, m_dice.below(groupsPerDesk)), 7 + m_number,
                           u"还在吗？第 %1 次问"_s.arg(++m_said));
        plan();
    }

    void killConsole()
    {
        ++m_kills;
        m_console->disconnect(this);
        m_console->kill();
        m_console->waitForFinished();
        read(); // what it said before it died counts
        start();
    }

    void cut()
    {
        ++m_cuts;
        const auto way = m_dice.chance(50) ? CuttingProxy::Way::Up : CuttingProxy::Way::Down;
        if (m_dice.chance(40))
            m_proxy.cut();
        else
            m_proxy.cutAfter(way, m_dice.below(3000));
    }

    int m_number;
    Quota m_quota;
    Dice m_dice;
    OneBotPlatform &m_platform;
    CuttingProxy m_proxy;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_console;
    QByteArray m_unread;
    QString m_lastLine;
    QTimer m_act;
    QTimer m_ordering;
    int m_open = 0;
    int m_texts = 0;
    int m_kills = 0;
    int m_cuts = 0;
    int m_said = 0;
    bool m_told = false;
    bool m_ended = false;
};

} // namespace

/** Consoles die and lose their connection while people type; whatever they had taken must reach
 * the group, once. */
class TestConsoleKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextArrivesOnce();

private:
    QHash<QString, int> queuedTexts();
    void compare(const Desk &desk, const QHash<QString, int> &queued);
    int comparePictures();

    OneBotPlatform m_platform;
    BackendProcess m_backend;
    std::vector<std::unique_ptr<Desk>> m_desks;
};

void TestConsoleKill::initTestCase()
{
    const auto policy = m_backend.write(u"policy.yaml"_s,
                                        "humanKeywords: [转人工]\n"
                                        "budget: {perMinute: 1000, perHour: 1000}\n");
    m_backend.configure("policy: " + policy.toUtf8() + '\n' + m_platform.config());
    for (int i = 0; i < desks; ++i)
        QCOMPARE(m_backend.addUser(u"agent%1"_s.arg(i), u"agent"_s).code, 0);
    QVERIFY(m_backend.start());
    QTRY_VERIFY(m_platform.isConnected());
    for (int i = 0; i < desks * groupsPerDesk; ++i)
        QTRY_VERIFY(m_platform.say(groupOf(0, i), 7 + i / groupsPerDesk,
                                   u"我的退款怎么还没到？转人工"_s, true));
}

QHash<QString, int> TestConsoleKill::queuedTexts()
{
    QHash<QString, int> texts;
    for (const auto &event : m_backend.log(u"p0"_s)) {
        if (event.type != u"message.queued")
            continue;
        const auto data = decodeEventData(event.type, event.data);
        if (data && std::get<MessageQueued>(*data).author.kind == AuthorKind::Agent)
            ++texts[std::get<MessageQueued>(*data).text];
    }
    return texts;
}

void TestConsoleKill::compare(const Desk &desk, const QHash<QString, int> &queued)
{
    QCOMPARE(desk.exitCode, 0);
    QCOMPARE(desk.troubles, QStringList());
    for (const auto &text : desk.kept)
        QVERIFY2(queued.value(text) == 1,
                 qPrintable(u"%1 is in the ledger %2 times"_s.arg(text).arg(queued.value(text))));
}

/** What goes with a text reached the group with it, whole; how many did. */
int TestConsoleKill::comparePictures()
{
    int pictures = 0;
    for (const auto &sent : m_platform.sent()) {
        QList<QByteArray> wanted;
        if (sent.text.trimmed().endsWith(u"附图"_s))
            wanted.append(tests::pictureOf(sent.text.trimmed()));
        if (sent.pictures != wanted)
            qWarning().noquote() << "wrong picture:" << sent.text;
        else
            pictures += int(wanted.size());
    }
    return pictures;
}

void TestConsoleKill::everyTextArrivesOnce()
{
    const auto seed = tests::seed();
    const Quota quota{tests::rounds(100, 1000) / desks, tests::rounds(100, 1000) / desks,
                      tests::rounds(2000, 10'000) / desks};
    for (int i = 0; i < desks; ++i) {
        m_desks.push_back(std::make_unique<Desk>(i, quota, seed + quint32(i), m_platform));
        m_desks.back()->begin(m_backend.url());
    }
    const bool ended = QTest::qWaitFor([&] {
        return std::ranges::all_of(m_desks, &Desk::isDone);
    }, tests::rounds(480'000, 7'000'000));
    int kept = 0;
    int found = 0;
    int again = 0;
    for (const auto &desk : m_desks) {
        qInfo().noquote() << desk->where();
        desk->stop();
        kept += int(desk->kept.size());
        found += desk->found;
        again += desk->again;
    }
    QVERIFY(ended);
    const auto queued = queuedTexts();
    for (const auto &desk : m_desks) {
        compare(*desk, queued);
        if (QTest::currentTestFailed())
            return;
    }
    for (auto it = queued.cbegin(); it != queued.cend(); ++it)
        QVERIFY2(*it == 1, qPrintable(it.key() + u" is there twice"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_platform.sent().size() >= queued.size(), true, 120'000);
    QHash<QString, int> arrived;
    for (const auto &sent : m_platform.sent())
        ++arrived[sent.text];
    for (auto it = queued.cbegin(); it != queued.cend(); ++it)
        QVERIFY2(arrived.value(it.key()) == 1,
                 qPrintable(u"%1 reached the group %2 times"_s.arg(it.key()).arg(arrived.value(it.key()))));
    const auto withPicture = std::ranges::count_if(m_platform.sent(), [](const auto &sent) {
        return sent.text.trimmed().endsWith(u"附图"_s);
    });
    QVERIFY(withPicture > 0);
    QCOMPARE(comparePictures(), withPicture);
    QCOMPARE(m_backend.terminate().code, 0);
    qInfo("%lld texts came with their picture", qlonglong(withPicture));
    qInfo("%d kills and %d cuts: %d texts kept (%d found again in the outbox, %d refused first), "
          "%lld in the ledger", quota.kills * desks, quota.cuts * desks, kept, found, again,
          qlonglong(queued.size()));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestConsoleKill)
#include "tst_console_kill.moc"
