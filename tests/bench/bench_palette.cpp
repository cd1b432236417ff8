// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the palette and typing in it with 500 groups, 2,000 entries, 500 open topics and 1,500
// customers. Prints one line per figure, with the frame it must fit into; not a test.
#include "app/console/actions/actionregistry.h"
#include "app/console/palettedesk.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/theme/quntaistyle.h"
#include "widgets/palette/commandpalette.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

constexpr double frameMs = 16.0;
constexpr int groups = 500;
constexpr int entries = 2000;
constexpr int customersPerGroup = 3;
constexpr int rounds = 15;

const QStringList words{u"退款"_s, u"到账"_s, u"荔枝"_s, u"坏果"_s, u"赔付"_s, u"发票"_s, u"抬头"_s,
                        u"自提"_s, u"改地址"_s, u"会员日"_s, u"优惠券"_s, u"叠加"_s, u"冷链"_s,
                        u"晚到"_s, u"蛋糕"_s, u"滨江花园"_s, u"翠苑"_s, u"望京宝妈"_s};

QString phrase(int seed)
{
    QString text;
    for (int at = 0; at < 3; ++at)
        text += words.at((seed * 7 + at * 5 + seed / 11) % words.size());
    return text + u' ' + QString::number(seed);
}

State company()
{
    State state;
    for (int at = 0; at < groups; ++at) {
        GroupState group;
        group.info.id = {u"g-%1"_s.arg(at)};
        group.info.name = phrase(at) + u" 群"_s;
        for (int who = 0; who < customersPerGroup; ++who) {
            Customer customer;
            customer.id = {u"c-%1-%2"_s.arg(at).arg(who)};
            customer.name = phrase(at * 3 + who);
            state.customers.insert(customer.id, customer);
            Member member;
            member.id = {u"m-%1-%2"_s.arg(at).arg(who)};
            member.customer = customer.id;
            group.members.insert(member.id, member);
        }
        state.groups.insert(group.info.id, group);
        Topic topic;
        topic.id = {u"t-%1"_s.arg(at)};
        topic.group = group.info.id;
        topic.title = phrase(at + 17);
        topic.asker = {u"m-%1-0"_s.arg(at)};
        topic.askerName = u"客户 %1"_s.arg(at);
        state.topics.insert(topic.id, topic);
    }
    for (int at = 0; at < entries; ++at) {
        Entry entry;
        entry.id = {u"e-%1"_s.arg(at)};
        entry.question = phrase(at * 13);
        entry.category = words.at(at % words.size());
        state.entries.insert(entry.id, entry);
    }
    return state;
}

/** The slowest and the middle of several runs. */
template <class Run>
void measure(const char *what, Run run)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        run(round);
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    const double middle = times.at(times.size() / 2);
    std::printf("%-36s %6.2f ms (slowest %6.2f) of a frame of %.0f: %.2f\n", what, middle,
                times.constLast(), frameMs, middle / frameMs);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    auto themes = loadThemes();
    if (!themes)
        return 1;
    ThemeHost host(std::move(*themes));
    applyTheme(app, host);
    QWidget window;
    window.resize(1280, 720);
    ActionRegistry registry(window);
    for (int at = 0; at < 60; ++at)
        registry.add({u"a%1"_s.arg(at), phrase(at * 31), words.at(at % words.size()), Icon::Check,
                      {}, [] {}});
    CommandPalette palette(host, &window);
    window.show();
    const auto state = company();
    QList<PaletteItem> items;
    measure("gather the items", [&](int) { items = paletteItems(state, registry); });
    std::printf("%-36s %lld\n", "items", qlonglong(items.size()));
    measure("open and paint", [&](int) {
        palette.dismiss();
        palette.open(items, {});
        palette.grab();
    });
    const QStringList typed{u"退"_s, u"退款"_s, u"tkdz"_s, u"bjhy 坏果"_s, u"没有这样的词"_s};
    for (const auto &query : typed) {
        measure(qPrintable(u"type \"%1\" and paint"_s.arg(query)), [&](int) {
            palette.field().clear();
            palette.field().setText(query);
            palette.grab();
        });
    }
    return 0;
}
