// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// koishi, an independent OneBot 11 application, against implementation-sim.mjs: forward, then reverse.
const { createServer } = require('node:net');
const { join } = require('node:path');
const { Context, Logger } = require('koishi');

const pluginOf = loaded => loaded.default ?? loaded;
const onebot = pluginOf(require('koishi-plugin-adapter-onebot'));
const http = pluginOf(require('@koishijs/plugin-http'));
const server = pluginOf(require('@koishijs/plugin-server'));
Logger.levels.base = 0;

const [offline, online] = [0, 1]; // koishi's states of a login
const script = join(__dirname, 'implementation-sim.mjs');
const bySelf = { selfId: '10001000', responseTimeout: 3000 };

function freePort() {
    return new Promise(resolve => {
        const probe = createServer().listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

/** An application with one bot; its inbox gets {status} and {name, session}. */
function application(inbox, plugins) {
    const app = new Context();
    for (const [plugin, config] of plugins)
        app.plugin(plugin, config);
    app.on('login-updated', session => inbox.push({ status: session.bot.status }));
    for (const name of ['message', 'message-deleted', 'guild-member-added'])
        app.on(name, session => inbox.push({ name, session }));
    app.middleware(session => session.content.includes('机器人') ? '收到:' + session.userId : undefined);
    return app;
}

async function exercise(checks, sim, inbox, bot, mode) {
    const next = name => inbox.take(name, item => item.name === name).then(item => item.session);
    const sentText = text => item => item.sent?.text === text;

    await checks.step(`${mode}: messages both ways`, async () => {
        const first = await sim.order({ do: 'text', group: 7001, user: 43, text: '被引用的话' });
        await next('message');
        await sim.order({ do: 'text', group: 7001, user: 42, text: ' 机器人在吗', reply: first.message_id, at: [10001000] });
        const session = await next('message');
        checks.equal(`${mode}: group and user`, [session.guildId, session.userId, session.author.name], ['7001', '42', '张三']);
        checks.equal(`${mode}: quote fetched with get_msg`, session.quote?.content, '被引用的话');
        const { sent } = await sim.reports.take('answer', sentText('收到:42'));
        checks.equal(`${mode}: answer reached the group`, [String(sent.chat), sent.kind], ['7001', 'group']);
        const [id] = await bot.sendMessage('7001', '<at id="42"/> 主动消息 &lt;b&gt;');
        const pushed = await sim.reports.take('push', item => item.sent?.text.includes('主动消息'));
        checks.equal(`${mode}: id of a push`, id, String(pushed.sent.message_id));
        checks.equal(`${mode}: segments of a push`, pushed.sent.segments.map(part => part.type), ['at', 'text']);
        await bot.deleteMessage('7001', id);
        checks.equal(`${mode}: recall`, String((await sim.reports.take('recall', item => item.recalled)).recalled), id);
        await next('message-deleted');
    });

    await checks.step(`${mode}: CQ string`, async () => {
        await sim.order({ do: 'text', group: 7001, user: 43, text: '[CQ:face,id=1] & 逗号,', format: 'cq' });
        const session = await next('message');
        checks.equal(`${mode}: escapes stay text`, session.elements.map(part => part.attrs.content), ['[CQ:face,id=1] & 逗号,']);
    });

    await checks.step(`${mode}: members and notices`, async () => {
        const list = await bot.getGuildMemberList('7001');
        checks.ok(`${mode}: members`, list.data.some(member => member.user.id === '42' && member.nick === '客户张'));
        checks.equal(`${mode}: groups`, (await bot.getGuildList()).data.map(guild => guild.name), ['客户群']);
        await sim.order({ do: 'join', group: 7001, user: 44, nickname: '王五' });
        checks.equal(`${mode}: join`, (await next('guild-member-added')).userId, '44');
        const said = await sim.order({ do: 'text', group: 7001, user: 43, text: '发错了' });
        await next('message');
        await sim.order({ do: 'recall', message_id: said.message_id });
        checks.equal(`${mode}: a member's recall`, (await next('message-deleted')).messageId, String(said.message_id));
    });

    await checks.step(`${mode}: refusals and cuts`, async () => {
        await sim.order({ do: 'fail', errcode: 1200, n: 1 });
        const refused = await bot.internal.sendGroupMsg('7001', '不行').then(() => null, error => error);
        checks.ok(`${mode}: an ordered refusal`, refused !== null);
        await sim.order({ do: 'dropAfterAccept', n: 1 });
        bot.internal.sendGroupMsg('7001', '结果未知').catch(() => {});
        checks.ok(`${mode}: taken, then cut`, !!await sim.reports.take('cut', sentText('结果未知')));
        await inbox.take('offline', item => item.status === offline);
        if (mode === 'forward')
            await bot.start(); // as a client it marks itself offline and so gives up its own retry
        await inbox.take('online again', item => item.status === online);
        await sim.order({ do: 'text', group: 7001, user: 43, text: '重连后' });
        checks.equal(`${mode}: goes on after the cut`, (await next('message')).content, '重连后');
    });
}

async function main() {
    const { Checks, Inbox, Simulator } = await import('../common/check.mjs');
    const checks = new Checks();

    const forwardSim = new Simulator(script, ['0', 'token-1']);
    const forwardBox = new Inbox();
    const forward = application(forwardBox, [[http], [onebot, { ...bySelf, protocol: 'ws',
        endpoint: await forwardSim.url(), token: 'token-1', retryTimes: 5, retryInterval: 200, retryLazy: 200 }]]);
    await checks.step('forward: sign in', async () => {
        await forward.start();
        await forwardBox.take('online', item => item.status === online);
        checks.ok('forward: online', true);
    });
    await exercise(checks, forwardSim, forwardBox, forward.bots[0], 'forward');
    await forward.bots[0].stop();
    forwardSim.stop();

    const port = await freePort();
    const reverseBox = new Inbox();
    const reverse = application(reverseBox, [[http], [server, { port, host: '127.0.0.1' }],
        [onebot, { ...bySelf, protocol: 'ws-reverse', path: '/onebot' }]]);
    const reverseSim = new Simulator(script, ['0', 'token-1', `ws://127.0.0.1:${port}/onebot`]);
    await checks.step('reverse: sign in', async () => {
        await reverse.start();
        await reverseBox.take('online', item => item.status === online);
        checks.ok('reverse: online', true);
    });
    await exercise(checks, reverseSim, reverseBox, reverse.bots[0], 'reverse');
    reverseSim.stop();
    checks.finish();
}

main().catch(error => {
    console.error(error);
    process.exit(1);
});
