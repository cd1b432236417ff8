// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_language TASK FILE [--train FILE]: predictions of the backend's own language core, one JSON
// object a line, for scorers kept with the data.
#include "tests/bench/language/tasks.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

struct Task
{
    QLatin1StringView name;
    Result<> (*run)(const bench::TaskFiles &);
};

constexpr Task tasks[] = {
    {"emotion"_L1, bench::emotion},
    {"intents"_L1, bench::intents},
    {"changes"_L1, bench::changes},
    {"curve"_L1, bench::curve},
    {"disentangle"_L1, bench::disentangle},
    {"merge"_L1, bench::merge},
    {"paraphrase"_L1, bench::paraphrase},
};

const auto description =
    u"Predictions of the language core. merge reads the file of intents and prints a group for each "
    u"in-scope question of the sets zh_bank and zh_ecom, one stream a set, in the file's order."_s;

QString taskNames()
{
    QStringList names;
    for (const auto &task : tasks)
        names.append(task.name);
    return names.join("|"_L1);
}

int fail(const QString &why)
{
    std::fprintf(stderr, "bench_language: %s\n", qPrintable(why));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.setApplicationDescription(description);
    parser.addPositionalArgument(u"task"_s, taskNames());
    parser.addPositionalArgument(u"file"_s, u"JSON Lines to predict"_s);
    parser.addOption({u"train"_s, u"JSON Lines to learn from first"_s, u"FILE"_s});
    parser.process(app);
    const auto words = parser.positionalArguments();
    if (words.size() != 2)
        return fail(u"wants a task (%1) and a file"_s.arg(taskNames()));
    for (const auto &task : tasks) {
        if (words[0] != task.name)
            continue;
        const auto done = task.run({words[1], parser.value(u"train"_s)});
        return done ? 0 : fail(done.error().message);
    }
    return fail(u"no task %1; there are %2"_s.arg(words[0], taskNames()));
}
