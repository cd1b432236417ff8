// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
import { WebSocket } from 'ws';
import { messageBytes, readHistory, subprotocol } from './history.mjs';

await readHistory('ws', (url, onText, onClose) => new Promise((resolve, reject) => {
    const socket = new WebSocket(url, subprotocol, { maxPayload: messageBytes });
    socket.on('message', data => onText(data.toString()));
    socket.on('error', reject);
    socket.on('close', onClose);
    socket.on('open', () => resolve({
        send: text => socket.send(text), close: () => socket.close(), protocol: socket.protocol }));
}));
