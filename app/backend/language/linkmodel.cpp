// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/linkmodel.h"

#include "app/backend/language/steadymath.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 squareUnit = qint64(LinkNetwork::unit) * LinkNetwork::unit;

using Sums = std::array<qint32, LinkNetwork::hidden>;

void addRows(const LinkNetwork &network, const ActiveFeatures &features, Sums &sums)
{
    for (const auto feature : features) {
        const qint16 *row = network.input.data() + feature * sums.size();
        for (size_t h = 0; h < sums.size(); ++h)
            sums[h] += row[h];
    }
}

qint64 outputOf(const LinkNetwork &network, const Sums &sums)
{
    qint64 out = 0;
    for (size_t h = 0; h < sums.size(); ++h)
        out += qint64(std::max(sums[h], 0)) * network.output[h];
    return out;
}

/** Adds the network's view of each candidate. */
void addScores(const LinkNetwork &network, const LinkQuestion &question,
               std::vector<qint64> &totals)
{
    Sums shared;
    std::ranges::copy(network.bias, shared.begin());
    addRows(network, question.shared, shared);
    for (size_t i = 0; i < totals.size(); ++i) {
        auto sums = shared;
        addRows(network, question.candidates[i].features, sums);
        totals[i] += outputOf(network, sums);
    }
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
}

LinkScores LinkModel::score(const LinkQuestion &question) const
{
    LinkScores scores;
    if (question.candidates.empty())
        return scores;
    std::vector<qint64> totals(question.candidates.size(), 0);
    for (const auto &network : m_networks)
        addScores(network, question, totals);
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
