// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/linkmodel.h"

#include "app/backend/language/steadymath.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 squareUnit = qint64(LinkNetwork::unit) * LinkNetwork::unit;

using Sums = std::array<qint32, LinkNetwork::hidden>;

/** Four sums beside each other. */
using Lane = qint32 __attribute__((vector_size(16)));
constexpr size_t lanes = LinkNetwork::hidden / 4;

Lane laneAt(const Sums &sums, size_t at)
{
    Lane lane;
    std::memcpy(&lane, &sums[at * 4], sizeof lane);
    return lane;
}

/** All sums stay in registers while rows are added: no loop hides from the compiler which is which. */
template <size_t... At>
Sums added(const std::vector<Sums> &rows, const ActiveFeatures &features, const Sums &sums,
           std::index_sequence<At...>)
{
    Lane all[] = {laneAt(sums, At)...};
    for (const auto feature : features) {
        const auto &row = rows[feature];
        ((all[At] += laneAt(row, At)), ...);
    }
    Sums total;
    std::memcpy(&total, all, sizeof total);
    return total;
}

Sums added(const std::vector<Sums> &rows, const ActiveFeatures &features, const Sums &sums)
{
    return added(rows, features, sums, std::make_index_sequence<lanes>());
}

qint64 outputOf(const LinkNetwork &network, const Sums &sums)
{
    qint64 out = 0;
    for (size_t h = 0; h < sums.size(); ++h)
        out += qint64(std::max(sums[h], 0)) * network.output[h];
    return out;
}

/** Adds the network's view of each candidate. */
void addScores(const LinkNetwork &network, const std::vector<Sums> &rows,
               const LinkQuestion &question, std::vector<qint64> &totals)
{
    Sums bias;
    std::ranges::copy(network.bias, bias.begin());
    const auto shared = added(rows, question.shared, bias);
    for (size_t i = 0; i < totals.size(); ++i)
        totals[i] += outputOf(network, added(rows, question.candidates[i].features, shared));
}

/** The weights in the width they are summed up in: a third of the work for each candidate. */
std::vector<Sums> rowsOf(const LinkNetwork &network)
{
    std::vector<Sums> rows(network.input.size() / std::tuple_size_v<Sums>);
    auto at = network.input.begin();
    for (auto &row : rows) {
        for (auto &weight : row)
            weight = *at++;
    }
    return rows;
}

void makeProbabilities(LinkScores &scores)
{
    const int most = std::ranges::max(scores.logits);
    double sum = 0;
    for (const int logit : scores.logits) {
        scores.probability.push_back(steadyExp((logit - most) / 1000.0));
        sum += scores.probability.back();
    }
    for (auto &probability : scores.probability)
        probability /= sum;
}

void put(QByteArray &bytes, qint16 number)
{
    const auto little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

} // namespace

int LinkScores::best() const
{
    return int(std::ranges::max_element(logits) - logits.begin());
}

LinkModel::LinkModel(LinkWords words, std::vector<LinkNetwork> networks)
    : m_words(std::move(words)), m_networks(std::move(networks))
{
    for (const auto &network : m_networks)
        m_rows.push_back(rowsOf(network));
}

LinkScores LinkModel::score(const LinkQuestion &question) const
{
    LinkScores scores;
    if (question.candidates.empty())
        return scores;
    std::vector<qint64> totals(question.candidates.size(), 0);
    for (size_t i = 0; i < m_networks.size(); ++i)
        addScores(m_networks[i], m_rows[i], question, totals);
    const auto members = std::max<qint64>(1, qint64(m_networks.size()));
    for (const auto total : totals)
        scores.logits.push_back(int(total * 1000 / (squareUnit * members)));
    makeProbabilities(scores);
    return scores;
}

QByteArray textOf(const LinkNetwork &network)
{
    QByteArray bytes;
    for (const auto *part : {&network.bias, &network.output, &network.input}) {
        for (const auto number : *part)
            put(bytes, number);
    }
    return bytes.toBase64();
}

Result<LinkNetwork> linkNetworkFrom(const QByteArray &text)
{
    const auto read = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    constexpr qsizetype row = LinkNetwork::hidden;
    if (!read || read.decoded.size() != qsizetype(sizeof(qint16)) * row * (linkFeatureCount + 2))
        return failure(ErrorKind::Parse, u"the weights do not fit the features; train them anew"_s);
    const char *at = read.decoded.constData();
    const auto take = [&](std::vector<qint16> &part, qsizetype count) {
        for (qsizetype i = 0; i < count; ++i, at += sizeof(qint16))
            part.push_back(qFromLittleEndian<qint16>(at));
    };
    LinkNetwork network;
    take(network.bias, row);
    take(network.output, row);
    take(network.input, row * linkFeatureCount);
    return network;
}

} // namespace quntai
