// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/recordeditor.h"
#include "models/domain/canned.h"

#include <optional>

namespace quntai {

class AnswerEdit;
class ConfirmLine;
class GroupsChoice;

/** One canned reply being written: its words beside what a customer would read, where it may be
 * used, and, when somebody else has changed it meanwhile, both texts. */
class CannedEditor final : public RecordEditor
{
    Q_OBJECT
public:
    CannedEditor(ThemeHost &host, std::function<const State &()> state, QWidget *parent = nullptr);

    /** Shows a reply as it is; version 0: a new one. What was written before is gone. */
    void edit(const CannedReply &reply);
    /** As it is now; nothing: it was taken away. Beside unsaved words it is shown, not taken. */
    void setNewest(const std::optional<CannedReply> &newest);
    CannedReply written() const;
    bool isDirty() const override;

Q_SIGNALS:
    void saveWanted(const quntai::CannedReply &reply);
    void removeWanted(const quntai::CannedReply &reply);

private:
    void build();
    QWidget *buildTextHead();
    QWidget *buildConflict();
    void join();
    void openVariables();
    void keepMine();
    void refresh() override;
    void refreshPreview();
    void refreshConflict();
    void lock(bool readOnly) override;
    QWidget *controlOf(const QString &field) const override;
    QString whyNotSave() const override;
    void send() override { Q_EMIT saveWanted(written()); }

    CannedReply m_base;
    std::optional<CannedReply> m_theirs;  //!< differs from m_base
    bool m_gone = false;
    QLineEdit *m_title;
    QLineEdit *m_shortcut;
    AnswerEdit *m_text;
    ActionButton *m_variable;
    PlainLabel *m_preview;
    GroupsChoice *m_groups;
    QLineEdit *m_tags;
    QWidget *m_conflict;
    PlainLabel *m_conflictText;
    ActionButton *m_takeTheirs;
    ActionButton *m_keepMine;
    ConfirmLine *m_confirm;
    ActionButton *m_remove;
};

} // namespace quntai
