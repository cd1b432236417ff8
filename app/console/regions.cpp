// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/regions.h"

#include <QApplication>
#include <QSplitter>
#include <QWidget>

#include <algorithm>

namespace quntai {

namespace {

bool canHaveFocus(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus);
}

bool holds(const QWidget &region, const QWidget *widget)
{
    return widget && (&region == widget || region.isAncestorOf(widget));
}

} // namespace

QList<QWidget *> regionsOf(QWidget &room)
{
    QList<QWidget *> regions;
    for (auto *widget : room.findChildren<QWidget *>()) {
        if (widget->property(regionProperty).toBool())
            regions.append(widget);
    }
    if (const auto *splitter = room.findChild<QSplitter *>(); regions.isEmpty() && splitter) {
        for (int at = 0; at < splitter->count(); ++at)
            regions.append(splitter->widget(at));
    }
    if (regions.isEmpty())
        regions.append(&room);
    const auto place = [&room](const QWidget *widget) {
        const auto at = widget->mapTo(&room, QPoint());
        return std::pair(at.x(), at.y());
    };
    std::ranges::stable_sort(regions, {}, place);
    return regions;
}

QWidget *focusTargetOf(QWidget &region)
{
    auto *last = region.focusWidget();
    if (last && holds(region, last) && canHaveFocus(*last))
        return last;
    if (canHaveFocus(region))
        return &region;
    for (auto *next = region.nextInFocusChain(); next != &region; next = next->nextInFocusChain()) {
        if (region.isAncestorOf(next) && canHaveFocus(*next))
            return next;
    }
    return nullptr;
}

void stepRegion(const QList<QWidget *> &regions, int step)
{
    const auto count = int(regions.size());
    int at = step > 0 ? -1 : 0;
    for (int i = 0; i < count; ++i) {
        if (holds(*regions.at(i), QApplication::focusWidget()))
            at = i;
    }
    for (int tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        auto *target = regions.at(at)->isVisible() ? focusTargetOf(*regions.at(at)) : nullptr;
        if (target) {
            target->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

} // namespace quntai
