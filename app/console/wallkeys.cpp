// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the wall by name or key.
#include "app/console/wallpage.h"

#include "app/console/actions/actionregistry.h"
#include "models/items/wallmodel.h"
#include "widgets/common/searchfield.h"
#include "widgets/wall/tilewords.h"
#include "widgets/wall/wallhead.h"
#include "widgets/wall/wallview.h"

namespace quntai {

using namespace Qt::StringLiterals;

QString WallPage::whyNotCurrent(WallVerb verb) const
{
    const auto *tile = m_model->tiles().find(m_view->current());
    return tile ? whyNot(*tile, verb) : tr("Choose a group first");
}

WindowAction WallPage::verbAction(const QString &id, WallVerb verb)
{
    WindowAction action;
    action.id = id;
    action.text = verbName(verb);
    action.group = tr("Wall");
    action.icon = verbIcon(verb);
    action.run = [this, verb] { act(m_view->current(), verb); };
    action.whyNot = [this, verb] { return whyNotCurrent(verb); };
    action.scope = this;
    return action;
}

void WallPage::addActions(ActionRegistry &registry)
{
    auto take = verbAction(u"wall.take"_s, WallVerb::TakeOver);
    take.keys = {QKeySequence(Qt::Key_F2)};
    registry.add(take);
    registry.add({u"wall.filter"_s, tr("Filter groups"), tr("Wall"), Icon::Search,
                  {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] { focusFilter(); }, {}, this});
    auto whisper = verbAction(u"wall.whisper"_s, WallVerb::Whisper);
    whisper.keys = {QKeySequence(Qt::CTRL | Qt::Key_Semicolon)};
    registry.add(whisper);
    registry.add(verbAction(u"wall.join"_s, WallVerb::Join));
    auto watch = verbAction(u"wall.watch"_s, WallVerb::Watch);
    watch.keys = {QKeySequence(Qt::Key_Space)};
    watch.fixed = true; // the tiles' own: elsewhere it presses buttons
    registry.add(watch);
    registry.add({u"wall.order"_s, tr("Put the groups in order now"), tr("Wall"), Icon::Sort, {},
                  [this] { m_model->applyPending(); }, {}, this});
}

void WallPage::focusFilter()
{
    m_head->field().setFocus(Qt::ShortcutFocusReason);
    m_head->field().selectAll();
}

} // namespace quntai
