// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "app/console/studiodesk.h"
#include "app/console/studiopage.h"
#include "app/console/studiotransfer.h"
#include "models/protocol/valuecodec.h"
#include "tests/models/common/scriptedsession.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/refusals.h"
#include "widgets/studio/answeredit.h"
#include "widgets/studio/candidaterow.h"
#include "widgets/studio/conflictview.h"
#include "widgets/studio/correctionview.h"
#include "widgets/studio/entryeditor.h"
#include "widgets/studio/historyview.h"
#include "widgets/studio/importview.h"
#include "widgets/studio/testbench.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const EntryId refundId{u"k-001"_s};

Entry refund(int version = 3, const QString &answer = u"退款原路退回。"_s)
{
    Entry entry;
    entry.id = refundId;
    entry.version = version;
    entry.category = u"售后退款"_s;
    entry.question = u"退款多久能到账"_s;
    entry.similar = {u"退款几天到"_s};
    entry.answer = answer;
    entry.changedBy = {u"u-xu"_s};
    entry.changedAt = {1'764'000'000'000};
    return entry;
}

/** A studio over a session of which the test is the backend. */
struct Rig
{
    explicit Rig(ThemeHost &host)
    {
        open(host);
        session.setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 12});
        session.setRights(Role::Editor, {u"knowledge.put"_s, u"knowledge.test"_s});
        User other;
        other.id = {u"u-xu"_s};
        other.name = u"许静雯"_s;
        write(UserChanged{other, {}});
        write(KnowledgeChanged{refund(), EntryChange::Put, {}, {}, {}, {}});
    }

    /** Another run of the program on the same store. */
    void open(ThemeHost &host)
    {
        actions.reset();
        page = std::make_unique<StudioPage>(host, session);
        page->resize(1384, 820);
        actions = std::make_unique<ActionRegistry>(*page);
        page->addActions(*actions);
    }

    void write(EventData data)
    {
        ++seq;
        session.feed({{u"c0"_s, seq, seq - 1, {1'764'000'000'000 + seq}, {}, {}, std::move(data)}});
    }
    void drafted(const Entry &entry, int revision, EntryState state = EntryState::Draft)
    {
        auto draft = entry;
        draft.state = state;
        write(KnowledgeDrafted{{draft, revision, {}}, entry.changedBy, false});
    }
    bool show()
    {
        page->show();
        page->entered();
        return QTest::qWaitForWindowExposed(page.get());
    }
    AnswerEdit &answer() const { return *page->findChild<AnswerEdit *>(); }
    void type(const QString &text) const
    {
        answer().setFocus();
        answer().moveCursor(QTextCursor::End);
        answer().insertPlainText(text);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        answer().setFocus();
        QTest::keyClick(&answer(), Qt::Key(key), modifiers);
    }
    ActionButton *button(const QString &text) const
    {
        for (auto *one : page->findChildren<ActionButton *>()) {
            if (one->isVisible() && one->text() == text)
                return one;
        }
        return nullptr;
    }
    template <class Data>
    Data last() const
    {
        const auto sent = session.submitted();
        const auto *data = sent.isEmpty() ? nullptr : std::get_if<Data>(&sent.constLast().data);
        return data ? *data : Data{};
    }
    void accept() { session.settle(session.submitted().constLast().id, ++seq); --seq; }

    ScriptedSession session;
    qint64 seq = 0;
    std::unique_ptr<StudioPage> page;
    std::unique_ptr<ActionRegistry> actions;
};

} // namespace

/** The studio driven like a hand would, with the backend played by the test. */
class TestStudioPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }
    void savesAndSubmits();
    void nothingTypedIsLost();
    void reviewGoesLive();
    void newEntryIsWritten();
    void anotherEditorIsNotOverwritten();
    void aRefusalKeepsTheText();
    void anOutdatedDraftIsShown();
    void readersOnlyRead();
    void offlineKeepsTheText();
    void testsLiveAndDraft();
    void historyIsAskedAndTakenBack();
    void correctionsAreSettled();
    void filesAreTakenIn();
    void filesAreWritten();

private:
    std::unique_ptr<ThemeHost> m_host;
};

void TestStudioPage::savesAndSubmits()
{
    Rig rig(*m_host);
    QVERIFY(rig.show());
    rig.page->openEntry(refundId);
    QCOMPARE(rig.answer().toPlainText(), refund().answer);
    rig.type(u"一般 1–3 天。"_s);
    rig.press(Qt::Key_S, Qt::ControlModifier);
    const auto put = rig.last<PutEntry>();
    QCOMPARE(put.entry.answer, refund().answer + u"一般 1–3 天。"_s);
    QCOMPARE(put.entry.state, EntryState::Draft);
    QCOMPARE(put.entry.version, 3);
    QCOMPARE(put.revision, 0);
    rig.accept();
    QVERIFY(!rig.page->desk().isDirty());
    rig.drafted(put.entry, 1);
    QVERIFY(!rig.page->desk().isConflict());
    // Typed on and submitted in one go: saved first, then sent for review.
    rig.type(u"节假日顺延。"_s);
    rig.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rig.last<PutEntry>().revision, 1);
    rig.accept();
    QCOMPARE(rig.last<SubmitEntry>().revision, 2);
    QCOMPARE(rig.last<SubmitEntry>().entry, refundId);
    rig.accept();
    auto text = rig.page->desk().text();
    rig.drafted(text, 2);
    rig.drafted(text, 3, EntryState::Review);
    QVERIFY(!rig.page->desk().isConflict());
    QVERIFY(rig.button(EntryEditor::tr("Publish")));
    grabBoth(*m_host, *rig.page, u"studio-page"_s);
}

void TestStudioPage::nothingTypedIsLost()
{
    Rig rig(*m_host);
    QVERIFY(rig.show());
    rig.page->openEntry(refundId);
    rig.type(u"写到一半"_s);
    // The program ends here; another one begins on the same store.
    rig.open(*m_host);
    QVERIFY(rig.show());
    rig.page->openEntry(refundId);
    QVERIFY(rig.answer().toPlainText().endsWith(u"写到一半"_s));
    QVERIFY(rig.page->desk().isRecovered());
    QVERIFY(rig.page->desk().isDirty());
    QTest::mouseClick(rig.button(StudioPage::tr("Throw it away")), Qt::LeftButton);
    QCOMPARE(rig.answer().toPlainText(), refund().answer);
    QCOMPARE(rig.session.draft({u"entry/k-001"_s}), QString());
    // What others wrote since is not overwritten by what comes back.
    rig.type(u"再写"_s);
    rig.open(*m_host);
    rig.write(KnowledgeChanged{refund(4, u"别人改的"_s), EntryChange::Put, {}, {}, {}, {}});
    rig.page->openEntry(refundId);
    QVERIFY(rig.page->desk().isConflict());
    QVERIFY(rig.page->desk().text().answer.endsWith(u"再写"_s));
}

void TestStudioPage::reviewGoesLive()
{
    Rig rig(*m_host);
    QVERIFY(rig.show());
    const auto text = refund(3, u"新答案"_s);
    rig.drafted(text, 5, EntryState::Review);
    QCOMPARE(rig.page->badge(), 1);
    rig.page->openEntry(refundId);
    QCOMPARE(rig.answer().toPlainText(), u"新答案"_s);
    rig.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rig.last<PublishEntry>().revision, 5);
    QVERIFY(!rig.button(EntryEditor::tr("Publish"))->isEnabled());  // under way
    rig.accept();
    rig.write(KnowledgeChanged{refund(4, u"新答案"_s), EntryChange::Published, {}, {}, {}, {}});
    QVERIFY(!rig.page->desk().draft());
    QCOMPARE(rig.page->desk().text().version, 4);
    QVERIFY(!rig.page->desk().isDirty());
    QCOMPARE(rig.page->badge(), 0);
}

void TestStudioPage::newEntryIsWritten()
{
    Rig rig(*m_host);
    QVERIFY(rig.show());
    rig.page->newEntry();
    const auto id = rig.page->desk().entry();
    QVERIFY(id.value.startsWith(u"k-"_s));
    auto *question = rig.page->findChild<EntryEditor *>()->findChild<QLineEdit *>();
    QTest::keyClicks(question, u"gift card"_s);
    rig.type(u"有的。"_s);
    rig.page->openEntry(refundId);
    rig.page->newEntry();  // begun before: it comes back
    QCOMPARE(rig.page->desk().entry(), id);
    QCOMPARE(rig.page->desk().text().question, u"gift card"_s);
    rig.page->desk().save();
    QCOMPARE(rig.last<PutEntry>().entry.id, id);
    QCOMPARE(rig.last<PutEntry>().entry.version, 0);
    rig.accept();
    rig.drafted(rig.page->desk().text(), 1);
    rig.page->newEntry();
    QVERIFY(rig.page->desk().entry() != id);
}

void TestStudioPage::anotherEditorIsNotOverwritten()
{
    Rig rig(*m_host);
    QVERIFY(rig.show());
    rig.page->openEntry(refundId);
    rig.type(u"我的一句。"_s);
    const auto mine = rig.page->desk().text().answer;
    auto theirs = refund(3, u"许静雯写的。"_s);
    rig.drafted(theirs, 1);
    QVERIFY(rig.page->desk().isConflict());
    QCOMPARE(rig.answer().toPlainText(), mine);
    rig.page->desk().save();
    rig.page->desk().submit();
    QVERIFY(rig.session.submitted().isEmpty());
    QTest::mouseClick(rig.button(StudioPage::tr("Compare")), Qt::LeftButton);
    QVERIFY(rig.page->findChild<ConflictView *>()->isVisible());
    grabBoth(*m_host, *rig.page, u"studio-page-conflict"_s);
    QTest::mouseClick(rig.button(ConflictView::tr("Go on with mine")), Qt::LeftButton);
    QVERIFY(!rig.page->desk().isConflict());
    QCOMPARE(rig.answer().toPlainText(), mine);
    rig.page->desk().save();
    QCOMPARE(rig.last<PutEntry>().revision, 1);
    QCOMPARE(rig.last<PutEntry>().entry.answer, mine);
    rig.accept();
    rig.drafted(rig.page->desk().text(), 2);
    theirs.answer = u"又改了。"_s;
    rig.drafted(theirs, 3);
    QCOMPARE(rig.answer().toPlainText(), u"又改了。"_s);  // nothing of mine was unsaved
    rig.type(u"x"_s);
    theirs.answer = u"再改。"_s;
    rig.drafted(theirs, 4);
    rig.page->desk().takeTheirs();
    QCOMPARE(rig.answer().toPlainText(), u"再改。"_s);
    QVERIFY(!rig.page->desk().isDirty());
}

void TestStudioPage::aRefusalKeepsTheText()
{
    Rig rig(*m_host);
    QVERIFY(rig.show());
    rig.page->openEntry(refundId);
    rig.type(u"加我私聊"_s);
    rig.page->desk().submit();
    rig.accept();
    const auto text = rig.page->desk().text();
    const Error why{ErrorKind::Policy, u"“私聊” may not be sent to a group"_s};
    rig.session.settle(rig.session.submitted().constLast().id, std::unexpected(why));
    QVERIFY(rig.session.outbox().isEmpty());
    QVERIFY(rig.answer().toPlainText().endsWith(u"加我私聊"_s));
    bool said = false;
    for (const auto *label : rig.page->editor().findChildren<PlainLabel *>())
        said = said || (label->isVisible() && label->rawText() == refusalText(why));
    QVERIFY(said);
    // Not even kept on this computer's way out: the same.
    rig.drafted(text, 1);
    rig.type(u"，再改"_s);
    rig.session.refuseNext({ErrorKind::StorageFull, u"disk full"_s});
    rig.page->desk().save();
    QVERIFY(!rig.page->desk().isBusy());
    QVERIFY(rig.page->desk().isDirty());
}

void TestStudioPage::anOutdatedDraftIsShown()
{
    Rig rig(*m_host);
    QVERIFY(rig.show());
    rig.drafted(refund(3, u"草稿"_s), 1);
    rig.page->openEntry(refundId);
    rig.write(KnowledgeChanged{refund(4, u"客服纠正的"_s), EntryChange::Corrected, {u"u-xu"_s},
                               u"原话"_s, {}, {}});
    QVERIFY(rig.page->desk().isOutdated());
    QCOMPARE(rig.answer().toPlainText(), u"草稿"_s);
    QTest::mouseClick(rig.button(StudioPage::tr("Compare")), Qt::LeftButton);
    QTest::mouseClick(rig.button(ConflictView::tr("Go on with mine")), Qt::LeftButton);
    QVERIFY(!rig.page->desk().isOutdated());
    rig.page->desk().publish();
    QCOMPARE(rig.last<PutEntry>().entry.version, 4);
    rig.accept();
    QCOMPARE(rig.last<PublishEntry>().revision, 2);
}

void TestStudioPage::readersOnlyRead()
{
    Rig rig(*m_host);
    rig.session.setRights(Role::Agent, {});
    QVERIFY(rig.show());
    rig.page->openEntry(refundId);
    QVERIFY(rig.answer().isReadOnly());
    QVERIFY(!rig.button(EntryEditor::tr("Submit for review")));
    rig.press(Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(rig.page.get(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(rig.page->desk().entry(), refundId);
    QVERIFY(rig.session.submitted().isEmpty());
    QCOMPARE(rig.page->badge(), 0);
    grabBoth(*m_host, *rig.page, u"studio-page-reader"_s);
}

void TestStudioPage::offlineKeepsTheText()
{
    Rig rig(*m_host);
    QVERIFY(rig.show());
    rig.page->openEntry(refundId);
    rig.session.setLink({LinkState::Offline, LinkProblem::None, {}, {}, {}, -1});
    rig.type(u"离线写的"_s);
    rig.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(rig.session.submitted().isEmpty());
    QVERIFY(!rig.button(EntryEditor::tr("Save"))->isEnabled());
    QVERIFY(rig.session.draft({u"entry/k-001"_s}).contains(u"离线写的"_s));
    rig.session.setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 12});
    rig.press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(rig.session.submitted().size(), 1);
}

void TestStudioPage::testsLiveAndDraft()
{
    Rig rig(*m_host);
    QList<TrialQuestion> asked;
    rig.session.answer<TrialQuestion>([&](const QByteArray &params) -> Result<Trial> {
        simdjson::dom::parser parser;
        asked.append(*parseStrict(parser, params).and_then(decodeValue<TrialQuestion>));
        Trial trial;
        trial.rank = 1;
        trial.asked = {refundId, 3, u"退款"_s, 900, {{u"bm25"_s, 700}}};
        trial.verdict.candidates = {trial.asked};
        trial.nearest = {u"退款几天到"_s};
        return trial;
    });
    QVERIFY(rig.show());
    rig.page->openEntry(refundId);
    rig.page->tryQuestion(u"退款几天"_s);
    QTRY_COMPARE(rig.page->findChildren<CandidateRow *>().size(), 1);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).entry, refundId);
    QVERIFY(!asked.at(0).draft);
    rig.type(u"改了"_s);
    rig.page->bench().setTriesDraft(true);
    rig.press(Qt::Key_F5);
    QTRY_COMPARE(asked.size(), 2);
    QVERIFY(asked.at(1).draft);
    QCOMPARE(asked.at(1).draft->answer, rig.page->desk().text().answer);
    QVERIFY(rig.session.submitted().isEmpty());
}

void TestStudioPage::historyIsAskedAndTakenBack()
{
    Rig rig(*m_host);
    rig.session.answer<EntryHistoryParams>([](const QByteArray &) -> Result<EntryHistoryResult> {
        return EntryHistoryResult{{{refund(3), EntryChange::Put, {}, {1}, {}, {}},
                                   {refund(2, u"老答案"_s), EntryChange::Put, {}, {1}, {}, {}}},
                                  false, 0};
    });
    QVERIFY(rig.show());
    rig.page->openEntry(refundId);
    rig.page->showHistory();
    auto *list = rig.page->findChild<HistoryView *>()->findChild<QListWidget *>();
    QTRY_COMPARE(list->count(), 2);
    list->setCurrentRow(1);
    QTest::mouseClick(rig.button(HistoryView::tr("Take into the editor")), Qt::LeftButton);
    QCOMPARE(rig.answer().toPlainText(), u"老答案"_s);
    QVERIFY(rig.page->desk().isDirty());
    rig.page->desk().save();
    QCOMPARE(rig.last<PutEntry>().entry.version, 3);  // written from what is live now
    QVERIFY(rig.answer().isVisible());
}

void TestStudioPage::correctionsAreSettled()
{
    Rig rig(*m_host);
    QVERIFY(rig.show());
    rig.write(KnowledgeChanged{refund(4, u"纠正后"_s), EntryChange::Corrected, {u"u-xu"_s},
                               u"客户原话"_s, {u"m-1"_s}, {u"wrong_fact"_s}});
    QCOMPARE(rig.page->badge(), 1);
    rig.page->openCorrection(refundId);
    auto *view = rig.page->findChild<CorrectionView *>();
    QVERIFY(view->isVisible());
    grabBoth(*m_host, *rig.page, u"studio-page-correction"_s);
    QTest::mouseClick(rig.button(CorrectionView::tr("Undo the correction")), Qt::LeftButton);
    QCOMPARE(rig.last<UndoCorrection>(), (UndoCorrection{refundId, 4}));
    QTest::mouseClick(rig.button(CorrectionView::tr("Accept")), Qt::LeftButton);
    QCOMPARE(rig.last<AcceptCorrection>().version, 4);
    rig.write(KnowledgeAccepted{refundId, 4, {}});
    QVERIFY(!view->isVisible());
    QCOMPARE(rig.page->badge(), 0);
}

void TestStudioPage::filesAreTakenIn()
{
    QTemporaryDir folder;
    Rig rig(*m_host);
    QVERIFY(rig.show());
    const auto path = folder.filePath(u"知识.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(u"question,answer\n退款多久能到账,新答案\n包邮吗,满 39 元包邮\n,没有问题\n"_s.toUtf8());
    file.close();
    rig.page->importFile(path);
    auto *view = rig.page->findChild<ImportView *>();
    QTRY_VERIFY(rig.button(ImportView::tr("Import %n row(s)", nullptr, 2)));
    QVERIFY(rig.session.submitted().isEmpty());  // a look changes nothing
    QTest::mouseClick(rig.button(ImportView::tr("Import %n row(s)", nullptr, 2)), Qt::LeftButton);
    const auto import = rig.last<ImportEntries>();
    QCOMPARE(import.entries.size(), 2);
    QCOMPARE(import.entries.at(0).id, refundId);
    QCOMPARE(import.entries.at(0).version, 3);
    rig.session.settle(rig.session.submitted().constLast().id,
                       failure(ErrorKind::Conflict, u"changed"_s, {{u"row"_s, 0}}));
    QVERIFY(rig.session.outbox().isEmpty());
    QTest::mouseClick(rig.button(ImportView::tr("Import %n row(s)", nullptr, 2)), Qt::LeftButton);
    rig.accept();
    QVERIFY(!rig.button(ImportView::tr("Import %n row(s)", nullptr, 2)));
    QVERIFY(view->isVisible());
    rig.page->importFile(folder.filePath(u"none.csv"_s));
    bool said = false;
    QTRY_VERIFY(([&] {
        for (const auto *label : view->findChildren<QLabel *>())
            said = said || label->text().contains(u"There is no such file"_s);
        return said;
    }()));
}

void TestStudioPage::filesAreWritten()
{
    QTemporaryDir folder;
    Rig rig(*m_host);
    StudioTransfer transfer(rig.session);
    QSignalSpy wrote(&transfer, &StudioTransfer::wrote);
    QSignalSpy failed(&transfer, &StudioTransfer::failed);
    const auto path = folder.filePath(u"out.csv"_s);
    transfer.writeFile(path, TextCoding::Gb18030, FileWords::Chinese);
    QTRY_COMPARE(wrote.size(), 1);
    transfer.readFile(path);
    QSignalSpy planned(&transfer, &StudioTransfer::planned);
    QTRY_COMPARE(planned.size(), 1);
    QVERIFY(transfer.plan().gb18030);
    QCOMPARE(transfer.plan().count(ImportRow::Change::Unchanged), 1);
    transfer.writeFile(folder.filePath(u"no/such/folder.csv"_s), TextCoding::Utf8,
                       FileWords::English);
    QTRY_COMPARE(failed.size(), 1);
}

QTEST_MAIN(TestStudioPage)
#include "tst_studiopage.moc"
