// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// server.mjs PORT TOKEN SAMPLE_FOLDER: the shop system of the sample company over HTTP.
//
// Orders on stdin: {"do":"behave","how":"well|slow|hang|500|503|429|401|redirect|malformed|list|
// huge|endless|drop","times":N} for the next N answers (all when left out); "orders" and "tickets"
// as "only" limit it to these. {"do":"set","customer":…,"fields":{…}} changes a customer,
// {"do":"forget","customer":…} removes one, {"do":"link","member":…,"customer":…} says who a member
// is, {"do":"closeTicket","ticket":…} takes a ticket away. Each question is reported:
// {"asked":"/api/…"}.
import { createServer } from 'node:http';
import { obeyStdin, report, reportListening } from '../common/lines.mjs';
import { Company } from './company.mjs';

const [port, token, folder] = process.argv.slice(2);
const company = new Company(folder);
let behaviour = { how: 'well', times: Infinity, only: null };

function dataOf(url) {
    const found = /^\/api\/customers(?:\/([^/]+)(?:\/(orders|tickets))?)?$/.exec(url.pathname);
    if (!found)
        return null;
    const [id, part] = [found[1] && decodeURIComponent(found[1]), found[2]];
    if (!id) {
        const one = url.searchParams.has('phone')
            ? company.byPhone(url.searchParams.get('phone'))
            : company.byMember(url.searchParams.get('external_id'));
        return { list: one ? [one] : [] };
    }
    if (part === 'orders')
        return { rows: company.ordersOf(id) };
    if (part === 'tickets')
        return company.ticketsOf(id);
    const one = company.customer(id);
    return one && { list: [one] };
}

function send(response, status, body, headers = {}) {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const well = (response, url) => {
    const data = dataOf(url);
    send(response, data ? 200 : 404, { code: data ? 0 : 404, data });
};

const misbehave = {
    well,
    slow: (response, url) => setTimeout(() => well(response, url), 300),
    hang: () => {},
    500: response => send(response, 500, '<html>Internal Server Error</html>'),
    503: response => send(response, 503, {}, { 'Retry-After': '0' }),
    429: response => send(response, 429, {}, { 'Retry-After': '0' }),
    401: response => send(response, 401, {}),
    redirect: response => send(response, 302, '', { Location: 'http://127.0.0.1:9/elsewhere' }),
    malformed: response => send(response, 200, '{"data": {"list": [{"uid": '),
    list: response => send(response, 200, { data: { list: 'none', rows: 7 } }),
    huge: response => send(response, 200, { data: { list: [], pad: 'x'.repeat(3 << 20) } }),
    endless: response => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        const more = () => {
            while (!response.destroyed && response.write(' '.repeat(65536)))
                ;
        };
        response.on('drain', more);
        more();
    },
    drop: response => response.socket.destroy(),
};

function howTo(url) {
    const concerns = !behaviour.only || url.pathname.endsWith(`/${behaviour.only}`);
    if (!concerns || behaviour.times <= 0)
        return well;
    --behaviour.times;
    return misbehave[behaviour.how];
}

const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    report({ asked: request.url, cookie: request.headers.cookie ?? '' });
    if (request.headers['x-api-key'] !== token)
        return send(response, 401, {});
    if (request.method !== 'GET')
        return send(response, 405, {});
    return howTo(url)(response, url);
});

server.listen(Number(port), '127.0.0.1',
    () => reportListening(`http://127.0.0.1:${server.address().port}`));

obeyStdin({
    behave({ how, times, only }) {
        if (!Object.hasOwn(misbehave, how))
            throw new Error(`no such behaviour: ${how}`);
        behaviour = { how, times: times ?? Infinity, only: only ?? null };
        return { how };
    },
    set({ customer, fields }) {
        Object.assign(company.customers.get(customer), fields);
        return { customer };
    },
    link({ member, customer }) {
        company.members.set(member, customer);
        return { member };
    },
    forget({ customer }) {
        company.customers.delete(customer);
        return { customer };
    },
    closeTicket({ ticket }) {
        company.tickets = company.tickets.filter(one => one.id !== ticket);
        return { ticket };
    },
});
