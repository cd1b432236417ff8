// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/lessondelegate.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/rowground.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/studio/studiowords.h"

#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int pad = 12;
constexpr int rowHeight = 68;

} // namespace

QString lessonMeaning(const LessonRow &row)
{
    const auto title = row.title.isEmpty() ? LessonDelegate::tr("an entry that is gone")
                                           : visibleText(row.title, 60);
    return row.lesson.good ? LessonDelegate::tr("Means: %1").arg(title)
                           : LessonDelegate::tr("Does not mean: %1").arg(title);
}

QString lessonSourceName(const PhrasingLesson &lesson)
{
    switch (lesson.source) {
    case LessonSource::Approved: return LessonDelegate::tr("Answer approved");
    case LessonSource::Rejected: return LessonDelegate::tr("Answer rejected");
    case LessonSource::Suggestion:
        return lesson.good ? LessonDelegate::tr("Suggestion used")
                           : LessonDelegate::tr("Suggestion marked wrong");
    }
    return {};
}

LessonDelegate::LessonDelegate(ThemeHost &host, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host)
{
}

QSize LessonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight};
}

void LessonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto &theme = m_host.theme();
    const auto row = index.data(LessonModel::Value).value<LessonRow>();
    painter->save();
    paintRowGround(*painter, theme, option);
    const auto rect = option.rect.adjusted(pad, 6, -pad, -6);
    const auto line = [&](int top, int height) {
        return QRect(rect.left(), rect.top() + top, rect.width(), height);
    };
    paintText(*painter, theme, line(0, 18), visibleText(row.lesson.question, 80));
    paintText(*painter, theme, line(20, 16), lessonMeaning(row), TextRole::Caption,
              row.lesson.good ? ColorRole::SuccessFg : ColorRole::DangerFg);
    const QStringList facts{visibleText(row.who, 16), dayClockText(row.lesson.at),
                            lessonSourceName(row.lesson)};
    paintText(*painter, theme, line(38, 16), facts.join(u" · "_s), TextRole::Caption,
              ColorRole::TextTertiary);
    paintHLine(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
               theme.color(ColorRole::BorderSubtle));
    painter->restore();
}

} // namespace quntai
