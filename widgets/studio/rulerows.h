// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "widgets/common/themedwidget.h"

#include <optional>

class QVBoxLayout;

namespace quntai {

class ActionButton;
class PlainLabel;

/** The rules of an entry, one a row: kind, text, what is wrong with it, and how many of the entry's
 * own questions it holds for. In the text Enter adds a row below, Alt+Up and Alt+Down move the row,
 * Backspace in an empty one removes it. */
class RuleRows : public ThemedWidget
{
    Q_OBJECT
public:
    RuleRows(ThemeHost &host, QWidget *parent = nullptr);
    ~RuleRows() override;

    /** No signal; rows that say the same stay as they are, with the cursor in them. */
    void setRules(const QList<EntryRule> &rules);
    /** In order, without rows nothing is written in. */
    QList<EntryRule> rules() const;
    /** The entry's questions, for the count. */
    void setQuestions(const QStringList &questions);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Row;

    void add(qsizetype at, const EntryRule &rule);
    void addByHand(qsizetype at);
    void remove(Row *row);
    void removeByHand(Row *row);
    void bringBack();
    void move(Row *row, int by);
    bool takeKey(Row *row, int key, Qt::KeyboardModifiers modifiers);
    Row *rowOf(const QObject *field) const;
    void refresh();

    QList<Row *> m_rows;
    QStringList m_questions;
    std::optional<std::pair<qsizetype, EntryRule>> m_removed;  //!< last; may be brought back
    bool m_readOnly = false;
    QVBoxLayout *m_column;
    PlainLabel *m_none;
    ActionButton *m_add;
    ActionButton *m_back;
};

/** How many of the questions the rule holds for, letter case and width aside; nothing for a rule
 * that may not be used, or one that takes too long to tell. */
std::optional<int> holdsFor(const EntryRule &rule, const QStringList &questions);

} // namespace quntai
