// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/deskpage.h"
#include "app/console/replydesk.h"
#include "app/console/replyfiles.h"
#include "models/domain/attachments.h"
#include "tests/console/samplepictures.h"
#include "tests/console/windowrig.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/attachmenttile.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/replyedit.h"
#include "widgets/pictures/pictureviewer.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};
const TopicId topic{u"t-1"_s};
const TopicId other{u"t-2"_s};

} // namespace

/** Pictures and files in the composer, as a hand puts them there: pasted, dropped, chosen. */
class TestReplyFiles : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    Composer &composer() const { return *desk().findChild<Composer *>(); }
    ReplyEdit &edit() const { return *composer().findChild<ReplyEdit *>(); }
    AttachmentTile *tile(int at) const { return composer().strip().tile(at); }
    ActionButton &sendButton() const
    {
        const auto buttons = composer().findChildren<ActionButton *>();
        return **std::ranges::find(buttons, u"Send"_s, [](const auto *one) { return one->text(); });
    }
    void connectBy(const QString &kind)
    {
        m_scribe->write(ConnectorChanged{{u"wecom"_s, kind, u"客服"_s, ConnectorState::Connected, {}}});
    }
    QString fileOf(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    static QMimeData *urlsOf(const QStringList &paths)
    {
        auto *data = new QMimeData;
        QList<QUrl> urls;
        for (const auto &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        data->setUrls(urls);
        return data;
    }
    void paste(QMimeData *data)
    {
        QGuiApplication::clipboard()->setMimeData(data);
        edit().setFocus();
        QTest::keyClick(&edit(), Qt::Key_V, Qt::ControlModifier);
    }
    bool hasFiles(int count)
    {
        return QTest::qWaitFor([&] {
            return composer().files().size() == count
                && std::ranges::none_of(composer().files(), &ComposerFile::coming);
        });
    }
    QStringList complaints() const
    {
        QStringList words;
        for (const auto *label : composer().findChildren<PlainLabel *>()) {
            if (label->isVisible())
                words.append(label->rawText());
        }
        return words;
    }
    bool saysSomewhere(const QString &words) const
    {
        return std::ranges::any_of(complaints(), [&](const QString &one) { return one.contains(words); });
    }
    QList<SendMessage> sent() const { return submitted<SendMessage>(); }

private Q_SLOTS:
    void init()
    {
        begin();
        goLive();
        m_scribe->group();
        connectBy(u"onebot11"_s);
        m_scribe->open(topic);
        m_scribe->say(u"怎么退款"_s, u"李海燕"_s, topic);
        m_scribe->grant(topic, me, 3);
        m_scribe->open(other);
        QVERIFY(open({1280, 720}));
        desk().chooseTopic(topic);
        QTRY_VERIFY(composer().mode() == Composer::Mode::Reply);
    }
    void cleanup() { m_window.reset(); }

    void aPictureIsPasted()
    {
        auto *data = new QMimeData;
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        data->setImageData(image);
        paste(data);
        QCOMPARE(composer().files().size(), 1);
        QVERIFY2(!sendButton().isEnabled(), "what is still coming cannot be sent");
        QVERIFY(hasFiles(1));
        const auto &file = composer().files()[0].file;
        QCOMPARE(file.kind, MessageKind::Image);
        QVERIFY(file.name.endsWith(u".png"_s));
        QCOMPARE(edit().toPlainText(), QString());
        QVERIFY2(sendButton().isEnabled(), "a picture needs no words");
        QVERIFY(tile(0)->accessibleName().contains(file.name));
        grabBoth(*m_host, *m_window, u"reply-picture"_s);
    }

    void filesArePastedAndSent()
    {
        paste(urlsOf({fileOf(u"收据.png"_s, pictureBytes("png", {64, 48})),
                      fileOf(u"合同（盖章）.pdf"_s, "%PDF-1.7 x")}));
        QVERIFY(hasFiles(2));
        QCOMPARE(composer().files()[1].file.kind, MessageKind::File);
        QTest::keyClicks(&edit(), u"see"_s);
        QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 1);
        QCOMPARE(sent()[0].text, u"see"_s);
        QCOMPARE(sent()[0].attachments.size(), 2);
        QCOMPARE(sent()[0].attachments[0].name, u"收据.png"_s);
        QCOMPARE(sent()[0].attachments[1].name, u"合同（盖章）.pdf"_s);
        QVERIFY(composer().files().isEmpty());
        QVERIFY(m_session->draftFiles(topic).isEmpty());
        QVERIFY(edit().toPlainText().isEmpty());
    }

    void filesAreDropped()
    {
        const std::unique_ptr<QMimeData> data(urlsOf({fileOf(u"a.txt"_s, "some words")}));
        for (auto *target : {static_cast<QWidget *>(&composer()),
                             static_cast<QWidget *>(edit().viewport())}) {
            QDragEnterEvent enter({5, 5}, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
            QVERIFY(QCoreApplication::sendEvent(target, &enter) && enter.isAccepted());
            QDropEvent drop({5, 5}, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
            QVERIFY(QCoreApplication::sendEvent(target, &drop));
        }
        QTRY_COMPARE(m_session->filesTaken().size(), 2);
        QVERIFY(hasFiles(2));
        QVERIFY(edit().toPlainText().isEmpty());
    }

    void aTableIsText()
    {
        auto *data = new QMimeData;
        data->setText(u"荔枝\t12"_s);
        data->setImageData(QImage(10, 10, QImage::Format_RGB32));
        paste(data);
        QCOMPARE(edit().toPlainText(), u"荔枝\t12"_s);
        QVERIFY(composer().files().isEmpty());
    }

    void theyAreTakenAwayByHandAndByKey()
    {
        paste(urlsOf({fileOf(u"1.txt"_s, "1"), fileOf(u"2.txt"_s, "22"), fileOf(u"3.txt"_s, "333")}));
        QVERIFY(hasFiles(3));
        QTest::mouseClick(&tile(0)->removeButton(), Qt::LeftButton);
        QVERIFY(hasFiles(2));
        QCOMPARE(composer().files()[0].file.name, u"2.txt"_s);
        tile(0)->setFocus();
        QTest::keyClick(tile(0), Qt::Key_Right);
        QVERIFY(tile(1)->hasFocus());
        QTest::keyClick(tile(1), Qt::Key_Delete);
        QVERIFY(hasFiles(1));
        QVERIFY2(tile(0)->hasFocus(), "the focus stays in the strip");
        QTest::keyClick(tile(0), Qt::Key_Backspace);
        QVERIFY(hasFiles(0));
        QTRY_VERIFY2(edit().hasFocus(), "and goes back to the text with the last one");
        QVERIFY(m_session->draftFiles(topic).isEmpty());
    }

    void itIsOpenedByEnterAndSentByCtrlEnter()
    {
        m_window->grab();
        paste(urlsOf({fileOf(u"a.png"_s, pictureBytes("png", {64, 48}))}));
        QVERIFY(hasFiles(1));
        tile(0)->setFocus();
        QTest::keyClick(tile(0), Qt::Key_Return);
        QTRY_VERIFY(m_window->findChild<PictureViewer *>());
        QTest::keyClick(m_window->findChild<PictureViewer *>(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<PictureViewer *>());
        QVERIFY(sent().isEmpty());
        tile(0)->setFocus();
        QTest::keyClick(tile(0), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 1);
        QCOMPARE(sent()[0].attachments.size(), 1);
    }

    void theDraftKeepsThem()
    {
        paste(urlsOf({fileOf(u"a.txt"_s, "x")}));
        QVERIFY(hasFiles(1));
        desk().chooseTopic(other);
        QTRY_COMPARE(composer().files().size(), 0);
        desk().chooseTopic(topic);
        QTRY_COMPARE(composer().files().size(), 1);
        QCOMPARE(composer().files()[0].file.name, u"a.txt"_s);
    }

    void whatCannotGoIsSaidAtOnce()
    {
        m_session->refuseFile({ErrorKind::InvalidParams, u"It is a program"_s, {{u"problem"_s, u"program"_s}}});
        paste(urlsOf({fileOf(u"setup.exe"_s, "MZ")}));
        QTRY_VERIFY(saysSomewhere(u"Programs and scripts"_s));
        QVERIFY(saysSomewhere(u"setup.exe"_s));
        QVERIFY(composer().files().isEmpty());
        grabBoth(*m_host, *m_window, u"reply-refused"_s);
        m_session->refuseFile({ErrorKind::NotFound, u"The file cannot be read"_s, {}});
        paste(urlsOf({m_folder.filePath(u"none.txt"_s)}));
        QTRY_VERIFY(saysSomewhere(u"“none.txt” cannot be read"_s));
        QVERIFY(!saysSomewhere(u"Programs"_s));
    }

    void atMostSoMany()
    {
        QStringList paths;
        for (int i = 0; i < mostAttachments + 2; ++i)
            paths.append(fileOf(u"%1.txt"_s.arg(i), QByteArray(i + 1, 'x')));
        paste(urlsOf(paths));
        QVERIFY(hasFiles(mostAttachments));
        QVERIFY(saysSomewhere(u"At most %1"_s.arg(mostAttachments)));
        grabBoth(*m_host, *m_window, u"reply-many"_s);
    }

    void eachPlatformItsOwnLimits()
    {
        connectBy(u"wecom"_s);
        paste(urlsOf({fileOf(u"big.png"_s, "\x89PNG\r\n\x1a\n" + QByteArray(2'200'000, 'p'))}));
        QTRY_VERIFY(saysSomewhere(u"larger than 2"_s));
        QVERIFY(hasFiles(0));
        paste(urlsOf({fileOf(u"a.webp"_s, smallWebp())}));
        QTRY_VERIFY(saysSomewhere(u"PNG or JPEG"_s));
        QVERIFY(hasFiles(0));
        connectBy(u"mail"_s);
        paste(urlsOf({fileOf(u"a.txt"_s, "x")}));
        QTRY_VERIFY(saysSomewhere(u"cannot be sent to this group"_s));
    }

    void aDraftForAnotherPlatformIsNotSent()
    {
        m_session->keepDraftFiles(topic, {{MessageKind::Image, u"a.png"_s, u"h"_s, 3'000'000, {}, {}}});
        connectBy(u"wecom"_s);
        desk().chooseTopic(other);
        desk().chooseTopic(topic);
        QTRY_COMPARE(composer().files().size(), 1);
        QVERIFY(!composer().files()[0].problem.isEmpty());
        QTest::keyClicks(&edit(), u"see"_s);
        QVERIFY(!sendButton().isEnabled());
        QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(sent().isEmpty());
    }

    void aNoteTakesNone()
    {
        paste(urlsOf({fileOf(u"a.txt"_s, "x")}));
        QVERIFY(hasFiles(1));
        composer().setMode(Composer::Mode::Note);
        QVERIFY(!composer().strip().isVisible());
        paste(urlsOf({fileOf(u"b.txt"_s, "y")}));
        QVERIFY(saysSomewhere(u"A note takes no pictures"_s));
        QTest::keyClicks(&edit(), u"note"_s);
        QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(composer().text(), QString());
        composer().setMode(Composer::Mode::Reply);
        QCOMPARE(composer().files().size(), 1);
        QVERIFY(composer().strip().isVisible());
    }

    void takenBackWithItsFiles()
    {
        m_session->setHold(8000);
        paste(urlsOf({fileOf(u"a.txt"_s, "x")}));
        QVERIFY(hasFiles(1));
        QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(composer().files().size(), 0);
        QCOMPARE(sent().size(), 1);
        QTest::keyClick(&edit(), Qt::Key_Escape);
        QTRY_COMPARE(composer().files().size(), 1);
        QCOMPARE(composer().files()[0].file.name, u"a.txt"_s);
        QCOMPARE(m_session->draftFiles(topic).size(), 1);
        QVERIFY(std::ranges::none_of(m_session->outbox(), [](const OutboxItem &item) {
            return std::holds_alternative<SendMessage>(item.command.data);
        }));
    }

    void theKeyOpensTheDialog()
    {
        edit().setFocus();
        QTRY_VERIFY(edit().hasFocus());
        QTest::keyClick(&edit(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(desk().findChild<QFileDialog *>());
        auto *dialog = desk().findChild<QFileDialog *>();
        QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFiles);
        Q_EMIT dialog->filesSelected({fileOf(u"a.txt"_s, "x")});
        dialog->close();
        QVERIFY(hasFiles(1));
    }
};

QTEST_MAIN(TestReplyFiles)
#include "tst_replyfiles.moc"
