// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/rowpainter.h"

namespace quntai {

/// Paints the place of a picture: the picture as far as it is here, else what is to come or why
/// there is nothing to see. A small place is filled, a large one shows the picture whole.
void paintPicturePlace(QPainter &painter, const Theme &theme, const QRect &rect,
                       const AttachmentBox &box, const RowState &state);

/// Where a picture of this size is painted in its place.
QRect pictureArea(const QRect &place, const QSize &picture);

/// The words of a picture in their place: from, then the words in as many lines as there is room for.
void paintWordLines(QPainter &painter, const Theme &theme, const QRect &rect, const QString &from,
                    const QString &words);

} // namespace quntai
