// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enums.h"
#include "models/domain/ids.h"
#include "models/domain/message.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/jsonwriter.h"
#include "models/protocol/sharedtext.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <limits>
#include <type_traits>
#include <utility>

// Every value type to JSON and back, from its list of members. A member that is optional() is left
// out when it has its default value; unknown members are ignored when read.

namespace quntai {

/** The members of T; specialised where the type itself has no fields(). */
template <class T>
struct FieldsOf;

template <HasFields T>
struct FieldsOf<T>
{
    static constexpr auto fields() { return T::fields(); }
};

template <class T>
concept Described = requires { FieldsOf<T>::fields(); };

template <class T>
concept WordEnum = std::is_enum_v<T> && (enumWords<T>.size() > 0);

template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {};

/** The key a value has in its table; tables travel as lists of values. */
template <class T>
auto keyOf(const T &value)
{
    return value.id;
}

inline void writeValue(JsonWriter &to, const QString &text) { to.value(QStringView(text)); }
inline void writeValue(JsonWriter &to, bool flag) { to.value(flag); }
inline void writeValue(JsonWriter &to, int number) { to.value(qint64(number)); }
inline void writeValue(JsonWriter &to, qint64 number) { to.value(number); }
inline void writeValue(JsonWriter &to, Instant at) { to.value(at); }

template <class Tag>
void writeValue(JsonWriter &to, const Id<Tag> &id);
template <WordEnum T>
void writeValue(JsonWriter &to, T value);
template <class T>
void writeValue(JsonWriter &to, const std::optional<T> &value);
template <class T>
void writeValue(JsonWriter &to, const Boxed<T> &value);
template <class T>
void writeValue(JsonWriter &to, const Rare<T> &value);
template <class T>
void writeValue(JsonWriter &to, const std::shared_ptr<const T> &value);
template <class T>
void writeValue(JsonWriter &to, const QList<T> &list);
template <class Key, class T>
void writeValue(JsonWriter &to, const QMap<Key, T> &map);
template <class Key, class T>
void writeValue(JsonWriter &to, const QHash<Key, T> &table);
template <Described T>
void writeValue(JsonWriter &to, const T &value);

template <class Tag>
void writeValue(JsonWriter &to, const Id<Tag> &id)
{
    to.value(QStringView(id.value));
}

template <WordEnum T>
void writeValue(JsonWriter &to, T value)
{
    to.value(wordOf(value));
}

template <class T>
void writeValue(JsonWriter &to, const std::optional<T> &value)
{
    if (value)
        writeValue(to, *value);
    else
        to.null();
}

template <class T>
void writeValue(JsonWriter &to, const Boxed<T> &value)
{
    if (value)
        writeValue(to, *value);
    else
        to.null();
}

template <class T>
void writeValue(JsonWriter &to, const Rare<T> &value)
{
    writeValue(to, value.get());
}

template <class T>
void writeValue(JsonWriter &to, const std::shared_ptr<const T> &value)
{
    writeValue(to, *value);
}

template <class T>
void writeValue(JsonWriter &to, const QList<T> &list)
{
    to.beginArray();
    for (const auto &item : list)
        writeValue(to, item);
    to.endArray();
}

template <class Key, class T>
void writeValue(JsonWriter &to, const QMap<Key, T> &map)
{
    if constexpr (Described<T>) {
        writeValue(to, map.values());
    } else {
        to.beginObject();
        for (auto it = map.cbegin(); it != map.cend(); ++it) {
            to.name(QStringView(it.key()));
            writeValue(to, it.value());
        }
        to.endObject();
    }
}

/** Sorted by key, so that the same table always gives the same bytes. */
template <class Key, class T>
void writeValue(JsonWriter &to, const QHash<Key, T> &table)
{
    std::vector<const T *> sorted;
    sorted.reserve(std::size_t(table.size()));
    for (const auto &value : table)
        sorted.push_back(&value);
    std::ranges::sort(sorted, [](const T *a, const T *b) { return keyOf(*a) < keyOf(*b); });
    to.beginArray();
    for (const T *value : sorted)
        writeValue(to, *value);
    to.endArray();
}

template <class T>
bool isSame(const T &a, const T &b)
{
    if constexpr (requires { { a == b } -> std::convertible_to<bool>; })
        return a == b;
    else
        return false;
}

/** The members of a described value, without the brackets. */
template <Described T>
void writeMembers([[maybe_unused]] JsonWriter &to, [[maybe_unused]] const T &value)
{
    [[maybe_unused]] static const T defaults{};
    [[maybe_unused]] const auto write = [&](const auto &field) {
        if (!field.required && isSame(value.*field.member, defaults.*field.member))
            return;
        to.name(field.name);
        writeValue(to, value.*field.member);
    };
    FieldsOf<T>::fields().forEach(write);
}

template <Described T>
void writeValue(JsonWriter &to, const T &value)
{
    to.beginObject();
    writeMembers(to, value);
    to.endObject();
}

/** The value as JSON. */
template <class T>
QByteArray encodeValue(const T &value)
{
    JsonWriter writer;
    writeValue(writer, value);
    return writer.take();
}

// Reading. Each overload returns false and says in problem what is wrong.

inline bool readValue(const JsonValue &from, QString &text, JsonProblem &problem)
{
    std::string_view bytes;
    if (from.get(bytes))
        return problem.say("must be a text");
    text = sharedText(bytes);
    return true;
}

inline bool readValue(const JsonValue &from, bool &flag, JsonProblem &problem)
{
    return !from.get(flag) || problem.say("must be true or false");
}

inline bool readValue(const JsonValue &from, qint64 &number, JsonProblem &problem)
{
    std::int64_t read = 0;
    if (from.get(read))
        return problem.say("must be a whole number");
    number = read;
    return true;
}

inline bool readValue(const JsonValue &from, int &number, JsonProblem &problem)
{
    qint64 wide = 0;
    if (!readValue(from, wide, problem))
        return false;
    if (!std::in_range<int>(wide))
        return problem.say("is out of range");
    number = int(wide);
    return true;
}

inline bool readValue(const JsonValue &from, Instant &at, JsonProblem &problem)
{
    std::string_view text;
    if (from.get(text) || !readInstant(text, at))
        return problem.say("must be a time like 2026-11-22T10:00:01.204Z");
    return true;
}

template <class Tag>
bool readValue(const JsonValue &from, Id<Tag> &id, JsonProblem &problem);
template <WordEnum T>
bool readValue(const JsonValue &from, T &value, JsonProblem &problem);
template <class T>
bool readValue(const JsonValue &from, std::optional<T> &value, JsonProblem &problem);
template <class T>
bool readValue(const JsonValue &from, Boxed<T> &value, JsonProblem &problem);
template <class T>
bool readValue(const JsonValue &from, Rare<T> &value, JsonProblem &problem);
template <class T>
bool readValue(const JsonValue &from, std::shared_ptr<const T> &value, JsonProblem &problem);
template <class T>
bool readValue(const JsonValue &from, QList<T> &list, JsonProblem &problem);
template <class Key, class T>
bool readValue(const JsonValue &from, QMap<Key, T> &map, JsonProblem &problem);
template <class Key, class T>
bool readValue(const JsonValue &from, QHash<Key, T> &table, JsonProblem &problem);
template <Described T>
bool readValue(const JsonValue &from, T &value, JsonProblem &problem);

template <class Tag>
bool readValue(const JsonValue &from, Id<Tag> &id, JsonProblem &problem)
{
    return readValue(from, id.value, problem);
}

template <WordEnum T>
bool readValue(const JsonValue &from, T &value, JsonProblem &problem)
{
    std::string_view word;
    if (from.get(word))
        return problem.say("must be a word");
    const auto &words = enumWords<T>;
    const auto at = std::ranges::find(words, word);
    if (at == words.end())
        return problem.say("is a word this version does not know");
    value = static_cast<T>(at - words.begin());
    return true;
}

template <class T>
bool readValue(const JsonValue &from, std::optional<T> &value, JsonProblem &problem)
{
    value.reset();
    return from.is_null() || readValue(from, value.emplace(), problem);
}

template <class T>
bool readValue(const JsonValue &from, Boxed<T> &value, JsonProblem &problem)
{
    value.reset();
    if (from.is_null())
        return true;
    T read{};
    if (!readValue(from, read, problem))
        return false;
    value = Boxed<T>(std::move(read));
    return true;
}

template <class T>
bool readValue(const JsonValue &from, Rare<T> &value, JsonProblem &problem)
{
    T read{};
    if (!readValue(from, read, problem))
        return false;
    value = std::move(read);
    return true;
}

template <class T>
bool readValue(const JsonValue &from, std::shared_ptr<const T> &value, JsonProblem &problem)
{
    auto made = std::make_shared<T>();
    if (!readValue(from, *made, problem))
        return false;
    value = std::move(made);
    return true;
}

template <class T>
bool readValue(const JsonValue &from, QList<T> &list, JsonProblem &problem)
{
    simdjson::dom::array array;
    if (from.get(array))
        return problem.say("must be a list");
    list.clear();
    for (const auto item : array) {
        if (!readValue(item, list.emplaceBack(), problem))
            return false;
    }
    return true;
}

template <class Table>
bool readTable(const JsonValue &from, Table &table, JsonProblem &problem)
{
    simdjson::dom::array array;
    if (from.get(array))
        return problem.say("must be a list");
    table.clear();
    for (const auto item : array) {
        typename Table::mapped_type value;
        if (!readValue(item, value, problem))
            return false;
        const auto key = keyOf(value);
        table.insert(key, std::move(value));
    }
    return true;
}

template <class Key, class T>
bool readValue(const JsonValue &from, QHash<Key, T> &table, JsonProblem &problem)
{
    return readTable(from, table, problem);
}

template <class Key, class T>
bool readValue(const JsonValue &from, QMap<Key, T> &map, JsonProblem &problem)
{
    if constexpr (Described<T>) {
        return readTable(from, map, problem);
    } else {
        simdjson::dom::object object;
        if (from.get(object))
            return problem.say("must be an object");
        map.clear();
        for (const auto field : object) {
            T value{};
            if (!readValue(field.value, value, problem))
                return problem.in(field.key);
            map.insert(sharedText(field.key), value);
        }
        return true;
    }
}

/** One row of a type's reading table. */
template <class T>
struct FieldReader
{
    std::string_view name;
    bool required;
    bool (*read)(const JsonValue &, T &, JsonProblem &);
};

template <class T, std::size_t Index>
bool readFieldAt(const JsonValue &from, T &into, JsonProblem &problem)
{
    constexpr auto fields = FieldsOf<T>::fields();
    constexpr auto field = fieldAt<Index>(fields);
    return readValue(from, into.*field.member, problem);
}

template <class T>
constexpr auto makeFieldReaders()
{
    constexpr auto count = decltype(FieldsOf<T>::fields())::size;
    static_assert(count <= 64, "the set of members seen is one word");
    return []<std::size_t... I>(std::index_sequence<I...>) {
        constexpr auto fields = FieldsOf<T>::fields();
        return std::array<FieldReader<T>, count>{FieldReader<T>{
            fieldAt<I>(fields).name, fieldAt<I>(fields).required, &readFieldAt<T, I>}...};
    }(std::make_index_sequence<count>{});
}

template <class T>
inline constexpr auto fieldReaders = makeFieldReaders<T>();

/** Index of a member, looked for from a hint on: members mostly come in the order we write. */
template <class T>
std::size_t fieldIndex(std::string_view name, std::size_t hint)
{
    const auto &readers = fieldReaders<T>;
    for (auto index = hint; index < readers.size(); ++index) {
        if (readers[index].name == name)
            return index;
    }
    for (std::size_t index = 0; index < hint; ++index) {
        if (readers[index].name == name)
            return index;
    }
    return readers.size();
}

template <Described T>
bool readValue(const JsonValue &from, T &value, JsonProblem &problem)
{
    simdjson::dom::object object;
    if (from.get(object))
        return problem.say("must be an object");
    const auto &readers = fieldReaders<T>;
    std::uint64_t seen = 0;
    std::size_t hint = 0;
    for (const auto field : object) {
        const auto index = fieldIndex<T>(field.key, hint);
        if (index == readers.size())
            continue;
        if (!readers[index].read(field.value, value, problem))
            return problem.in(readers[index].name);
        seen |= std::uint64_t(1) << index;
        hint = index + 1;
    }
    for (std::size_t index = 0; index < readers.size(); ++index) {
        if (readers[index].required && !(seen >> index & 1)) {
            problem.say("is missing");
            return problem.in(readers[index].name);
        }
    }
    return true;
}

/** The value read from parsed JSON. */
template <class T>
Result<T> decodeValue(const JsonValue &from)
{
    T value{};
    JsonProblem problem;
    if (!readValue(from, value, problem))
        return std::unexpected(problem.error());
    return value;
}

} // namespace quntai
