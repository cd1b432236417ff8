// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/editorhead.h"

#include "widgets/common/theme/theme.h"

#include <QHBoxLayout>

namespace quntai {

QHBoxLayout *layOutEditorHead(QWidget *head, QWidget *title, QWidget *state, QWidget *saved)
{
    head->setFixedHeight(layout::header);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x4, 0, space::x3, 0);
    row->setSpacing(space::x2);
    title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    state->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    saved->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(title);
    row->addWidget(state);
    row->addWidget(saved, 1);
    return row;
}

} // namespace quntai
