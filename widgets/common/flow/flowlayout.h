// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace quntai {

/** Lays widgets side by side and goes on in the next line when one does not fit; for chips.
 * A widget wider than the whole line is narrowed to it.
 */
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    /** gap in device-independent pixels, both ways. */
    explicit FlowLayout(int gap, QWidget *parent = nullptr) : FlowLayout(gap, gap, parent) {}
    /** between: neighbours of a line; under: the lines. */
    FlowLayout(int between, int under, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    /** Walks the lines; returns the height they take. */
    int place(const QRect &rect, bool move) const;

    QList<QLayoutItem *> m_items;
    int m_gap;
    int m_under;
};

} // namespace quntai
