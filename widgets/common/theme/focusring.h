// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

class QApplication;

namespace quntai {

/// Draws the focus ring round a button, a row of tabs or a list without a current row that got the
/// focus by keyboard.
///
/// Fields and other lists show focus inside and are left alone. One per program, owned by it. GUI thread.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QApplication &application);
    ~FocusRing() override;

    /// The ring's widget while one is shown (for tests); null otherwise.
    QFocusFrame *frame() const { return m_frame; }

private:
    void follow(QWidget *widget);

    QPointer<QFocusFrame> m_frame;
};

} // namespace quntai
