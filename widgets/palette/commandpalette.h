// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/palette/palettemodel.h"

#include <QPointer>

class QListView;

namespace quntai {

class PlainLabel;
class SearchField;

/** The palette: a field and what it finds, over the upper middle of its window. Not modal; Esc or a
 * click elsewhere closes it and gives the focus back. Enter runs the row, which must be able to. */
class CommandPalette : public ThemedWidget
{
    Q_OBJECT
public:
    /** parent is the widget it floats in. */
    CommandPalette(ThemeHost &host, QWidget *parent);

    void open(QList<PaletteItem> items, const QStringList &recent);
    void dismiss();
    SearchField &field() const { return *m_field; }
    QListView &list() const { return *m_list; }

Q_SIGNALS:
    /** After it is closed and the focus is back. */
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void refresh();
    bool takeKey(int key);
    void step(int rows);
    void run(const QModelIndex &index);

    PaletteModel *m_model;
    SearchField *m_field;
    QListView *m_list;
    PlainLabel *m_nothing;
    bool m_composing = false;
    QPointer<QWidget> m_before;   //!< who had the focus
};

} // namespace quntai
