// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <QList>

#include <optional>

class QButtonGroup;

namespace quntai {

/// A few choices side by side, exactly one taken. One tab stop; arrows move inside. Each may have a
/// number under its word: so words that are long in one language fit into a narrow column.
class SegmentedControl : public ThemedWidget
{
    Q_OBJECT

public:
    /// `name` says to screen readers what is chosen here.
    SegmentedControl(ThemeHost &host, const QString &name, QWidget *parent = nullptr);

    /// Returns the segment's index.
    int addSegment(const QString &text, std::optional<Icon> icon = {});
    void setSegmentText(int index, const QString &text);
    void setSegmentEnabled(int index, bool enabled);
    /// Under the word; all segments grow by a line with the first one. hot: it waits for somebody.
    void setSegmentCount(int index, int count, bool hot = false);
    QString segmentText(int index) const;
    int count() const;
    int currentIndex() const;
    /// No signal.
    void setCurrentIndex(int index);

signals:
    /// A person chose another segment.
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    QButtonGroup *m_group;
    bool m_counts = false;
};

} // namespace quntai
