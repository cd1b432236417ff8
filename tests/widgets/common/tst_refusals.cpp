// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/words/refusals.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

/** What a person reads of pictures and files that did not go. */
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesThatDidNotGo_data();
    void filesThatDidNotGo();
};

void TestRefusals::filesThatDidNotGo_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("says");
    const auto unbrought = [](const QString &cause) {
        return Error{ErrorKind::Internal, u"not for people"_s,
                     {{u"field"_s, u"attachments"_s}, {u"cause"_s, cause}}};
    };
    QTest::newRow("no line") << unbrought(u"unavailable"_s) << u"look at the network"_s;
    QTest::newRow("disk full") << unbrought(u"storage_full"_s) << u"tell an administrator"_s;
    QTest::newRow("too many wait") << unbrought(u"rate_limited"_s) << u"in ten minutes"_s;
    QTest::newRow("not read in time") << unbrought(u"unread"_s) << u"could not be checked"_s;
    QTest::newRow("not read") << Error{ErrorKind::Policy, u"not for people"_s,
                                       {{u"rule"_s, u"picture_unread"_s}, {u"name"_s, u"a.png"_s}}}
                              << u"could not be checked"_s;
    QTest::newRow("not here") << Error{ErrorKind::NotFound, u"not for people"_s,
                                       {{u"field"_s, u"attachments"_s}}}
                              << u"Attach it again"_s;
}

void TestRefusals::filesThatDidNotGo()
{
    QFETCH(Error, error);
    QFETCH(QString, says);
    const auto text = refusalText(error);
    QVERIFY2(text.contains(says), qPrintable(text));
    QVERIFY2(!text.contains(u"not for people"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
