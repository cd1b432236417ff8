// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
import websocket from 'websocket';
import { messageBytes, readHistory, subprotocol } from './history.mjs';

await readHistory('websocket', (url, onText, onClose) => new Promise((resolve, reject) => {
    const client = new websocket.client({ maxReceivedMessageSize: messageBytes, maxReceivedFrameSize: messageBytes });
    client.on('connectFailed', reject);
    client.on('connect', connection => {
        connection.on('close', onClose);
        connection.on('message', message => onText(message.utf8Data ?? message.binaryData.toString()));
        resolve({ send: text => connection.sendUTF(text), close: () => connection.close(), protocol: connection.protocol });
    });
    client.connect(url, subprotocol);
}));
