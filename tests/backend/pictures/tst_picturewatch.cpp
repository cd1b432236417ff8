// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/picturewatch.h"
#include "tests/backend/gateway/gatewayrig.h"
#include "tests/backend/pictures/writtenpicture.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

QString program()
{
    return qEnvironmentVariable("QUNTAI_BIN_DIR", QCoreApplication::applicationDirPath())
        + u"/quntai-picturereader"_s;
}

} // namespace

/** Pictures that people want to send, read while they wait. */
class TestPictureWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itsWordsCome();
    void whoWaitsTooLongIsTold();
    void lateWordsAreThereForTheNext();
    void withoutAProgram();
    void whatIsNoPictureHasNoWords();
    void wordsGoWithAnErasedBlob();

private:
    std::optional<Result<QString>> asked(PictureWatch &watch, const QString &sha256);
    QString keep(const QByteArray &bytes) { return *m_store->keep(bytes); }

    std::unique_ptr<GatewayRig> m_rig;
    std::optional<BlobStore> m_store;
};

void TestPictureWatch::init()
{
    m_rig = GatewayRig::withPeople();
    m_store.emplace(m_rig->dir.filePath(u"data/blobs"_s));
}

std::optional<Result<QString>> TestPictureWatch::asked(PictureWatch &watch, const QString &sha256)
{
    std::optional<Result<QString>> got;
    QObject context;
    watch.readOutgoing(sha256, &context, [&](const Result<QString> &words) { got = words; });
    (void)QTest::qWaitFor([&] { return got.has_value(); }, 60'000);
    return got;
}

void TestPictureWatch::itsWordsCome()
{
    PictureWatch watch(*m_rig->engine, *m_store, program());
    watch.setPatience(60'000);
    const auto words = asked(watch, keep(writtenPicture({{u"订单号 20261128001"_s}})));
    QVERIFY(words);
    if (!*words && words->error().kind == ErrorKind::NotFound)
        QSKIP(qPrintable(words->error().message));
    QVERIFY2(words->value_or(QString()).contains(u"20261128001"_s), qPrintable(words->value_or(QString())));
}

/** It is not said that nothing is written there. */
void TestPictureWatch::whoWaitsTooLongIsTold()
{
    PictureWatch watch(*m_rig->engine, *m_store, u"/usr/bin/sort"_s);
    watch.setPatience(200);
    const auto sha256 = keep("\x89PNG what never is read");
    for (int i = 0; i < 3; ++i) {
        const auto words = asked(watch, sha256);
        QVERIFY(words && !*words);
        QCOMPARE(words->error().kind, ErrorKind::Unavailable);
    }
}

void TestPictureWatch::lateWordsAreThereForTheNext()
{
    PictureWatch watch(*m_rig->engine, *m_store, program());
    watch.setPatience(1);
    const auto sha256 = keep(writtenPicture({{u"订单号 20261128001"_s}}));
    QCOMPARE(asked(watch, sha256)->error_or(Error{}).kind, ErrorKind::Unavailable);
    std::optional<Result<QString>> got;
    const auto isRead = [&] {
        const auto words = asked(watch, sha256);
        if (*words || words->error().kind != ErrorKind::Unavailable)
            got = words;
        return got.has_value();
    };
    QVERIFY(QTest::qWaitFor(isRead, 60'000));
    if (!*got && got->error().kind == ErrorKind::NotFound)
        QSKIP(qPrintable(got->error().message));
    QVERIFY2(got->value_or(QString()).contains(u"20261128001"_s), qPrintable(got->value_or(QString())));
}

void TestPictureWatch::withoutAProgram()
{
    PictureWatch watch(*m_rig->engine, *m_store, u"/nowhere/quntai-picturereader"_s);
    const auto sha256 = keep("\x89PNG what never is read");
    QCOMPARE(asked(watch, sha256)->error_or(Error{}).kind, ErrorKind::NotFound);
    QCOMPARE(asked(watch, sha256)->error_or(Error{}).kind, ErrorKind::NotFound);
}

void TestPictureWatch::whatIsNoPictureHasNoWords()
{
    PictureWatch watch(*m_rig->engine, *m_store, program());
    watch.setPatience(60'000);
    const auto words = asked(watch, keep("just words"));
    if (!*words && words->error().kind == ErrorKind::NotFound)
        QSKIP(qPrintable(words->error().message));
    QCOMPARE(words->value_or(u"?"_s), QString());
}

void TestPictureWatch::wordsGoWithAnErasedBlob()
{
    PictureWatch watch(*m_rig->engine, *m_store, program());
    watch.setPatience(60'000);
    const auto sha256 = keep(writtenPicture({{u"订单号 20261128001"_s}}));
    const auto words = asked(watch, sha256);
    if (!*words && words->error().kind == ErrorKind::NotFound)
        QSKIP(qPrintable(words->error().message));
    m_store->remove(sha256);
    QVERIFY(asked(watch, sha256)->value_or(QString()).contains(u"20261128001"_s));
    watch.forget(sha256);
    QVERIFY(!asked(watch, sha256)->value_or(QString()).contains(u"20261128001"_s));
}

QTEST_MAIN(TestPictureWatch)
#include "tst_picturewatch.moc"
