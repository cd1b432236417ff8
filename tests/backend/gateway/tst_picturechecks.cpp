// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/gateway/blobrig.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const QByteArray png = "\x89PNG\r\n\x1a\n" + QByteArray(4000, 'p');
const QByteArray pdf = "%PDF-1.7 " + QByteArray(900, 'd');

Attachment picture()
{
    return attachmentOf(png, MessageKind::Image, u"面单.png"_s);
}

} // namespace

/** No picture leaves that was not read, where pictures are to be read. */
class TestPictureChecks : public QObject, protected BlobRig
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }
    void itsWordsAreChecked();
    void theUnreadIsHeld_data();
    void theUnreadIsHeld();
    void aMembersPictureIsReadAsWell();
    void whatIsKnownIsNotReadAgain();
    void whereNothingCanBeReadItGoes();
    void aGroupMayDoWithout();
    void filesAreNotRead();

private:
    void setPolicy(bool reads);

    Result<QString> m_words;
    int m_asked = 0;
};

void TestPictureChecks::init()
{
    m_asked = 0;
    m_words = QString();
    m_rig = GatewayRig::withPeople();
    m_rig->gateway->setPictureReader(
        [this](const QString &, QObject *, const std::function<void(const Result<QString> &)> &done) {
            ++m_asked;
            done(m_words);
        });
    openTopic();
}

void TestPictureChecks::itsWordsAreChecked()
{
    m_words = u"收件人 电话 13800138000"_s;
    QCOMPARE(put(png), 201);
    const auto refused = send({picture()});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Policy);
    QCOMPARE(refused.error().data.value(u"rule"_s).toString(), u"privacy"_s);
    QCOMPARE(refused.error().data.value(u"picture"_s).toString(), u"面单.png"_s);
}

void TestPictureChecks::theUnreadIsHeld_data()
{
    QTest::addColumn<ErrorKind>("why");
    QTest::newRow("not in time") << ErrorKind::Unavailable;
    QTest::newRow("too many wait") << ErrorKind::RateLimited;
}

/** It is held, with the reason, until it could be read. */
void TestPictureChecks::theUnreadIsHeld()
{
    QFETCH(ErrorKind, why);
    m_words = failure(why, u"Reading it takes long"_s);
    QCOMPARE(put(png), 424);
    QCOMPARE(ask(png), 424);
    const auto held = send({picture()});
    QVERIFY(!held);
    QCOMPARE(held.error().kind, ErrorKind::Policy);
    QCOMPARE(held.error().data.value(u"rule"_s).toString(), u"picture_unread"_s);
    QCOMPARE(queued().size(), 0);
    m_words = u"退款进度"_s;
    QCOMPARE(ask(png), 200); // the bytes need not come again
    QVERIFY(send({picture()}));
    QTRY_COMPARE(queued().size(), 1);
    QCOMPARE(queued()[0].attachments[0].text, u"退款进度"_s);
    QVERIFY(queued()[0].attachments[0].read);
}

/** One that came to a group may go to another only after it was read. */
void TestPictureChecks::aMembersPictureIsReadAsWell()
{
    const BlobStore store(m_rig->dir.filePath(u"data/blobs"_s));
    QVERIFY(store.keep(png));
    auto shown = said(u"w/a"_s, u"看图"_s);
    std::get<MessageReceived>(shown.data).attachments = {picture()};
    const auto before = m_rig->committed.size();
    m_rig->record({shown});
    QTRY_VERIFY(m_rig->committed.size() > before);
    const auto held = send({picture()});
    QVERIFY(!held);
    QCOMPARE(held.error().data.value(u"rule"_s).toString(), u"picture_unread"_s);
    m_words = u"电话 13800138000"_s;
    QCOMPARE(put(png), 201);
    QCOMPARE(send({picture()}).error().data.value(u"rule"_s).toString(), u"privacy"_s);
}

void TestPictureChecks::whatIsKnownIsNotReadAgain()
{
    m_words = u"退款进度"_s;
    QCOMPARE(put(png), 201);
    QVERIFY(send({picture()}));
    QCOMPARE(put(png), 201);
    QVERIFY(send({picture()}));
    QTRY_COMPARE(queued().size(), 2);
    QCOMPARE(queued()[1].attachments[0].text, u"退款进度"_s);
    QCOMPARE(m_asked, 1);
}

/** Without the program pictures go as files do; it is not said that they were read. */
void TestPictureChecks::whereNothingCanBeReadItGoes()
{
    m_words = failure(ErrorKind::NotFound, u"There is no reading program"_s);
    QCOMPARE(put(png), 201);
    QVERIFY(send({picture()}));
    QTRY_COMPARE(queued().size(), 1);
    QVERIFY(!queued()[0].attachments[0].read);
}

void TestPictureChecks::setPolicy(bool reads)
{
    Policy policy;
    policy.readPictures = reads;
    const auto before = m_rig->committed.size();
    m_rig->record({{{}, {}, PolicyChanged{policy, {}, {}}}});
    QTRY_VERIFY(m_rig->committed.size() > before);
}

/** When it is to be read from now on, what was not read is held. */
void TestPictureChecks::aGroupMayDoWithout()
{
    setPolicy(false);
    m_words = failure(ErrorKind::Unavailable, u"Reading it takes long"_s);
    QCOMPARE(put(png), 201);
    QVERIFY(send({picture()}));
    QTRY_COMPARE(queued().size(), 1);
    QVERIFY(!queued()[0].attachments[0].read);
    QCOMPARE(m_asked, 0);
    setPolicy(true);
    QCOMPARE(send({picture()}).error().data.value(u"rule"_s).toString(), u"picture_unread"_s);
}

void TestPictureChecks::filesAreNotRead()
{
    m_words = failure(ErrorKind::Unavailable, u"Reading it takes long"_s);
    QCOMPARE(put(pdf), 201);
    QVERIFY(send({attachmentOf(pdf, MessageKind::File, u"合同.pdf"_s)}));
    QCOMPARE(m_asked, 0);
}

QTEST_GUILESS_MAIN(TestPictureChecks)
#include "tst_picturechecks.moc"
