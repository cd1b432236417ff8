// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ids.h"
#include "models/storage/database.h"
#include "models/storage/files.h"
#include "models/storage/transaction.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace quntai;
using namespace Qt::StringLiterals;

using Access = DatabaseOptions::Access;

class TestDatabase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void filesArePrivate();
    void isHardened();
    void valuesComeBack();
    void statementIsUsedAgain();
    void bindOutOfRangeIsAnError();
    void uncommittedIsRolledBack();
    void transactionsDoNotNest();
    void constraintIsConflict();
    void missingFileIsNamed();
    void garbageIsNamedAndKept();
    void busyIsNamed();
    void fullIsStorageFull();
    void readerSeesCommitsAndCannotWrite();
    void readerLeavesTheLogAlone();
    void copyIsConsistentAndPrivate();
    void damageIsFound();
    void fileThatWouldNotBeWrittenIsRefused();
    void exclusiveNeedsNoSharedMemory();

private:
    std::unique_ptr<Database> open(Access access = Access::CreateOrWrite);
    QString path() const { return m_dir->filePath(u"a.db"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestDatabase::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Database> TestDatabase::open(Access access)
{
    DatabaseOptions options;
    options.path = path();
    options.access = access;
    options.busyMs = 50;
    auto database = Database::open(options);
    if (!database) {
        qWarning() << database.error().message;
        return nullptr;
    }
    return std::move(*database);
}

void TestDatabase::filesArePrivate()
{
    auto database = open();
    QVERIFY(database->execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
    const auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QCOMPARE(QFile::permissions(path() + suffix), mode);
}

void TestDatabase::isHardened()
{
    auto database = open();
    QCOMPARE(database->number("PRAGMA synchronous").value(), 2);
    QCOMPARE(database->number("PRAGMA trusted_schema").value(), 0);
    QCOMPARE(database->number("PRAGMA cell_size_check").value(), 1);
    QCOMPARE(database->number("PRAGMA secure_delete").value(), 1);
    QCOMPARE(database->number("PRAGMA foreign_keys").value(), 1);
    QVERIFY(database->execute("CREATE TABLE t(a)"));
    QVERIFY(!database->execute("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=''"));
    QVERIFY(!database->execute("SELECT load_extension('x')"));
}

void TestDatabase::valuesComeBack()
{
    auto database = open();
    auto statement = database->prepare("SELECT ?,?,?,?,?,?,?,?,typeof(?6),typeof(?3),typeof(?9)");
    QVERIFY(statement);
    const QString text = u"退款\U0001F600"_s;
    statement->with(std::numeric_limits<qint64>::min(), 2.5, text, QByteArray("a\0b", 3),
                    nullptr, QByteArray(""), TopicId{u"t-1"_s}, Instant{77}, Utf8{});
    QVERIFY(statement->step().value());
    QCOMPARE(statement->number(0), std::numeric_limits<qint64>::min());
    QCOMPARE(statement->real(1), 2.5);
    QCOMPARE(statement->text(2), text);
    QCOMPARE(statement->bytes(2), text.toUtf8());
    QCOMPARE(statement->bytes(3), QByteArray("a\0b", 3));
    QVERIFY(statement->isNull(4));
    QVERIFY(statement->bytes(4).isNull());
    QVERIFY(!statement->bytes(5).isNull());
    QCOMPARE(statement->text(6), u"t-1"_s);
    QCOMPARE(statement->instant(7), Instant{77});
    QCOMPARE(statement->text(8), u"blob"_s);
    QCOMPARE(statement->text(9), u"text"_s);
    QCOMPARE(statement->text(10), u"text"_s);
}

void TestDatabase::statementIsUsedAgain()
{
    auto database = open();
    QVERIFY(database->execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT)"));
    auto insert = database->prepare("INSERT INTO t(b) VALUES(?)");
    for (int i = 0; i < 100; ++i) {
        QVERIFY(insert->with(QString::number(i)).run());
        QCOMPARE(database->lastInsertId(), i + 1);
        QCOMPARE(database->changes(), 1);
    }
    Statement moved = std::move(*insert);
    QVERIFY(moved.with(u"x"_s).run());
    QCOMPARE(database->number("SELECT count(*) FROM t").value(), 101);
    QCOMPARE(database->number("SELECT a FROM t WHERE b='none'").error().kind, ErrorKind::NotFound);
}

void TestDatabase::bindOutOfRangeIsAnError()
{
    auto database = open();
    auto statement = database->prepare("SELECT ?");
    QCOMPARE(statement->with(1, 2).run().error().kind, ErrorKind::Internal);
    QVERIFY(statement->with(1).run());
    QCOMPARE(database->prepare("SELEKT").error().kind, ErrorKind::Internal);
}

void TestDatabase::uncommittedIsRolledBack()
{
    auto database = open();
    QVERIFY(database->execute("CREATE TABLE t(a)"));
    {
        auto transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(database->execute("INSERT INTO t VALUES(1)"));
        QVERIFY(database->inTransaction());
    }
    QVERIFY(!database->inTransaction());
    QCOMPARE(database->number("SELECT count(*) FROM t").value(), 0);
    auto transaction = Transaction::begin(*database);
    QVERIFY(database->execute("INSERT INTO t VALUES(1)"));
    QVERIFY(transaction->commit());
    QCOMPARE(database->number("SELECT count(*) FROM t").value(), 1);
}

void TestDatabase::transactionsDoNotNest()
{
    auto database = open();
    auto outer = Transaction::begin(*database);
    QVERIFY(outer);
    QVERIFY(!Transaction::begin(*database));
    QVERIFY(database->inTransaction());
    QVERIFY(outer->commit());
}

void TestDatabase::constraintIsConflict()
{
    auto database = open();
    QVERIFY(database->execute("CREATE TABLE t(a UNIQUE); INSERT INTO t VALUES(1)"));
    QCOMPARE(database->execute("INSERT INTO t VALUES(1)").error().kind, ErrorKind::Conflict);
}

void TestDatabase::missingFileIsNamed()
{
    for (const Access access : {Access::ReadOnly, Access::ReadWrite}) {
        DatabaseOptions options;
        options.path = path();
        options.access = access;
        const auto database = Database::open(options);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, ErrorKind::Unavailable);
        QVERIFY(database.error().message.contains(path()));
        QVERIFY(!QFile::exists(path()));
    }
    DatabaseOptions options;
    options.path = m_dir->filePath(u"none/a.db"_s);
    QCOMPARE(Database::open(options).error().kind, ErrorKind::Unavailable);
}

void TestDatabase::garbageIsNamedAndKept()
{
    QFile file(path());
    const QByteArray garbage = QByteArray("not a database ").repeated(1000);
    QVERIFY(file.open(QFile::WriteOnly) && file.write(garbage) == garbage.size());
    file.close();
    DatabaseOptions options;
    options.path = path();
    options.adviceWhenDamaged = u"Restore it with this."_s;
    const auto database = Database::open(options);
    QCOMPARE(database.error().kind, ErrorKind::Unavailable);
    QVERIFY(database.error().message.contains(path()));
    QVERIFY(database.error().message.contains(options.adviceWhenDamaged));
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), garbage);
}

void TestDatabase::busyIsNamed()
{
    auto first = open();
    QVERIFY(first->execute("CREATE TABLE t(a)"));
    auto second = open(Access::ReadWrite);
    auto transaction = Transaction::begin(*first);
    const auto refused = Transaction::begin(*second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
    QVERIFY(refused.error().message.contains(u"in use"_s));
}

void TestDatabase::fullIsStorageFull()
{
    auto database = open();
    QVERIFY(database->execute("CREATE TABLE t(a); PRAGMA max_page_count=20"));
    auto insert = database->prepare("INSERT INTO t VALUES(zeroblob(10000))");
    qint64 kept = 0;
    Result<> result;
    while ((result = insert->run()))
        ++kept;
    QCOMPARE(result.error().kind, ErrorKind::StorageFull);
    QVERIFY(result.error().message.contains(path()));
    QVERIFY(kept > 2);
    QCOMPARE(database->number("SELECT count(*) FROM t").value(), kept);
    QVERIFY(database->execute("PRAGMA max_page_count=1000"));
    QVERIFY(insert->run());
}

void TestDatabase::readerSeesCommitsAndCannotWrite()
{
    auto writer = open();
    QVERIFY(writer->execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
    auto reader = open(Access::ReadOnly);
    QCOMPARE(reader->number("SELECT count(*) FROM t").value(), 1);
    QVERIFY(writer->execute("INSERT INTO t VALUES(2)"));
    QCOMPARE(reader->number("SELECT count(*) FROM t").value(), 2);
    QVERIFY(!reader->execute("INSERT INTO t VALUES(3)"));
    QCOMPARE(writer->number("SELECT count(*) FROM t").value(), 2);
}

void TestDatabase::readerLeavesTheLogAlone()
{
    auto writer = open();
    QVERIFY(writer->execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
    // As after a kill: a log that nobody has moved into the file.
    const QString copy = m_dir->filePath(u"b.db"_s);
    QVERIFY(QFile::copy(path(), copy));
    QVERIFY(QFile::copy(path() + u"-wal"_s, copy + u"-wal"_s));
    const qint64 size = QFileInfo(copy + u"-wal"_s).size();
    QVERIFY(size > 0);
    {
        DatabaseOptions options;
        options.path = copy;
        options.access = Access::ReadOnly;
        auto reader = Database::open(options);
        QVERIFY(reader);
        QCOMPARE((*reader)->number("SELECT count(*) FROM t").value(), 1);
        (void)(*reader)->checkpoint(true);
    }
    QCOMPARE(QFileInfo(copy + u"-wal"_s).size(), size);
}

void TestDatabase::copyIsConsistentAndPrivate()
{
    auto database = open();
    QVERIFY(database->execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
    const QString copy = m_dir->filePath(u"copy.db"_s);
    QVERIFY(database->copyTo(copy));
    QVERIFY(database->execute("INSERT INTO t VALUES(2)"));
    QCOMPARE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions{});
    QVERIFY(!QFile::exists(copy + u".part"_s));
    QCOMPARE(database->copyTo(copy).error().kind, ErrorKind::Conflict);
    DatabaseOptions options;
    options.path = copy;
    auto second = Database::open(options);
    QVERIFY(second);
    QCOMPARE((*second)->number("SELECT count(*) FROM t").value(), 1);
    QVERIFY((*second)->quickCheck());
    QVERIFY(!database->copyTo(u"/nonexistent/x.db"_s));
}

void TestDatabase::damageIsFound()
{
    {
        auto database = open();
        QVERIFY(database->execute("CREATE TABLE t(a); INSERT INTO t VALUES(zeroblob(100000))"));
        QVERIFY(database->execute("CREATE INDEX i ON t(a)"));
        QVERIFY(database->quickCheck());
    }
    QFile file(path());
    QVERIFY(file.open(QFile::ReadWrite) && file.seek(4096));
    file.write(QByteArray(4096, '\xff'));
    file.close();
    auto database = open();
    QVERIFY(database);
    const auto checked = database->quickCheck();
    QCOMPARE(checked.error().kind, ErrorKind::Unavailable);
    QVERIFY(checked.error().message.contains(u"damaged"_s));
}

void TestDatabase::fileThatWouldNotBeWrittenIsRefused()
{
    open().reset();
    QFile file(path());
    QVERIFY(file.open(QFile::ReadWrite) && file.seek(18));
    QCOMPARE(file.write("\x5b", 1), 1);
    file.close();
    DatabaseOptions options;
    options.path = path();
    const auto refused = Database::open(options);
    QVERIFY(!refused);
    QVERIFY(isDamage(refused.error()));
    QVERIFY2(refused.error().message.contains(path()), qPrintable(refused.error().message));
}

void TestDatabase::exclusiveNeedsNoSharedMemory()
{
    DatabaseOptions options;
    options.path = path();
    options.exclusive = true;
    auto database = Database::open(options);
    QVERIFY(database);
    QVERIFY((*database)->execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
    QVERIFY(QFile::exists(path() + u"-wal"_s));
    QVERIFY(!QFile::exists(path() + u"-shm"_s));
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
