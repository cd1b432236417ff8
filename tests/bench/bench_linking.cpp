// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long it takes to find a message's topic in a group with 50 open ones, with the window read
// before (as it is when a group talks) and for the first time (after a start).
#include "app/backend/decide/linking.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

constexpr int topics = 50;
constexpr int rounds = 400;
constexpr double goalUs = 200;

const QStringList sentences{u"我的快递三天了还没到，单号SF1234567890"_s, u"优惠券提示不可用是怎么回事"_s,
                            u"请问这个尺码偏大吗？我平时穿M"_s,         u"退货的运费谁出"_s,
                            u"发票抬头写错了能改吗"_s,                 u"赠品少了一个麻烦补发"_s};

Message messageOf(int number, int author)
{
    Message message;
    message.id = {u"m-%1"_s.arg(number)};
    message.seq = number;
    message.at = {1'700'000'000'000 + number * 20'000LL};
    message.group = {u"ch/g"_s};
    message.author = {AuthorKind::Member, u"ch/u%1"_s.arg(author), u"用户%1"_s.arg(author)};
    message.text = sentences[number % sentences.size()] + QString::number(number % 17);
    return message;
}

/** Everybody has a topic of their own and said one thing in it lately. */
State busyState()
{
    State state;
    auto &group = state.groups[{u"ch/g"_s}];
    for (int i = 0; i < topics; ++i) {
        auto message = messageOf(i, i);
        Topic topic;
        topic.id = {u"t-%1"_s.arg(i)};
        topic.group = message.group;
        topic.title = message.text.left(24);
        topic.asker = {message.author.id};
        topic.askers = {topic.asker};
        topic.lastAt = message.at;
        message.topic = topic.id;
        state.topics.insert(topic.id, topic);
        group.open.append(topic.id);
        group.recent.append(std::make_shared<const Message>(message));
    }
    return state;
}

double usOf(const State &state, const Core &core, int round)
{
    IdMint mint(u"p0"_s, 1'000'000);
    const auto message = messageOf(topics + round, round % (topics + 10));
    const Scene scene(state, core, message.at, mint);
    const auto start = bench::steadyNs();
    const auto link = linkOf(scene, message, {}, 0);
    const double us = double(bench::steadyNs() - start) / 1e3;
    return link.confidence > 0 ? us : 1e9;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    auto read = Lexicon::builtIn();
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    const auto lexicon = std::make_shared<const Lexicon>(std::move(*read));
    const auto state = busyState();
    const Core used(lexicon);
    std::vector<double> warm;
    std::vector<double> cold;
    for (int round = 0; round < rounds; ++round) {
        const Core fresh(lexicon);
        cold.push_back(usOf(state, fresh, round));
        warm.push_back(usOf(state, used, round));
    }
    const auto first = bench::spreadOf(cold);
    const auto again = bench::spreadOf(warm);
    bench::report("linking, 50 open topics, median", again.p50, "us", first.p50, "window unread",
                  again.p50 <= goalUs ? "<= 200: met" : "<= 200: MISSED");
    bench::say("linking, 50 open topics", again, "us");
    return again.p50 <= goalUs ? 0 : 1;
}
