// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/sessionstores.h"

#include <QSet>
#include <QTimer>

namespace quntai {

/** Unfinished texts, on disk within half a second of the last key, and told about when the writer
 * pauses. Lives in the session's thread. */
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    explicit DraftKeeper(QObject *parent = nullptr);

    /** Writes what is unwritten to the old stores; null: nobody is signed in. Not owned. */
    void setStores(SessionStores *stores);
    void restore(const QHash<TopicId, QString> &texts,
                 const QHash<TopicId, QList<Attachment>> &files)
    {
        m_texts.insert(texts);
        m_files.insert(files);
    }
    /** An empty text forgets the draft. */
    void put(const TopicId &topic, const QString &text, Instant now);
    QString text(const TopicId &topic) const { return m_texts.value(topic); }
    /** None forgets them. */
    void putFiles(const TopicId &topic, const QList<Attachment> &files, Instant now);
    QList<Attachment> files(const TopicId &topic) const { return m_files.value(topic); }
    QSet<QString> namedFiles() const;
    /** Something was written, or emptied, here since the start. */
    bool wasTouched(const TopicId &topic) const { return m_touched.contains(topic); }
    void save();

Q_SIGNALS:
    void trouble(const QString &what);
    /** The writer pauses; colleagues and the person's next seat may be told. */
    void paused(const quntai::TopicId &topic, const QString &text);

private:
    void tell();
    SessionStores::Done reporting();

    SessionStores *m_stores = nullptr;
    QHash<TopicId, QString> m_texts;
    QHash<TopicId, QString> m_dirty;
    QHash<TopicId, QList<Attachment>> m_files;
    QHash<TopicId, QList<Attachment>> m_dirtyFiles;
    Instant m_at;
    QTimer m_saving;
    QTimer m_pause;
    QHash<TopicId, QString> m_untold;
    QSet<TopicId> m_touched;
};

} // namespace quntai
