// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the studio is put together and what its columns tell each other; what it does with files,
// history and tests is in studioactions.cpp.
#include "app/console/studiopage.h"

#include "app/console/actions/actionregistry.h"
#include "app/console/studiodesk.h"
#include "app/console/studiogaps.h"
#include "app/console/studiotransfer.h"
#include "models/domain/answertext.h"
#include "models/items/correctionmodel.h"
#include "models/items/gapmodel.h"
#include "models/items/lessonmodel.h"
#include "models/items/overlaps.h"
#include "models/items/studiomodel.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/refusals.h"
#include "widgets/studio/conflictview.h"
#include "widgets/studio/correctionview.h"
#include "widgets/studio/entryeditor.h"
#include "widgets/studio/gapview.h"
#include "widgets/studio/historyview.h"
#include "widgets/studio/importview.h"
#include "widgets/studio/lessonview.h"
#include "widgets/studio/similarmodel.h"
#include "widgets/studio/studiolist.h"
#include "widgets/studio/studiowords.h"
#include "widgets/studio/testbench.h"

#include <QTimer>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewMs = 150;
constexpr int editorMin = 560;

} // namespace

StudioPage::StudioPage(ThemeHost &host, Session &session, QWidget *parent)
    : BenchPage(host, session, parent), m_entries(new StudioModel(&session, this)),
      m_corrections(new CorrectionModel(&session, this)),
      m_gapModel(new GapModel(&session, this)), m_lessons(new LessonModel(&session, this)),
      m_gaps(new StudioGaps(session, this)), m_similar(new SimilarModel(this)),
      m_overlaps(new Overlaps(&session, this)), m_desk(new StudioDesk(session, this)),
      m_transfer(new StudioTransfer(session, this)), m_previewSoon(new QTimer(this))
{
    build();
    join();
    joinEditor();
    joinPages();
    joinTransfer();
    joinGaps();
    joinLessons();
    refreshAccess();
}

StudioPage::~StudioPage() = default;

void StudioPage::build()
{
    m_list = new StudioList(host(), *m_entries, *m_corrections, *m_gapModel, *m_lessons);
    m_empty = new EmptyState(host(), Icon::Book,
                             tr("Choose an entry on the left, or write a new one with Ctrl+N."));
    m_editor = new EntryEditor(host(), *m_similar);
    m_history = new HistoryView(host());
    m_conflict = new ConflictView(host());
    m_correction = new CorrectionView(host());
    m_gap = new GapView(host());
    m_lesson = new LessonView(host());
    m_import = new ImportView(host());
    m_bench = new TestBench(host());
    arrange(m_list, {m_empty, m_editor, m_history, m_conflict, m_correction, m_gap, m_lesson, m_import},
            editorMin, m_bench);
}

void StudioPage::join()
{
    connect(&session(), &Session::linkChanged, this, &StudioPage::refreshAccess);
    connect(&session(), &Session::reset, this, [this] {
        refreshAccess();
        refreshGroups();
    });
    connect(&session(), &Session::changed, this, [this](const Changes &changes) {
        if (!changes.groups.isEmpty())
            refreshGroups();
        if (changes.suggestions)
            refreshSuggested();
        if (changes.entries.isEmpty())
            return;
        m_similar->refreshClaims();
        m_editor->setCategories(m_entries->categories());
        refreshBadge();
    });
    connect(m_list, &StudioList::entryChosen, this, &StudioPage::openEntry);
    connect(m_list, &StudioList::correctionChosen, this, &StudioPage::openCorrection);
    connect(m_list, &StudioList::newWanted, this, &StudioPage::newEntry);
    connect(m_list, &StudioList::importWanted, this, &StudioPage::chooseImport);
    connect(m_list, &StudioList::exportWanted, this, &StudioPage::chooseExport);
    connect(m_bench, &TestBench::testWanted, this, &StudioPage::test);
    connect(m_bench, &TestBench::groupChanged, this, &StudioPage::refreshPreview);
    connect(m_bench, &TestBench::entryChosen, this, &StudioPage::openEntry);
    m_similar->setNearest([this](const QString &question) {
        return m_overlaps->nearest(question, m_desk->entry());
    });
    connect(m_overlaps, &Overlaps::ready, m_similar, &SimilarModel::refreshClaims);
    m_previewSoon->setSingleShot(true);
    m_previewSoon->setInterval(previewMs);
    connect(m_previewSoon, &QTimer::timeout, this, &StudioPage::refreshPreview);
}

void StudioPage::joinEditor()
{
    connect(m_editor, &EntryEditor::edited, this, [this] {
        m_desk->edit(m_editor->current());
        m_previewSoon->start();
    });
    connect(m_editor, &EntryEditor::saveWanted, m_desk, &StudioDesk::save);
    connect(m_editor, &EntryEditor::submitWanted, m_desk, &StudioDesk::submit);
    connect(m_editor, &EntryEditor::publishWanted, m_desk, &StudioDesk::publish);
    connect(m_editor, &EntryEditor::discardWanted, m_desk, &StudioDesk::discard);
    connect(m_editor, &EntryEditor::retireWanted, m_desk, &StudioDesk::retire);
    connect(m_editor, &EntryEditor::restoreWanted, m_desk, &StudioDesk::restore);
    connect(m_editor, &EntryEditor::historyWanted, this, &StudioPage::showHistory);
    connect(m_editor, &EntryEditor::compareWanted, this, [this] {
        showHistory();
        if (const auto live = m_desk->live())
            m_history->compareWith(live->version);
    });
    connect(m_editor, &EntryEditor::bannerAction, this, &StudioPage::answerBanner);
    connect(m_editor, &EntryEditor::entryWanted, this, &StudioPage::openEntry);
    connect(m_desk, &StudioDesk::loaded, this, &StudioPage::showText);
    connect(m_desk, &StudioDesk::placeChanged, this, &StudioPage::refreshPlace);
    connect(m_desk, &StudioDesk::refused, this, [this](const CommandData &, const Error &error) {
        // What another wrote is shown side by side; it is no fault of the text.
        if (error.kind != ErrorKind::Conflict || !m_desk->isConflict())
            m_editor->setProblem(refusalText(error));
        m_correction->setProblem(refusalText(error));
    });
}

void StudioPage::joinPages()
{
    const auto back = [this] { showPage(m_desk->isOpen() ? static_cast<QWidget *>(m_editor)
                                                         : m_empty); };
    for (const auto *page : {static_cast<SidePage *>(m_history), static_cast<SidePage *>(m_conflict),
                             static_cast<SidePage *>(m_correction),
                             static_cast<SidePage *>(m_gap), static_cast<SidePage *>(m_lesson),
                             static_cast<SidePage *>(m_import)})
        connect(page, &SidePage::closed, this, back);
    connect(m_history, &HistoryView::moreWanted, this, &StudioPage::askHistory);
    connect(m_history, &HistoryView::takeBackWanted, this, [this, back](const Entry &entry) {
        m_desk->edit(entry);
        m_editor->load(m_desk->text());
        refreshPlace();
        back();
    });
    connect(m_conflict, &ConflictView::theirsChosen, this, [this, back] {
        m_desk->takeTheirs();
        back();
    });
    connect(m_conflict, &ConflictView::mineChosen, this, [this, back] {
        if (m_desk->isConflict())
            m_desk->keepMine();
        else
            m_desk->rebase();
        back();
    });
    connect(m_correction, &CorrectionView::accepted, m_desk, &StudioDesk::acceptCorrections);
    connect(m_correction, &CorrectionView::undoWanted, m_desk, &StudioDesk::undoCorrections);
    connect(m_correction, &CorrectionView::adjustWanted, this, &StudioPage::openEntry);
    const auto leave = [this] {
        const bool open = shown() == m_correction;
        if (open && !m_corrections->indexOf(m_correction->entry()).isValid())
            openEntry(m_correction->entry());
    };
    connect(m_corrections, &QAbstractItemModel::rowsRemoved, this, leave);
}

QString StudioPage::whyNotWritable() const
{
    if (!isWritable())
        return tr("Your role only reads here");
    return isOnline() ? QString() : tr("There is no connection");
}

void StudioPage::addActions(ActionRegistry &registry)
{
    const auto group = tr("Studio");
    const auto whyNot = [this] {
        const auto why = whyNotWritable();
        const bool open = shown() == m_editor;
        return why.isEmpty() && !open ? tr("Open an entry first") : why;
    };
    registry.add({u"studio.save"_s, tr("Save the entry as a draft"), group, Icon::Doc,
                  {QKeySequence(Qt::CTRL | Qt::Key_S)}, [this] { m_desk->save(); }, whyNot, this});
    registry.add({.id = u"studio.submit"_s, .text = tr("Submit or publish the entry"),
                  .group = group, .icon = Icon::Send,
                  .keys = {QKeySequence(Qt::CTRL | Qt::Key_Return),
                           QKeySequence(Qt::CTRL | Qt::Key_Enter)},
                  .run = [this] { m_desk->submit(); }, .whyNot = whyNot, .scope = this,
                  .fixed = true});
    registry.add({u"studio.test"_s, tr("Run the test bench"), group, Icon::Play,
                  {QKeySequence(Qt::Key_F5)}, [this] {
                      if (m_bench->question().isEmpty())
                          m_bench->focusQuestion();
                      m_bench->run();
                  }, {}, this});
    registry.add({u"studio.new"_s, tr("New entry"), group, Icon::Plus,
                  {QKeySequence(Qt::CTRL | Qt::Key_N)}, [this] { newEntry(); },
                  [this] { return isWritable() ? QString() : tr("Your role only reads here"); },
                  this});
    registry.add({u"studio.find"_s, tr("Find an entry"), group, Icon::Search,
                  {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] { m_list->focusSearch(); }, {},
                  this});
}

bool StudioPage::isOnline() const
{
    return session().link().state == LinkState::Live;
}

bool StudioPage::isWritable() const
{
    return m_desk->isWritable();
}

void StudioPage::entered()
{
    refreshAccess();
    refreshGroups();
    m_editor->setCategories(m_entries->categories());
}

void StudioPage::refreshAccess()
{
    const bool writable = isWritable();
    const auto why = writable ? QString() : tr("Read only: your role does not write knowledge");
    m_editor->setAccess(why, isOnline());
    m_list->setWritable(writable);
    m_correction->setWritable(writable && isOnline());
    m_history->setWritable(writable);
    m_conflict->setWritable(writable);
    m_gap->setWritable(session().rights().contains(u"gap.dispose"_s) && isOnline());
    m_lesson->setWritable(session().rights().contains(u"lesson.undo"_s) && isOnline());
    m_import->setWritable(writable && isOnline());
    const bool mayTest = session().rights().contains(u"knowledge.test"_s);
    m_bench->setOnline(mayTest && isOnline(),
                       !mayTest ? tr("Your role does not test")
                       : isOnline() ? QString()
                                    : tr("The backend cannot be reached"));
    refreshPlace();
    refreshBadge();
}

void StudioPage::refreshGroups()
{
    m_bench->setGroups(groupsByName());
    refreshPreview();
}

int StudioPage::badge() const
{
    return m_badge;
}

/** What waits for an editor: corrections to look at, drafts to review. */
void StudioPage::refreshBadge()
{
    int waiting = 0;
    if (isWritable()) {
        waiting = m_corrections->rowCount();
        for (const auto &draft : session().state().entryDrafts)
            waiting += draft.entry.state == EntryState::Review ? 1 : 0;
    }
    if (std::exchange(m_badge, waiting) != waiting)
        Q_EMIT badgeChanged();
}

void StudioPage::openEntry(const EntryId &entry)
{
    m_list->setCurrent(entry);
    m_desk->open(entry);
    showPage(m_desk->isOpen() ? static_cast<QWidget *>(m_editor) : m_empty);
}

void StudioPage::newEntry()
{
    m_desk->openNew(m_desk->isOpen() ? m_desk->text().category : QString());
    m_list->setCurrent({});
    showPage(m_editor);
    m_editor->focusQuestion();
}

void StudioPage::showText()
{
    m_editor->load(m_desk->text());
    QSet<QString> corrected;
    for (const auto &one : session().state().corrections.value(m_desk->entry()).cases)
        corrected.insert(one.question);
    m_similar->setCorrected(corrected);
    refreshPlace();
    refreshPreview();
}

QString StudioPage::savedWords() const
{
    const auto draft = m_desk->draft();
    const auto live = m_desk->live();
    if (!draft && !live)
        return {};
    const auto &entry = draft ? draft->entry : *live;
    const auto who = personName(entry.changedBy);
    return who.isEmpty() ? dayClockText(entry.changedAt)
                         : tr("%1 by %2").arg(dayClockText(entry.changedAt), who);
}

void StudioPage::refreshSuggested()
{
    m_editor->setSuggested(tallyOf(session().state().suggestions, m_desk->entry()));
}

void StudioPage::refreshPlace()
{
    const auto live = m_desk->live();
    const auto draft = m_desk->draft();
    EditorPlace place;
    place.drafted = draft.has_value();
    place.state = draft ? draft->entry.state : live ? live->state : EntryState::Draft;
    place.liveVersion = live ? live->version : 0;
    place.revision = draft ? draft->revision : 0;
    place.saved = savedWords();
    place.note = draft ? draft->note : QString();
    refreshSuggested();
    m_editor->setBusy(m_desk->isBusy());
    m_editor->setPlace(place, m_desk->isDirty() || (!live && !draft && m_desk->isOpen()));
    m_bench->setEntry(m_desk->entry(), place.liveVersion,
                      m_desk->isOpen() && (draft || m_desk->isDirty()));
    refreshBanner();
    if (shown() == m_empty && m_desk->isOpen())
        showPage(m_editor);
}

void StudioPage::refreshBanner()
{
    const auto live = m_desk->live();
    if (m_desk->isConflict()) {
        const auto theirs = m_desk->theirs();
        m_editor->showBanner(true, tr("%1 wrote this entry meanwhile").arg(personName(theirs.changedBy)),
                             tr("Your text is kept and nothing is overwritten"), tr("Compare"));
    } else if (m_desk->isOutdated()) {
        m_editor->showBanner(true, tr("The bot uses v%1 by now").arg(live->version),
                             tr("This draft was written from v%1").arg(m_desk->text().version),
                             tr("Compare"));
    } else if (!isOnline() && m_desk->isOpen()) {
        m_editor->showBanner(true, tr("Offline"),
                             tr("What you write stays on this computer; saving and testing go on "
                                "when the link is back"));
    } else if (m_desk->isRecovered() && m_desk->isDirty()) {
        m_editor->showBanner(false, tr("Brought back what was not saved"), {},
                             tr("Throw it away"));
    } else if (const auto draft = m_desk->draft(); draft && !draft->note.isEmpty()) {
        m_editor->showBanner(false, tr("For review"), visibleText(draft->note, 200));
    } else {
        m_editor->hideBanner();
    }
}

void StudioPage::answerBanner()
{
    if (m_desk->isConflict() || m_desk->isOutdated())
        showConflict();
    else
        m_desk->discard();
}

void StudioPage::showConflict()
{
    const auto live = m_desk->live().value_or(Entry{});
    const auto theirs = m_desk->isConflict() ? m_desk->theirs() : live;
    m_conflict->open(m_desk->isConflict() ? tr("%1, %2").arg(personName(theirs.changedBy),
                                                             dayClockText(theirs.changedAt))
                                          : tr("In use, v%1").arg(live.version),
                     theirs, m_desk->text());
    showPage(m_conflict);
}

} // namespace quntai
