// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace quntai {

/** What is decoded at all. Anything else, SVG above all, is refused before a decoder sees it. */
enum class PictureFormat : quint8 { None, Png, Jpeg, Gif, Webp };

/** By the first bytes only; names and declared types are not believed. */
PictureFormat pictureFormat(QByteArrayView begin);

} // namespace quntai
