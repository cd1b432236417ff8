// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHBoxLayout;
class QWidget;

namespace quntai {

/** Begins the head over an editor: what is open and its state, then who saved it; none of them
 * pushes a button away. The buttons are added to the row given back, which head owns. */
QHBoxLayout *layOutEditorHead(QWidget *head, QWidget *title, QWidget *state, QWidget *saved);

} // namespace quntai
