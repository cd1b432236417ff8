// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/valuecodec.h"
#include "models/transfer/csv.h"
#include "models/transfer/entryfile.h"
#include "tests/models/common/seed.h"

#include <QStringEncoder>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

using Change = ImportRow::Change;

QString randomText(Dice &dice, int longest, bool lines)
{
    static const QString alphabet
        = u"退款多久到账{}%ab,;\"'=+-@＝＋\t 0123 \U0002070E€。"_s;
    const auto codes = alphabet.toUcs4();
    QString text;
    const int length = 1 + dice.below(longest);
    for (int i = 0; i < length; ++i) {
        const char32_t code = codes.at(dice.below(int(codes.size())));
        text += QString::fromUcs4(&code, 1);
        if (lines && dice.chance(5))
            text += dice.chance(50) ? u"\n"_s : u"\r\n"_s;
    }
    return text;
}

QList<Entry> randomEntries(Dice &dice, int count)
{
    QList<Entry> entries;
    for (int i = 0; i < count; ++i) {
        Entry entry;
        entry.id.value = u"k-%1"_s.arg(i);
        entry.version = 1 + dice.below(9);
        entry.state = dice.chance(70) ? EntryState::Live : EntryState::Retired;
        entry.risk = dice.chance(20) ? Risk::High : Risk::Low;
        entry.category = randomText(dice, 8, false).trimmed();
        entry.question = u"问"_s + randomText(dice, 20, false) + QString::number(i);
        entry.answer = u"答"_s + randomText(dice, 60, true);
        if (dice.chance(50))
            entry.answer.remove(0, 1), entry.answer += u'。';
        for (int s = dice.below(4); s > 0; --s)
            entry.similar.append(randomText(dice, 12, false) + u"吗"_s);
        if (dice.chance(40))
            entry.tags = {u"退款"_s, u"=1+1"_s};
        if (dice.chance(30))
            entry.rules = {{RuleKind::Exact, u"8001"_s}, {RuleKind::Contains, u"包含: 退款"_s},
                           {RuleKind::Regex, u"(?:ab)? x{2}, \\d"_s}};
        if (dice.chance(30))
            entry.slots_ = {{u"配送日"_s, u"哪天？=1+1"_s, SlotKind::Date, {}},
                            {u"颜色"_s, {}, SlotKind::Choice, {u"白"_s, u"米 白"_s}}};
        if (dice.chance(30))
            entry.steps = {u"=查订单"_s, u"给方案: 退/换"_s};
        if (dice.chance(30)) {
            entry.act = dice.chance(50) ? LookupKind::Order : LookupKind::Ticket;
            entry.fallback = u"=暂时查不到"_s;
        }
        entries.append(entry);
    }
    return entries;
}

QHash<EntryId, Entry> tableOf(const QList<Entry> &entries)
{
    QHash<EntryId, Entry> table;
    for (const auto &entry : entries)
        table.insert(entry.id, entry);
    return table;
}

ImportPlan planOf(const QByteArray &bytes, const QList<Entry> &there, bool asDrafts = false)
{
    return planImport(readEntries(bytes, EntryFormat::Csv), tableOf(there), {}, asDrafts);
}

Entry entryOf(const QString &id, const QString &question, const QString &answer, int version = 1)
{
    Entry entry;
    entry.id.value = id;
    entry.version = version;
    entry.question = question;
    entry.answer = answer;
    return entry;
}

} // namespace

class TestEntryFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain();
    void cellsAreHarmlessAndComeBack();
    void readsWhatSpreadsheetsWrite();
    void chineseHeadersAndCoding();
    void hostileFiles_data();
    void hostileFiles();
    void anyBytesAreSurvived();
    void badRowsAreNamed();
    void badRulesAreNamed();
    void planTellsWhatWouldHappen();
    void nothingNewerIsOverwritten();
    void jsonLinesMayBeIncomplete();
    void commandsFitIntoMessages();
};

void TestEntryFile::whatIsWrittenIsReadAgain()
{
    Dice dice(seed());
    for (int round = 0; round < rounds(40, 2000); ++round) {
        const auto entries = randomEntries(dice, 1 + dice.below(20));
        const auto format = dice.chance(70) ? EntryFormat::Csv : EntryFormat::JsonLines;
        const auto coding = dice.chance(50) ? TextCoding::Utf8 : TextCoding::Gb18030;
        const auto words = dice.chance(50) ? FileWords::English : FileWords::Chinese;
        const auto file = readEntries(writeEntries(entries, format, coding, words), format);
        QCOMPARE(file.fault, ImportFault::None);
        QCOMPARE(file.rows.size(), entries.size());
        for (qsizetype i = 0; i < entries.size(); ++i) {
            QCOMPARE(file.rows.at(i).fault, ImportFault::None);
            QCOMPARE(file.rows.at(i).entry, entries.at(i));
        }
        const auto plan = planImport(file, tableOf(entries), {}, dice.chance(50));
        QCOMPARE(plan.count(Change::Unchanged), entries.size());
        QVERIFY(importCommands(plan).isEmpty());
    }
}

void TestEntryFile::cellsAreHarmlessAndComeBack()
{
    for (const auto &cell : {u"=cmd|' /C calc'!A0"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"\t=1"_s,
                             u"\r=1"_s, u"＝1"_s, u"'=1"_s, u"''"_s, u"'"_s}) {
        const auto safe = safeCell(cell);
        QVERIFY2(safe.startsWith(u'\''), qPrintable(cell));
        QCOMPARE(plainCell(safe), cell);
    }
    for (const auto &cell : {u"退款"_s, u""_s, u"1-2"_s, u"{{称呼}}您好"_s}) {
        QCOMPARE(safeCell(cell), cell);
        QCOMPARE(plainCell(cell), cell);
    }
    QCOMPARE(plainCell(u"'tis"_s), u"'tis"_s);
    const auto bytes = writeEntries({entryOf(u"k"_s, u"=1+1"_s, u"@a"_s)}, EntryFormat::Csv,
                                    TextCoding::Utf8, FileWords::English);
    QVERIFY(bytes.contains(",'=1+1,") && bytes.contains(",'@a,"));
}

void TestEntryFile::readsWhatSpreadsheetsWrite()
{
    for (const auto &separator : {u","_s, u";"_s, u"\t"_s}) {
        for (const auto &end : {u"\n"_s, u"\r\n"_s, u"\r"_s}) {
            const auto rows = readCsv(u"a%1b%2\"x\"\"y\"%1\"一\n二\"%2%2c%1"_s.arg(separator, end));
            QCOMPARE(rows.size(), 3);
            QCOMPARE(rows.at(0).cells, (QStringList{u"a"_s, u"b"_s}));
            QCOMPARE(rows.at(1).cells, (QStringList{u"x\"y"_s, u"一\n二"_s}));
            QCOMPARE(rows.at(2).cells, (QStringList{u"c"_s, u""_s}));
            QCOMPARE(rows.at(1).line, 2);
            QCOMPARE(rows.at(2).line, 5);
        }
    }
    QVERIFY(readCsv(u"").isEmpty());
    QVERIFY(readCsv(u"a,\"b").constFirst().open);
    QCOMPARE(csvLine({u"a"_s, u"b,c"_s, u"d\"e"_s, u"f\ng"_s}),
             u"a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n"_s);
}

void TestEntryFile::chineseHeadersAndCoding()
{
    const auto text = u"标准问,答案,分类,风险,相似问,备注\n包邮吗,满 39 元包邮,物流,高,\"邮费多少\n要运费吗\",随便\n"_s;
    QStringEncoder gb("GB18030");
    const auto plan = planOf(gb(text), {});
    QVERIFY(plan.gb18030);
    QCOMPARE(plan.count(Change::New), 1);
    const auto &entry = plan.rows.constFirst().entry;
    QCOMPARE(entry.question, u"包邮吗"_s);
    QCOMPARE(entry.risk, Risk::High);
    QCOMPARE(entry.similar, (QStringList{u"邮费多少"_s, u"要运费吗"_s}));
    QVERIFY(!planOf(text.toUtf8(), {}).gb18030);
    QCOMPARE(planOf("\xEF\xBB\xBF" + text.toUtf8(), {}).rows, planOf(text.toUtf8(), {}).rows);
}

void TestEntryFile::hostileFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ImportFault>("fault");
    QTest::newRow("empty") << QByteArray() << ImportFault::NoHeader;
    QTest::newRow("no header") << QByteArray("a,b\n1,2\n") << ImportFault::NoHeader;
    QTest::newRow("NUL") << QByteArray("question,answer\nx\0y,z\n", 22) << ImportFault::NulByte;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEq\0u\0", 6) << ImportFault::NulByte;
    QTest::newRow("no coding") << QByteArray("question,answer\n\xFF\xFF,\x80\n")
                               << ImportFault::Encoding;
    QTest::newRow("huge") << QByteArray(entryFileLimit + 1, 'x') << ImportFault::FileTooBig;
}

void TestEntryFile::hostileFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ImportFault, fault);
    const auto file = readEntries(bytes, EntryFormat::Csv);
    QCOMPARE(file.fault, fault);
    QVERIFY(file.rows.isEmpty());
}

void TestEntryFile::anyBytesAreSurvived()
{
    Dice dice(seed());
    for (int round = 0; round < rounds(300, 20000); ++round) {
        QByteArray bytes = dice.chance(50) ? "question,answer,state,version\n" : "";
        for (int i = dice.below(200); i > 0; --i)
            bytes += char(dice.chance(70) ? "\",\n\r=;{}[]:ab\\"[dice.below(14)] : dice.below(256));
        for (const auto format : {EntryFormat::Csv, EntryFormat::JsonLines}) {
            const auto file = readEntries(bytes, format);
            QVERIFY(file.fault == ImportFault::None || file.rows.isEmpty());
            const auto plan = planImport(file, {}, {}, false);
            QCOMPARE(plan.rows.size(), file.rows.size());
        }
    }
}

void TestEntryFile::badRowsAreNamed()
{
    const auto plan = planOf(
        u"id,question,answer,state,version,risk\n"
        "k-1,,好,,,\n"
        "k-2,问,,,,\n"
        "k-3,问,好,睡着,,\n"
        "k-4,问,好,,x,\n"
        "k 5,问,好,,,\n"
        "k-6,问,好,,,\n"
        "k-6,问,好,,,\n"
        "k-7,%1,好,,,\n"
        "k-8,%2,好,,,\n"
        "k-9,\"问,好,,,\n"_s.arg(QString(301, u'长'), QString(300'000, u'x')).toUtf8(), {});
    const QList<ImportFault> faults{ImportFault::NoQuestion, ImportFault::NoAnswer,
                                    ImportFault::BadWord, ImportFault::BadWord, ImportFault::BadId,
                                    ImportFault::None, ImportFault::Twice, ImportFault::TooLong,
                                    ImportFault::RowTooLong, ImportFault::OpenQuote};
    QCOMPARE(plan.rows.size(), faults.size());
    for (qsizetype i = 0; i < faults.size(); ++i) {
        QCOMPARE(plan.rows.at(i).fault, faults.at(i));
        QCOMPARE(plan.rows.at(i).line, int(i) + 2);
    }
    QCOMPARE(plan.rows.at(2).detail, u"睡着"_s);
    QCOMPARE(plan.rows.at(7).detail, u"question"_s);
    QCOMPARE(plan.count(Change::Bad), 9);
    QCOMPARE(importCommands(plan).constFirst().entries.size(), 1);
}

void TestEntryFile::badRulesAreNamed()
{
    const auto plan = planOf("id,question,answer,规则\n"
                             "k-1,问,好,\"等于: 8001\nregex：sf[0-9]{8}\"\n"
                             "k-2,问,好,contains: x\n"
                             "k-3,问,好,近似: x\n"
                             "k-4,问,好,\"exact: a\nregex: (a+)+\"\n"
                             "k-5,问,好,包含: \n", {});
    QCOMPARE(plan.rows.at(0).entry.rules,
             (QList<EntryRule>{{RuleKind::Exact, u"8001"_s}, {RuleKind::Regex, u"sf[0-9]{8}"_s}}));
    QCOMPARE(plan.rows.at(1).fault, ImportFault::None);
    QCOMPARE(plan.rows.at(2).fault, ImportFault::BadWord);
    QCOMPARE(plan.rows.at(2).line, 5);
    QCOMPARE(plan.rows.at(3).fault, ImportFault::BadRule);
    QVERIFY(plan.rows.at(3).detail.startsWith(u"rule 2: "_s));
    QCOMPARE(plan.rows.at(4).fault, ImportFault::BadRule);
}

void TestEntryFile::planTellsWhatWouldHappen()
{
    const QList<Entry> there{entryOf(u"k-1"_s, u"甲"_s, u"一"_s, 3),
                             entryOf(u"k-2"_s, u"乙"_s, u"二"_s, 4)};
    const auto bytes = u"id,question,answer\nk-1,甲,一改\nk-2,乙,二\n,丙,三\n,乙,二改\n"_s.toUtf8();
    auto plan = planOf(bytes, there);
    QCOMPARE(plan.rows.at(0).change, Change::Changed);
    QCOMPARE(plan.rows.at(0).entry.version, 3);
    QCOMPARE(plan.rows.at(0).current, there.at(0));
    QCOMPARE(plan.rows.at(1).change, Change::Unchanged);
    QCOMPARE(plan.rows.at(2).change, Change::New);
    QCOMPARE(plan.rows.at(2).entry.version, 0);
    QCOMPARE(plan.rows.at(3).fault, ImportFault::Twice);  // known by its question
    plan = planOf(bytes, there, true);
    QCOMPARE(plan.rows.at(0).entry.state, EntryState::Draft);
    QHash<EntryId, EntryDraft> drafts{{{u"k-1"_s}, {}}};
    plan = planImport(readEntries(bytes, EntryFormat::Csv), tableOf(there), drafts, true);
    QCOMPARE(plan.rows.at(0).fault, ImportFault::HasDraft);
    plan = planImport(readEntries(bytes, EntryFormat::Csv), tableOf(there), drafts, false);
    QCOMPARE(plan.rows.at(0).change, Change::Changed);
    QCOMPARE(planOf(u"id,question,answer,state\nk-1,甲,一,已停用\n"_s.toUtf8(), there)
                 .rows.at(0).change,
             Change::Changed);
}

void TestEntryFile::nothingNewerIsOverwritten()
{
    const auto old = entryOf(u"k-1"_s, u"甲"_s, u"一"_s, 3);
    auto edited = old;
    edited.answer = u"在表格里改的"_s;
    const auto bytes
        = writeEntries({edited}, EntryFormat::Csv, TextCoding::Utf8, FileWords::Chinese);
    const auto now = entryOf(u"k-1"_s, u"甲"_s, u"客服纠正的"_s, 4);
    const auto row = planOf(bytes, {now}).rows.constFirst();
    QCOMPARE(row.fault, ImportFault::ChangedSince);
    QCOMPARE(row.detail, u"v3 → v4"_s);
    QCOMPARE(planOf(bytes, {old}).rows.constFirst().change, Change::Changed);
}

void TestEntryFile::jsonLinesMayBeIncomplete()
{
    const auto file = readEntries("{\"question\":\"甲\",\"answer\":\"一\"}\n\n"
                                  "{\"question\":1}\nnonsense\n"
                                  "{\"question\":\"乙\",\"answer\":\"二\",\"state\":\"draft\",\"x\":1}",
                                  EntryFormat::JsonLines);
    QCOMPARE(file.rows.size(), 4);
    QCOMPARE(file.rows.at(0).entry.question, u"甲"_s);
    QVERIFY(!file.rows.at(0).versioned);
    QCOMPARE(file.rows.at(1).fault, ImportFault::BadJson);
    QCOMPARE(file.rows.at(1).line, 3);
    QCOMPARE(file.rows.at(2).fault, ImportFault::BadJson);
    QCOMPARE(file.rows.at(3).fault, ImportFault::None);
}

void TestEntryFile::commandsFitIntoMessages()
{
    ImportPlan plan;
    for (int i = 0; i < 500; ++i) {
        ImportRow row;
        row.entry = entryOf(u"k-%1"_s.arg(i), u"问 %1"_s.arg(i), QString(1300, u'答'));
        plan.rows.append(row);
    }
    qsizetype entries = 0;
    for (const auto &command : importCommands(plan)) {
        QVERIFY(command.entries.size() <= ImportEntries::most);
        QVERIFY(encodeValue(command).size() < 192 * 1024);
        entries += command.entries.size();
    }
    QCOMPARE(entries, 500);
}

QTEST_GUILESS_MAIN(TestEntryFile)
#include "tst_entryfile.moc"
