// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

class QListWidget;
class QStackedWidget;

namespace quntai {

class ActionButton;
class EmptyState;
class PlainLabel;
class SearchField;

/** One line of a RecordList; texts come from outside. */
struct Record
{
    QString key;
    QString title;
    QString mark;    //!< at the right
    QString words;   //!< found by too, not shown

    bool operator==(const Record &) const = default;
};

/** A list of named things with a field that narrows it down and a button for a new one. */
class RecordList : public ThemedWidget
{
    Q_OBJECT
public:
    /** what: names the list. add: words of the button. */
    RecordList(ThemeHost &host, const QString &what, const QString &add, QWidget *parent = nullptr);

    /** The chosen one stays chosen. */
    void setRecords(const QList<Record> &records);
    void setEmptyWords(const QString &words);
    /** With nothing new to be made there is no button. */
    void setCanAdd(bool can);
    /** No signal; a key that is not there chooses nothing. */
    void setCurrent(const QString &key);
    QString current() const;
    SearchField &searchField() const { return *m_search; }
    QListWidget &list() const { return *m_list; }
    ActionButton &addButton() const { return *m_add; }

Q_SIGNALS:
    void chosen(const QString &key);
    void addWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();

    QList<Record> m_records;
    QString m_emptyWords;
    QString m_current;
    SearchField *m_search;
    QListWidget *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    ActionButton *m_add;
};

} // namespace quntai
