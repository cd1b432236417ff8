// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QStyledItemDelegate>

namespace quntai {

/** A topic behind a number, 58 px: title and wait, then group, time, and how it went. */
class TopicRows : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TopicRows(ThemeHost &host, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /** What a screen reader reads of a row. */
    QString displayText(const QVariant &value, const QLocale &locale) const override;

private:
    ThemeHost &m_host;
};

} // namespace quntai
