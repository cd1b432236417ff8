// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/draftmodel.h"
#include "widgets/common/paint/chip.h"
#include "widgets/common/theme/themehost.h"

#include <QStyledItemDelegate>

#include <functional>

namespace quntai {

/** Why a draft waits, most severe first: what held it, then what makes it worth a second look. */
QList<ChipSpec> draftChips(const DraftRow &row);

/** Paints one draft: group, what is asked, who asks, why it waits, how long it may. Pure. */
class DraftDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    DraftDelegate(ThemeHost &host, std::function<Instant()> clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintRow(QPainter &painter, const QRect &rect, const DraftRow &row) const;
    int paintTimer(QPainter &painter, const QRect &line, const DraftRow &row) const;

    ThemeHost &m_host;
    std::function<Instant()> m_clock;
};

} // namespace quntai
