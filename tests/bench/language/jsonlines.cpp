// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/language/jsonlines.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace quntai::bench {

using namespace Qt::StringLiterals;

Result<QList<QJsonObject>> readJsonLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, u"%1: %2"_s.arg(path, file.errorString()));
    QList<QJsonObject> objects;
    for (int line = 1; !file.atEnd(); ++line) {
        const auto text = file.readLine().trimmed();
        if (text.isEmpty())
            continue;
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(text, &error);
        if (!document.isObject()) {
            return failure(ErrorKind::Parse,
                           u"%1:%2: %3"_s.arg(path).arg(line).arg(error.errorString()));
        }
        objects.append(document.object());
    }
    return objects;
}

void Pace::say(const char *things, qsizetype count) const
{
    const double seconds = double(std::max<qint64>(1, m_clock.nsecsElapsed())) / 1e9;
    std::fprintf(stderr, "%.0f %s/s (%lld in %.2f s)\n", double(count) / seconds, things,
                 static_cast<long long>(count), seconds);
}

Entry entryOf(const QJsonObject &line)
{
    Entry entry;
    entry.id = {line["id"_L1].toString()};
    entry.version = 1;
    entry.question = line["question"_L1].toString();
    entry.answer = line["answer"_L1].toString();
    for (const auto &text : line["similar"_L1].toArray())
        entry.similar.append(text.toString());
    return entry;
}

void printJsonLine(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
}

} // namespace quntai::bench
