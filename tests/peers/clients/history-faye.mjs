// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
import faye from 'faye-websocket';
import { messageBytes, readHistory, subprotocol } from './history.mjs';

await readHistory('faye-websocket', (url, onText, onClose) => new Promise((resolve, reject) => {
    const socket = new faye.Client(url, [subprotocol], { maxLength: messageBytes });
    socket.on('message', event => onText(event.data.toString()));
    socket.on('close', event => onClose(event.code));
    socket.on('error', event => reject(new Error(event.message)));
    socket.on('open', () => resolve({
        send: text => socket.send(text), close: () => socket.close(), protocol: socket.protocol }));
}));
