// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/valuecodec.h"

#include <QRandomGenerator>

// Random values of every value type, made from its list of members.

namespace quntai {

class RandomValues
{
public:
    explicit RandomValues(quint32 seed) : m_random(seed) {}

    /** Integers of 32 bits only: what valijson's adapter for Qt takes for integers. */
    bool smallIntegers = false;

    int below(int bound) { return int(m_random.bounded(bound)); }
    bool chance(int percent) { return below(100) < percent; }

    template <class T>
    T make()
    {
        T value{};
        fill(value);
        return value;
    }

    /** Text with Han, quotes, control characters and pairs of surrogates. */
    void fill(QString &text)
    {
        static const QString alphabet = QStringLiteral(
            "退货运费谁出abcXYZ 012\"\\/\n\t\r\x01\x7F\u00A0\u200B\u202E\u2028\uFEFF\U0001F600\U0002070E{}[]:,");
        text.clear();
        const int points = below(4) == 0 ? 0 : below(24);
        const auto codes = alphabet.toUcs4();
        for (int i = 0; i < points; ++i)
            text += QString::fromUcs4(reinterpret_cast<const char32_t *>(
                                          &codes[below(int(codes.size()))]), 1);
    }
    void fill(bool &flag) { flag = chance(50); }
    void fill(int &number) { number = edge<int>(); }
    void fill(qint64 &number)
    {
        number = edge<qint64>();
        if (smallIntegers)
            number = edge<int>();
    }
    void fill(Instant &at)
    {
        at.ms = chance(20) ? 0 : qint64(m_random.bounded(quint64(4102444800000ULL)));
    }
    template <class Tag>
    void fill(Id<Tag> &id) { fill(id.value); }
    template <WordEnum T>
    void fill(T &value) { value = static_cast<T>(below(int(enumWords<T>.size()))); }
    template <class T>
    void fill(std::optional<T> &value)
    {
        value.reset();
        if (chance(50))
            fill(value.emplace());
    }
    template <class T>
    void fill(Boxed<T> &value)
    {
        value.reset();
        if (chance(50))
            value = make<T>();
    }
    template <class T>
    void fill(Rare<T> &value) { value = make<T>(); }
    template <class T>
    void fill(std::shared_ptr<const T> &value) { value = std::make_shared<const T>(make<T>()); }
    template <class T>
    void fill(QList<T> &list)
    {
        list.clear();
        for (int left = below(4); left > 0; --left)
            list.append(make<T>());
    }
    template <class Key, class T>
    void fill(QMap<Key, T> &map)
    {
        map.clear();
        for (int left = below(4); left > 0; --left)
            map.insert(make<Key>(), make<T>());
    }
    template <Described T>
    void fill(T &value)
    {
        FieldsOf<T>::fields().forEach(
            [&](const auto &field) { fillMember(value.*field.member); });
    }

private:
    template <class Member>
    void fillMember(Member &member)
    {
        if (!chance(25))
            fill(member);
    }

    template <class T>
    T edge()
    {
        switch (below(6)) {
        case 0: return 0;
        case 1: return std::numeric_limits<T>::max();
        case 2: return std::numeric_limits<T>::min();
        default: return static_cast<T>(below(2000)) - 1000;
        }
    }

    QRandomGenerator m_random;
};

/** QUNTAI_SEED, or a new one, which is printed. */
inline quint32 testSeed()
{
    bool given = false;
    auto seed = quint32(qEnvironmentVariableIntValue("QUNTAI_SEED", &given));
    if (!given)
        seed = QRandomGenerator::global()->generate() & 0x7FFFFFFF;
    qInfo("QUNTAI_SEED=%u", seed);
    return seed;
}

} // namespace quntai
