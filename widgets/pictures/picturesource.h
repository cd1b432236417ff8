// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>

#include <functional>

namespace quntai {

/// A picture of a message as far as it is here.
struct Picture
{
    enum class State : quint8 {
        Unknown, ///< nobody has asked for it
        Coming,
        Ready,
        Failed, ///< why says so, for people
    };

    State state = State::Unknown;
    QImage image; ///< small enough for where it was asked for
    QSize whole;  ///< of the picture itself
    QString why;

    bool isReady() const { return state == State::Ready; }
};

/// Where pictures come from, by the SHA-256 of their bytes. What it gives was decoded elsewhere:
/// nothing that comes from outside is decoded in this process. GUI thread; never blocks.
class PictureSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The thumbnail as it is now; asks for nothing.
    virtual Picture thumbnail(const QString &sha256) const = 0;
    /// Begins to get the thumbnail, unless it is here, on its way, or was refused for good.
    virtual void want(const QString &sha256) = 0;
    /// The picture as large as a screen shows it; `done` comes once, unless `context` is gone.
    virtual void whole(const QString &sha256, QObject *context,
                       std::function<void(const Picture &)> done) = 0;

    /// Thumbnails fit in this; device pixels.
    static constexpr QSize thumbnailSize{480, 320};

signals:
    /// thumbnail() says another thing than before.
    void changed(const QString &sha256);
};

} // namespace quntai
