// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/wallmodel.h"
#include "widgets/common/spokenlist.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/wall/tilelayout.h"
#include "widgets/wall/tilepainter.h"
#include "widgets/wall/wallgrid.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QPixmap>

#include <functional>
#include <optional>

namespace quntai {

/** Tiles of any number of groups. Only those in sight are laid out and painted, and of those only
 * the ones that changed; spans tick once a second in their place.
 *
 * Places no tile elsewhere by itself: whoever owns it calls the model's applyPending() while
 * isTouched() is false. One tab stop; arrows move between tiles. Knows no session: what a person
 * asks for leaves as a signal.
 */
class WallView : public QAbstractScrollArea, public SpokenList
{
    Q_OBJECT
public:
    /** Why a verb cannot be done on the tile just now; empty: it can. */
    using WhyNot = std::function<QString(const WallTile &tile, WallVerb verb)>;

    /** host and model outlive the view. */
    WallView(ThemeHost &host, WallModel &model, QWidget *parent = nullptr);

    void setWhyNot(WhyNot whyNot) { m_whyNot = std::move(whyNot); }
    /** What is shown is of an earlier time: spans are grey. */
    void setStale(bool stale);
    /** Nothing is known yet: tiles in grey. */
    void setLoading(bool loading);
    /** One sentence in place of the tiles, when the model has none. */
    void setEmptyText(const QString &text);

    const GroupId &current() const { return m_current; }
    /** Scrolls to it; keys act on it from now on. */
    void setCurrent(const GroupId &group);
    /** The pointer is on the tiles, or a key was pressed less than a second ago. */
    bool isTouched() const;

    const WallModel &model() const { return m_model; }
    const WallGrid &grid() const { return m_grid; }
    /** In the viewport's coordinates. */
    QRect tileRect(int row) const;
    TileLayout layoutOf(int row) const;
    int currentRow() const { return m_model.rowOf(m_current); }

    int spokenRows() const override { return m_grid.count(); }
    int spokenRowAt(const QPoint &point) const override;
    int spokenCurrent() const override { return currentRow(); }
    QString spokenRow(int row) const override;
    QRect spokenRect(int row) const override { return tileRect(row); }
    bool isSpokenRowFocusable(int row) const override { return m_model.tileAt(row) != nullptr; }

    static constexpr int stillMs = 1000;

Q_SIGNALS:
    /** Click or Enter: into the group. */
    void entered(const quntai::GroupId &group);
    void verbChosen(const quntai::GroupId &group, quntai::WallVerb verb);
    void menuWanted(const quntai::GroupId &group, const QPoint &globalPos);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /** What the pointer is on. */
    struct Spot
    {
        GroupId group;
        std::optional<WallVerb> verb = {};
        bool operator==(const Spot &) const = default;
    };

    void join();
    void dress();
    void relayout();
    void repaintMoved(const QList<GroupId> &before, const WallGrid &grid);
    void updateTile(const GroupId &group);
    /** The tile is another than before. */
    void repaintTile(int row);
    void tick();
    Spot spotAt(const QPoint &at) const;
    void point(const Spot &spot);
    TileLook lookOf(int row, const WallTile &tile) const;
    void paintRow(QPainter &painter, int row);
    QPixmap pictureOf(int row, const WallTile &tile, const TileLook &look);
    void forgetUnseen(int first, int last);
    void paintHeader(QPainter &painter, int row) const;
    void paintEmpty(QPainter &painter) const;
    void makeCurrent(const GroupId &group, bool scroll);
    bool move(int key);
    void act(const GroupId &group, WallVerb verb);
    bool toolTipAt(const QPoint &at, const QPoint &global);
    void touch() { m_still.start(stillMs, this); }
    int top() const;

    ThemeHost &m_host;
    WallModel &m_model;
    WhyNot m_whyNot;
    WallGrid m_grid;
    QList<GroupId> m_groups;   //!< of the rows as they were laid out
    GroupId m_current;
    Spot m_spot;
    Spot m_pressed;
    QString m_emptyText;
    /** Tiles in sight as they were painted last, without times: what only moves, scrolls or ticks is
     * copied. Those under the pointer or the keys are never among them. */
    QHash<GroupId, QPixmap> m_pictures;
    bool m_inside = false;
    bool m_stale = false;
    bool m_loading = false;
    QBasicTimer m_still;
    QBasicTimer m_tick;
};

} // namespace quntai
