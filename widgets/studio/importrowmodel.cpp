// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/importrowmodel.h"

#include "widgets/common/paint/chip.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/studio/studiowords.h"

#include <QPainter>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineWidth = 44;
constexpr int chipWidth = 60;

} // namespace

void ImportRowModel::setRows(const QList<ImportRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    // What needs a person comes first, what changes nothing last.
    std::ranges::stable_sort(m_rows, {}, [](const ImportRow &row) {
        switch (row.change) {
        case ImportRow::Change::Bad: return 0;
        case ImportRow::Change::Changed: return 1;
        case ImportRow::Change::New: return 2;
        case ImportRow::Change::Unchanged: return 3;
        }
        return 4;
    });
    endResetModel();
}

int ImportRowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ImportRowModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows.at(index.row());
    return tr("Line %1, %2: %3 %4")
        .arg(QString::number(row.line), changeName(row.change),
             visibleText(row.entry.question, 80), importFaultText(row.fault, row.detail));
}

QString ImportRowModel::changeName(ImportRow::Change change)
{
    switch (change) {
    case ImportRow::Change::New: return tr("New");
    case ImportRow::Change::Changed: return tr("Changed");
    case ImportRow::Change::Unchanged: return tr("Unchanged");
    case ImportRow::Change::Bad: return tr("Bad");
    }
    return {};
}

ImportRowDelegate::ImportRowDelegate(ThemeHost &host, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host)
{
}

Tone ImportRowDelegate::toneOf(ImportRow::Change change)
{
    switch (change) {
    case ImportRow::Change::New: return Tone::Success;
    case ImportRow::Change::Changed: return Tone::Accent;
    case ImportRow::Change::Unchanged: return Tone::Neutral;
    case ImportRow::Change::Bad: return Tone::Danger;
    }
    return Tone::Neutral;
}

QSize ImportRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_host.theme().metrics().tableRow};
}

void ImportRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto &theme = m_host.theme();
    const auto row = static_cast<const ImportRowModel *>(index.model())->row(index.row());
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(ColorRole::SurfaceSelected));
    paintHLine(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
               theme.color(ColorRole::BorderSubtle));
    auto rect = option.rect.adjusted(space::x2, 0, -space::x2, 0);
    paintText(*painter, theme, QRect(rect.left(), rect.top(), lineWidth - 8, rect.height()),
              QString::number(row.line), TextRole::Caption, ColorRole::TextTertiary,
              Qt::AlignRight);
    rect.setLeft(rect.left() + lineWidth);
    const ChipSpec chip{ImportRowModel::changeName(row.change), toneOf(row.change)};
    const auto size = chipSize(theme, chip);
    paintChip(*painter, theme,
              QRect(QPoint(rect.left(), rect.center().y() - size.height() / 2), size), chip);
    rect.setLeft(rect.left() + chipWidth + space::x2);
    const auto reason = importFaultText(row.fault, row.detail);
    const int used = reason.isEmpty() ? 0
        : paintText(*painter, theme, rect, reason, TextRole::Caption, ColorRole::DangerFg,
                    Qt::AlignRight);
    paintText(*painter, theme, rect.adjusted(0, 0, -used - (used > 0 ? space::x2 : 0), 0),
              visibleText(row.entry.question), TextRole::Ui, ColorRole::TextPrimary);
    painter->restore();
}

} // namespace quntai
