// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QRectF>

#include <memory>

class QWidget;

namespace quntai::tests {

/** A paint device that keeps the words painted on it, with where, and nothing else. */
class TextRecorder : public QPaintDevice
{
public:
    struct Words
    {
        QString text;
        QRectF place;   //!< in the widget
    };

    explicit TextRecorder(QSize size);
    ~TextRecorder() override;

    QPaintEngine *paintEngine() const override;
    QList<Words> words() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};

/** What the widget itself paints, its children left out. */
QList<TextRecorder::Words> wordsPaintedBy(QWidget &widget);

/** Every text of the tree that a person cannot read whole and is not told by a tool tip: cut by the
 * edge of its widget, or shortened. One line each; rows of lists shorten by design. */
QStringList textsThatDoNotFit(QWidget &root);

} // namespace quntai::tests
