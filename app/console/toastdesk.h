// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/notices/notice.h"
#include "models/session/session.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

class ActionButton;
class IconButton;
class PlainLabel;

/** One urgent notice, floating over the lower right corner of the window. */
class Toast : public ThemedWidget
{
    Q_OBJECT
public:
    Toast(ThemeHost &host, QWidget *window);

    /** more: others that wait behind it. Said aloud to screen readers when the words are new. */
    void say(const NoticeText &text, int more);
    QSize sizeHint() const override;
    ActionButton &openButton() const { return *m_open; }
    IconButton &laterButton() const { return *m_later; }

Q_SIGNALS:
    void openWanted();
    void laterWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_title;
    PlainLabel *m_body;
    PlainLabel *m_more;
    ActionButton *m_open;
    IconButton *m_later;
    QString m_said;
};

/** Keeps urgent notices on the window until somebody has dealt with what they tell of, or this
 * person has put them away; the oldest first. While the person is where it is already before them
 * (away() is false) none appears. GUI thread.
 */
class ToastDesk : public QObject
{
    Q_OBJECT
public:
    /** away: the window shows another room than the desk, or another program is before it. */
    ToastDesk(ThemeHost &host, Session &session, QWidget &window, std::function<bool()> away,
              QObject *parent = nullptr);

    void take(const Notice &notice, const NoticeText &text);
    /** Does what the button of the notice does; nothing without one. */
    void open();
    bool isEmpty() const { return m_waiting.isEmpty(); }
    int count() const { return int(m_waiting.size()); }
    Toast &toast() const { return *m_toast; }

Q_SIGNALS:
    void topicWanted(const quntai::TopicId &topic);
    void groupWanted(const quntai::GroupId &group);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Waiting
    {
        Notice notice;
        NoticeText text;
    };

    void dropSettled();
    void later();
    void refresh();
    void place();

    Session &m_session;
    QWidget &m_window;
    std::function<bool()> m_away;
    Toast *m_toast;
    QList<Waiting> m_waiting;
};

} // namespace quntai
