// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/answeredit.h"
#include "widgets/studio/answerhighlighter.h"
#include "widgets/studio/candidaterow.h"
#include "widgets/studio/conflictview.h"
#include "widgets/studio/correctionview.h"
#include "widgets/studio/entryeditor.h"
#include "widgets/studio/historyview.h"
#include "widgets/studio/importview.h"
#include "widgets/studio/similartable.h"
#include "widgets/studio/studiowords.h"
#include "widgets/studio/testbench.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

Entry refund()
{
    Entry entry;
    entry.id = {u"k-0231"_s};
    entry.version = 7;
    entry.category = u"售后退款"_s;
    entry.question = u"退款多久能到账"_s;
    entry.similar = {u"说好 3 个工作日到账呢"_s, u"退的钱怎么还没到"_s, u"信用卡退款几天"_s};
    entry.answer = u"{{称呼}}您好，退款已原路退回。\n**信用卡**一般 3–7 个工作日到账。\n"
                   "- 超过时限我会转人工催办\n{{退款日期}}"_s;
    entry.tags = {u"退款"_s, u"时效"_s};
    return entry;
}

Trial trialOf(const EntryId &asked, int rank)
{
    Trial trial;
    trial.words = {u"信用卡"_s, u"退款"_s};
    trial.verdict.query = u"信用卡退的钱几天能到啊"_s;
    trial.verdict.threshold = 720;
    trial.verdict.outOfScope = 60;
    trial.verdict.action = rank == 1 ? Action::Answer : Action::Clarify;
    const QMap<QString, int> scores{{u"bm25"_s, 710}, {u"coverage"_s, 640}, {u"phrasing"_s, 800},
                                    {u"words"_s, 910}, {u"exact"_s, 0}};
    for (int i = 0; i < 3; ++i) {
        const EntryId id = i + 1 == rank ? asked : EntryId{u"k-other%1"_s.arg(i)};
        trial.verdict.candidates.append(
            {id, 7, i == 0 ? u"退款到账时效"_s : u"信用卡支付说明"_s, 860 - 300 * i, scores});
        trial.nearest.append(u"信用卡退款几天"_s);
    }
    trial.verdict.confidence = 860;
    trial.rank = rank;
    if (rank > 0)
        trial.asked = {asked, 7, u"退款到账时效"_s, rank == 1 ? 860 : 260, scores};
    trial.text = u"【AI】信用卡一般 3–7 个工作日到账。"_s;
    return trial;
}

template <class W>
W *named(QWidget &root, const QString &name)
{
    for (auto *one : root.findChildren<W *>()) {
        if (one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

ActionButton *button(QWidget &root, const QString &text)
{
    for (auto *one : root.findChildren<ActionButton *>()) {
        if (one->text() == text && !one->isHidden())
            return one;
    }
    return nullptr;
}

QString allWords(QWidget &root)
{
    QString words;
    for (const auto *label : root.findChildren<PlainLabel *>()) {
        if (!label->isHidden())
            words += label->rawText() + u'\n';
    }
    return words;
}

} // namespace

class TestStudioWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }
    void answerIsHighlighted();
    void answerEditKeepsPlainText();
    void similarQuestions();
    void manyArePasted();
    void editorGivesBackWhatItWasGiven();
    void editorSaysWhatCanBeDone();
    void benchShowsWhyNot();
    void benchAsksOnlyWhenItCan();
    void historyShowsVersions();
    void importShowsWhatWouldHappen();
    void correctionCanBeUndone();
    void conflictShowsBoth();
    void hostileTextStaysPlain();

private:
    std::unique_ptr<ThemeHost> m_host;
};

void TestStudioWidgets::answerIsHighlighted()
{
    AnswerEdit edit(*m_host);
    edit.resize(480, 200);
    edit.setPlainText(refund().answer);
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    const auto formatAt = [&](int line, int column) {
        QTextCharFormat found;
        const auto block = edit.document()->findBlockByNumber(line);
        for (const auto &range : block.layout()->formats()) {
            if (column >= range.start && column < range.start + range.length)
                found = range.format;
        }
        return found;
    };
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        m_host->setMode(mode);
        const auto &theme = m_host->theme();
        QCOMPARE(formatAt(0, 2).foreground().color(), theme.color(ColorRole::AccentFg));
        QCOMPARE(formatAt(0, 2).background().color(), theme.color(ColorRole::AccentTint));
        QVERIFY(!formatAt(0, 10).hasProperty(QTextFormat::ForegroundBrush));
        QCOMPARE(formatAt(1, 3).fontWeight(), int(QFont::Bold));
        QCOMPARE(formatAt(2, 0).foreground().color(), theme.color(ColorRole::AgentFg));
        // Nobody can fill this one.
        QCOMPARE(formatAt(3, 3).foreground().color(), theme.color(ColorRole::DangerFg));
    }
    m_host->setMode(ThemeMode::Light);
    edit.setPlainText({});
    edit.insertVariable(u"订单号"_s);
    QCOMPARE(edit.toPlainText(), u"{{订单号}}"_s);
    QCOMPARE(formatAt(0, 4).foreground().color(), m_host->theme().color(ColorRole::AccentFg));
}

void TestStudioWidgets::answerEditKeepsPlainText()
{
    AnswerEdit edit(*m_host);
    auto *data = new QMimeData;
    data->setHtml(u"<b>粗</b>"_s);
    data->setText(u"平\u202E文"_s);
    QApplication::clipboard()->setMimeData(data);
    edit.paste();
    QCOMPARE(edit.toPlainText(), u"平文"_s);
}

void TestStudioWidgets::similarQuestions()
{
    SimilarModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNearest([](const QString &question) {
        return question.contains(u"信用卡") ? std::optional(Overlap{{u"k-0244"_s}, u"x"_s, 740})
                                            : std::nullopt;
    });
    model.setQuestions(refund().similar);
    model.setCorrected({u"说好 3 个工作日到账呢"_s});
    QVERIFY(!model.index(0, SimilarModel::Origin).data().toString().isEmpty());
    QVERIFY(model.index(1, SimilarModel::Origin).data().toString().isEmpty());
    QVERIFY(model.index(2, SimilarModel::Claimed).data().toString().contains(u"k-0244"_s));
    QVERIFY(model.index(2, SimilarModel::Claimed).data().toString().contains(u"0.74"_s));
    QSignalSpy edited(&model, &SimilarModel::edited);
    QVERIFY(model.setData(model.index(1, 0), u"  钱 怎么还没到 "_s, Qt::EditRole));
    QCOMPARE(model.questions().at(1), u"钱 怎么还没到"_s);
    QVERIFY(!model.setData(model.index(1, 0), u"信用卡退款几天"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0, 0), u" "_s, Qt::EditRole));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(edited.size(), 2);
    model.setReadOnly(true);
    QVERIFY(!model.setData(model.index(0, 0), u"x"_s, Qt::EditRole));
    model.removeAt(0);
    QCOMPARE(model.rowCount(), 2);
}

void TestStudioWidgets::manyArePasted()
{
    SimilarModel model;
    SimilarTable table(*m_host, model);
    table.resize(640, 320);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QApplication::clipboard()->setText(u"一\r\n二\n\n一\n 三  三 \n"_s + QString(400, u'长'));
    QTest::mouseClick(button(table, SimilarTable::tr("Paste many")), Qt::LeftButton);
    QCOMPARE(model.questions(), (QStringList{u"一"_s, u"二"_s, u"三 三"_s, QString(300, u'长')}));
    auto *line = named<QLineEdit>(table, SimilarTable::tr("New similar question"));
    QTest::keyClicks(line, u"four"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(model.questions().constLast(), u"four"_s);
    QVERIFY(line->text().isEmpty());
    auto *view = named<QTableView>(table, SimilarTable::tr("Similar questions"));
    view->setCurrentIndex(model.index(0, 0));
    QTest::keyClick(view, Qt::Key_Delete);
    QCOMPARE(model.questions().constFirst(), u"二"_s);
    QStringList many;
    for (int i = 0; i < 300; ++i)
        many.append(QString::number(i));
    model.add(many);
    QCOMPARE(model.rowCount(), SimilarModel::most);
    QCOMPARE(namelessWidget(table), QString());
}

void TestStudioWidgets::editorGivesBackWhatItWasGiven()
{
    SimilarModel model;
    EntryEditor editor(*m_host, model);
    editor.setCategories({u"售后退款"_s, u"物流"_s});
    QSignalSpy edited(&editor, &EntryEditor::edited);
    auto entry = refund();
    entry.risk = Risk::High;
    editor.load(entry);
    QCOMPARE(editor.current(), entry);
    entry.tags.clear();
    entry.category = u"没见过的"_s;
    entry.risk = Risk::Low;
    editor.load(entry);
    editor.setCategories({u"物流"_s});
    QCOMPARE(editor.current(), entry);
    QCOMPARE(edited.size(), 0);
    auto *question = named<QLineEdit>(editor, EntryEditor::tr("Question"));
    QTest::keyClicks(question, u"x"_s);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(editor.current().question, entry.question + u'x');
    QTest::keyClicks(named<QLineEdit>(editor, EntryEditor::tr("Tags")), u"a,b;a"_s);
    QCOMPARE(editor.current().tags, (QStringList{u"a"_s, u"b"_s}));
}

void TestStudioWidgets::editorSaysWhatCanBeDone()
{
    SimilarModel model;
    EntryEditor editor(*m_host, model);
    editor.resize(760, 820);
    editor.load(refund());
    editor.setPreview(u"预览 · 滨江花园 3 群 · 李海燕"_s, refund().answer, {u"退款日期"_s});
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    EditorPlace place{EntryState::Live, false, 7, 0, u"11-26 14:28 by 许静雯"_s, {}};
    editor.setPlace(place, false);
    auto *submit = button(editor, EntryEditor::tr("Submit for review"));
    QVERIFY(submit && !submit->isEnabled());
    grabBoth(*m_host, editor, u"studio-editor-live"_s);
    editor.setPlace(place, true);
    QVERIFY(submit->isEnabled());
    QVERIFY(button(editor, EntryEditor::tr("Save"))->isEnabled());
    QVERIFY(button(editor, EntryEditor::tr("Against v%1").arg(7)));
    place.drafted = true;
    place.state = EntryState::Review;
    editor.setPlace(place, false);
    QVERIFY(button(editor, EntryEditor::tr("Publish")));
    editor.showBanner(true, u"许静雯 同时改了这条"_s, u"你的文字还在"_s, u"对比"_s);
    grabBoth(*m_host, editor, u"studio-editor-review"_s);
    editor.setAccess({}, false);
    QVERIFY(!button(editor, EntryEditor::tr("Publish"))->isEnabled());
    editor.setAccess(u"只读"_s, true);
    QVERIFY(!button(editor, EntryEditor::tr("Publish")));
    QVERIFY(named<QLineEdit>(editor, EntryEditor::tr("Question"))->isReadOnly());
    grabBoth(*m_host, editor, u"studio-editor-readonly"_s);
    editor.setAccess({}, true);
    QCOMPARE(namelessWidget(editor), QString());
    QCOMPARE(richLabel(editor), QString());
}

void TestStudioWidgets::benchShowsWhyNot()
{
    TestBench bench(*m_host);
    bench.resize(376, 760);
    bench.setGroups({{{u"g-1"_s}, u"滨江花园 3 群"_s}});
    bench.setEntry(refund().id, 7, true);
    bench.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bench));
    bench.showTrial(trialOf(refund().id, 1), refund(), {1'764'000'000'000});
    QVERIFY(allWords(bench).contains(whyText(trialOf(refund().id, 1), refund())));
    QCOMPARE(bench.findChildren<CandidateRow *>().size(), 3);
    grabBoth(*m_host, bench, u"studio-bench"_s);
    bench.showTrial(trialOf(refund().id, 7), refund(), {1'764'000'000'000});
    // It stands beside the five that are shown, with its own scores.
    QCOMPARE(bench.findChildren<CandidateRow *>().size(), 4);
    grabBoth(*m_host, bench, u"studio-bench-why"_s);
    const auto why = [&](int rank, const Entry &entry) {
        return whyText(trialOf(refund().id, rank), entry);
    };
    auto retired = refund();
    retired.state = EntryState::Retired;
    const QSet<QString> different{why(1, refund()), why(2, refund()), why(0, refund()),
                                  why(1, retired)};
    QCOMPARE(different.size(), 4);
    QSignalSpy chosen(&bench, &TestBench::entryChosen);
    QTest::keyClick(bench.findChildren<CandidateRow *>().constLast(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(namelessWidget(bench), QString());
}

void TestStudioWidgets::benchAsksOnlyWhenItCan()
{
    TestBench bench(*m_host);
    bench.setEntry(refund().id, 7, false);
    QVERIFY(!bench.triesDraft());
    QSignalSpy wanted(&bench, &TestBench::testWanted);
    auto *question = named<QLineEdit>(bench, TestBench::tr("Question to try"));
    QTest::keyClick(question, Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    question->setText(u"退款"_s);
    bench.setOnline(false, u"离线"_s);
    QTest::keyClick(question, Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    bench.setOnline(true, {});
    QTest::keyClick(question, Qt::Key_Return);
    QTest::keyClick(question, Qt::Key_Return);  // one at a time
    QCOMPARE(wanted.size(), 1);
    bench.showProblem(u"连不上"_s);
    QVERIFY(allWords(bench).contains(u"连不上"_s));
    bench.run();
    QCOMPARE(wanted.size(), 2);
}

void TestStudioWidgets::historyShowsVersions()
{
    HistoryView view(*m_host);
    view.resize(720, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.begin(refund());
    view.setWritable(true);
    auto *back = button(view, HistoryView::tr("Take into the editor"));
    QVERIFY(!back->isEnabled());
    QList<EntryVersion> versions;
    for (int version = 7; version >= 4; --version) {
        auto entry = refund();
        entry.version = version;
        entry.answer = u"第 %1 版的答案。"_s.arg(version);
        versions.append({entry, version == 7 ? EntryChange::Corrected : EntryChange::Published,
                         {u"u-xu"_s}, {1'764'000'000'000}, version == 7 ? u"刷信用卡的呢"_s : u""_s,
                         {u"incomplete"_s}});
    }
    view.addVersions(versions, {{{u"u-xu"_s}, u"许静雯"_s}}, 120);
    QVERIFY(allWords(view).contains(u"刷信用卡的呢"_s));
    auto *list = named<QListWidget>(view, HistoryView::tr("Versions"));
    QCOMPARE(list->count(), 4);
    QVERIFY(list->item(0)->text().contains(u"许静雯"_s));
    grabBoth(*m_host, view, u"studio-history"_s);
    QSignalSpy more(&view, &HistoryView::moreWanted);
    QTest::mouseClick(button(view, HistoryView::tr("Older versions")), Qt::LeftButton);
    QCOMPARE(more.size(), 1);
    QCOMPARE(more.at(0).at(0).toLongLong(), 120);
    QSignalSpy taken(&view, &HistoryView::takeBackWanted);
    list->setCurrentRow(2);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(taken.size(), 1);
    QCOMPARE(taken.at(0).at(0).value<Entry>().version, 5);
    view.begin(refund());
    view.setProblem(u"没有连接"_s);
    QVERIFY(allWords(view).contains(u"没有连接"_s));
}

void TestStudioWidgets::importShowsWhatWouldHappen()
{
    ImportView view(*m_host);
    view.resize(720, 760);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.begin(u"知识.csv"_s);
    auto *import = button(view, ImportView::tr("Import %n row(s)", nullptr, 0));
    QVERIFY(import && !import->isEnabled());
    ImportPlan plan;
    plan.gb18030 = true;
    auto changed = refund();
    changed.answer = u"改过的答案"_s;
    plan.rows = {{2, ImportRow::Change::Unchanged, refund(), refund(), ImportFault::None, {}},
                 {3, ImportRow::Change::Changed, changed, refund(), ImportFault::None, {}},
                 {4, ImportRow::Change::New, refund(), {}, ImportFault::None, {}},
                 {5, ImportRow::Change::Bad, refund(), {}, ImportFault::ChangedSince,
                  u"v3 → v5"_s}};
    view.setPlan(plan);
    QVERIFY(import->isEnabled());
    auto *rows = named<QListView>(view, ImportView::tr("Rows of the file"));
    // What needs a person stands first.
    QVERIFY(rows->model()->index(0, 0).data().toString().contains(u"v3 → v5"_s));
    rows->setCurrentIndex(rows->model()->index(1, 0));
    grabBoth(*m_host, view, u"studio-import"_s);
    QSignalSpy wanted(&view, &ImportView::importWanted);
    QTest::mouseClick(import, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    view.setProgress(1, 2);
    QVERIFY(!import->isEnabled());
    view.setProblem(u"条目已被改过"_s);
    QVERIFY(import->isEnabled());
    view.setWritable(false);
    QVERIFY(!import->isEnabled());
    ImportPlan broken;
    broken.fault = ImportFault::Encoding;
    broken.faultLine = 1;
    view.setPlan(broken);
    QVERIFY(allWords(view).contains(importFaultText(ImportFault::Encoding, {})));
    QCOMPARE(namelessWidget(view), QString());
}

void TestStudioWidgets::correctionCanBeUndone()
{
    CorrectionView view(*m_host);
    view.resize(720, 760);
    auto now = refund();
    now.version = 8;
    now.answer = u"信用卡退款 3–7 个工作日到账。"_s;
    Correction correction{now.id, refund(),
                          {{8, {u"u-lin"_s}, {1'764'000'000'000}, u"说好 3 个工作日到账呢"_s,
                            {u"m-1"_s}, {u"incomplete"_s}}}};
    view.open(correction, now, {{{u"m-1"_s}, u"【AI】1–3 个工作日到账"_s}},
              {{{u"u-lin"_s}, u"林悦"_s}});
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    for (const auto &words : {u"说好 3 个工作日到账呢"_s, u"【AI】1–3 个工作日到账"_s})
        QVERIFY(allWords(view).contains(words));
    grabBoth(*m_host, view, u"studio-correction"_s);
    QSignalSpy undone(&view, &CorrectionView::undoWanted);
    QSignalSpy accepted(&view, &CorrectionView::accepted);
    QTest::mouseClick(button(view, CorrectionView::tr("Undo the correction")), Qt::LeftButton);
    QCOMPARE(undone.size(), 1);
    QCOMPARE(undone.at(0).at(0).value<Entry>(), refund());
    QCOMPARE(undone.at(0).at(1).toInt(), 8);
    QTest::mouseClick(button(view, CorrectionView::tr("Accept")), Qt::LeftButton);
    QCOMPARE(accepted.at(0).at(1).toInt(), 8);
    view.setWritable(false);
    QVERIFY(!button(view, CorrectionView::tr("Accept"))->isEnabled());
}

void TestStudioWidgets::conflictShowsBoth()
{
    ConflictView view(*m_host);
    view.resize(720, 600);
    auto mine = refund();
    mine.answer += u"\n我加的一句。"_s;
    auto theirs = refund();
    theirs.answer += u"\n别人加的。"_s;
    view.open(u"许静雯，11-26 14:28"_s, theirs, mine);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    grabBoth(*m_host, view, u"studio-conflict"_s);
    QSignalSpy kept(&view, &ConflictView::mineChosen);
    QTest::mouseClick(button(view, ConflictView::tr("Go on with mine")), Qt::LeftButton);
    QCOMPARE(kept.size(), 1);
    QSignalSpy closed(&view, &SidePage::closed);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestStudioWidgets::hostileTextStaysPlain()
{
    SimilarModel model;
    EntryEditor editor(*m_host, model);
    auto entry = refund();
    entry.question = hostileText();
    entry.similar = {hostileText()};
    entry.answer = hostileText();
    editor.load(entry);
    editor.setPreview(hostileText(), hostileText(), {hostileText()});
    TestBench bench(*m_host);
    auto trial = trialOf(entry.id, 1);
    trial.text = hostileText();
    trial.verdict.query = hostileText();
    for (auto &candidate : trial.verdict.candidates)
        candidate.title = hostileText();
    trial.nearest = {hostileText(), hostileText(), hostileText()};
    bench.showTrial(trial, entry, {1});
    bench.resize(376, 700);
    bench.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bench));
    QCOMPARE(richLabel(editor), QString());
    QCOMPARE(richLabel(bench), QString());
}

QTEST_MAIN(TestStudioWidgets)
#include "tst_studiowidgets.moc"
