// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/picturekeeper.h"
#include "tests/console/samplepictures.h"
#include "tests/models/common/scriptedsession.h"

#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

QString helper()
{
    return qEnvironmentVariable("QUNTAI_BIN_DIR") + u"/quntai-imagehelper"_s;
}

const auto sha = u"aa"_s;

} // namespace

class TestPictureKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsAThumbnailOnce();
    void saysWhyThereIsNone();
    void asksAgainWhenTheLinkIsBack();
    void whatIsWantedLastComesFirst();
    void givesTheWholePicture();
};

void TestPictureKeeper::bringsAThumbnailOnce()
{
    ScriptedSession session;
    session.setBlob(sha, pictureBytes("png", {960, 640}));
    PictureKeeper keeper(session, helper());
    QSignalSpy changed(&keeper, &PictureSource::changed);
    QCOMPARE(keeper.thumbnail(sha).state, Picture::State::Unknown);
    QVERIFY2(session.blobsAsked().isEmpty(), "looking asks for nothing");
    keeper.want(sha);
    keeper.want(sha);
    QCOMPARE(keeper.thumbnail(sha).state, Picture::State::Coming);
    QVERIFY(changed.wait(30'000));
    QVERIFY(keeper.thumbnail(sha).isReady());
    QCOMPARE(keeper.thumbnail(sha).image.size(), QSize(480, 320));
    QCOMPARE(keeper.thumbnail(sha).whole, QSize(960, 640));
    keeper.want(sha);
    QCOMPARE(session.blobsAsked(), QStringList{sha});
}

void TestPictureKeeper::saysWhyThereIsNone()
{
    ScriptedSession session;
    session.setBlob(u"svg"_s, QByteArray("<svg/>"));
    PictureKeeper keeper(session, helper());
    QSignalSpy changed(&keeper, &PictureSource::changed);
    keeper.want(u"svg"_s);
    keeper.want(u"gone"_s);
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(keeper.thumbnail(u"svg"_s).state, Picture::State::Failed);
    QCOMPARE(keeper.thumbnail(u"svg"_s).why, pictureProblemText(PictureProblem::NotAPicture));
    QCOMPARE(keeper.thumbnail(u"gone"_s).why, u"No longer kept"_s);
    keeper.want(u"svg"_s);
    QVERIFY2(session.blobsAsked().size() == 2, "what is refused is refused");
}

void TestPictureKeeper::asksAgainWhenTheLinkIsBack()
{
    ScriptedSession session;
    session.setBlob(sha, failure(ErrorKind::Unavailable, u"Not connected"_s));
    PictureKeeper keeper(session, helper());
    QSignalSpy changed(&keeper, &PictureSource::changed);
    keeper.want(sha);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(keeper.thumbnail(sha).state, Picture::State::Failed);
    session.setBlob(sha, smallGif());
    session.setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 5});
    QCOMPARE(changed.count(), 2);
    QCOMPARE(keeper.thumbnail(sha).state, Picture::State::Unknown);
    keeper.want(sha);
    QTRY_VERIFY(keeper.thumbnail(sha).isReady());
}

void TestPictureKeeper::whatIsWantedLastComesFirst()
{
    ScriptedSession session;
    PictureKeeper keeper(session, helper());
    for (int i = 0; i < 100; ++i)
        keeper.want(QString::number(i));
    QCOMPARE(session.blobsAsked().size(), PictureKeeper::mostAtOnce);
    QTRY_COMPARE(session.blobsAsked().size(),
                 PictureKeeper::mostAtOnce + PictureKeeper::mostWaiting);
    QCOMPARE(session.blobsAsked().at(PictureKeeper::mostAtOnce), u"99"_s);
    QVERIFY2(!session.blobsAsked().contains(u"20"_s), "nobody waits for what has gone by");
    QCOMPARE(keeper.thumbnail(u"20"_s).state, Picture::State::Unknown);
}

void TestPictureKeeper::givesTheWholePicture()
{
    ScriptedSession session;
    session.setBlob(sha, pictureBytes("jpeg", {1600, 1200}));
    PictureKeeper keeper(session, helper());
    Picture whole;
    QObject context;
    keeper.whole(sha, &context, [&whole](const Picture &picture) { whole = picture; });
    QTRY_VERIFY(whole.isReady());
    QCOMPARE(whole.image.size(), QSize(1600, 1200));
    QVERIFY2(!keeper.thumbnail(sha).isReady(), "a large one is not kept");
}

QTEST_MAIN(TestPictureKeeper)
#include "tst_picturekeeper.moc"
