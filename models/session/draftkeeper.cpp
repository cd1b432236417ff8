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

void DraftKeeper::save()
{
    const auto dirty = std::exchange(m_dirty, {});
    if (!m_stores || dirty.isEmpty())
        return;
    m_stores->keepDrafts(dirty, m_at, [this](const Result<> &result) {
        if (!result)
            Q_EMIT trouble(result.error().message);
    });
}

} // namespace quntai
