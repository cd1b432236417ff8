// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/queueorder.h"
#include "widgets/common/themedwidget.h"

class QMenu;

namespace quntai {

class ActionButton;
class FlowLayout;

/** Above the queue: its order, what it shows, and views a person kept, one chip each.
 *
 * A chip applies its view; Delete on it, or its menu, forgets it. GUI thread. */
class ViewBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ViewBar(ThemeHost &host, QWidget *parent = nullptr);

    const SavedView &view() const { return m_view; }
    /** No signal. */
    void setView(const SavedView &view);
    void setSaved(const QList<SavedView> &saved);
    const QList<SavedView> &saved() const { return m_saved; }
    /** What may be filtered by; names are untrusted. */
    void setChoices(const QList<std::pair<GroupId, QString>> &groups,
                    const QStringList &categories);

    ActionButton &sortButton() const { return *m_sort; }
    ActionButton &filterButton() const { return *m_filter; }
    /** A view in words: "VIP 群 · Angry · Service level". */
    QString nameOf(const SavedView &view) const;

    static constexpr qsizetype mostSaved = 8;

Q_SIGNALS:
    /** A person chose another order, filter or view. */
    void viewChosen(const quntai::SavedView &view);
    /** A person kept or forgot a view. */
    void savedChanged();

private:
    void choose(const SavedView &view);
    void keep();
    void forget(const SavedView &view);
    void openSort();
    void openFilter();
    void addGroups(QMenu *menu);
    void addCategories(QMenu *menu);
    void addOthers(QMenu *menu);
    void refresh();
    void refreshChips();
    QString groupName(const GroupId &id) const;

    SavedView m_view;
    QList<SavedView> m_saved;
    QList<std::pair<GroupId, QString>> m_groups;
    QStringList m_categories;
    ActionButton *m_sort;
    ActionButton *m_filter;
    QWidget *m_chips;
    FlowLayout *m_flow;
};

/** "Priority", "Oldest wait", … */
QString queueSortName(QueueSort sort);

} // namespace quntai
