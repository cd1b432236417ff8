// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"
#include "widgets/pictures/picturesource.h"

#include <QPointer>
#include <QWidget>

namespace quntai {

class IconButton;

/// One picture over the whole window: fitted at first, zoomed by wheel, keys and double click,
/// moved by dragging or arrows. Esc, a click beside the picture or the button closes it and gives
/// the focus back.
class PictureViewer : public QWidget
{
    Q_OBJECT

public:
    /// Covers the window of `over`. `host` outlives it. Deletes itself when closed.
    PictureViewer(ThemeHost &host, const QString &name, QWidget *over);

    void setPicture(const Picture &picture);
    /// Device-independent pixels of the screen for one of the picture.
    qreal zoom() const { return m_zoom; }
    QRectF pictureRect() const;

    static constexpr qreal leastZoom = 0.05;
    static constexpr qreal mostZoom = 8;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    qreal fitZoom() const;
    void fit();
    void zoomTo(qreal zoom, const QPointF &at);
    void moveBy(const QPointF &by);
    void finish();
    QString sentence() const;

    ThemeHost &m_host;
    QString m_name;
    Picture m_picture;
    IconButton *m_close;
    QPointer<QWidget> m_before; ///< had the focus
    QPointF m_centre;           ///< of the picture, on this widget
    QPointF m_dragged;
    qreal m_zoom = 1;
    bool m_fitted = true;
    bool m_dragging = false;
};

} // namespace quntai
