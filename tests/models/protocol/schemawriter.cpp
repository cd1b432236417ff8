// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/protocol/schemawriter.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString plainComment(QString comment)
{
    static const QRegularExpression edges(u"\\s*\\n\\s*\\*?\\s*"_s);
    return comment.replace(edges, u" "_s).trimmed();
}

void readHeader(const QString &text, QHash<QString, QString> &words)
{
    static const QRegularExpression type(
        u"(?:/\\*\\*((?:(?!\\*/).)*)\\*/\\s*)?\\bstruct (\\w+)\\s*\\{(.*?)\\n\\};"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression member(u"^ {4}[\\w:<>, ]+ (\\w+)(?: = [^;]+)?;\\s*//!< (.*)$"_s,
                                           QRegularExpression::MultilineOption);
    for (const auto &found : type.globalMatch(text)) {
        const auto name = found.captured(2);
        words[name] = plainComment(found.captured(1));
        for (const auto &line : member.globalMatch(found.captured(3)))
            words[name + u'.' + line.captured(1)] = line.captured(2).trimmed();
    }
}

/** commandId is part of every command's params. */
QJsonObject withCommandId(QJsonObject schema)
{
    auto properties = schema[u"properties"].toObject();
    properties[u"commandId"] = QJsonObject{
        {u"type"_s, u"string"_s}, {u"minLength"_s, 1}, {u"maxLength"_s, 64},
        {u"description"_s, u"UUIDv7; the same id with the same body has one effect."_s}};
    schema[u"properties"] = properties;
    auto needed = schema[u"required"].toArray();
    needed.prepend(u"commandId"_s);
    schema[u"required"] = needed;
    return schema;
}

/** One event as feed.events carries it, its data left to the schema of its type. */
QJsonObject eventsSchema(SchemaWriter &writer)
{
    auto schema = writer.document<StreamPosition>(u"notices:feed.events"_s, u"feed.events"_s,
                                                  u"Events in order, none missing, none twice."_s);
    const auto typed = [](const char *type) {
        return QJsonObject{{u"type"_s, QString::fromLatin1(type)}};
    };
    const QJsonObject event{
        {u"type"_s, u"object"_s},
        {u"properties"_s,
         QJsonObject{{u"prev"_s, typed("integer")}, {u"seq"_s, typed("integer")},
                     {u"at"_s, typed("string")}, {u"type"_s, typed("string")},
                     {u"group"_s, typed("string")}, {u"topic"_s, typed("string")},
                     {u"erased"_s, typed("boolean")}, {u"data"_s, typed("object")}}},
        {u"required"_s, QJsonArray{u"prev"_s, u"seq"_s, u"at"_s, u"type"_s}},
    };
    auto properties = schema[u"properties"].toObject();
    properties.remove(u"seq"_s);
    properties[u"events"] = QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, event}};
    schema[u"properties"] = properties;
    schema[u"required"] = QJsonArray{u"stream"_s, u"epoch"_s, u"events"_s};
    return schema;
}

class AsyncApi
{
public:
    void add(const QString &name, const QString &file, const QString &what, bool fromServer)
    {
        m_messages += u"      %1:\n        summary: %2\n        payload:\n          $ref: ./schemas/%3\n"_s
                          .arg(name, quoted(what), file);
        (fromServer ? m_sends : m_receives) +=
            u"      - $ref: '#/channels/console/messages/%1'\n"_s.arg(name);
    }

    QByteArray text() const
    {
        return (u"# SPDX-FileCopyrightText: 2026 The Quntai authors\n"
                "# SPDX-License-Identifier: GPL-3.0-or-later\n"
                "# Written by tst_protocolschemas --write from models/domain and models/protocol.\n"
                "asyncapi: 3.0.0\n"
                "info:\n"
                "  title: quntai.v1, the console protocol\n"
                "  version: '1'\n"
                "  description: >-\n"
                "    JSON-RPC 2.0 over WebSocket, subprotocol quntai.v1, one object per message of\n"
                "    at most 256 KiB. Messages below are params and results of methods\n"
                "    (method.params, method.result), data of events (event type), and params of\n"
                "    notifications (their name). Unknown members and event types are ignored.\n"
                "defaultContentType: application/json\n"
                "channels:\n"
                "  console:\n"
                "    address: /\n"
                "    messages:\n"_s
                + m_messages
                + u"operations:\n"
                  "  toConsole:\n    action: send\n    channel:\n      $ref: '#/channels/console'\n"
                  "    messages:\n"_s
                + m_sends
                + u"  fromConsole:\n    action: receive\n    channel:\n"
                  "      $ref: '#/channels/console'\n    messages:\n"_s
                + m_receives)
            .toUtf8();
    }

private:
    static QString quoted(QString text)
    {
        return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
    }

    QString m_messages;
    QString m_sends;
    QString m_receives;
};

class ProtocolFiles
{
public:
    explicit ProtocolFiles(const QString &sourceDir)
        : m_words(readDescriptions(sourceDir)), m_writer(m_words)
    {
    }

    QMap<QString, QByteArray> all()
    {
        forEachCommand([this]<class T>(const T &) {
            const auto name = toText(T::method);
            const auto what = m_words.value(bareTypeName<T>());
            keep(name + u".params"_s, u"methods"_s,
                 withCommandId(m_writer.document<T>(u"methods:%1.params"_s.arg(name),
                                                    name + u" params"_s)), what, false);
            keep(name + u".result"_s, u"methods"_s,
                 m_writer.document<CommandResult>(u"methods:%1.result"_s.arg(name),
                                                  name + u" result"_s), what, true);
        });
        std::apply([this](const auto &...method) { (addMethod(method), ...); }, connectionMethods);
        std::apply([this](const auto &...notice) { (addNotice(notice), ...); }, notices);
        keep(u"feed.events"_s, u"notices"_s, eventsSchema(m_writer),
             u"Events in order, none missing, none twice."_s, true);
        forEachEvent([this]<class T>(const T &) {
            const auto name = toText(T::type);
            keep(name, u"events"_s, m_writer.document<T>(u"events:"_s + name, name),
                 m_words.value(bareTypeName<T>()), true);
        });
        m_files[u"quntai.asyncapi.yaml"_s] = m_api.text();
        return m_files;
    }

private:
    template <class P, class R>
    void addMethod(const MethodOf<P, R> &method)
    {
        const auto name = toText(method.name);
        const auto what = toText(method.what);
        keep(name + u".params"_s, u"methods"_s,
             m_writer.document<P>(u"methods:%1.params"_s.arg(name), name + u" params"_s, what),
             what, false);
        keep(name + u".result"_s, u"methods"_s,
             m_writer.document<R>(u"methods:%1.result"_s.arg(name), name + u" result"_s, what),
             what, true);
    }

    template <class P>
    void addNotice(const NoticeOf<P> &notice)
    {
        const auto name = toText(notice.name);
        const auto what = toText(notice.what);
        keep(name, u"notices"_s, m_writer.document<P>(u"notices:"_s + name, name, what), what,
             notice.fromServer);
    }

    void keep(const QString &name, const QString &folder, const QJsonObject &schema,
              const QString &what, bool fromServer)
    {
        const QString file = folder + u'/' + name + u".json"_s;
        m_files[u"schemas/"_s + file] = QJsonDocument(schema).toJson();
        m_api.add(name, file, what, fromServer);
    }

    QHash<QString, QString> m_words;
    SchemaWriter m_writer;
    AsyncApi m_api;
    QMap<QString, QByteArray> m_files;
};

} // namespace

QHash<QString, QString> readDescriptions(const QString &sourceDir)
{
    QHash<QString, QString> words;
    for (const auto &folder : {u"/models/domain"_s, u"/models/protocol"_s}) {
        QDirIterator headers(sourceDir + folder, {u"*.h"_s}, QDir::Files);
        while (headers.hasNext()) {
            QFile file(headers.next());
            if (file.open(QIODevice::ReadOnly))
                readHeader(QString::fromUtf8(file.readAll()), words);
        }
    }
    return words;
}

QMap<QString, QByteArray> protocolFiles(const QString &sourceDir)
{
    return ProtocolFiles(sourceDir).all();
}

} // namespace quntai
