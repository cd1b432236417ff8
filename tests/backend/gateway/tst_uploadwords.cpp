// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/blobuploads.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

/** What was read in a picture goes with the picture. */
class TestUploadWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goWithAnErasedBlob();

private:
    static bool isAnywhereIn(const QString &folder, const QString &text);
};

bool TestUploadWords::isAnywhereIn(const QString &folder, const QString &text)
{
    for (const auto &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(folder + u'/' + name);
        if (file.open(QFile::ReadOnly) && file.readAll().contains(text.toUtf8()))
            return true;
    }
    return false;
}

void TestUploadWords::goWithAnErasedBlob()
{
    QTemporaryDir folder;
    const auto words = u"收件人海燕，滨江花园6幢502"_s;
    BlobUploads uploads(folder.filePath(u"blobuploads.db"_s), 1000);
    for (const auto &user : {u"u-lin"_s, u"u-zhou"_s})
        QVERIFY(uploads.note({user}, {u"w/a"_s}, u"aa"_s, 9, {1000}));
    QVERIFY(uploads.note({u"u-lin"_s}, {u"w/a"_s}, u"bb"_s, 9, {1000}));
    QVERIFY(uploads.noteWords(u"aa"_s, words, {1000}));
    QVERIFY(uploads.noteWords(u"bb"_s, u"别的"_s, {1000}));
    QVERIFY(isAnywhereIn(folder.path(), words));
    uploads.forget(u"aa"_s);
    QVERIFY(!*uploads.wordsOf(u"aa"_s));
    QVERIFY(!uploads.isFrom({u"u-lin"_s}, {u"w/a"_s}, u"aa"_s));
    QVERIFY(!uploads.isFrom({u"u-zhou"_s}, {u"w/a"_s}, u"aa"_s));
    QVERIFY(!isAnywhereIn(folder.path(), words));
    QCOMPARE(**uploads.wordsOf(u"bb"_s), u"别的"_s);
    QVERIFY(uploads.isFrom({u"u-lin"_s}, {u"w/a"_s}, u"bb"_s));
}

QTEST_GUILESS_MAIN(TestUploadWords)
#include "tst_uploadwords.moc"
