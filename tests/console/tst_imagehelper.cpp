// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes nobody vouches for, given to the real program.
#include "app/console/imageprocess.h"
#include "app/console/picturekeeper.h"
#include "app/imagehelper/pictureformat.h"
#include "tests/console/samplepictures.h"

#include <QTest>
#include <QTimer>

#include <csignal>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

QString helper()
{
    return qEnvironmentVariable("QUNTAI_BIN_DIR") + u"/quntai-imagehelper"_s;
}

/** Decodes and waits; nothing when no answer came. */
std::optional<ImageProcess::Decoded> decoded(ImageProcess &process, const QByteArray &bytes,
                                             QSize most = {480, 320})
{
    std::optional<ImageProcess::Decoded> answer;
    QObject context;
    process.decode(bytes, most, &context,
                   [&answer](const ImageProcess::Decoded &one) { answer = one; });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000);
    return answer;
}

QByteArray statusOf(qint64 pid, const char *file)
{
    QFile status(u"/proc/%1/%2"_s.arg(pid).arg(QLatin1String(file)));
    return status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
}

} // namespace

class TestImageHelper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void survivesWhatItRefuses();
    void isShutIn();
    void comesBackAfterItIsKilled();
    void isEndedWhenItTakesTooLong();
    void answersNonsenseToNobody_data();
    void answersNonsenseToNobody();
    void asksNothingForTheDead();
    void knowsFormatsByTheirBytes();
    void framesAreBounded();
};

void TestImageHelper::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("whole");
    QTest::addColumn<QSize>("size");
    QTest::newRow("small png stays") << pictureBytes("png", {300, 200}) << QSize(300, 200)
                                     << QSize(300, 200);
    QTest::newRow("wide jpeg") << pictureBytes("jpeg", {3000, 1000}) << QSize(3000, 1000)
                               << QSize(480, 160);
    QTest::newRow("tall png") << pictureBytes("png", {500, 4000}) << QSize(500, 4000)
                              << QSize(40, 320);
    QTest::newRow("a line") << pictureBytes("png", {20'000, 1}) << QSize(20'000, 1)
                            << QSize(480, 1);
    QTest::newRow("gif") << smallGif() << QSize(1, 1) << QSize(1, 1);
    QTest::newRow("webp") << smallWebp() << QSize(1, 1) << QSize(1, 1);
}

void TestImageHelper::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QSize, whole);
    QFETCH(QSize, size);
    ImageProcess process(helper());
    const auto answer = decoded(process, bytes);
    QVERIFY(answer);
    QCOMPARE(answer->problem, PictureProblem::None);
    QCOMPARE(answer->whole, whole);
    QCOMPARE(answer->image.size(), size);
    if (size.height() > 100)
        QVERIFY(qAbs(answer->image.pixelColor(20, 20).red() - 180) < 6);
}

void TestImageHelper::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PictureProblem>("problem");
    const auto png = pictureBytes("png", {640, 480});
    const QByteArray svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" "
                           "width=\"10\" height=\"10\"><script>alert(1)</script></svg>";
    QTest::newRow("nothing") << QByteArray() << PictureProblem::Empty;
    QTest::newRow("svg") << svg << PictureProblem::NotAPicture;
    QTest::newRow("html") << QByteArray("<html><img src=x></html>") << PictureProblem::NotAPicture;
    QTest::newRow("bmp") << pictureBytes("bmp", {8, 8}) << PictureProblem::NotAPicture;
    QTest::newRow("zeros") << QByteArray(1000, '\0') << PictureProblem::NotAPicture;
    QTest::newRow("cut png head") << png.first(8) << PictureProblem::Damaged;
    QTest::newRow("cut png") << png.first(60) << PictureProblem::Damaged;
    QTest::newRow("svg behind a png's head") << png.first(8) + svg << PictureProblem::Damaged;
    QTest::newRow("cut jpeg head") << pictureBytes("jpeg", {64, 64}).first(20)
                                   << PictureProblem::Damaged;
    QTest::newRow("cut webp") << smallWebp().first(24) << PictureProblem::Damaged;
    QTest::newRow("cut gif") << smallGif().first(8) << PictureProblem::Damaged;
    QTest::newRow("png bomb") << bombPng(29'000, 29'000) << PictureProblem::TooLarge;
    QTest::newRow("long png bomb") << bombPng(1'000'000, 1) << PictureProblem::TooLarge;
    QTest::newRow("too many bytes") << png.first(8) + QByteArray(mostPictureBytes, 'x')
                                    << PictureProblem::TooLong;
}

void TestImageHelper::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(PictureProblem, problem);
    ImageProcess process(helper());
    const auto answer = decoded(process, bytes);
    QVERIFY(answer);
    QCOMPARE(answer->problem, problem);
    QVERIFY(answer->image.isNull());
    QVERIFY(!pictureProblemText(answer->problem).isEmpty());
}

/** One program for all of them: none of these may take it along. */
void TestImageHelper::survivesWhatItRefuses()
{
    ImageProcess process(helper());
    QVERIFY(decoded(process, pictureBytes("png", {8, 8})));
    const auto pid = process.processId();
    QVERIFY(pid > 0);
    for (const auto &bytes : {bombGif(), bombPng(29'000, 29'000), smallWebp().first(24),
                              pictureBytes("jpeg", {640, 480}).first(900)})
        QVERIFY(decoded(process, bytes));
    QCOMPARE(decoded(process, pictureBytes("png", {3000, 2000}), {2000, 2000})->image.size(),
             QSize(2000, 1333));
    QCOMPARE(process.processId(), pid);
}

void TestImageHelper::isShutIn()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer needs what is forbidden");
#endif
    ImageProcess process(helper());
    QVERIFY(decoded(process, smallGif()));
    const auto status = statusOf(process.processId(), "status");
    QVERIFY2(status.contains("NoNewPrivs:\t1"), status);
    QVERIFY2(status.contains("Seccomp:\t2"), status);
    const auto limits = statusOf(process.processId(), "limits").simplified();
    QVERIFY2(limits.contains("Max address space 1073741824 1073741824"), limits);
    QVERIFY2(limits.contains("Max core file size 0 0"), limits);
    QVERIFY2(limits.contains("Max file size 0 0"), limits);
}

void TestImageHelper::comesBackAfterItIsKilled()
{
    ImageProcess process(helper());
    QVERIFY(decoded(process, smallGif()));
    const auto first = process.processId();
    // Halted, it cannot answer before it dies.
    QCOMPARE(::kill(pid_t(first), SIGSTOP), 0);
    QTimer::singleShot(0, this, [first] { ::kill(pid_t(first), SIGKILL); });
    const auto lost = decoded(process, smallGif());
    QVERIFY(lost);
    QCOMPARE(lost->problem, PictureProblem::Died);

    const auto after = decoded(process, smallGif());
    QVERIFY(after);
    QCOMPARE(after->problem, PictureProblem::None);
    QVERIFY(process.processId() != first);
    ::kill(pid_t(process.processId()), SIGKILL);
    QTRY_COMPARE(process.processId(), 0);
    QCOMPARE(decoded(process, smallGif())->problem, PictureProblem::None);
}

void TestImageHelper::isEndedWhenItTakesTooLong()
{
    ImageProcess process(helper());
    QVERIFY(decoded(process, smallGif()));
    const auto first = process.processId();
    QCOMPARE(::kill(pid_t(first), SIGSTOP), 0);
    process.setTimeout(50);
    const auto late = decoded(process, smallGif());
    QVERIFY(late);
    QCOMPARE(late->problem, PictureProblem::TimedOut);
    QTRY_VERIFY2(::kill(pid_t(first), 0) != 0, "it is not left behind");
    process.setTimeout(ImageProcess::defaultTimeoutMs);
    QCOMPARE(decoded(process, smallGif())->problem, PictureProblem::None);
}

void TestImageHelper::answersNonsenseToNobody_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("repeats what it hears") << u"/bin/cat"_s;
    QTest::newRow("ends at once") << u"/bin/true"_s;
    QTest::newRow("talks for ever") << u"/usr/bin/yes"_s;
    QTest::newRow("is not there") << u"/nonexistent/program"_s;
}

void TestImageHelper::answersNonsenseToNobody()
{
    QFETCH(QString, program);
    ImageProcess process(program);
    for (int i = 0; i < 2; ++i) {
        const auto answer = decoded(process, smallGif());
        QVERIFY(answer);
        QCOMPARE(answer->problem, PictureProblem::Died);
        QVERIFY(answer->image.isNull());
    }
}

void TestImageHelper::asksNothingForTheDead()
{
    ImageProcess process(helper());
    int answers = 0;
    {
        QObject gone;
        process.decode(smallGif(), {10, 10}, &gone, [&answers](const auto &) { ++answers; });
    }
    QVERIFY(decoded(process, smallGif()));
    QCOMPARE(answers, 0);
}

void TestImageHelper::knowsFormatsByTheirBytes()
{
    QCOMPARE(pictureFormat(pictureBytes("png", {4, 4})), PictureFormat::Png);
    QCOMPARE(pictureFormat(pictureBytes("jpeg", {4, 4})), PictureFormat::Jpeg);
    QCOMPARE(pictureFormat(smallGif()), PictureFormat::Gif);
    QCOMPARE(pictureFormat(smallWebp()), PictureFormat::Webp);
    QCOMPARE(pictureFormat("RIFF....AVI "), PictureFormat::None);
    QCOMPARE(pictureFormat("RIFF"), PictureFormat::None);
    QCOMPARE(pictureFormat("<svg"), PictureFormat::None);
}

void TestImageHelper::framesAreBounded()
{
    const ImageRequest request{7, {480, 320}, 99};
    const auto asked = readRequest(encodeHead(request));
    QVERIFY(asked && asked->id == 7 && asked->most == request.most && asked->length == 99);
    QVERIFY(!readRequest(encodeHead({7, {480, 320}, quint32(mostPictureBytes) + 1})));
    QVERIFY(!readRequest(encodeHead({7, {mostAnswerSide + 1, 1}, 9})));
    QVERIFY(!readRequest(QByteArray(ImageRequest::headBytes, 'x')));
    const ImageAnswer answer{7, PictureProblem::None, {9, 9}, {4, 4}, 64};
    QVERIFY(readAnswer(encodeHead(answer)));
    auto lying = answer;
    lying.length = 65;
    QVERIFY2(!readAnswer(encodeHead(lying)), "as many bytes as the size says");
    lying = answer;
    lying.size = {mostAnswerSide + 1, 1};
    QVERIFY(!readAnswer(encodeHead(lying)));
}

QTEST_MAIN(TestImageHelper)
#include "tst_imagehelper.moc"
