// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "widgets/common/themedwidget.h"

class QGridLayout;

namespace quntai {

class DiffView;
class PlainLabel;

/** Two states of an entry side by side, word by word: question, answer, and whatever else differs.
 */
class CompareView : public ThemedWidget
{
    Q_OBJECT
public:
    explicit CompareView(ThemeHost &host, QWidget *parent = nullptr);

    void setTitles(const QString &left, const QString &right);
    void showEntries(const Entry &left, const Entry &right);

private:
    struct Field
    {
        PlainLabel *name;
        DiffView *left;
        DiffView *right;
    };

    Field addField(const QString &name);
    static void set(const Field &field, const QString &left, const QString &right, bool always);

    QGridLayout *m_grid;
    PlainLabel *m_leftTitle;
    PlainLabel *m_rightTitle;
    Field m_question;
    Field m_answer;
    Field m_similar;
    Field m_rest;
};

} // namespace quntai
