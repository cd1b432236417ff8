// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/draftkeeper.h"

namespace quntai {

namespace {

constexpr int saveMs = 400;

} // namespace

DraftKeeper::DraftKeeper(QObject *parent) : QObject(parent)
{
    m_saving.setSingleShot(true);
    connect(&m_saving, &QTimer::timeout, this, &DraftKeeper::save);
}

void DraftKeeper::setStores(SessionStores *stores)
{
    save();
    m_stores = stores;
    m_texts.clear();
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
    m_at = now;
    if (!m_saving.isActive())
        m_saving.start(saveMs);
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
