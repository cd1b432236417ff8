// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "widgets/common/themedwidget.h"

#include <QList>
#include <QPointer>

namespace quntai {

class AttachmentTile;
class FlowLayout;
class PictureSource;

/** A picture or file that goes with what is being written. */
struct ComposerFile
{
    Attachment file;
    bool coming = false;  //!< it is being taken over: only its name is known
    QString problem;      //!< why it cannot go; empty: it can

    bool operator==(const ComposerFile &) const = default;
};

/** What goes with a text: one tile each, with a thumbnail or an icon, name and size. The button of a
 * tile, or Delete on it, takes it away; Enter or a click on a picture shows it. Tiles are stops of
 * Tab; Left and Right go between them. Hidden while there are none.
 */
class AttachmentStrip : public ThemedWidget
{
    Q_OBJECT
public:
    explicit AttachmentStrip(ThemeHost &host, QWidget *parent = nullptr);

    void setFiles(const QList<ComposerFile> &files);
    const QList<ComposerFile> &files() const { return m_files; }
    /** Not owned; null: no thumbnails. */
    void setPictures(PictureSource *pictures);
    AttachmentTile *tile(qsizetype index) const;

Q_SIGNALS:
    void removeWanted(int index);
    void openWanted(int index);
    /** The last one is gone, and where the hand was with it. */
    void left();

private:
    AttachmentTile *makeTile(int index);
    void go(int from, int step);
    void pictureChanged(const QString &sha256);

    QList<ComposerFile> m_files;
    QList<AttachmentTile *> m_tiles;
    QPointer<PictureSource> m_pictures;
    FlowLayout *m_flow;
};

} // namespace quntai
