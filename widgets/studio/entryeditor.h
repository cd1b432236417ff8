// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/knowledge.h"
#include "models/domain/suggestion.h"
#include "widgets/common/themedwidget.h"

class QComboBox;
class QLineEdit;
class QTimer;

namespace quntai {

class ActionButton;
class AnswerEdit;
class ChipLabel;
class IconButton;
class InlineBanner;
class LinesEdit;
class PlainLabel;
class RuleRows;
class ScrollColumn;
class SimilarModel;
class SimilarTable;
class StepStrip;

/** What the editor shows of an entry besides the text. */
struct EditorPlace
{
    EntryState state = EntryState::Draft;  //!< of the draft, else of the live entry
    bool drafted = false;   //!< the backend keeps a draft
    int liveVersion = 0;    //!< 0: never live
    int revision = 0;
    QString saved;          //!< "Saved 14:28 · 许静雯"
    QString note;           //!< of who asked for review
};

/** Where one entry is written: question, similar questions, answer, category, risk, tags, rules, slots,
 * what is looked up, steps, and how the answer will read. Text, not the way it is kept: who owns it saves and submits. */
class EntryEditor : public ThemedWidget
{
    Q_OBJECT
public:
    EntryEditor(ThemeHost &host, SimilarModel &similar, QWidget *parent = nullptr);

    /** Puts the entry into the fields; no signal. */
    void load(const Entry &entry);
    /** What stands in the fields; id, version and what is not written here as loaded. */
    Entry current() const;
    void setPlace(const EditorPlace &place, bool dirty);
    void setCategories(const QStringList &categories);
    /** Reason why nothing can be written; empty: it can. online: the backend can be told. */
    void setAccess(const QString &readOnlyWhy, bool online);
    void setPreview(const QString &title, const QString &text, const QStringList &missing);
    /** How often agents saw the answer beside their reply, and what became of it. */
    void setSuggested(const SuggestionTally &tally);
    void showBanner(bool warning, const QString &title, const QString &text,
                    const QString &action = {});
    void hideBanner();
    void setProblem(const QString &problem);
    void setBusy(bool busy);
    void focusQuestion();
    void focusAnswer();

Q_SIGNALS:
    void edited();
    void saveWanted();
    /** Ctrl+Enter: for review when it is a draft, live when it is in review. */
    void submitWanted();
    void publishWanted();
    void discardWanted();
    void retireWanted();
    void restoreWanted();
    void historyWanted();
    void compareWanted();
    void bannerAction();
    void entryWanted(const quntai::EntryId &entry);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFields();
    void buildLookup();
    void refreshQuestions();
    QWidget *label(const QString &name, const QString &hint = {});
    void refresh();
    void showMore();
    void noteEdit();

    Entry m_loaded;
    EditorPlace m_place;
    QString m_readOnlyWhy;
    bool m_online = true;
    bool m_dirty = false;
    bool m_busy = false;
    bool m_loading = false;
    QString m_answered;  //!< last seen; colours change, too, and are no edit

    SimilarModel &m_similar;
    PlainLabel *m_title;
    ChipLabel *m_chip;
    PlainLabel *m_saved;
    ActionButton *m_history;
    ActionButton *m_compare;
    ActionButton *m_save;
    ActionButton *m_submit;
    IconButton *m_more;
    StepStrip *m_steps;
    InlineBanner *m_banner;
    ScrollColumn *m_body;
    QLineEdit *m_question;
    SimilarTable *m_table;
    AnswerEdit *m_answer;
    QComboBox *m_category;
    QComboBox *m_risk;
    QLineEdit *m_tags;
    RuleRows *m_rules;
    LinesEdit *m_asked;     //!< slots
    QComboBox *m_act;
    QLineEdit *m_fallback;
    LinesEdit *m_handling;  //!< steps
    PlainLabel *m_previewTitle;
    PlainLabel *m_preview;
    PlainLabel *m_suggested;
    PlainLabel *m_problem;
};

} // namespace quntai
