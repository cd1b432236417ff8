// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/composer/attachmentstrip.h"

#include <QAbstractButton>
#include <QImage>

namespace quntai {

class IconButton;

/** One tile of the strip: thumbnail or icon, name, size or what is wrong, and a button that takes it
 * away. The button is no stop of Tab: Delete on the tile does the same. */
class AttachmentTile : public QAbstractButton
{
    Q_OBJECT
public:
    AttachmentTile(ThemeHost &host, QWidget *parent);

    void setFile(const ComposerFile &file);
    void setThumbnail(const QImage &image);
    IconButton &removeButton() const { return *m_remove; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeWanted();
    void stepWanted(int step);  //!< to the tile before or after this one

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString detail() const;
    void paintPicture(QPainter &painter, const QRect &place) const;

    ThemeHost &m_host;
    ComposerFile m_file;
    QImage m_thumbnail;
    IconButton *m_remove;
};

} // namespace quntai
