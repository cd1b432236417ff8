// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/database.h"
#include "models/storage/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const QByteArray first = "CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT);"
                         "INSERT INTO t VALUES(1,'one'),(2,'two'),(3,'three');";
const QByteArray second = "ALTER TABLE t ADD COLUMN c TEXT;"
                          "UPDATE t SET c=b||'!';"
                          "CREATE TABLE u(x TEXT NOT NULL) STRICT;"
                          "INSERT INTO u SELECT c FROM t;"
                          "CREATE INDEX u_x ON u(x);";
const QByteArray third = "DROP TABLE t; ALTER TABLE u RENAME TO v;";

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void makesANewFile();
    void upgradesAndKeepsACopy();
    void runsEachOnce();
    void newerFileIsRefused();
    void damagedVersionIsNamed();
    void brokenScriptChangesNothing();
    void scriptMayNotEndItsTransaction();
    void orderHasNoHoles();
    void copyFailsNothingChanges();
    void failureAtEveryStep();
    void killAtEveryStatement();
    void killWithoutTransactionIsFound();

private:
    using Step = std::function<void(Database &)>;

    void script(int number, const QByteArray &sql);
    std::unique_ptr<Database> open();
    QByteArray shapeOf(Database &database);
    QByteArray shapeAt(int version);
    void freshAt(int version);
    bool killedAt(int statement, const Step &step);
    int killsUntilDone(const Step &step, const QList<QByteArray> &allowed, int *between);

    QString path() const { return m_dir->filePath(u"a.db"_s); }
    QString scripts() const { return m_dir->filePath(u"sql"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestMigrations::init()
{
    // In memory when it can be: hundreds of copies are made, and fsync is not what is tested.
    const QString memory = u"/dev/shm"_s;
    m_dir = std::make_unique<QTemporaryDir>(
        (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/quntai-XXXXXX"_s);
    QVERIFY(QDir().mkpath(scripts()));
}

void TestMigrations::script(int number, const QByteArray &sql)
{
    QFile file(scripts() + u"/%1_step.sql"_s.arg(number, 3, 10, QChar(u'0')));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(sql);
}

std::unique_ptr<Database> TestMigrations::open()
{
    DatabaseOptions options;
    options.path = path();
    auto database = Database::open(options);
    if (!database)
        qFatal("%s", qPrintable(database.error().message));
    return std::move(*database);
}

/** Schema, version and data in one text. */
QByteArray TestMigrations::shapeOf(Database &database)
{
    QByteArray shape = QByteArray::number(database.number("PRAGMA user_version").value()) + '\n';
    auto schema = database.prepare("SELECT name,sql FROM sqlite_schema ORDER BY name");
    QStringList tables;
    while (schema->step().value()) {
        shape += schema->bytes(1) + '\n';
        if (schema->bytes(1).startsWith("CREATE TABLE"))
            tables << schema->text(0);
    }
    for (const QString &table : tables) {
        auto rows = database.prepare("SELECT * FROM " + table.toUtf8());
        while (rows->step().value())
            shape += rows->bytes(0) + '|';
    }
    return shape;
}

/** A file at a version, made anew. */
void TestMigrations::freshAt(int version)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path() + suffix);
    auto database = open();
    const QList<QByteArray> all{first, second, third};
    for (int i = 0; i < version; ++i) {
        QVERIFY(database->execute(all[i]));
        QVERIFY(database->execute("PRAGMA user_version=" + QByteArray::number(i + 1)));
    }
}

QByteArray TestMigrations::shapeAt(int version)
{
    freshAt(version);
    return shapeOf(*open());
}

void TestMigrations::makesANewFile()
{
    const auto expected = shapeAt(2);
    QFile::remove(path());
    script(1, first);
    script(2, second);
    auto database = open();
    QVERIFY(migrate(*database, scripts()));
    QCOMPARE(shapeOf(*database), expected);
    QCOMPARE(QDir(m_dir->path()).entryList({u"*.backup"_s}).size(), 0);
}

void TestMigrations::upgradesAndKeepsACopy()
{
    const auto expected = shapeAt(3);
    const auto old = shapeAt(1);
    script(1, first);
    script(2, second);
    script(3, third);
    auto database = open();
    QVERIFY(migrate(*database, scripts()));
    QCOMPARE(shapeOf(*database), expected);
    DatabaseOptions options;
    options.path = path() + u".schema-1.backup"_s;
    auto copy = Database::open(options);
    QVERIFY(copy);
    QCOMPARE(shapeOf(**copy), old);
}

void TestMigrations::runsEachOnce()
{
    script(1, first);
    auto database = open();
    QVERIFY(migrate(*database, scripts()));
    QVERIFY(migrate(*database, scripts()));
    QCOMPARE(database->number("SELECT count(*) FROM t").value(), 3);
}

void TestMigrations::newerFileIsRefused()
{
    const auto shape = shapeAt(3);
    script(1, first);
    script(2, second);
    auto database = open();
    const auto result = migrate(*database, scripts());
    QCOMPARE(result.error().kind, ErrorKind::Unavailable);
    QVERIFY(result.error().message.contains(path()));
    QVERIFY(result.error().message.contains(u"newer"_s));
    QCOMPARE(shapeOf(*database), shape);
}

void TestMigrations::damagedVersionIsNamed()
{
    script(1, first);
    auto database = open();
    QVERIFY(database->execute("PRAGMA user_version=-5"));
    const auto result = migrate(*database, scripts());
    QCOMPARE(result.error().kind, ErrorKind::Unavailable);
    QVERIFY(result.error().message.contains(u"damaged"_s));
}

void TestMigrations::brokenScriptChangesNothing()
{
    const auto shape = shapeAt(1);
    script(1, first);
    script(2, second + "CREATE TABLE broken(;");
    auto database = open();
    QVERIFY(!migrate(*database, scripts()));
    QCOMPARE(shapeOf(*database), shape);
    script(2, second);
    QVERIFY(migrate(*database, scripts()));
}

void TestMigrations::scriptMayNotEndItsTransaction()
{
    script(1, first + "COMMIT;");
    auto database = open();
    QCOMPARE(migrate(*database, scripts()).error().kind, ErrorKind::Internal);
}

void TestMigrations::orderHasNoHoles()
{
    auto database = open();
    QVERIFY(!migrate(*database, scripts()));
    script(1, first);
    script(3, third);
    QVERIFY(!migrate(*database, scripts()));
    QCOMPARE(database->number("PRAGMA user_version").value(), 0);
}

void TestMigrations::copyFailsNothingChanges()
{
    const auto shape = shapeAt(1);
    script(1, first);
    script(2, second);
    QVERIFY(QDir().mkpath(path() + u".schema-1.backup.new/x"_s));  // in the copy's way
    auto database = open();
    QVERIFY(!migrate(*database, scripts()));
    QCOMPARE(shapeOf(*database), shape);
}

/** Each action SQLite takes on the way is refused once. */
void TestMigrations::failureAtEveryStep()
{
    const auto old = shapeAt(1);
    const auto upgraded = shapeAt(2);
    script(1, first);
    script(2, second);
    struct Countdown
    {
        int left;
    };
    freshAt(1);
    auto database = open();
    int failures = 0;
    for (int step = 1;; ++step) {
        Countdown countdown{step};
        sqlite3_set_authorizer(
            database->handle(),
            [](void *left, int, const char *, const char *, const char *, const char *) {
                return --static_cast<Countdown *>(left)->left == 0 ? SQLITE_DENY : SQLITE_OK;
            },
            &countdown);
        const auto result = migrate(*database, scripts());
        sqlite3_set_authorizer(database->handle(), nullptr, nullptr);
        if (countdown.left > 0) {
            QVERIFY(result);
            break;
        }
        if (result) {  // it could do without that action
            QCOMPARE(shapeOf(*database), upgraded);
            database.reset();
            freshAt(1);
            database = open();
            continue;
        }
        ++failures;
        QVERIFY(!database->inTransaction());
        QCOMPARE(shapeOf(*database), old);
    }
    qInfo("%d failures", failures);
    QVERIFY(failures > 20);
    QCOMPARE(shapeOf(*database), upgraded);
}

/** In a child that dies when the n-th statement begins; true when it died there. */
bool TestMigrations::killedAt(int statement, const Step &step)
{
    const pid_t child = ::fork();
    if (child == 0) {
        static int left;
        left = statement;
        auto database = open();
        sqlite3_trace_v2(
            database->handle(), SQLITE_TRACE_STMT,
            [](unsigned, void *, void *, void *) -> int {
                if (--left == 0)
                    ::_exit(9);
                return 0;
            },
            nullptr);
        step(*database);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 9;
}

/** Kills at the first, second, … statement of the step until it is through. */
int TestMigrations::killsUntilDone(const Step &step, const QList<QByteArray> &allowed, int *between)
{
    *between = 0;
    for (int statement = 1;; ++statement) {
        freshAt(1);
        const bool killed = killedAt(statement, step);
        if (!allowed.contains(shapeOf(*open())))
            ++*between;
        if (!killed)
            return statement - 1;
    }
}

void TestMigrations::killAtEveryStatement()
{
    const QList<QByteArray> allowed{shapeAt(1), shapeAt(2), shapeAt(3)};
    script(1, first);
    script(2, second);
    script(3, third);
    const QString where = scripts();
    int between = 0;
    const int kills = killsUntilDone(
        [&](Database &database) { std::ignore = migrate(database, where); }, allowed, &between);
    QVERIFY(kills > 12);
    QCOMPARE(between, 0);
    QCOMPARE(shapeOf(*open()), allowed[2]);

    freshAt(1);
    QVERIFY(killedAt(12, [&](Database &database) { std::ignore = migrate(database, where); }));
    auto database = open();
    QVERIFY(migrate(*database, where));
    QCOMPARE(shapeOf(*database), allowed[2]);
}

/** The control: the same kills find a migration that is not one transaction. */
void TestMigrations::killWithoutTransactionIsFound()
{
    const QList<QByteArray> allowed{shapeAt(1), shapeAt(2)};
    int between = 0;
    killsUntilDone(
        [&](Database &database) { std::ignore = database.execute(second + "PRAGMA user_version=2"); },
        allowed, &between);
    QVERIFY(between >= 5);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
