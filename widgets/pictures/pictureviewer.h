// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"
#include "widgets/pictures/picturesource.h"

#include <QPointer>
#include <QWidget>

namespace quntai {

class IconButton;
class PictureText;

/// One picture over the whole window: fitted at first, zoomed by wheel, keys (+, -, 0 fits, 1 is its
/// own size) and double click, moved by dragging or arrows. Page Up and Page Down, and the arrows
/// while all of it is seen, go to the picture before and after. Words that were read in it stand
/// beside it, to be selected and copied. Esc, a click beside the picture or the button closes it and
/// gives the focus back.
class PictureViewer : public QWidget
{
    Q_OBJECT

public:
    /// Covers the window of `over`. `host` outlives it. Deletes itself when closed.
    PictureViewer(ThemeHost &host, const QString &name, QWidget *over);

    void setPicture(const Picture &picture);
    /// Another one takes its place; it is coming.
    void setName(const QString &name);
    /// Whether there is one before, and one after.
    void setSteps(bool before, bool after);
    /// What was read in it; untrusted; empty: nothing is shown.
    void setWords(const QString &words);
    /// Device-independent pixels of the screen for one of the picture.
    qreal zoom() const { return m_zoom; }
    QRectF pictureRect() const;

    static constexpr qreal leastZoom = 0.05;
    static constexpr qreal mostZoom = 8;

signals:
    /// -1: the picture before, 1: the one after.
    void stepWanted(int step);

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
    QRect room() const;
    void step(int by);
    bool moveByKey(int key);
    QList<QWidget *> stops() const;

    ThemeHost &m_host;
    QString m_name;
    Picture m_picture;
    IconButton *m_close;
    IconButton *m_previous;
    IconButton *m_next;
    PictureText *m_words;
    QPointer<QWidget> m_before; ///< had the focus
    QPointF m_centre;           ///< of the picture, on this widget
    QPointF m_dragged;
    qreal m_zoom = 1;
    bool m_fitted = true;
    bool m_dragging = false;
};

} // namespace quntai
