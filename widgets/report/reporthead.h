// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "widgets/common/themedwidget.h"

#include <functional>

class QDateEdit;
class QMenu;

namespace quntai {

class ActionButton;
class IconButton;
class PlainLabel;
class SegmentedControl;

/** The head of the report, 48 px: which time, which groups, charts or tables, export. */
class ReportHead : public ThemedWidget
{
    Q_OBJECT
public:
    enum class Range { Today, Week, Month, Own };
    enum class Export { FiguresCsv, TopicsCsv, Picture, Clipboard };

    ReportHead(ThemeHost &host, QWidget *parent = nullptr);

    Range range() const;
    void setRange(Range range);
    /** The days of an own range, whole, by the company's clock; from ≤ to. */
    std::pair<QDate, QDate> ownDays() const;
    void setOwnDays(const QDate &from, const QDate &to);
    /** Groups there are, by name; those chosen stay chosen. */
    void setGroups(const QList<std::pair<GroupId, QString>> &groups);
    const QList<GroupId> &chosenGroups() const { return m_chosen; }
    void chooseGroups(const QList<GroupId> &groups);
    void showTables(bool tables);
    /** "as of 14:29", and whether it is old for want of a connection. */
    void setStamp(const QString &words, bool old);

Q_SIGNALS:
    void questionChanged();
    void tablesWanted(bool tables);
    void refreshWanted();
    void exportWanted(quntai::ReportHead::Export what);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildOwn();
    void buildExport();
    void openGroups();
    void toggleGroup(const GroupId &group, bool on);
    void refreshGroups();

    SegmentedControl *m_range;
    QWidget *m_own;
    QDateEdit *m_from;
    QDateEdit *m_to;
    ActionButton *m_groupsButton;
    SegmentedControl *m_form;
    PlainLabel *m_stamp;
    ActionButton *m_export;
    QList<std::pair<GroupId, QString>> m_groups;
    QList<GroupId> m_chosen;
};

} // namespace quntai
