// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/textrecorder.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLabel>
#include <QScrollArea>
#include <QWidget>

namespace quntai::tests {

using namespace Qt::StringLiterals;

class TextRecorder::Engine : public QPaintEngine
{
public:
    Engine() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPath(const QPainterPath &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override
    {
    }
    Type type() const override { return User; }

    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const QRectF place(at.x(), at.y() - item.ascent(), item.width(),
                           item.ascent() + item.descent());
        words.append({item.text(), painter()->transform().mapRect(place)});
    }

    QList<Words> words;
};

TextRecorder::TextRecorder(QSize size) : m_size(size), m_engine(std::make_unique<Engine>()) {}

TextRecorder::~TextRecorder() = default;

QPaintEngine *TextRecorder::paintEngine() const
{
    return m_engine.get();
}

QList<TextRecorder::Words> TextRecorder::words() const
{
    return m_engine->words;
}

int TextRecorder::metric(PaintDeviceMetric metric) const
{
    constexpr int dotsPerInch = 96;
    switch (metric) {
    case PdmWidth: return m_size.width();
    case PdmHeight: return m_size.height();
    case PdmWidthMM: return m_size.width() * 254 / (dotsPerInch * 10);
    case PdmHeightMM: return m_size.height() * 254 / (dotsPerInch * 10);
    case PdmNumColors: return INT_MAX;
    case PdmDepth: return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY: return dotsPerInch;
    case PdmDevicePixelRatio: return 1;
    case PdmDevicePixelRatioScaled: return int(devicePixelRatioFScale());
    default: return 0;
    }
}

QList<TextRecorder::Words> wordsPaintedBy(QWidget &widget)
{
    TextRecorder recorder(widget.size());
    widget.render(&recorder, QPoint(), QRegion(), QWidget::RenderFlags());
    return recorder.words();
}

namespace {

/** Lists and streams: what is too long there is shortened row by row. */
bool showsRows(const QWidget &widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    return area && area->viewport() == &widget && !qobject_cast<const QScrollArea *>(area);
}

/** Words that end in "…" of their own accord. */
bool meansIt(const QWidget &widget, const QString &words)
{
    QStringList own{widget.accessibleName()};
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        own.append(button->text());
    return own.contains(words);
}

QString complaint(const QWidget &widget, const QString &words, const char *what)
{
    const auto *parent = widget.parentWidget();
    return u"%1 in %2 (%3 wide): \"%4\" %5"_s.arg(
        QString::fromLatin1(widget.metaObject()->className()),
        parent ? QString::fromLatin1(parent->metaObject()->className()) : QString())
        .arg(widget.width()).arg(words, QString::fromLatin1(what));
}

} // namespace

QStringList textsThatDoNotFit(QWidget &root)
{
    QStringList wrong;
    auto widgets = root.findChildren<QWidget *>();
    widgets.prepend(&root);
    for (auto *widget : std::as_const(widgets)) {
        if (!widget->isVisible() || widget->size().isEmpty() || showsRows(*widget))
            continue;
        const bool told = !widget->toolTip().isEmpty();
        for (const auto &[words, place] : wordsPaintedBy(*widget)) {
            if (place.right() > widget->width() + 1.5 || place.left() < -1.5)
                wrong.append(complaint(*widget, words, "is cut by the edge"));
            else if (place.bottom() > widget->height() + 4 && place.height() <= 40)
                wrong.append(complaint(*widget, words, "is cut at the foot"));
            else if (words.endsWith(u'…') && !told && !meansIt(*widget, words))
                wrong.append(complaint(*widget, words, "is shortened and no tool tip says it whole"));
        }
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button && !told && widget->sizeHint().width() > widget->width())
            wrong.append(complaint(*widget, button->text(), "is narrower than its words"));
    }
    wrong.removeDuplicates();
    return wrong;
}

} // namespace quntai::tests
