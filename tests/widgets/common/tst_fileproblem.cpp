// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/words/fileproblem.h"

#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace quntai;
using namespace Qt::StringLiterals;

/** Why a file could not be read or written, in words for a person. */
class TestFileProblem : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString at(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void readingWhatIsNotThere()
    {
        QFile file(at(u"none.csv"_s));
        QVERIFY(!file.open(QIODevice::ReadOnly));
        QCOMPARE(fileProblem(file), u"There is no such file."_s);
    }

    void readingAFolder()
    {
        QFile file(m_folder.path());
        QVERIFY(!file.open(QIODevice::ReadOnly));
        QCOMPARE(fileProblem(file), u"This is a folder, not a file."_s);
    }

    void savingWhereNoFolderIs()
    {
        QSaveFile file(at(u"gone/sheet.md"_s));
        QVERIFY(!file.open(QIODevice::WriteOnly));
        QCOMPARE(fileProblem(file), u"The folder is not there any more."_s);
    }

    void withoutTheRight()
    {
        if (geteuid() == 0)
            QSKIP("root may read and write everything");
        QFile file(at(u"closed.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(file.setPermissions({}));
        QVERIFY(!file.open(QIODevice::ReadOnly));
        QCOMPARE(fileProblem(file), u"You have no right to it."_s);
    }

    void savingOnAFullDisk()
    {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("there is no /dev/full here");
        QFile file(u"/dev/full"_s);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        QVERIFY(file.write("x") < 0);
        QCOMPARE(fileProblem(file), u"The disk is full."_s);
    }
};

QTEST_GUILESS_MAIN(TestFileProblem)
#include "tst_fileproblem.moc"
