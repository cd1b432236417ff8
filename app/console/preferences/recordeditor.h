// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"
#include "widgets/common/flow/scrollcolumn.h"

#include <functional>

class QLineEdit;

namespace quntai {

class ActionButton;
class PlainLabel;

/** One record being written: fields under their names, what is wrong with them, and a button that
 * saves (Ctrl+S, Enter in a line). GUI thread. */
class RecordEditor : public ScrollColumn
{
    Q_OBJECT
public:
    virtual bool isDirty() const = 0;
    void setReadOnly(bool readOnly);
    void setSaving(bool saving);
    /** Why it was not saved; field as the backend names it. */
    void setProblem(const QString &problem, const QString &field = {});

protected:
    /** saveWords: of the button. What state() gives outlives the editor. */
    RecordEditor(ThemeHost &host, std::function<const State &()> state, const QString &saveWords,
                 QWidget *parent);

    ThemeHost &host() const { return m_theme; }
    const State &state() const { return m_state(); }
    bool isReadOnly() const { return m_readOnly; }
    bool isSaving() const { return m_saving; }
    PlainLabel *problemLabel() const { return m_problem; }
    ActionButton *saveButton() const { return m_save; }

    /** Where its rows go, in the order of the keyboard. Once. */
    QVBoxLayout *addRows();
    /** The control under its name. about: what it is for; shown in an empty line. */
    QWidget *field(const QString &name, QWidget *control, const QString &about = {});
    /** Typing in it is an edit, Enter saves. */
    void follow(QLineEdit *line);
    /** Something was written; not said while a record is filled in. */
    void edited();
    /** Shows a record: fill sets the controls. */
    void load(const std::function<void()> &fill);
    void save();
    /** words: of the button now. unchanged: why there is nothing to save. */
    void refreshSave(const QString &words, const QString &unchanged);

    virtual void refresh() = 0;
    virtual void lock(bool readOnly) = 0;
    virtual QWidget *controlOf(const QString &field) const = 0;
    /** Empty: it can be sent. */
    virtual QString whyNotSave() const = 0;
    virtual void send() = 0;

private:
    ThemeHost &m_theme;
    std::function<const State &()> m_state;
    bool m_readOnly = false;
    bool m_saving = false;
    bool m_loading = false;
    PlainLabel *m_problem;
    ActionButton *m_save;
};

} // namespace quntai
