// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/notices/notice.h"

#include <QObject>

namespace quntai {

/** Where notices go: the desktop's tray, or a test. GUI thread. */
class NoticeSink : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** stays: until it is seen to. */
    virtual void show(const NoticeText &text, const TopicId &topic, Severity severity,
                      bool stays) = 0;
    virtual void sound() = 0;
    /** What waits for this person; 0: nothing. */
    virtual void setWaiting(int count) = 0;

Q_SIGNALS:
    /** A notice was clicked; empty: only the window is wanted. */
    void opened(const quntai::TopicId &topic);
};

} // namespace quntai
