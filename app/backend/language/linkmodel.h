// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/linkfeatures.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QSet>

namespace quntai {

/** Words whose kind shows what a message does; lower case, simplified. */
struct LinkWords
{
    QSet<QString> common; //!< found in so many messages that sharing them says little
    QSet<QString> asks;
    QSet<QString> thanks;
    QSet<QString> greets;
    QSet<QString> agrees;
    QSet<QString> continues;
    QSet<QString> tells;
    QSet<QString> self;
};

/** A network with one hidden layer of rectified units over binary features; all in whole numbers,
 * so that a score is the same on every machine. */
struct LinkNetwork
{
    static constexpr int unit = 1024; //!< what stands for 1.0 in every weight

    static constexpr int hidden = 48; //!< units
    std::vector<qint16> input;        //!< by feature, then hidden unit
    std::vector<qint16> bias;         //!< by hidden unit
    std::vector<qint16> output;       //!< by hidden unit

    bool operator==(const LinkNetwork &) const = default;
};

/** How well a message continues each candidate. */
struct LinkScores
{
    std::vector<int> logits;         //!< natural log of the odds, in permille
    std::vector<double> probability; //!< sums to 1

    int best() const; //!< index of the most probable; the first of equals
};

/** The learned part of topic linking: a committee of networks, whose mean decides. A value,
 * never changed while decisions are made. */
class LinkModel
{
public:
    LinkModel() = default;
    LinkModel(LinkWords words, std::vector<LinkNetwork> networks);

    const LinkWords &words() const { return m_words; }
    const std::vector<LinkNetwork> &networks() const { return m_networks; }
    bool isEmpty() const { return m_networks.empty(); }

    /** One score for each candidate, in their order. Without networks all are equal. */
    LinkScores score(const LinkQuestion &question) const;

private:
    using Row = std::array<qint32, LinkNetwork::hidden>;

    LinkWords m_words;
    std::vector<LinkNetwork> m_networks;
    std::vector<std::vector<Row>> m_rows; //!< of each network, by feature: its input, ready to add
};

/** The weights as text (base64 of little-endian numbers) and back. What does not belong to this
 * program's list of features is an error. */
QByteArray textOf(const LinkNetwork &network);
Result<LinkNetwork> linkNetworkFrom(const QByteArray &text);

} // namespace quntai
