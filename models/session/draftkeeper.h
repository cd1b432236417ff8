// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/sessionstores.h"

#include <QTimer>

namespace quntai {

/** Unfinished texts, on disk within half a second of the last key. Lives in the session's thread. */
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    explicit DraftKeeper(QObject *parent = nullptr);

    /** Writes what is unwritten to the old stores; null: nobody is signed in. Not owned. */
    void setStores(SessionStores *stores);
    void restore(const QHash<TopicId, QString> &texts) { m_texts.insert(texts); }
    /** An empty text forgets the draft. */
    void put(const TopicId &topic, const QString &text, Instant now);
    QString text(const TopicId &topic) const { return m_texts.value(topic); }
    void save();

Q_SIGNALS:
    void trouble(const QString &what);

private:
    SessionStores *m_stores = nullptr;
    QHash<TopicId, QString> m_texts;
    QHash<TopicId, QString> m_dirty;
    Instant m_at;
    QTimer m_saving;
};

} // namespace quntai
