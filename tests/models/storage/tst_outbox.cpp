// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/draftstore.h"
#include "models/storage/outboxstore.h"
#include "models/storage/sealedrecord.h"
#include "models/storage/storethread.h"
#include "tests/models/common/seed.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

KeptCommand kept(int number)
{
    SendMessage send;
    send.topic = {u"t-1"_s};
    send.text = u"第 %1 条，马上补发"_s.arg(number);
    return {{{u"c-%1"_s.arg(number)}, send}, {1'764'000'000'000 + number}, std::nullopt};
}

std::unique_ptr<OutboxStore> opened(const QString &path)
{
    auto store = OutboxStore::open(path);
    if (!store)
        qWarning("%s", qPrintable(store.error().message));
    return store ? std::move(*store) : nullptr;
}

QList<int> numbersIn(OutboxStore &store)
{
    QList<int> numbers;
    for (const auto &one : store.all().value_or(QList<KeptCommand>{}))
        numbers.append(one.command.id.value.mid(2).toInt());
    return numbers;
}

void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::ReadWrite));
    file.seek(at);
    file.write(bytes);
}

/** A console that keeps texts and says on the pipe when its composer may be cleared; every third
 * one is answered and removed, which it says, too. Ends only when it is killed. */
[[noreturn]] void writeForEver(const QString &path, int pipe)
{
    auto store = OutboxStore::open(path);
    if (!store)
        _exit(2);
    const auto say = [pipe](char what, int number) {
        const auto line = QByteArray(1, what) + QByteArray::number(number) + '\n';
        if (write(pipe, line.constData(), static_cast<size_t>(line.size())) < 0)
            _exit(3);
    };
    for (int number = 1;; ++number) {
        if (!(*store)->put(kept(number)))
            _exit(4);
        say('+', number);
        if (number % 3 != 0)
            continue;
        say('?', number);
        if (!(*store)->remove({u"c-%1"_s.arg(number)}))
            _exit(5);
        say('-', number);
    }
}

/** What a killed console had said. */
struct Said
{
    QSet<int> cleared;
    QSet<int> removing;
    QSet<int> removed;
};

Said parse(const QByteArray &lines)
{
    Said said;
    for (const auto &line : lines.split('\n')) {
        const auto number = line.mid(1).toInt();
        if (line.startsWith('+'))
            said.cleared.insert(number);
        else if (line.startsWith('?'))
            said.removing.insert(number);
        else if (line.startsWith('-'))
            said.removed.insert(number);
    }
    return said;
}

/** Kills it a moment after it has said so many lines; whatever it does then, it does half. */
Said runAndKill(const QString &path, int lines, int thenUs)
{
    int ends[2];
    if (pipe(ends) != 0)
        return {};
    const auto child = fork();
    if (child == 0) {
        close(ends[0]);
        writeForEver(path, ends[1]);
    }
    close(ends[1]);
    QByteArray all;
    char buffer[4096];
    const auto more = [&] {
        const auto n = read(ends[0], buffer, sizeof buffer);
        all.append(buffer, std::max<ssize_t>(0, n));
        return n > 0;
    };
    while (all.count('\n') < lines && more()) { }
    usleep(static_cast<useconds_t>(thenUs));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    while (more()) { }
    close(ends[0]);
    return parse(all);
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void keepsOrderAndReasons();
    void clearedTextSurvivesAKill();
    void draftsSurviveAKill();
    void oneFlippedBitIsFound();
    void wrongChecksumIsFoundAndTheRestKept();
    void lostTablesAreReadFromTheBytes();
    void anyDamageLosesNoUntouchedRecord();
    void newerFileIsLeftAlone();
    void threadAnswersAfterTheCommit();
    void badJobDoesNotSinkTheOthers();
    void damageWhileRunningIsSalvaged();

private:
    QString path() const { return m_dir->filePath(u"outbox.db"_s); }
    void fill(int count);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestOutbox::fill(int count)
{
    const auto store = opened(path());
    QVERIFY(store);
    for (int i = 1; i <= count; ++i)
        QVERIFY(store->put(kept(i)));
    QVERIFY(DraftStore(store->database()).put({u"t-7"_s}, u"写到一半"_s, {5}));
}

void TestOutbox::keepsOrderAndReasons()
{
    fill(3);
    const auto store = opened(path());
    auto refused = kept(2);
    refused.refused = Error{ErrorKind::Stale, u"2 newer messages"_s, {{u"since"_s, 4}}};
    refused.notBefore = {refused.at.ms + 3000};
    QVERIFY(store->update(refused));
    QVERIFY(store->replace({u"c-1"_s}, kept(9)));
    QCOMPARE(numbersIn(*store), (QList<int>{9, 2, 3}));
    QCOMPARE(store->all()->at(1), refused);
    QVERIFY(store->remove({u"c-9"_s}));
    QCOMPARE(numbersIn(*store), (QList<int>{2, 3}));
    QVERIFY2(!store->put(kept(3)), "one id stands once");
}

void TestOutbox::clearedTextSurvivesAKill()
{
    Dice dice(seed());
    const auto kills = rounds(30, 1000);
    int cleared = 0;
    for (int i = 0; i < kills; ++i) {
        init();
        const auto said = runAndKill(path(), 1 + dice.below(30), dice.below(9000));
        const auto store = opened(path());
        QVERIFY(store);
        const auto numbers = numbersIn(*store);
        const QSet<int> there(numbers.cbegin(), numbers.cend());
        QCOMPARE(there.size(), numbers.size());
        for (const auto number : said.cleared)
            QVERIFY2(there.contains(number) || said.removing.contains(number),
                     qPrintable(u"text %1 is lost"_s.arg(number)));
        for (const auto number : said.removed)
            QVERIFY2(!there.contains(number), "an answered text came back");
        QVERIFY(store->salvage().movedTo.isEmpty());
        cleared += static_cast<int>(said.cleared.size());
    }
    QVERIFY2(cleared >= kills, "too few texts were written to prove anything");
}

void TestOutbox::draftsSurviveAKill()
{
    const auto child = fork();
    if (child == 0) {
        auto store = OutboxStore::open(path());
        const bool done = store
            && DraftStore((*store)->database()).put({u"t-1"_s}, u"写到一半"_s, {1});
        raise(done ? SIGKILL : SIGTERM);
        _exit(1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    QCOMPARE(WTERMSIG(status), SIGKILL);
    const auto store = opened(path());
    DraftStore drafts(store->database());
    QCOMPARE(drafts.all()->value({u"t-1"_s}), u"写到一半"_s);
    QVERIFY(drafts.put({u"t-1"_s}, {}, {2}));
    QVERIFY(drafts.all()->isEmpty());
}

void TestOutbox::oneFlippedBitIsFound()
{
    const auto sealed = seal({{u"kind"_s, u"draft"_s}, {u"text"_s, u"好"_s}});
    QVERIFY(unseal(sealed));
    for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
        auto broken = sealed;
        broken[bit / 8] = static_cast<char>(broken.at(bit / 8) ^ (1 << (bit % 8)));
        QVERIFY2(!unseal(broken), qPrintable(QString::number(bit)));
    }
    QVERIFY(!unseal(sealed.chopped(1)));
    QVERIFY(!unseal(sealed + '\0'));
    QCOMPARE(findSealed("rubbish QTR1 " + sealed + "QTR1" + sealed + "x").size(), 2);
}

void TestOutbox::wrongChecksumIsFoundAndTheRestKept()
{
    fill(5);
    {
        const auto store = opened(path());
        QVERIFY(store->database().execute(
            "UPDATE outbox SET record = replace(record, '第 3 条', '第 4 条') WHERE id = 'c-3'"));
    }
    const auto store = opened(path());
    QVERIFY(store);
    QVERIFY(QFile::exists(store->salvage().movedTo));
    QVERIFY(store->salvage().movedTo.contains(u".damaged-"_s));
    QCOMPARE(store->salvage().kept, 4);
    QCOMPARE(store->salvage().unreadable, 1);
    QCOMPARE(numbersIn(*store).first(2), (QList<int>{1, 2}));
    QCOMPARE(DraftStore(store->database()).all()->value({u"t-7"_s}), u"写到一半"_s);
}

void TestOutbox::lostTablesAreReadFromTheBytes()
{
    fill(4);
    overwrite(path(), 0, QByteArray(4096, 'x'));
    const auto store = opened(path());
    QVERIFY(store);
    QCOMPARE(store->salvage().kept, 0);
    QCOMPARE(store->salvage().doubtful, 4);
    const auto all = store->all();
    QCOMPARE(all->size(), 4);
    for (const auto &one : *all)
        QVERIFY2(one.refused, "a text that may have been sent is never sent by itself");
    QCOMPARE(DraftStore(store->database()).all()->value({u"t-7"_s}), u"写到一半"_s);
}

void TestOutbox::anyDamageLosesNoUntouchedRecord()
{
    Dice dice(seed());
    const auto times = rounds(60, 1000);
    for (int i = 0; i < times; ++i) {
        init();
        fill(6);
        QFile file(path());
        QVERIFY(file.open(QFile::ReadWrite));
        const auto at = dice.below(static_cast<int>(file.size()) / 4096) * 4096;
        file.seek(at);
        auto page = file.read(4096);
        for (int flips = 0; flips < 8; ++flips)
            page[dice.below(4096)] ^= static_cast<char>(1 << dice.below(8));
        file.seek(at);
        file.write(page);
        file.seek(0);
        QSet<QString> untouched;
        for (const auto &record : findSealed(file.readAll()))
            untouched.insert(record.value("params"_L1).toObject().value("text"_L1).toString());
        file.close();
        const auto store = opened(path());
        QVERIFY(store);
        QSet<QString> there;
        const auto all = store->all();
        for (const auto &one : *all)
            there.insert(std::get<SendMessage>(one.command.data).text);
        untouched.remove({});
        QVERIFY2(there.contains(untouched), qPrintable(u"page at %1"_s.arg(at)));
    }
}

void TestOutbox::newerFileIsLeftAlone()
{
    fill(1);
    {
        const auto store = opened(path());
        QVERIFY(store->database().execute("PRAGMA user_version=99"));
    }
    const auto store = OutboxStore::open(path());
    QVERIFY(!store);
    QVERIFY(store.error().message.contains(u"newer version"_s));
    QCOMPARE(QDir(m_dir->path()).entryList({u"*damaged*"_s}).size(), 0);
}

void TestOutbox::threadAnswersAfterTheCommit()
{
    int answers = 0;
    {
        StoreThread<OutboxStore> thread([this](bool damaged) {
            return OutboxStore::open(path(), damaged);
        });
        for (int i = 1; i <= 50; ++i)
            thread.post([i](OutboxStore &store) { return store.put(kept(i)); }, this,
                        [&](const Result<> &result) { answers += result ? 1 : 0; });
        QTRY_COMPARE(answers, 50);
        thread.post([](OutboxStore &store) { return store.put(kept(51)); });
    }
    QCOMPARE(numbersIn(*opened(path())).size(), 51);
}

void TestOutbox::badJobDoesNotSinkTheOthers()
{
    QList<bool> answers;
    StoreThread<OutboxStore> thread([this](bool damaged) {
        return OutboxStore::open(path(), damaged);
    });
    for (const auto number : {1, 2, 2, 3})
        thread.post([number](OutboxStore &store) { return store.put(kept(number)); }, this,
                    [&](const Result<> &result) { answers.append(result.has_value()); });
    QTRY_COMPARE(answers, (QList<bool>{true, true, false, true}));
}

void TestOutbox::damageWhileRunningIsSalvaged()
{
    QList<bool> answers;
    StoreThread<OutboxStore> thread([this](bool damaged) {
        return OutboxStore::open(path(), damaged);
    });
    const auto note = [&](const Result<> &result) { answers.append(result.has_value()); };
    thread.post([](OutboxStore &store) { return store.put(kept(1)); }, this, note);
    QTRY_COMPARE(answers.size(), 1);
    thread.post([](OutboxStore &store) -> Result<> {
        if (!store.salvage().movedTo.isEmpty())
            return store.put(kept(2));
        return failure(ErrorKind::Unavailable, u"disk image is malformed"_s,
                       {{u"damaged"_s, true}});
    }, this, note);
    QTRY_COMPARE(answers, (QList<bool>{true, true}));
    QList<int> numbers;
    thread.post([&](OutboxStore &store) -> Result<> {
        numbers = numbersIn(store);
        return {};
    }, this, note);
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(numbers, (QList<int>{1, 2}));
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
