// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/picturereading.h"
#include "app/backend/picturewatch.h"
#include "app/picturereader/tidytext.h"
#include "tests/backend/pictures/writtenpicture.h"
#include "tests/console/samplepictures.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <atomic>
#include <csignal>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

QString program()
{
    return qEnvironmentVariable("QUNTAI_BIN_DIR", QCoreApplication::applicationDirPath())
        + u"/quntai-picturereader"_s;
}

PictureReading::Load given(const QByteArray &bytes)
{
    return [bytes] { return bytes; };
}

/** Takes whatever comes and never answers. */
const auto silent = u"/usr/bin/sort"_s;

Result<PictureReading::Words> wordsOf(PictureReading &reading, const QByteArray &bytes)
{
    std::optional<Result<PictureReading::Words>> got;
    QObject context;
    reading.read(given(bytes), false, &context,
                 [&](const Result<PictureReading::Words> &words) { got = words; });
    (void)QTest::qWaitFor([&] { return got.has_value(); }, 60'000);
    return got.value_or(failure(ErrorKind::Internal, u"no answer"_s));
}

/** Peak memory of a process, KiB. */
int peakOf(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').constFirst().toInt();
    }
    return 0;
}

} // namespace

/** The words of pictures, read by the real Tesseract in its own program. */
class TestPictureReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWhatIsWritten_data();
    void readsWhatIsWritten();
    void whatIsNoPictureIsRefused_data();
    void whatIsNoPictureIsRefused();
    void noiseSaysNothingForSure();
    void oneAfterAnother();
    void theUrgentComesFirst();
    void itIsKilledAndStartedAgain();
    void itTakesItsTime();
    void withoutAProgram();
    void askersThatAreGone();
    void bytesComeInTheirTurn();
    void theQueuesHaveAnEnd_data();
    void theQueuesHaveAnEnd();
    void textBecomesTidy_data();
    void textBecomesTidy();
    void headsAreNotBelieved();
};

void TestPictureReading::initTestCase()
{
    PictureReading reading(program());
    const auto words = wordsOf(reading, writtenPicture({{u"试"_s}}));
    if (!words && words.error().kind == ErrorKind::NotFound)
        QSKIP(qPrintable(words.error().message));
}

void TestPictureReading::readsWhatIsWritten_data()
{
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("a question")
        << writtenPicture({{u"订单号 20261128001"_s, u"退款什么时候能到账"_s}})
        << QStringList{u"20261128001"_s, u"退款什么时候能到账"_s};
    QTest::newRow("small letters of a screen")
        << writtenPicture({{u"支付失败，请稍后重试"_s, u"错误代码 E1024"_s}, 16, {400, 120}, Qt::darkGray})
        << QStringList{u"支付失败"_s, u"请稍后重试"_s, u"E1024"_s};
    QTest::newRow("light on dark")
        << writtenPicture({{u"已签收 顺丰快递"_s, u"收件人 13800138000"_s}, 24, {700, 160}, Qt::white,
                           QColor(30, 30, 30)})
        << QStringList{u"已签收"_s, u"13800138000"_s};
    QTest::newRow("one line of a tall screenshot")
        << writtenPicture({{u"这个怎么退货退款呀"_s}, 48, {1080, 1920}, Qt::black,
                           QColor(230, 240, 230), "jpeg"})
        << QStringList{u"退货退款"_s};
}

void TestPictureReading::readsWhatIsWritten()
{
    QFETCH(QByteArray, picture);
    QFETCH(QStringList, words);
    PictureReading reading(program());
    QElapsedTimer clock;
    clock.start();
    const auto read = wordsOf(reading, picture);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    for (const auto &word : words)
        QVERIFY2(read->text.contains(word), qPrintable(read->text));
    QVERIFY2(read->sure >= PictureWatch::leastSure, qPrintable(QString::number(read->sure)));
    qInfo("%lld ms with the start, %d %% sure, peak %d MiB", clock.elapsed(), read->sure,
          peakOf(reading.processId()) / 1024);
}

void TestPictureReading::whatIsNoPictureIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << "just words"_ba;
    QTest::newRow("a head alone") << "\x89PNG\r\n\x1a\n"_ba;
    QTest::newRow("cut off") << writtenPicture({{u"退款"_s}}).first(300);
    QTest::newRow("more pixels than memory") << bombPng(30'000, 30'000);
    QTest::newRow("the same as GIF") << bombGif();
    QTest::newRow("more bytes than taken") << QByteArray(qsizetype(mostReadBytes) + 1, 'x');
}

void TestPictureReading::whatIsNoPictureIsRefused()
{
    QFETCH(QByteArray, bytes);
    PictureReading reading(program());
    const auto refused = wordsOf(reading, bytes);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidParams);
    QVERIFY2(wordsOf(reading, writtenPicture({{u"退款到账"_s}})), "the next one is read all the same");
}

void TestPictureReading::noiseSaysNothingForSure()
{
    PictureReading reading(program());
    const auto noise = wordsOf(reading, noisePicture({500, 400}));
    QVERIFY(noise);
    QVERIFY2(noise->text.isEmpty() || noise->sure < PictureWatch::leastSure, qPrintable(noise->text));
}

void TestPictureReading::oneAfterAnother()
{
    PictureReading reading(program());
    QStringList read;
    QObject context;
    for (const auto &number : {u"1024"_s, u"2048"_s, u"4096"_s}) {
        reading.read(given(writtenPicture({{u"订单号 "_s + number}})), false, &context,
                     [&read, number](const Result<PictureReading::Words> &words) {
                         const bool right = words && words->text.contains(number);
                         read.append(right ? number : words ? words->text : words.error().message);
                     });
    }
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 3, 60'000);
    QCOMPARE(read, (QStringList{u"1024"_s, u"2048"_s, u"4096"_s}));
}

void TestPictureReading::theUrgentComesFirst()
{
    PictureReading reading(program());
    QList<int> order;
    QObject context;
    const auto picture = writtenPicture({{u"退款到账"_s}});
    for (int i = 0; i < 4; ++i)
        reading.read(given(picture), i == 3, &context,
                     [&order, i](const Result<PictureReading::Words> &) { order.append(i); });
    QTRY_COMPARE_WITH_TIMEOUT(order.size(), 4, 60'000);
    QVERIFY2(order.indexOf(3) <= 1, "somebody waits for it");
}

void TestPictureReading::itIsKilledAndStartedAgain()
{
    PictureReading reading(program());
    QVERIFY(wordsOf(reading, writtenPicture({{u"退款"_s}})));
    const auto first = reading.processId();
    QVERIFY(first > 0);
    ::kill(pid_t(first), SIGKILL);
    QTRY_COMPARE(reading.processId(), 0);
    QVERIFY(wordsOf(reading, writtenPicture({{u"退款到账了吗"_s}}))->text.contains(u"退款"_s));
    QVERIFY(reading.processId() != first);
}

void TestPictureReading::itTakesItsTime()
{
    PictureReading reading(program());
    reading.setTimeout(1);
    const auto late = wordsOf(reading, noisePicture({2000, 2000}));
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Unavailable);
    QCOMPARE(reading.processId(), 0);
}

void TestPictureReading::withoutAProgram()
{
    PictureReading reading(u"/nowhere/quntai-picturereader"_s);
    QCOMPARE(wordsOf(reading, writtenPicture({{u"退款"_s}})).error().kind, ErrorKind::NotFound);
    PictureReading nonsense(u"/bin/cat"_s);
    QCOMPARE(wordsOf(nonsense, writtenPicture({{u"退款"_s}})).error().kind, ErrorKind::Unavailable);
}

void TestPictureReading::askersThatAreGone()
{
    PictureReading reading(program());
    bool told = false;
    {
        QObject gone;
        reading.read(given(writtenPicture({{u"退款"_s}})), false, &gone,
                     [&](const Result<PictureReading::Words> &) { told = true; });
    }
    QVERIFY(wordsOf(reading, writtenPicture({{u"退款"_s}})));
    QVERIFY(!told);
}

/** What waits is not in memory. */
void TestPictureReading::bytesComeInTheirTurn()
{
    PictureReading reading(silent);
    QObject context;
    std::atomic<int> loaded = 0;
    for (int i = 0; i < 20; ++i) {
        reading.read(
            [&loaded] {
                ++loaded;
                return "\x89PNG"_ba;
            },
            i % 2 == 0, &context, [](const Result<PictureReading::Words> &) {});
    }
    QCOMPARE(loaded.load(), 0);
    QTRY_VERIFY(reading.processId() > 0);
    QTest::qWait(100);
    QCOMPARE(loaded.load(), 1);
}

void TestPictureReading::theQueuesHaveAnEnd_data()
{
    QTest::addColumn<bool>("urgent");
    QTest::addColumn<qsizetype>("most");
    QTest::newRow("of those nobody waits for") << false << PictureReading::mostWaiting;
    QTest::newRow("of those somebody waits for") << true << PictureReading::mostUrgent;
}

void TestPictureReading::theQueuesHaveAnEnd()
{
    QFETCH(bool, urgent);
    QFETCH(qsizetype, most);
    PictureReading reading(silent);
    QObject context;
    QList<ErrorKind> refused;
    for (qsizetype i = 0; i < most + 3; ++i) {
        reading.read(given("\x89PNG"), urgent, &context,
                     [&](const Result<PictureReading::Words> &words) {
                         refused.append(words.error_or(Error{}).kind);
                     });
    }
    QTRY_COMPARE(refused, QList<ErrorKind>(3, ErrorKind::RateLimited));
}

void TestPictureReading::textBecomesTidy_data()
{
    QTest::addColumn<QString>("recognised");
    QTest::addColumn<QString>("tidy");
    QTest::newRow("blanks") << u"退 款 什么 时 候 到 账 ?\n\n订单 号 E 1024  ok  then"_s
                            << u"退款什么时候到账?\n订单号E 1024 ok then"_s;
    QTest::newRow("dust") << u"|\n.,-\n退款\n—\na\n12"_s << u"退款\n12"_s;
    QTest::newRow("nothing") << u" \n\n"_s << QString();
    QTest::newRow("hidden") << u"退\u202e款\u200b到账"_s << u"退款到账"_s;
}

void TestPictureReading::textBecomesTidy()
{
    QFETCH(QString, recognised);
    QTEST(tidyText(recognised, 1200), "tidy");
    const auto cut = tidyText(QString(3000, u'字'), 1200);
    QCOMPARE(cut.size(), 1200);
    QVERIFY(cut.endsWith(u'…'));
}

void TestPictureReading::headsAreNotBelieved()
{
    const auto answer = encodeHead(ReadAnswer{7, ReadProblem::None, 90, 12});
    QVERIFY(readReadAnswer(answer));
    QCOMPARE(readReadAnswer(answer)->sure, 90U);
    QVERIFY(!readReadAnswer(answer.first(ReadAnswer::headBytes - 1)));
    QVERIFY(!readReadAnswer(encodeHead(ReadAnswer{7, ReadProblem(9), 90, 12})));
    QVERIFY(!readReadAnswer(encodeHead(ReadAnswer{7, ReadProblem::None, 101, 12})));
    QVERIFY(!readReadAnswer(encodeHead(ReadAnswer{7, ReadProblem::None, 90, mostTextBytes + 1})));
    const auto request = encodeHead(ReadRequest{7, mostReadBytes});
    QVERIFY(readReadRequest(request));
    QVERIFY(!readReadRequest(encodeHead(ReadRequest{7, mostReadBytes + 1})));
    QVERIFY(!readReadRequest(answer));
}

QTEST_MAIN(TestPictureReading)
#include "tst_picturereading.moc"
