// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wall/wallview.h"

#include <QAccessibleWidget>

namespace quntai {

/// The wall for a screen reader: a list whose items are the model's rows, each said as one
/// sentence.
class WallAccessible : public QAccessibleWidget
{
public:
    explicit WallAccessible(WallView *view);
    ~WallAccessible() override;

    /// Makes these interfaces known to Qt; once, at start. Later calls do nothing.
    static void install();

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    WallView *view() const;

private:
    /// Interfaces given out, by row; rows are numbers, what they say is read when asked.
    mutable QHash<int, QAccessible::Id> m_children;
};

/// One row of the list.
class WallTileAccessible : public QAccessibleInterface
{
public:
    WallTileAccessible(WallView *view, int row);

    int row() const { return m_row; }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;

private:
    QPointer<WallView> m_view;
    int m_row;
};

} // namespace quntai
