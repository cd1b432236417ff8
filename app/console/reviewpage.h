// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/page.h"

namespace quntai {

/** 审核: drafts that wait for a person before they go into a group. */
class ReviewPage : public Page
{
    Q_OBJECT
public:
    ReviewPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);
};

} // namespace quntai
