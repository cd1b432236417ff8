// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/studio/similarmodel.h"

class QLineEdit;
class QTableView;

namespace quntai {

class ActionButton;
class PlainLabel;

/** The similar questions with a line to add one. Pasting several lines adds them all; F2 or a
 * double click edits, Delete removes. */
class SimilarTable : public ThemedWidget
{
    Q_OBJECT
public:
    SimilarTable(ThemeHost &host, SimilarModel &model, QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);
    /** Adds every line of a text; says how many were new. */
    void addLines(const QString &text);

Q_SIGNALS:
    /** The other entry a question is like. */
    void entryWanted(const quntai::EntryId &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void themeChanged() override { fit(); }

private:
    void fit();
    void refresh();

    SimilarModel &m_model;
    QTableView *m_table;
    QLineEdit *m_line;
    PlainLabel *m_count;
    PlainLabel *m_told;
    ActionButton *m_paste;
};

} // namespace quntai
