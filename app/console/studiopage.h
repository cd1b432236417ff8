// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/benchpage.h"
#include "models/domain/knowledge.h"

class QTimer;

namespace quntai {

class ConflictView;
class CorrectionModel;
class CorrectionView;
class EmptyState;
class EntryEditor;
class GapModel;
class GapView;
class HistoryView;
class ImportView;
class LessonModel;
class LessonView;
class Overlaps;
class SimilarModel;
class StudioDesk;
class StudioGaps;
class StudioList;
class StudioModel;
class StudioTransfer;
class TestBench;

/** 知识库: what the bot knows, for those who write it. Entries on the left, one of them in the
 * middle, the bench to try it on the right. Who may not write sees it read only. */
class StudioPage : public BenchPage
{
    Q_OBJECT
public:
    StudioPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);
    ~StudioPage() override;

    void entered() override;
    void addActions(ActionRegistry &registry) override;
    int badge() const override;

    /** Shows the entry. */
    void openEntry(const EntryId &entry);
    void openCorrection(const EntryId &entry);
    void openGap(const GapId &gap);
    void openLesson(const LessonId &lesson);
    void newEntry();
    void showHistory();
    void importFile(const QString &path);
    /** Asks the bot this. */
    void tryQuestion(const QString &question);
    StudioDesk &desk() { return *m_desk; }
    EntryEditor &editor() { return *m_editor; }
    TestBench &bench() { return *m_bench; }

private:
    void build();
    void join();
    void joinEditor();
    void joinPages();
    void joinTransfer();
    void joinGaps();
    void joinLessons();
    void writeFor(const Gap &gap);
    void addToNearest(const Gap &gap);
    void showGap(const QModelIndex &index);
    QString whyNotWritable() const;
    bool isOnline() const;
    bool isWritable() const;
    void refreshAccess();
    void refreshGroups();
    void refreshPlace();
    void refreshSuggested();
    void refreshBanner();
    void showText();
    void refreshPreview();
    void refreshBadge();
    void showConflict();
    void answerBanner();
    void askHistory(qint64 before);
    void test();
    void chooseImport();
    void chooseExport();
    QString savedWords() const;
    QHash<UserId, QString> names() const;
    MessagePtr messageOf(const MessageId &id) const;

    StudioModel *m_entries;
    CorrectionModel *m_corrections;
    GapModel *m_gapModel;
    LessonModel *m_lessons;
    StudioGaps *m_gaps;
    SimilarModel *m_similar;
    Overlaps *m_overlaps;
    StudioDesk *m_desk;
    StudioTransfer *m_transfer;
    CommandId m_undoing;  //!< the lesson that was to be taken back last
    int m_badge = 0;
    QTimer *m_previewSoon;

    StudioList *m_list;
    EmptyState *m_empty;
    EntryEditor *m_editor;
    HistoryView *m_history;
    ConflictView *m_conflict;
    CorrectionView *m_correction;
    GapView *m_gap;
    LessonView *m_lesson;
    ImportView *m_import;
    TestBench *m_bench;
};

} // namespace quntai
