// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** What a flow says to these members of the group; to the whole group when there are none. Without
 * an id and a time, which are for the caller. Whoever the text does not name is mentioned, at most
 * 20. Nothing when a variable cannot be filled or the text may not go to a group.
 *
 * Variables: 姓名 (names that can be said, at most five), 人数, 群名, 称呼, and for one member alone
 * those of an answer. */
std::optional<MessageQueued> flowText(const Scene &scene, const GroupId &group, const Flow &flow,
                                      const QList<MemberId> &members);

/** What the flow would say now in a group, for a person who looks at it. */
FlowPreview previewOf(const Scene &scene, const FlowQuestion &asked);

} // namespace quntai
