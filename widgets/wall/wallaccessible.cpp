// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallaccessible.h"

#include "widgets/wall/tilewords.h"

#include <QScrollBar>

namespace quntai {

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *view = qobject_cast<WallView *>(object);
    return view ? new WallAccessible(view) : nullptr;
}

} // namespace

void WallAccessible::install()
{
    static const bool done = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(done)
}

WallAccessible::WallAccessible(WallView *view)
    : QAccessibleWidget(view, QAccessible::List)
{
}

WallAccessible::~WallAccessible()
{
    for (QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

WallView *WallAccessible::view() const
{
    return static_cast<WallView *>(object());
}

int WallAccessible::childCount() const
{
    return view()->grid().count();
}

QAccessibleInterface *WallAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (const QAccessible::Id known = m_children.value(index))
        return QAccessible::accessibleInterface(known);
    auto *made = new WallTileAccessible(view(), index);
    m_children.insert(index, QAccessible::registerAccessibleInterface(made));
    return made;
}

int WallAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *row = dynamic_cast<const WallTileAccessible *>(child);
    return row ? row->row() : -1;
}

QAccessibleInterface *WallAccessible::childAt(int x, int y) const
{
    const QPoint point = view()->viewport()->mapFromGlobal(QPoint(x, y));
    return child(view()->grid().tileAt(point + QPoint(0, view()->verticalScrollBar()->value())));
}

QAccessibleInterface *WallAccessible::focusChild() const
{
    return child(view()->currentRow());
}

WallTileAccessible::WallTileAccessible(WallView *view, int row) : m_view(view), m_row(row)
{
}

bool WallTileAccessible::isValid() const
{
    return m_view && m_row < m_view->grid().count();
}

QAccessibleInterface *WallTileAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString WallTileAccessible::text(QAccessible::Text kind) const
{
    if (!isValid() || kind != QAccessible::Name)
        return {};
    const auto &model = m_view->model();
    if (const auto *tile = model.tileAt(m_row))
        return tileSentence(*tile, model.now());
    return sectionName(int(model.grouping()),
                       model.index(m_row).data(WallModel::Section).toString());
}

QRect WallTileAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect row = m_view->tileRect(m_row);
    return QRect(m_view->viewport()->mapToGlobal(row.topLeft()), row.size());
}

QAccessible::State WallTileAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.focusable = m_view->model().tileAt(m_row) != nullptr;
    state.readOnly = true;
    state.focused = m_view->hasFocus() && m_view->currentRow() == m_row;
    state.offscreen = !m_view->viewport()->rect().intersects(m_view->tileRect(m_row));
    return state;
}

} // namespace quntai
