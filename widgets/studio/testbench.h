// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/knowledge.h"
#include "widgets/common/themedwidget.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace quntai {

class ActionButton;
class EmptyState;
class PlainLabel;
class ScrollColumn;
class SegmentedControl;

/** 测试台: a question, asked of the bot as it is or as the entry in the editor would make it; what
 * it finds, with what scores, what it would do, and why the entry is (not) the answer. */
class TestBench : public ThemedWidget
{
    Q_OBJECT
public:
    explicit TestBench(ThemeHost &host, QWidget *parent = nullptr);

    /** The entry in the editor; draftable: its text can be tried. */
    void setEntry(const EntryId &entry, int liveVersion, bool draftable);
    void setGroups(const QList<std::pair<GroupId, QString>> &groups);
    GroupId group() const;
    QString question() const;
    bool triesDraft() const;
    void setTriesDraft(bool draft);
    void setOnline(bool online, const QString &why);
    void focusQuestion();
    /** Asks again what stands there, if something does. */
    void run();

    void showTrial(const Trial &trial, const std::optional<Entry> &entry, Instant at);
    void showProblem(const QString &problem);

Q_SIGNALS:
    void testWanted();
    void groupChanged();
    void entryChosen(const quntai::EntryId &entry);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildQuestion();
    void clear();
    PlainLabel *addText(const QString &text, TextRole font, ColorRole color);
    void addHeading(const QString &text, const QString &note);
    void addWords(const Trial &trial);
    void addCandidates(const Trial &trial);
    void addWhy(const Trial &trial, const std::optional<Entry> &entry);
    void addOutcome(const Trial &trial);
    void remember(const Trial &trial, Instant at);
    void addRecent();
    void refreshRun();

    struct Recent
    {
        QString question;
        int confidence = 0;
        int threshold = 0;
        Instant at;
    };

    EntryId m_entry;
    QList<Recent> m_recent;
    bool m_online = true;
    bool m_busy = false;
    QString m_asked;

    SegmentedControl *m_mode;
    QLineEdit *m_question;
    ActionButton *m_run;
    QComboBox *m_group;
    ScrollColumn *m_body;
    QWidget *m_results = nullptr;
    QVBoxLayout *m_column = nullptr;
};

} // namespace quntai
