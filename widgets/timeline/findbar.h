// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/groupfind.h"
#include "widgets/common/themedwidget.h"

class QTimer;

namespace quntai {

class IconButton;
class PlainLabel;
class SearchField;

/// Ctrl+F above the stream: words, which hit of how many, older and newer. Enter goes to the next
/// older hit and Shift+Enter to the next newer one, since the stream is read from its end; Esc
/// closes.
class FindBar : public ThemedWidget
{
    Q_OBJECT

public:
    /// `find` outlives the bar.
    FindBar(ThemeHost &host, GroupFind &find, QWidget *parent = nullptr);

    /// Shows the bar with the field ready to be typed into.
    void begin();
    /// Hides it and forgets the words.
    void finish();

    QSize sizeHint() const override;

signals:
    /// The hits or the one looked at changed: what is highlighted does, too.
    void marked(const QString &words, const quntai::MessageId &current);
    /// The person who had the focus in it wants to be elsewhere.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void look();
    void goOn(int by);
    void refresh();
    QString sentence() const;

    GroupFind &m_find;
    SearchField *m_field;
    PlainLabel *m_count;
    IconButton *m_older;
    IconButton *m_newer;
    QTimer *m_soon;
};

} // namespace quntai
