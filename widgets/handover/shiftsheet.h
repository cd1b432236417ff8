// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/handover/shiftsummary.h"

#include <QHash>
#include <QPointer>

class QCheckBox;
class QComboBox;

namespace quntai {

class ActionButton;
class EmptyState;
class PlainLabel;
class ScrollColumn;
class SegmentedControl;

/** What one leaves at the end of a shift, over the window: topics with their promises and notes, by
 * group. Can be copied, written to a file, and handed to a colleague topic by topic. Nothing is
 * modal: Esc or its button closes it, what was ticked stays until then.
 *
 * Shows values only. GUI thread. */
class ShiftSheet : public ThemedWidget
{
    Q_OBJECT
public:
    /** Since when notes count. */
    enum Since { SignIn, EightHours, Day };

    /** parent is the widget it floats in. */
    ShiftSheet(ThemeHost &host, QWidget *parent);

    void open();
    void dismiss();
    void setShift(const ShiftSummary &shift);
    /** Who is there now, without oneself; the choice stays. */
    void setColleagues(const QList<Presence> &colleagues);
    /** What became of the last thing asked for; bad: it failed. */
    void setNews(const QString &news, bool bad = false);

    Since since() const;
    const ShiftSummary &shift() const { return m_shift; }
    /** Ticked and held. */
    QList<TopicId> chosen() const;
    UserId colleague() const;

Q_SIGNALS:
    void sinceChanged();
    void copyWanted();
    void saveWanted();
    void handOverWanted(const QList<quntai::TopicId> &topics, const quntai::UserId &to);
    void topicWanted(const quntai::TopicId &topic);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFoot();
    QWidget *cardFor(const ShiftGroup &group);
    QWidget *rowFor(const ShiftTopic &topic, QWidget *card);
    void addLine(QLayout *words, const QString &text, bool alarming, QWidget *row);
    void refresh();
    void refreshFoot();
    void place();

    ShiftSummary m_shift;
    QHash<TopicId, QCheckBox *> m_ticks;
    QSet<TopicId> m_unticked;  //!< a person took them out
    QList<QWidget *> m_cards;
    QPointer<QWidget> m_before;
    PlainLabel *m_line;
    SegmentedControl *m_since;
    ScrollColumn *m_body;
    EmptyState *m_empty;
    PlainLabel *m_news;
    QComboBox *m_colleagues;
    ActionButton *m_hand;
};

} // namespace quntai
