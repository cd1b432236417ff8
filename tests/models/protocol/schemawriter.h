// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/commands.h"
#include "models/domain/events.h"
#include "models/protocol/methods.h"
#include "models/protocol/valuecodec.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

// JSON Schemas from the lists of members, described by the comments beside them.

namespace quntai {

/** What the headers say about a type and its members: "Topic", "Topic.lane". */
QHash<QString, QString> readDescriptions(const QString &sourceDir);

template <class T>
QString bareTypeName()
{
    const QLatin1StringView whole(__PRETTY_FUNCTION__);
    const auto begin = whole.indexOf(QLatin1StringView("T = ")) + 4;
    const auto end = whole.indexOf(u']', begin);
    return QString(whole.sliced(begin, end - begin)).section(QStringLiteral("::"), -1);
}

class SchemaWriter
{
public:
    explicit SchemaWriter(const QHash<QString, QString> &words) : m_words(words) {}

    /** The schema of T with everything it refers to. */
    template <Described T>
    QJsonObject document(const QString &id, const QString &title, QString what = {})
    {
        m_defs = {};
        m_begun.clear();
        auto schema = members<T>();
        schema[u"$schema"] = QStringLiteral("http://json-schema.org/draft-07/schema#");
        schema[u"$id"] = QString(QStringLiteral("urn:quntai:v1:") + id);
        schema[u"title"] = title;
        schema[u"description"] = what.isEmpty() ? m_words.value(bareTypeName<T>()) : what;
        if (!m_defs.isEmpty())
            schema[u"definitions"] = m_defs;
        return schema;
    }

private:
    template <Described T>
    QJsonObject members()
    {
        QJsonObject properties;
        QJsonArray needed;
        const auto add = [&](const auto &field) {
            using Member = std::remove_cvref_t<decltype(std::declval<T>().*field.member)>;
            const auto name = QString::fromLatin1(field.name.data(), qsizetype(field.name.size()));
            auto schema = of<Member>();
            const auto words = m_words.value(bareTypeName<T>() + u'.' + name);
            if (!words.isEmpty())
                schema = described(schema, words);
            properties[name] = schema;
            if (field.required)
                needed.append(name);
        };
        FieldsOf<T>::fields().forEach(add);
        QJsonObject schema{{QStringLiteral("type"), QStringLiteral("object")},
                           {QStringLiteral("properties"), properties}};
        if (!needed.isEmpty())
            schema[u"required"] = needed;
        return schema;
    }

    /** Beside $ref nothing else counts in draft 7, so a reference is wrapped. */
    static QJsonObject described(QJsonObject schema, const QString &words)
    {
        if (schema.contains(u"$ref"))
            schema = {{QStringLiteral("allOf"), QJsonArray{schema}}};
        schema[u"description"] = words;
        return schema;
    }

    static QJsonObject typed(const char *type)
    {
        return {{QStringLiteral("type"), QString::fromLatin1(type)}};
    }

    template <class T>
    QJsonObject of()
    {
        if constexpr (std::is_same_v<T, QString> || IsId<T>::value) {
            return typed("string");
        } else if constexpr (std::is_same_v<T, bool>) {
            return typed("boolean");
        } else if constexpr (std::is_same_v<T, int>) {
            auto schema = typed("integer");
            schema[u"minimum"] = qint64(std::numeric_limits<int>::min());
            schema[u"maximum"] = qint64(std::numeric_limits<int>::max());
            return schema;
        } else if constexpr (std::is_same_v<T, qint64>) {
            auto schema = typed("integer");
            schema[u"minimum"] = -(1LL << 53) + 1;
            schema[u"maximum"] = (1LL << 53) - 1;
            return schema;
        } else if constexpr (std::is_same_v<T, Instant>) {
            auto schema = typed("string");
            schema[u"pattern"] = QStringLiteral(
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?Z$");
            return schema;
        } else if constexpr (WordEnum<T>) {
            return words<T>();
        } else if constexpr (Described<T>) {
            return reference<T>();
        } else {
            return ofContainer(std::type_identity<T>{});
        }
    }

    template <class T>
    QJsonObject words()
    {
        QJsonArray list;
        for (const auto word : enumWords<T>)
            list.append(QString::fromLatin1(word.data(), qsizetype(word.size())));
        auto schema = typed("string");
        schema[u"enum"] = list;
        return schema;
    }

    template <class T>
    QJsonObject reference()
    {
        const auto name = bareTypeName<T>();
        if (!m_begun.contains(name)) {
            m_begun.insert(name);
            auto schema = members<T>();
            const auto words = m_words.value(name);
            if (!words.isEmpty())
                schema[u"description"] = words;
            m_defs[name] = schema;
        }
        return {{QStringLiteral("$ref"), QString(QStringLiteral("#/definitions/") + name)}};
    }

    template <class T>
    QJsonObject ofContainer(std::type_identity<QList<T>>)
    {
        auto schema = typed("array");
        schema[u"items"] = of<T>();
        return schema;
    }
    template <class T>
    QJsonObject ofContainer(std::type_identity<QMap<QString, T>>)
    {
        auto schema = typed("object");
        schema[u"additionalProperties"] = of<T>();
        return schema;
    }
    template <class T>
    QJsonObject ofContainer(std::type_identity<std::optional<T>>) { return of<T>(); }
    template <class T>
    QJsonObject ofContainer(std::type_identity<Boxed<T>>) { return of<T>(); }
    template <class T>
    QJsonObject ofContainer(std::type_identity<Rare<T>>) { return of<T>(); }
    template <class T>
    QJsonObject ofContainer(std::type_identity<std::shared_ptr<const T>>) { return of<T>(); }

    const QHash<QString, QString> &m_words;
    QJsonObject m_defs;
    QSet<QString> m_begun;
};

/** Calls each(value) with a default value of every event but UnknownEvent. */
template <class Each>
void forEachEvent(Each each)
{
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (each(std::variant_alternative_t<I, EventVariant>{}), ...);
    }(std::make_index_sequence<std::variant_size_v<EventVariant> - 1>{});
}

/** Calls each(value) with a default value of every command. */
template <class Each>
void forEachCommand(Each each)
{
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (each(std::variant_alternative_t<I, CommandVariant>{}), ...);
    }(std::make_index_sequence<std::variant_size_v<CommandVariant>>{});
}

/** Every file under resources/protocol by its path there, as it must be. */
QMap<QString, QByteArray> protocolFiles(const QString &sourceDir);

} // namespace quntai
