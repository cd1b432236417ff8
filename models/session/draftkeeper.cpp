// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/draftkeeper.h"

namespace quntai {

namespace {

constexpr int saveMs = 400;
constexpr int pauseMs = 1500;

} // namespace

DraftKeeper::DraftKeeper(QObject *parent) : QObject(parent)
{
    m_saving.setSingleShot(true);
    connect(&m_saving, &QTimer::timeout, this, &DraftKeeper::save);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &DraftKeeper::tell);
}

void DraftKeeper::setStores(SessionStores *stores)
{
    save();
    m_stores = stores;
    m_texts.clear();
    m_files.clear();
    m_untold.clear();
    m_touched.clear();
    m_pause.stop();
}

void DraftKeeper::put(const TopicId &topic, const QString &text, Instant now)
{
    if (m_texts.value(topic) == text)
        return;
    if (text.isEmpty())
        m_texts.remove(topic);
    else
        m_texts.insert(topic, text);
    m_dirty.insert(topic, text);
    m_untold.insert(topic, text);
    m_touched.insert(topic);
    m_pause.start(pauseMs);
    m_at = now;
    if (!m_saving.isActive())
        m_saving.start(saveMs);
}

void DraftKeeper::tell()
{
    const auto untold = std::exchange(m_untold, {});
    for (auto it = untold.cbegin(); it != untold.cend(); ++it)
        Q_EMIT paused(it.key(), it.value());
}

void DraftKeeper::putFiles(const TopicId &topic, const QList<Attachment> &files, Instant now)
{
    if (m_files.value(topic) == files)
        return;
    if (files.isEmpty())
        m_files.remove(topic);
    else
        m_files.insert(topic, files);
    m_dirtyFiles.insert(topic, files);
    m_at = now;
    if (!m_saving.isActive())
        m_saving.start(saveMs);
}

QSet<QString> DraftKeeper::namedFiles() const
{
    QSet<QString> named;
    for (const auto &files : m_files) {
        for (const auto &file : files)
            named.insert(file.sha256);
    }
    return named;
}

void DraftKeeper::save()
{
    const auto dirty = std::exchange(m_dirty, {});
    const auto files = std::exchange(m_dirtyFiles, {});
    if (!m_stores)
        return;
    if (!dirty.isEmpty())
        m_stores->keepDrafts(dirty, m_at, reporting());
    if (!files.isEmpty())
        m_stores->keepDraftFiles(files, m_at, reporting());
}

SessionStores::Done DraftKeeper::reporting()
{
    return [this](const Result<> &result) {
        if (!result)
            Q_EMIT trouble(result.error().message);
    };
}

} // namespace quntai
