// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/replyroom.h"

#include "widgets/composer/checklist.h"
#include "widgets/composer/colleagueline.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/ownershipbar.h"
#include "widgets/composer/suggestionbar.h"
#include "widgets/timeline/rowlayout.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace quntai {

namespace {

constexpr int usualLines = 3;   // of the editor, when it is asked whether everything fits
constexpr int fewestLines = 2;  // an empty editor has
constexpr int pressingLines = 5; // up to here a text makes room for itself by folding the rest
constexpr int mostLines = 8;
constexpr int leastGrowth = 4;

int heightOf(const QWidget &widget)
{
    return widget.isHidden() ? 0 : widget.sizeHint().height();
}

} // namespace

ReplyRoom::ReplyRoom(const Parts &parts, QVBoxLayout *rows, QWidget *foot)
    : QObject(foot), m_parts(parts), m_rows(rows), m_foot(foot)
{
    foot->installEventFilter(this);
    if (auto *column = foot->parentWidget())
        column->installEventFilter(this);
    connect(parts.composer, &Composer::textEdited, this, [this](const QString &text) {
        if (!text.isEmpty())
            m_parts.checklist->fold(); // who writes wants to see what is answered
        settle();
    });
    connect(parts.checklist, &Checklist::foldChanged, this, &ReplyRoom::settle);
}

bool ReplyRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        settle();
    return QObject::eventFilter(watched, event);
}

void ReplyRoom::settle()
{
    widen();
    fit(room());
}

/** What the foot may take. */
int ReplyRoom::room() const
{
    const auto *column = m_foot->parentWidget();
    if (!column)
        return std::numeric_limits<int>::max();
    const int height = column->height();
    return height - layout::header - layout::laneBar - height * streamPermille / 1000;
}

void ReplyRoom::fit(int room)
{
    const auto &[ownership, suggestions, checklist, colleagues, composer, lines_] = m_parts;
    const bool suggests = !suggestions->isHidden();
    const bool hasSteps = !checklist->isHidden();
    int fixed = heightOf(*ownership) + heightOf(*colleagues);
    for (const auto *line : lines_)
        fixed += heightOf(*line);
    const auto answers = [&](bool compact) {
        return suggests ? SuggestionBar::heightWhen(compact) : 0;
    };
    const int unfolded = hasSteps ? checklist->heightUnfolded(checklist->width()) : 0;
    checklist->setScarce(fixed + answers(false) + unfolded + composer->heightWith(usualLines)
                         > room);
    const int steps = !hasSteps ? 0 : checklist->isFolded() ? checklist->heightFolded() : unfolded;
    const int lines = std::clamp(composer->lines(), fewestLines, pressingLines);
    suggestions->setCompact(fixed + answers(false) + steps + composer->heightWith(lines) > room);
    const int line = composer->heightWith(1) - composer->heightWith(0);
    const int left = room - fixed - answers(suggestions->isCompact()) - steps
        - composer->heightWith(0);
    composer->setMostLines(std::clamp(left / std::max(line, 1), leastGrowth, mostLines));
}

/** A line of the editor as long as a screen of 4K is wide could not be read. */
void ReplyRoom::widen()
{
    const int width = m_foot->width();
    const int right = std::max(0, width - rowContentRight(width) - space::x5);
    m_rows->setContentsMargins(0, 0, right, 0);
    m_parts.ownership->setContentsMargins(0, 0, right, 0);
}

} // namespace quntai
