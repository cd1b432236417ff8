// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/topic.h"
#include "widgets/common/theme/themehost.h"

#include <memory>

namespace quntai::tests {

/** A topic as it may stand at the desk: a refund three days late, the customer upset, the bot
 * having answered twice, a colleague having promised. */
struct DeskSample
{
    Topic topic;
    QList<MessagePtr> messages;
    Customer customer;
    QList<Member> members;
    Instant now;
};

DeskSample deskSample();

/** Text that must be seen letter by letter wherever it turns up. */
QString hostileText();

/** The compiled-in themes, applied to the application. */
std::unique_ptr<ThemeHost> makeHost();

/** Saves the widget in both themes as QUNTAI_GRAB_DIR/name-{light,dark}.png when that is set. */
void grabBoth(ThemeHost &host, QWidget &widget, const QString &name);

/** Every enabled widget that takes the focus has an accessible name; the first that has none. */
QString namelessWidget(QWidget &root);

/** No label of the tree would read its text as markup; the first that would. */
QString richLabel(QWidget &root);

} // namespace quntai::tests
