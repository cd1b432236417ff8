// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lessonmodel.h"
#include "widgets/common/theme/themehost.h"

#include <QStyledItemDelegate>

namespace quntai {

/**  the customer's words
 *  means / does not mean: entry
 *  who · when · why
 */
class LessonDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit LessonDelegate(ThemeHost &host, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    ThemeHost &m_host;
};

/** "Means: How long do refunds take" or that it is not meant. */
QString lessonMeaning(const LessonRow &row);
/** What the person did: "Answer approved". */
QString lessonSourceName(const PhrasingLesson &lesson);

} // namespace quntai
