// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/verify.h"
#include "models/domain/apply.h"
#include "tests/backend/ledger/ledgerkit.h"
#include "tests/models/common/seed.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

/** The child: appends as fast as it can and tells the head after each acknowledgement. */
int writeUntilKilled(const QString &folder)
{
    SqliteLedgerOptions options;
    options.folder = folder;
    options.walAutocheckpoint = 50;
    auto ledger = SqliteLedger::open(options);
    auto state = ledger ? (*ledger)->load() : std::unexpected(ledger.error());
    if (!state) {
        qWarning("%s", qPrintable(state.error().message));
        return 1;
    }
    Dice dice(static_cast<quint32>(::getpid()));
    for (qint64 head = state->positions.value(u"p0"_s);;) {
        const auto batch = messages(u"p0"_s, head, 1 + dice.below(8), 1 + dice.below(400));
        if (!(*ledger)->append(batch))
            return 2;
        head += batch.events.size();
        const QByteArray line = QByteArray::number(head) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) < 0)
            return 3;
        for (const Event &event : batch.events)
            apply(*state, event);
        if (dice.chance(5))
            std::ignore = (*ledger)->keepSnapshot(*state);
    }
}

} // namespace

/** kill -9 at any moment under load: nothing that was acknowledged is lost. */
class TestLedgerKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingAcknowledgedIsLost();

private:
    static qint64 runAndKill(const QString &folder, Dice &dice);
    static void check(const Scratch &scratch, qint64 acknowledged, bool thoroughly);
};

/** The last head that was told. */
qint64 TestLedgerKill::runAndKill(const QString &folder, Dice &dice)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--write"_s, folder});
    const qint64 bytes = 1 + dice.below(1500);
    QByteArray told;
    while (told.size() < bytes && child.waitForReadyRead(20000))
        told += child.readAllStandardOutput();
    // Not just after an acknowledgement: anywhere.
    QElapsedTimer spin;
    spin.start();
    const qint64 until = dice.below(3'000'000);
    while (spin.nsecsElapsed() < until) { }
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    child.waitForFinished();
    told += child.readAllStandardOutput();
    const auto lines = told.first(told.lastIndexOf('\n') + 1).trimmed().split('\n');
    return lines.last().toLongLong();
}

void TestLedgerKill::check(const Scratch &scratch, qint64 acknowledged, bool thoroughly)
{
    {
        const auto ledger = scratch.open();
        const qint64 head = ledger->head(u"p0"_s).value();
        QVERIFY2(head >= acknowledged, qPrintable(u"%1 of %2"_s.arg(head).arg(acknowledged)));
        QCOMPARE(ledger->cursor(u"onebot"_s).value().toLongLong(), head);
        QVERIFY(ledger->wasTakenIn({u"onebot/p0"_s, QString::number(head)}).value());
        QCOMPARE(ledger->load()->positions.value(u"p0"_s), head);
    }
    if (thoroughly) {
        const auto report = verifyLedger(scratch.files());
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    }
}

void TestLedgerKill::nothingAcknowledgedIsLost()
{
    constexpr int killsPerFolder = 25;
    const int kills = rounds(100, 500);
    Dice dice(seed());
    std::unique_ptr<Scratch> scratch;
    qint64 total = 0;
    for (int i = 0; i < kills; ++i) {
        if (i % killsPerFolder == 0)
            scratch = std::make_unique<Scratch>();
        const qint64 acknowledged = runAndKill(scratch->files().folder, dice);
        QVERIFY(acknowledged > 0);
        const bool last = i % killsPerFolder == killsPerFolder - 1;
        check(*scratch, acknowledged, last || i % 10 == 0);
        if (QTest::currentTestFailed())
            return;
        total += last ? acknowledged : 0;
    }
    qInfo("%d kills, %lld acknowledged events, none lost", kills, total);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && app.arguments().at(1) == "--write"_L1)
        return writeUntilKilled(app.arguments().at(2));
    TestLedgerKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ledger_kill.moc"
