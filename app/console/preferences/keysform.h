// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/actions/actionregistry.h"
#include "app/console/settings/settings.h"
#include "widgets/common/themedwidget.h"

class QKeySequenceEdit;
class QListView;

namespace quntai {

class ActionButton;
class PaletteModel;
class PlainLabel;
class SearchField;

/** Every action with its key: find it, press another key, or go back to its own. What a key may not
 * be, and who has it already, stands beside it. */
class KeysForm : public ThemedWidget
{
    Q_OBJECT
public:
    KeysForm(ThemeHost &host, ActionRegistry &registry, Settings &settings,
             QWidget *parent = nullptr);
    ~KeysForm() override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildEditor();
    void join();
    void fill();
    void select(const QString &id);
    void refreshEditor();
    void tryKeys(const QKeySequence &keys);
    void give(const QKeySequence &keys);
    void say(const QString &problem);
    QString problemText(KeyProblem problem) const;

    ActionRegistry &m_registry;
    Settings &m_settings;
    QString m_id;             //!< the action being looked at
    QKeySequence m_wanted;    //!< held by another action
    PaletteModel *m_model;
    SearchField *m_search;
    QListView *m_list;
    PlainLabel *m_name;
    QKeySequenceEdit *m_field;
    PlainLabel *m_problem;
    ActionButton *m_takeOver;
    ActionButton *m_none;
    ActionButton *m_reset;
    ActionButton *m_resetAll;
};

} // namespace quntai
