// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/attachments.h"
#include "models/domain/result.h"

namespace quntai {

/** Why a picture or file cannot be sent, as one sentence; name is its own, or empty. */
QString attachmentProblemText(const AttachmentRefusal &refusal, const QString &name);
/** The same for an error whose data.problem is a word of AttachmentProblem, or whose data.picture
 * names the picture what is wrong stands in; empty: it is about no attachment. */
QString attachmentProblemText(const Error &error);
/** "1.2 MB". */
QString sizeText(qint64 bytes);

} // namespace quntai
