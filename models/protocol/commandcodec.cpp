// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/framecodec.h"

#include "models/protocol/valuecodec.h"

#include <QCryptographicHash>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

using CommandReader = Result<CommandData> (*)(const JsonValue &);

template <class T>
Result<CommandData> readAs(const JsonValue &params)
{
    return decodeValue<T>(params);
}

template <std::size_t... I>
CommandReader readerFor(std::string_view method, std::index_sequence<I...>)
{
    CommandReader found = nullptr;
    ((std::variant_alternative_t<I, CommandVariant>::method == method
      && (found = &readAs<std::variant_alternative_t<I, CommandVariant>>))
     || ...);
    return found;
}

CommandReader readerFor(std::string_view method)
{
    return readerFor(method, std::make_index_sequence<std::variant_size_v<CommandVariant>>{});
}

/** The part of the params that is no member of the command itself. */
struct CommandKey
{
    CommandId commandId;

    bool operator==(const CommandKey &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("commandId", &CommandKey::commandId)};
    }
};

constexpr qsizetype maxCommandIdLength = 64;

} // namespace

Result<Command> readCommand(std::string_view method, const JsonValue &params)
{
    const auto reader = readerFor(method);
    if (!reader)
        return failure(ErrorKind::UnknownMethod, u"There is no command of this name"_s);
    auto key = decodeValue<CommandKey>(params);
    if (!key)
        return std::unexpected(key.error());
    if (key->commandId.isEmpty() || key->commandId.value.size() > maxCommandIdLength)
        return failure(ErrorKind::InvalidParams, u"commandId must have 1 to 64 characters"_s,
                       {{u"field"_s, u"commandId"_s}});
    auto data = reader(params);
    if (!data)
        return std::unexpected(data.error());
    return Command{std::move(key->commandId), std::move(*data)};
}

QByteArray encodeCommand(const Command &command)
{
    JsonWriter writer;
    writer.beginObject();
    writeMembers(writer, CommandKey{command.id});
    std::visit([&](const auto &data) { writeMembers(writer, data); }, command.data);
    writer.endObject();
    return writer.take();
}

Result<Command> decodeCommand(QStringView method, QByteArrayView params)
{
    thread_local simdjson::dom::parser parser;
    const auto parsed = parseStrict(parser, params);
    if (!parsed)
        return std::unexpected(parsed.error());
    const auto name = method.toUtf8();
    return readCommand({name.data(), std::size_t(name.size())}, *parsed);
}

bool isCommand(QStringView method)
{
    const auto name = method.toUtf8();
    return readerFor({name.data(), std::size_t(name.size())}) != nullptr;
}

QByteArray commandBodyHash(const CommandData &data)
{
    auto body = data;
    if (auto *put = std::get_if<PutUser>(&body))
        put->password.clear();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(methodName(body).toUtf8());
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(std::visit([](const auto &members) { return encodeValue(members); }, body));
    return hash.result();
}

} // namespace quntai
