// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineaccessible.h"

namespace quntai {

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new TimelineAccessible(view) : nullptr;
}

} // namespace

void TimelineAccessible::install()
{
    static const bool done = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(done)
}

TimelineAccessible::TimelineAccessible(TimelineView *view)
    : QAccessibleWidget(view, QAccessible::List)
{
}

TimelineAccessible::~TimelineAccessible()
{
    for (QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

TimelineView *TimelineAccessible::view() const
{
    return static_cast<TimelineView *>(object());
}

int TimelineAccessible::childCount() const
{
    return int(view()->flow().count());
}

QAccessibleInterface *TimelineAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (const QAccessible::Id known = m_children.value(index))
        return QAccessible::accessibleInterface(known);
    auto *made = new TimelineRowAccessible(view(), index);
    m_children.insert(index, QAccessible::registerAccessibleInterface(made));
    return made;
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *row = dynamic_cast<const TimelineRowAccessible *>(child);
    return row ? row->row() : -1;
}

QAccessibleInterface *TimelineAccessible::childAt(int x, int y) const
{
    const QPoint point = view()->viewport()->mapFromGlobal(QPoint(x, y));
    return child(int(view()->flow().rowAt(point.y())));
}

QAccessibleInterface *TimelineAccessible::focusChild() const
{
    return child(int(view()->current()));
}

TimelineRowAccessible::TimelineRowAccessible(TimelineView *view, int row) : m_view(view), m_row(row)
{
}

bool TimelineRowAccessible::isValid() const
{
    return m_view && m_row < m_view->flow().count();
}

QAccessibleInterface *TimelineRowAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString TimelineRowAccessible::text(QAccessible::Text kind) const
{
    return isValid() && kind == QAccessible::Name ? m_view->spokenOf(m_row) : QString();
}

QRect TimelineRowAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect row = m_view->rowRect(m_row);
    return QRect(m_view->viewport()->mapToGlobal(row.topLeft()), row.size());
}

QAccessible::State TimelineRowAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.focusable = true;
    state.readOnly = true;
    state.focused = m_view->hasFocus() && m_view->current() == m_row;
    state.offscreen = !m_view->viewport()->rect().intersects(m_view->rowRect(m_row));
    return state;
}

} // namespace quntai
