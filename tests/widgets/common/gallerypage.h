// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

class QBoxLayout;

namespace quntai {

/// All shared components with the words of the design's pages.
class GalleryPage : public ThemedWidget
{
    Q_OBJECT

public:
    explicit GalleryPage(ThemeHost &host);

private:
    QWidget *makeQueue();
    QWidget *makeMain();
    QWidget *makeContext();
    QWidget *makeStatus();
    void addButtons(QBoxLayout *column);
    void addFields(QBoxLayout *column);
    void addPaintings(QBoxLayout *column);
    void addTable(QBoxLayout *column);
};

} // namespace quntai
