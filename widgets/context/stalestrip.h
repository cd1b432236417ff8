// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

class PlainLabel;

/** One amber line: what stands below was kept on this computer, as of a time. */
class StaleStrip : public ThemedWidget
{
    Q_OBJECT
public:
    explicit StaleStrip(ThemeHost &host, QWidget *parent = nullptr);

    void setAsOf(Instant at);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_text;
};

} // namespace quntai
