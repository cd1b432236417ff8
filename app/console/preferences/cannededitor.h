// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/canned.h"
#include "models/domain/state.h"
#include "widgets/common/flow/scrollcolumn.h"

#include <optional>

class QLineEdit;

namespace quntai {

class ActionButton;
class AnswerEdit;
class ConfirmLine;
class GroupsChoice;
class PlainLabel;

/** One canned reply being written: its words beside what a customer would read, where it may be
 * used, and, when somebody else has changed it meanwhile, both texts. */
class CannedEditor : public ScrollColumn
{
    Q_OBJECT
public:
    CannedEditor(ThemeHost &host, std::function<const State &()> state, QWidget *parent = nullptr);

    /** Shows a reply as it is; version 0: a new one. What was written before is gone. */
    void edit(const CannedReply &reply);
    /** As it is now; nothing: it was taken away. Beside unsaved words it is shown, not taken. */
    void setNewest(const std::optional<CannedReply> &newest);
    void setReadOnly(bool readOnly);
    void setSaving(bool saving);
    /** Why it was not saved; field as the backend names it. */
    void setProblem(const QString &problem, const QString &field = {});
    CannedReply written() const;
    bool isDirty() const;

Q_SIGNALS:
    void saveWanted(const quntai::CannedReply &reply);
    void removeWanted(const quntai::CannedReply &reply);

private:
    void build();
    QWidget *field(const QString &name, QWidget *control);
    QWidget *buildTextHead();
    QWidget *buildConflict();
    void join();
    void openVariables();
    void refresh();
    void refreshPreview();
    void refreshConflict();
    QString whyNotSave() const;
    void save();

    ThemeHost &m_theme;
    std::function<const State &()> m_state;
    CannedReply m_base;
    std::optional<CannedReply> m_theirs;  //!< differs from m_base
    bool m_gone = false;
    bool m_readOnly = false;
    bool m_saving = false;
    bool m_loading = false;
    QLineEdit *m_title;
    QLineEdit *m_shortcut;
    AnswerEdit *m_text;
    ActionButton *m_variable;
    PlainLabel *m_preview;
    GroupsChoice *m_groups;
    QLineEdit *m_tags;
    PlainLabel *m_problem;
    QWidget *m_conflict;
    PlainLabel *m_conflictText;
    ActionButton *m_takeTheirs;
    ActionButton *m_keepMine;
    ConfirmLine *m_confirm;
    ActionButton *m_remove;
    ActionButton *m_save;
};

} // namespace quntai
