#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house: who may include whom, what never appears in code, what lies at the top.

tst_layers.py [ROOT] prints each broken rule as FILE:LINE and exits 1. First it breaks every rule on
purpose in a tree of its own, so that a check that finds nothing is known to look.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

TOP_NAMES = {
    'CMakeLists.txt', 'CMakePresets.json', 'README.md', 'LICENSE', 'app', 'widgets', 'models',
    'resources', 'translations', 'tests', 'packaging', 'CONTRIBUTING.md', 'CHANGELOG.md', '.ci',
    '.clang-format', '.clang-tidy', '.gitignore'}
CODE = ('.h', '.cpp', '.py', '.mjs', '.cjs', '.js', '.sh', '.bash', '.cmake', '.sql', '.pml')
MAX_LINES = 500
# Joined here so that this file does not name one itself.
REGISTRIES = [b'.'.join(parts) for parts in (
    (b'registry', b'npmjs', b'org'), (b'registry', b'yarnpkg', b'com'),
    (b'registry', b'npmmirror', b'com'), (b'registry', b'npm', b'taobao'),
    (b'npm', b'pkg', b'github', b'com'), (b'files', b'pythonhosted', b'org'),
    (b'pypi', b'org'), (b'static', b'crates', b'io'), (b'repo', b'maven', b'apache'))]
FORBIDDEN = re.compile(r'\b(setHtml|setMarkdown|Qt::RichText|Qt::MarkdownText|ignoreSslErrors)\b')
INSTANCE = re.compile(r'(?<!::)(?<!\.)(?<!->)\binstance\s*\(')
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
MODEL_FLOORS = {'domain': 0, 'protocol': 1, 'storage': 1, 'transfer': 2, 'session': 2, 'items': 3}
# Known without installed headers; those found beside Qt are added.
GUI = {'QtGui', 'QtWidgets', 'QWidget', 'QPainter', 'QColor', 'QImage', 'QPixmap', 'QIcon', 'QFont',
       'QGuiApplication', 'QApplication', 'QKeyEvent', 'QKeySequence', 'QTextDocument', 'QPalette',
       'QStandardItemModel', 'QClipboard', 'QWindow', 'QDesktopServices', 'QtSvg'}
NETWORK = {'QtNetwork', 'QtWebSockets', 'QTcpSocket', 'QTcpServer', 'QSslSocket', 'QAbstractSocket',
           'QUdpSocket', 'QLocalSocket', 'QWebSocket', 'QWebSocketServer', 'QNetworkAccessManager',
           'QHttpServer'}


def qt_headers(*modules):
    """The class headers of installed Qt modules."""
    names = set()
    for module in modules:
        for folder in glob.glob(f'/usr/include/*/qt6/{module}') + glob.glob(
                f'/usr/include/qt6/{module}'):
            names.update(name for name in os.listdir(folder) if name.startswith('Q'))
    return names


GUI |= qt_headers('QtGui', 'QtWidgets', 'QtSvg', 'QtSvgWidgets', 'QtPrintSupport')
NETWORK |= qt_headers('QtNetwork', 'QtWebSockets', 'QtHttpServer')


def tracked_files(root):
    """What belongs to the project: git's list, or everything but build results without git."""
    git = subprocess.run(['git', '-c', 'safe.directory=*', '-C', root, 'ls-files', '-z'],
                         capture_output=True, check=False)
    if git.returncode == 0 and git.stdout:
        names = [os.fsdecode(name) for name in git.stdout.split(b'\0') if name]
        return [name for name in names if os.path.isfile(os.path.join(root, name))]
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in ('build', 'node_modules', '.git')]
        found += [os.path.relpath(os.path.join(folder, name), root) for name in files]
    return sorted(found)


def without_comments(text):
    """C++ text with comments blanked, lines kept; strings stay."""
    token = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.S)

    def blank(match):
        found = match.group(0)
        return re.sub(r'[^\n]', ' ', found) if found.startswith('/') else found
    return token.sub(blank, text)


def under(name, *folders):
    return any(name == folder or name.startswith(folder + '/') for folder in folders)


def allowed(folder, target):
    """Why a file in folder may not include target (both from the top), or None."""
    layer, to = folder.split('/')[0], target.split('/')[0]
    if layer == 'models':
        if to != 'models':
            return 'models/ includes models/ only'
        here, there = (MODEL_FLOORS.get(path.split('/')[1]) for path in (folder + '/', target))
        if here is None or there is None:
            return 'unknown folder of models/'
        if there > here:
            return 'includes go down only'
    if layer == 'widgets':
        if not under(target, 'widgets', 'models/domain', 'models/items', 'models/session'):
            return 'widgets/ knows domain, items and session only'
    if under(folder, 'app/backend'):
        if under(target, 'widgets', 'models/items', 'app/console'):
            return 'the backend never sees widgets/, models/items or the console'
    if under(folder, 'app/console') and under(target, 'app/backend'):
        return 'the console never sees the backend'
    if under(folder, 'app/backend/decide') and not under(
            target, 'models/domain', 'app/backend/decide', 'app/backend/language'):
        return 'decide/ sees models/domain and language/ only'
    if under(folder, 'app/backend/language') and not under(
            target, 'models/domain', 'app/backend/language'):
        return 'language/ sees models/domain only'
    return None


def allowed_system(folder, target):
    """The same for <headers>: Qt's classes, or module/class."""
    names = set(target.split('/'))
    if under(folder, 'models', 'app/backend') and names & GUI:
        return 'no QtGui or QtWidgets below widgets/ and in the backend'
    if under(folder, 'widgets', 'models/domain', 'app/backend/decide', 'app/backend/language') \
            and names & NETWORK:
        return 'no socket here'
    return None


def cycles(edges):
    """Pairs of folders that reach each other by includes."""
    reach = {}
    for start in edges:
        seen, todo = set(), [start]
        while todo:
            for following in edges.get(todo.pop(), ()):
                if following not in seen:
                    seen.add(following)
                    todo.append(following)
        reach[start] = seen
    return sorted((a, b) for a in reach for b in reach[a] if a < b and a in reach.get(b, ()))


class Check:
    """One walk over a tree; findings are (rule, place, text)."""

    def __init__(self, root):
        self.root, self.findings, self.edges = root, [], {}
        self.files = tracked_files(root)
        for name in self.files:
            self.any_file(name)
            if name.endswith(('.h', '.cpp')) and under(name, 'models', 'widgets', 'app'):
                self.code_file(name)
        for a, b in cycles(self.edges):
            self.add('cycle', a, f'{a} and {b} include each other')

    def add(self, rule, place, text):
        self.findings.append((rule, place, text))

    def any_file(self, name):
        if name.split('/')[0] not in TOP_NAMES:
            self.add('top', name, 'not a permitted name at the top level')
        with open(os.path.join(self.root, name), 'rb') as file:
            data = file.read()
        for host in REGISTRIES:
            if host in data:
                self.add('registry', name, f'names the package registry {host.decode()}')
        is_code = name.endswith(CODE) or data.startswith(b'#!')
        if is_code and data.count(b'\n') > MAX_LINES:
            self.add('length', name, f'{data.count(10)} lines, more than {MAX_LINES}')

    def code_file(self, name):
        with open(os.path.join(self.root, name), encoding='utf-8') as file:
            text = without_comments(file.read())
        for number, line in enumerate(text.split('\n'), 1):
            place = f'{name}:{number}'
            found = INCLUDE.match(line)
            if found:
                self.include(name, place, *found.groups())
            for word in FORBIDDEN.findall(line):
                self.add('forbidden', place, f'{word} is not used in this project')
            if INSTANCE.search(line):
                self.add('instance', place, 'no singletons: a function named instance()')

    def include(self, name, place, kind, target):
        folder = os.path.dirname(name)
        if kind == '<':
            reason = allowed_system(folder, target)
            if reason:
                self.add('system', place, f'<{target}>: {reason}')
            return
        beside = os.path.exists(os.path.join(self.root, folder, target))
        if '/' not in target and not beside:
            return  # made by the build
        if target.split('/')[0] not in ('models', 'widgets', 'app'):
            self.add('path', place, f'"{target}" is not written from the top')
            return
        reason = allowed(folder, target)
        if reason:
            self.add('layer', place, f'"{target}": {reason}')
        to = os.path.dirname(target)
        if to != folder:
            self.edges.setdefault(folder, set()).add(to)


GOOD = {
    'models/domain/ids.h': '// setHtml is never used\n#pragma once\n#include <QString>\n',
    'models/session/session.h': '#include "models/domain/ids.h"\n#include <QWebSocket>\n',
    'models/items/rows.h': '#include "models/session/session.h"\n',
    'widgets/queue/view.cpp': '#include "models/items/rows.h"\n#include <QWidget>\n'
                              'auto x = QCoreApplication::instance();\n',
    'app/backend/decide/core.cpp': '#include "app/backend/language/words.h"\n'
                                   '#include "models/domain/ids.h"\n#include "core.moc"\n',
    'app/backend/language/words.h': '#include "models/domain/ids.h"\n',
    'app/backend/gateway/server.cpp': '#include <QWebSocketServer>\n#include <QCoreApplication>\n',
    'README.md': 'x\n' * (MAX_LINES + 1),
}
# rule, file, text: each alone must be found, by that rule.
BAD = [
    ('layer', 'models/domain/a.h', '#include "models/storage/db.h"\n'),
    ('layer', 'models/storage/a.h', '  #  include "models/items/rows.h"\n'),
    ('layer', 'models/items/a.h', '#include "widgets/queue/view.h"\n'),
    ('layer', 'models/protocol/a.h', '#include "app/console/x.h"\n'),
    ('layer', 'widgets/queue/a.cpp', '#include "models/storage/db.h"\n'),
    ('layer', 'widgets/queue/a.cpp', '#include "models/protocol/frame.h"\n'),
    ('layer', 'widgets/queue/a.cpp', '#include "app/console/x.h"\n'),
    ('layer', 'app/backend/a.cpp', '#include "widgets/queue/view.h"\n'),
    ('layer', 'app/backend/gateway/a.cpp', '#include "models/items/rows.h"\n'),
    ('layer', 'app/console/a.cpp', '#include "app/backend/backend.h"\n'),
    ('layer', 'app/backend/decide/a.cpp', '#include "models/storage/db.h"\n'),
    ('layer', 'app/backend/decide/a.cpp', '#include "app/backend/ledger/l.h"\n'),
    ('layer', 'app/backend/language/a.cpp', '#include "app/backend/decide/core.h"\n'),
    ('system', 'models/items/a.cpp', '#include <QColor>\n'),
    ('system', 'models/domain/a.cpp', '#include <QtGui/QImage>\n'),
    ('system', 'models/session/a.cpp', '#include <QStandardItemModel>\n'),
    ('system', 'app/backend/a.cpp', '#include <QGuiApplication>\n'),
    ('system', 'widgets/queue/a.cpp', '#include <QTcpSocket>\n'),
    ('system', 'widgets/queue/a.cpp', '#include <QtWebSockets/QWebSocket>\n'),
    ('cycle', 'models/protocol/a.h', '#include "models/storage/s.h"\n'),
    ('path', 'models/domain/a.cpp', '#include "ids.h"\n'),
    ('path', 'models/domain/a.cpp', '#include "../domain/ids.h"\n'),
    ('length', 'models/domain/a.cpp', '\n' * (MAX_LINES + 1)),
    ('length', 'packaging/tool', '#!/bin/sh\n' + ':\n' * MAX_LINES),
    ('instance', 'models/domain/a.h', 'struct A { static A& instance(); };\n'),
    ('forbidden', 'widgets/queue/a.cpp', 'label->setTextFormat(Qt::RichText);\n'),
    ('forbidden', 'widgets/queue/a.cpp', 'view->setHtml(text); // why\n'),
    ('forbidden', 'app/console/a.cpp', 'view->setMarkdown(text);\n'),
    ('forbidden', 'models/session/a.cpp', 'socket.ignoreSslErrors();\n'),
    ('registry', 'tests/peers/x/package-lock.json', 'https://' + REGISTRIES[0].decode() + '/ws\n'),
    ('top', 'scratch.txt', 'x\n'),
    ('top', 'src/main.cpp', 'x\n'),
]


def tree_findings(files):
    """The rules broken in a tree that holds just these files."""
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = os.path.normpath(os.path.join(root, name))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text)
        return Check(root).findings


def self_check():
    """Names what the checks fail to see, or see where nothing is."""
    wrong = [f'a good tree is refused: {finding}' for finding in tree_findings(GOOD)]
    for rule, name, text in BAD:
        files = GOOD | {name: text}
        if rule == 'cycle':
            files['models/storage/s.h'] = '#include "models/protocol/a.h"\n'
        rules = [finding[0] for finding in tree_findings(files)]
        if rule not in rules:
            wrong.append(f'{rule} in {name} ({text.strip()[:60]!r}) gave {rules}')
    return wrong


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.dirname(
        os.path.abspath(__file__)))
    wrong = self_check()
    for line in wrong:
        print('self-check:', line)
    check = Check(root)
    for rule, place, text in check.findings:
        print(f'{place}: {text} [{rule}]')
    print(f'{len(check.files)} files, {len(check.findings)} rules broken; '
          f'{len(BAD)} seeded violations, {len(wrong)} missed')
    return 1 if wrong or check.findings or not check.files else 0


if __name__ == '__main__':
    sys.exit(main())
