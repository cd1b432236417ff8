// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/spokenlist.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace quntai {

namespace {

/** Null while the view is being destroyed: then it has no rows any more. */
const SpokenList *listOf(const QAbstractScrollArea *area)
{
    return dynamic_cast<const SpokenList *>(area);
}

/** One row of the list. */
class RowAccessible : public QAccessibleInterface
{
public:
    RowAccessible(QAbstractScrollArea *area, int row) : m_area(area), m_row(row) {}

    int row() const { return m_row; }

    bool isValid() const override
    {
        const auto *list = listOf(m_area);
        return list && m_row < list->spokenRows();
    }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_area);
    }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? listOf(m_area)->spokenRow(m_row)
                                                      : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;

private:
    QPointer<QAbstractScrollArea> m_area;
    int m_row;
};

QRect RowAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect row = listOf(m_area)->spokenRect(m_row);
    return QRect(m_area->viewport()->mapToGlobal(row.topLeft()), row.size());
}

QAccessible::State RowAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const auto *list = listOf(m_area);
    state.focusable = list->isSpokenRowFocusable(m_row);
    state.readOnly = true;
    state.focused = m_area->hasFocus() && list->spokenCurrent() == m_row;
    state.offscreen = !m_area->viewport()->rect().intersects(list->spokenRect(m_row));
    return state;
}

class ListAccessible : public QAccessibleWidget
{
public:
    explicit ListAccessible(QAbstractScrollArea *area) : QAccessibleWidget(area, QAccessible::List)
    {
    }
    ~ListAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return list() ? list()->spokenRows() : 0; }
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *row = dynamic_cast<const RowAccessible *>(child);
        return row ? row->row() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return list() ? child(list()->spokenRowAt(area()->viewport()->mapFromGlobal(QPoint(x, y))))
                      : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return list() ? child(list()->spokenCurrent()) : nullptr;
    }

private:
    QAbstractScrollArea *area() const { return static_cast<QAbstractScrollArea *>(object()); }
    const SpokenList *list() const { return listOf(area()); }

    /// Interfaces given out, by row; rows are numbers, what they say is read when asked.
    mutable QHash<int, QAccessible::Id> m_children;
};

QAccessibleInterface *ListAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (const QAccessible::Id known = m_children.value(index))
        return QAccessible::accessibleInterface(known);
    auto *made = new RowAccessible(area(), index);
    m_children.insert(index, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *area = qobject_cast<QAbstractScrollArea *>(object);
    return listOf(area) ? new ListAccessible(area) : nullptr;
}

} // namespace

void installSpokenLists()
{
    static const bool done = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(done)
}

} // namespace quntai
