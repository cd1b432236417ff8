// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/settings/settings.h"

#include "widgets/common/words/fileproblem.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int writeAfterMs = 300;
constexpr qint64 largestFile = 1 << 20;

QString writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return fileProblem(file);
}

} // namespace

Settings::Settings(QString file, QObject *parent) : QObject(parent), m_file(std::move(file))
{
    m_writer.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(writeAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &Settings::write);
    read();
}

Settings::~Settings()
{
    flush();
}

void Settings::read()
{
    QFile file(m_file);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        m_trouble = tr("The settings cannot be read (%1), so everything stands as it does at first.")
                        .arg(fileProblem(file));
        return;
    }
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.read(largestFile), &error);
    file.close();
    if (error.error == QJsonParseError::NoError && document.isObject()) {
        m_values = document.object();
        dropWhatIsWrong();
        return;
    }
    const auto aside = m_file + u".damaged"_s;
    QFile::remove(aside);
    QFile::rename(m_file, aside);
    m_trouble = tr("The settings file was damaged, so everything stands as it does at first. What "
                   "was there is kept as %1.")
                    .arg(aside);
}

/** Walks the table once: what does not read or is not allowed goes, and is named. */
void Settings::dropWhatIsWrong()
{
    QStringList wrong;
    const auto check = [&]<class T>(const Setting<T> &setting) {
        const QLatin1StringView key(setting.key);
        T value = setting.fallback;
        if (!m_values.contains(key)
            || (settingjson::read(m_values.value(key), value) && setting.allowed(value)))
            return;
        m_values.remove(key);
        wrong.append(key);
    };
    std::apply([&](const auto &...setting) { (check(setting), ...); }, settings::table());
    if (!wrong.isEmpty())
        m_trouble = tr("These settings made no sense and stand as they do at first: %1.")
                        .arg(wrong.join(u", "));
}

void Settings::put(QLatin1StringView key, const QJsonValue &value, const QJsonValue &fallback)
{
    const auto before = m_values.contains(key) ? m_values.value(key) : fallback;
    if (before == value)
        return;
    if (value == fallback)
        m_values.remove(key);
    else
        m_values.insert(key, value);
    m_soon.start();
    Q_EMIT changed(key);
}

void Settings::write()
{
    m_writer.start([this, bytes = QJsonDocument(m_values).toJson()] {
        const auto why = writeFile(m_file, bytes);
        m_refused = !why.isEmpty();
        if (!why.isEmpty())
            Q_EMIT notWritten(tr("The settings could not be written: %1").arg(why));
    });
}

bool Settings::flush()
{
    if (m_soon.isActive()) {
        m_soon.stop();
        write();
    }
    m_writer.waitForDone();
    return !m_refused;
}

} // namespace quntai
