// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/plaintext.h"
#include "widgets/timeline/rowentities.h"
#include "widgets/timeline/rowwords.h"

namespace quntai {

namespace {

constexpr int kWordsInTip = 400;

/// Walks the places of a row in the order in which they lie over each other, topmost first, until
/// `visit(rect, action, index)` says it has found what it looks for.
template <typename Visit>
void walkPlaces(const RowContent &row, const RowLayout &at, bool hoverShown, Visit visit)
{
    const auto all = [&visit](const QList<QRect> &rects, auto actionOf) {
        for (qsizetype i = 0; i < rects.size(); ++i) {
            if (visit(rects[i], actionOf(i), int(i)))
                return true;
        }
        return false;
    };
    if (hoverShown && all(at.hoverItems, [&at](qsizetype i) { return at.hoverActions[i]; }))
        return;
    const QRect node(0, at.nodeY - component::laneBadge / 2, layout::laneGutter,
                     component::laneBadge);
    const std::initializer_list<std::pair<QRect, RowAction>> singles{
        {at.link, row.topic.isEmpty() ? RowAction::None : RowAction::FocusTopic},
        {at.second, RowAction::MoveToSecond},
        {at.confirm, RowAction::ConfirmLink},
        {at.move, RowAction::MoveTo},
        {at.quote, row.quoted.isEmpty() ? RowAction::None : RowAction::OpenQuote},
        {at.showMore, RowAction::ShowMore},
        {at.recall, RowAction::Recall},
        {at.verdict, RowAction::Verdict},
        {row.kind == RowKind::Fold ? at.box : QRect(), RowAction::Unfold},
        {row.node ? node : QRect(), RowAction::FocusTopic},
        {at.text, RowAction::Body},
    };
    if (all(at.actions, [&row](qsizetype i) { return row.actions[i].action; })
        || all(at.attachments, [&row](qsizetype i) {
               return row.attachments[i].canBeLookedAt() ? RowAction::Attachment : RowAction::File;
           }))
        return;
    if (row.wordsOf >= 0 && visit(at.words, RowAction::Attachment, row.wordsOf))
        return;
    if (all(at.sources, [&row](qsizetype i) {
            return row.sources[i].entry.isEmpty() ? RowAction::None : RowAction::OpenEntry;
        }))
        return;
    if (all(at.body.entityRects(), [](qsizetype) { return RowAction::Entity; }))
        return;
    for (const auto &[rect, action] : singles) {
        if (visit(rect, action, 0))
            return;
    }
}

} // namespace

RowHit hitRow(const RowContent &row, const RowLayout &layout, const QPoint &point, bool hoverShown)
{
    RowHit hit;
    walkPlaces(row, layout, hoverShown, [&](const QRect &rect, RowAction action, int index) {
        // Places within the text are told from its corner.
        const QRect placed = action == RowAction::Entity ? rect.translated(layout.text.topLeft()) : rect;
        if (action == RowAction::None || !placed.contains(point))
            return false;
        hit = {action, action == RowAction::Entity ? layout.body.entityAt(index) : index, placed};
        return true;
    });
    return hit;
}

QString rowToolTip(const RowContent &row, const RowHit &hit)
{
    switch (hit.action) {
    case RowAction::Attachment:
    case RowAction::File: {
        const AttachmentBox &box = row.attachments[hit.index];
        QStringList lines{visibleText(box.name), box.detail, box.problem,
                          visibleText(box.words, kWordsInTip)};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case RowAction::OpenEntry: {
        const SourceRef &source = row.sources[hit.index];
        return visibleText(source.title) + u'\n' + RowWords::action(hit.action);
    }
    case RowAction::Verdict:
        return row.verdict->reasons.join(u'\n');
    case RowAction::Entity:
        return entityAction(row.entities.value(hit.index));
    default:
        return RowWords::action(hit.action);
    }
}

} // namespace quntai
