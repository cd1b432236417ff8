// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"

#include <functional>

class QTimer;

namespace quntai {

class ActionButton;
class IconButton;
class PlainLabel;

/** The bar right above the composer: who holds the topic, until when, and the one thing to do.
 *
 * Not taken: "Take over topic A". Mine: remaining time, renew, put back into the queue, transfer,
 * resolve, hand back. A colleague's:
 * name and remaining time. Offline: the tint stays, the actions are disabled and say why, and the
 * time stands as it was when the connection broke: the backend may have moved it since.
 */
class OwnershipBar : public ThemedWidget
{
    Q_OBJECT
public:
    OwnershipBar(ThemeHost &host, std::function<Instant()> clock, QWidget *parent = nullptr);

    /** Shows a topic as this person sees it. */
    void setTopic(const Topic &topic, const UserId &me);
    void clear();
    void setOnline(bool online);
    /** Take over or hand back, whichever stands there; the shortcut F2 does the same. */
    void triggerMain();

Q_SIGNALS:
    void takeOver();
    void handBack();
    void transfer();
    /** The question is settled. */
    void resolve();
    /** Back into the queue, for a colleague. */
    void release();
    void renew();
    /** A supervisor's word, or a colleague. */
    void helpWanted();
    void reopen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;

private:
    enum class Holder { Nobody, Me, Colleague, Ended };

    Holder holder() const;
    Tone tone() const;
    void refresh();
    void refreshTime();
    ColorRole timeColor(qint64 left) const;
    QString timeText(qint64 left) const;
    QString sentence() const;
    void refreshTicking();
    void fitWords();

    std::function<Instant()> m_clock;
    Topic m_topic;
    UserId m_me;
    bool m_online = true;
    Instant m_cutOff; //!< while offline
    PlainLabel *m_text;
    PlainLabel *m_time;
    ActionButton *m_renew;
    IconButton *m_help;
    IconButton *m_release;
    ActionButton *m_transfer;
    ActionButton *m_resolve;
    ActionButton *m_main;
    QTimer *m_tick;
};

} // namespace quntai
