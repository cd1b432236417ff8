// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// train_linking FILE…: learns what makes a message continue another from annotated logs and writes
// resources/language/linkweights.yaml to standard output. The same files give the same bytes.
#include "tests/bench/language/chatlog.h"

#include <QCoreApplication>

#include <cstdio>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

constexpr auto head = R"(# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later AND CC-BY-4.0
# Weights of topic linking, for the features of app/backend/language/linkfeatures.cpp.
#
# Learned from the conversations of "A Large-Scale Corpus for Conversation Disentanglement"
# (J. K. Kummerfeld et al., ACL 2019; jkkummerfeld/irc-disentanglement): the training and
# development parts of the Ubuntu IRC channel and the development part of Channel Two
# (M. Elsner and E. Charniak, ACL 2008), under CC-BY-4.0. No text of theirs is in here.
#
# Made by: build/release/bin/train_linking train.jsonl dev.jsonl channel2.jsonl
# with one JSON object a line: {"file","id","time","speaker","kind","text","parents"}.
# Base64 of little-endian 16-bit numbers, 1024 standing for 1: bias, output, input by feature.
networks:
)";

int fail(const QString &why)
{
    std::fprintf(stderr, "train_linking: %s\n", qPrintable(why));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto lexicon = Lexicon::builtIn();
    if (!lexicon)
        return fail(lexicon.error().message);
    std::vector<bench::ChatLog> logs;
    for (const auto &file : app.arguments().sliced(1)) {
        const auto read = bench::readLogs(file, *lexicon);
        if (!read)
            return fail(read.error().message);
        logs.insert(logs.end(), read->begin(), read->end());
    }
    const auto networks = bench::trainCommittee(logs);
    if (networks.empty())
        return fail(u"no annotated messages to learn from"_s);
    std::fputs(head, stdout);
    for (const auto &network : networks)
        std::printf("  - \"%s\"\n", textOf(network).constData());
    return 0;
}
