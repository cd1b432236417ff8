// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// node-napcat-ts, an independent OneBot 11 application, against implementation-sim.mjs.
import { fileURLToPath } from 'node:url';
import { NCWebsocket, Structs } from 'node-napcat-ts';
import { Checks, Inbox, Simulator } from '../common/check.mjs';

const checks = new Checks();
const sim = new Simulator(fileURLToPath(new URL('implementation-sim.mjs', import.meta.url)), ['0', 'token-1']);
const url = await sim.url();

function application(accessToken) {
    const events = new Inbox();
    const made = new NCWebsocket({ baseUrl: url, accessToken, apiTimeout: 3000, throwPromise: false,
        reconnection: { enable: false } });
    for (const name of ['message.group', 'notice.group_increase', 'notice.group_recall', 'meta_event.lifecycle',
        'meta_event.heartbeat', 'socket.close', 'socket.error'])
        made.on(name, value => events.push({ name, value }));
    return { made, events, next: name => events.take(name, item => item.name === name).then(item => item.value) };
}
const retcode = promise => promise.then(() => 0, failure => failure.retcode ?? failure.message);
const sentText = text => item => item.sent?.text === text;

await checks.step('a wrong token', async () => {
    const stranger = application('wrong');
    stranger.made.connect();
    const error = await stranger.next('socket.error');
    checks.ok('is refused with 403', JSON.stringify(error.errors.map(one => one?.message)).includes('403'));
});

const bot = application('token-1');
await checks.step('sign in', async () => {
    await bot.made.connect();
    checks.equal('lifecycle', (await bot.next('meta_event.lifecycle')).sub_type, 'connect');
    checks.equal('login', (await bot.made.get_login_info()).user_id, 10001000);
    checks.equal('version', (await bot.made.get_version_info()).protocol_version, 'v11');
    checks.equal('status', (await bot.made.get_status()).good, true);
    await sim.order({ do: 'heartbeat', ms: 500 });
    checks.equal('heartbeat', (await bot.next('meta_event.heartbeat')).interval, 500);
});

await checks.step('groups and members', async () => {
    const groups = await bot.made.get_group_list();
    checks.equal('group list', groups.map(group => [group.group_id, group.group_name]), [[7001, '客户群']]);
    checks.equal('members', (await bot.made.get_group_member_list({ group_id: 7001 })).map(one => one.user_id), [10001000, 42, 43]);
    checks.equal('member', (await bot.made.get_group_member_info({ group_id: 7001, user_id: 42 })).card, '客户张');
    checks.equal('group', (await bot.made.get_group_info({ group_id: 7001 })).member_count, 3);
});

await checks.step('messages both ways', async () => {
    const first = await sim.order({ do: 'text', group: 7001, user: 43, text: '单号 123 到哪了' });
    await bot.next('message.group');
    await sim.order({ do: 'text', group: 7001, user: 42, text: ' 我要退款[急],谢谢 & 再见', reply: first.message_id, at: [10001000] });
    const message = await bot.next('message.group');
    checks.equal('segments', message.message.map(part => part.type), ['reply', 'at', 'text']);
    checks.equal('text', message.message[2].data.text, ' 我要退款[急],谢谢 & 再见');
    checks.equal('sender', message.sender.card, '客户张');
    const { message_id: id } = await bot.made.send_group_msg({ group_id: 7001,
        message: [Structs.reply(message.message_id), Structs.at(message.user_id), Structs.text(' 好的')] });
    const { sent } = await sim.reports.take('reply', sentText(' 好的'));
    checks.equal('the reply reached the group', [sent.chat, sent.message_id, sent.segments.map(part => part.type)],
        [7001, id, ['reply', 'at', 'text']]);
    const stored = await bot.made.get_msg({ message_id: id });
    checks.equal('and can be read back', stored.message[2].data.text, ' 好的');
    await bot.made.delete_msg({ message_id: id });
    checks.equal('and recalled', (await bot.next('notice.group_recall')).message_id, id);
});

await checks.step('CQ strings', async () => {
    // No brackets here: this client unescapes a CQ string before it parses it. koishi-check has them.
    await sim.order({ do: 'text', group: 7001, user: 42, text: '甲,乙&丙', at: ['all'], format: 'cq' });
    const message = await bot.next('message.group');
    checks.equal('a CQ string is understood', message.message.map(part => part.data.text ?? part.data.qq), ['all', '甲,乙&丙']);
    await bot.made.send('send_group_msg', { group_id: 7001, message: '[CQ:at,qq=42]&#91;a&#44;b&#93;&amp;c' });
    const { sent } = await sim.reports.take('CQ send', item => item.sent);
    checks.equal('and taken', sent.segments, [{ type: 'at', data: { qq: '42' } }, { type: 'text', data: { text: '[a,b]&c' } }]);
});

await checks.step('notices', async () => {
    await sim.order({ do: 'join', group: 7001, user: 44, nickname: '王五' });
    checks.equal('join', (await bot.next('notice.group_increase')).user_id, 44);
    const said = await sim.order({ do: 'text', group: 7001, user: 44, text: '发错了' });
    await bot.next('message.group');
    await sim.order({ do: 'recall', message_id: said.message_id });
    const recall = await bot.next('notice.group_recall');
    checks.equal('recall', [recall.message_id, recall.operator_id], [said.message_id, 44]);
    await sim.order({ do: 'text', group: 7001, user: 44, text: '重复', message_id: 9009 });
    await bot.next('message.group');
    await sim.order({ do: 'duplicate', message_id: 9009 });
    checks.equal('a repeat carries the same id', (await bot.next('message.group')).message_id, 9009);
});

await checks.step('refusals and faults', async () => {
    checks.equal('unknown action', await retcode(bot.made.send('no_such_action', {})), 1404);
    checks.equal('unknown group', await retcode(bot.made.send_group_msg({ group_id: 1, message: [Structs.text('x')] })), 100);
    await sim.order({ do: 'fail', errcode: 1200, n: 1 });
    checks.equal('an ordered refusal', await retcode(bot.made.send_group_msg({ group_id: 7001, message: [Structs.text('x')] })), 1200);
    await sim.order({ do: 'blackhole', ms: 3500 });
    checks.equal('silence', await retcode(bot.made.send_group_msg({ group_id: 7001, message: [Structs.text('没有回音')] })), -1);
    checks.ok('though it was taken', !!await sim.reports.take('silent send', sentText('没有回音')));
    await sim.order({ do: 'dropAfterAccept', n: 1 });
    const cut = retcode(bot.made.send_group_msg({ group_id: 7001, message: [Structs.text('结果未知')] }));
    checks.ok('taken, then cut', !!await sim.reports.take('cut send', sentText('结果未知')) && !!await bot.next('socket.close'));
    checks.equal('no answer came', await cut, -1);
});

sim.stop();
checks.finish();
