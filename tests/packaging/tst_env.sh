#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tests packaging/env and packaging/run by their functions, and by calling them where we are.

top=$(cd "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0 passed=0

# same NAME EXPECTED ACTUAL
same() {
    if [[ $2 == "$3" ]]; then
        ((++passed))
    else
        ((++failed))
        printf 'FAIL %s\n  expected: %q\n  actual:   %q\n' "$1" "$2" "$3"
    fi
}

# says NAME TEXT PATTERN: TEXT matches the glob
says() {
    # shellcheck disable=SC2053
    [[ $2 == $3 ]] && same "$1" ok ok || same "$1" "$3" "$2"
}

# truth NAME yes|no CMD…
truth() {
    local answer=no
    "${@:3}" && answer=yes
    same "$1" "$2" "$answer"
}

# Calls functions of packaging/env in a shell of its own: inside CODE [ARG…]
inside() {
    # shellcheck disable=SC2016
    bash -c 'source "$1/packaging/env"; cache=$2; code=$3; shift 3; eval "$code"' tst_env \
        "$top" "$work/cache" "$@"
}

write_sources() {
    cat >"$work/debian.sources" <<'END'
# the image's own
Types: deb deb-src
URIs: http://mirror.example/debian/
Suites: bookworm bookworm-updates
Components: main
# a comment inside a stanza does not end it
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

types: deb
uris: http://mirror.example/debian-security
suites: bookworm-security
components: main contrib

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main

Types: deb-src
URIs: http://source.example/debian
Suites: bookworm
Components: main
END
    cat >"$work/third.sources" <<'END'
Types deb
URIs nonsense

Types: deb
URIs: https://vendor.example/node_20.x
Suites: nodistro
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mQINBF
END
    cat >"$work/mixed.list" <<'END'
# deb http://commented.example/debian bookworm main
deb [ arch=amd64 signed-by=/x.gpg ] https://download.example/linux/debian bookworm stable
deb https://cloud.example/apt cloud-sdk-bookworm main
deb
deb http://
deb cdrom:[Debian 12]/ bookworm main
deb-src http://source.example/debian bookworm main
deb	[trusted=yes]	https://second.example/debian	bookworm	main contrib # why
deb http://second.example/debian-security bookworm-security main
deb http://old.example/debian-security bullseye/updates main
END
    printf '# list\n\nhttps://listed.example/debian/\thigh\n' >"$work/mirrors"
    printf 'deb mirror+file:%s bookworm main\n' "$work/mirrors" >"$work/mirrors.list"
}

test_sources() {
    write_sources
    same 'deb822' 'http://mirror.example/debian/ bookworm main
http://mirror.example/debian/ bookworm-updates main
http://mirror.example/debian-security bookworm-security main contrib' \
        "$(inside 'read_sources "$@"' "$work/debian.sources")"
    same 'broken deb822' 'https://vendor.example/node_20.x nodistro main' \
        "$(inside 'read_sources "$@"' "$work/third.sources")"
    local all='read_sources "${@:2}" | debian_candidates "$1"'
    same 'mirrors in order, third parties left out' \
        'http://mirror.example/debian
https://second.example/debian' \
        "$(inside "$all" main "$work"/{third,debian}.sources "$work/mixed.list" "$work/none.list")"
    same 'security mirrors' 'http://mirror.example/debian-security
http://second.example/debian-security
http://old.example/debian-security' \
        "$(inside "$all" security "$work/debian.sources" "$work/mixed.list")"
    same 'a mirror list file' https://listed.example/debian \
        "$(inside "$all" main "$work/mirrors.list")"
    same 'nothing but third parties' '' "$(inside "$all" main "$work/third.sources")"
    says 'apt-get is given the own archive only' \
        "$(inside 'read_sources "$@" | own_archive' "$work"/{third,debian}.sources)" \
        'deb http://mirror.example/debian/ bookworm main*security main contrib'
}

test_system() {
    printf 'ID=debian\nVERSION_ID="12"\n' >"$work/12"
    printf 'PRETTY_NAME="x"\nVERSION_ID="13"\nID=debian\n' >"$work/13"
    printf 'ID=debian\nVERSION_CODENAME=forky\n' >"$work/testing"
    printf 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n' >"$work/ubuntu"
    local answers='for f in 12 13 testing ubuntu none; do
        is_new_debian "$1/$f" && printf "%s " "$f"; done'
    same 'Debian 13 and newer' '13 testing ' "$(inside "$answers" "$work")"
    printf '# all\n\ncmake  # with a word\n  g++\n' >"$work/list"
    same 'package list' $'cmake\ng++' "$(inside 'wanted_packages "$1"' "$work/list")"
    same 'language' zh_CN "$(LC_ALL='' LC_MESSAGES='' LANG=zh_CN.UTF-8 inside user_language)"
    same 'no language' '' "$(LC_ALL=C.UTF-8 inside user_language)"
    says 'folder of the root' "$(inside 'package_list=$1; root_folder' "$work/list")" \
        "$work/cache/root-????????????????"
}

test_binds() {
    local code='for d in "$@"; do bind_dir "$d"; done; echo "${binds[*]}"'
    mkdir -p "$work/a/b" "$work/ab"
    same 'a folder below a bound one is there already' "$work/a $work/ab" \
        "$(inside "$code" "$work/a" "$work/a/b" "$work/ab" "$work/none" / /usr /etc /proc /dev relative)"
    local paths='for p in "$@"; do is_system_path "$p" && printf "%s " "$p"; done'
    same "the root's own paths" '/ /usr/bin /lib64 /run /var/lib/dpkg ' "$(inside "$paths" \
        / /usr/bin /usr/src/quntai /lib64 /home/x /run /run/user/7 /var/lib/dpkg /var/lib/ci/job)"
}

test_progress() {
    local told
    told=$(printf '%s\n' 'I: running apt-get update...' 'I: downloading packages with apt...' \
        'I: installing remaining packages inside the chroot...' \
        '0 upgraded, 3 newly installed, 0 to remove and 0 not upgraded.' 'Get:1 a' 'Get:2 b' \
        'Unpacking a (1) ...' 'Setting up a (1) ...' 'I: cleaning package lists' |
        inside 'show_progress "$1"' "$work/log" 2>&1)
    says 'phases are told' "$told" '*package lists*base system*packages*cleaning up*'
    same 'and everything is kept' 9 "$(wc -l <"$work/log")"
}

test_arguments() {
    local env=$top/packaging/env status
    "$env" 2>/dev/null
    same 'no command' 2 $?
    "$env" --nonsense x 2>/dev/null
    same 'unknown option' 2 $?
    says 'unknown option is named' "$("$env" --nonsense 2>&1)" '*--nonsense*usage:*'
    says 'help' "$("$env" --help)" 'usage:*'
    "$env" no-such-program-here 2>/dev/null
    same 'missing program' 127 $?
    "$env" sh -c 'exit 7'
    same 'exit code' 7 $?
    "$env" "$env" sh -c 'exit 9'
    same 'exit code, nested' 9 $?
    same 'stdin' hello "$(echo hello | "$env" cat)"
    status=$("$env" cat /proc/self/fd/7 7<<<'seven')
    same 'other descriptors' seven "$status"
    same 'words stay words' 'a b|*|' "$("$env" printf '%s|' 'a b' '*')"
    says 'character set' "$("$env" locale charmap)" UTF-8
}

# A program that says it is up, and what it was sent.
write_catcher() {
    cat >"$work/catcher.py" <<'END'
import signal, sys
def caught(number, frame):
    print("got", number, flush=True)
    sys.exit(40 + number)
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
    signal.signal(number, caught)
print("up", flush=True)
while True:
    signal.pause()
END
}

# signalled NAME SIGNAL CODE CMD…: CMD runs the catcher; it gets the signal, CMD returns its code.
signalled() {
    local name=$1 signal=$2 code=$3 pid
    shift 3
    rm -f "$work/said"
    "$@" python3 "$work/catcher.py" >"$work/said" &
    pid=$!
    for _ in {1..200}; do
        grep -qs up "$work/said" && break
        sleep 0.05
    done
    kill -s "$signal" "$pid"
    wait "$pid"
    same "$name: exit code" "$code" $?
    says "$name: received" "$(cat "$work/said")" "up*got*$((code - 40))"
}

test_signals() {
    write_catcher
    # The way in without a root: what is tested is who gets the signal, and when we return.
    # shellcheck disable=SC2016
    local supervised=(bash -c 'source "$1/packaging/env"; shift
        enter_here() { exec "$@"; }
        supervise enter_here "$@"' tst_env "$top")
    # From the background of a script the interrupt starts as ignored, which main undoes.
    local undone=(env --default-signal=INT,QUIT)
    signalled 'TERM here' TERM 55 "$top/packaging/env"
    signalled 'TERM supervised' TERM 55 "${supervised[@]}"
    signalled 'INT supervised' INT 42 "${undone[@]}" "${supervised[@]}"
    signalled 'HUP supervised' HUP 41 "${supervised[@]}"
    "${supervised[@]}" sh -c 'exit 12'
    same 'supervised exit code' 12 $?
    "${supervised[@]}" sh -c 'kill -KILL $$'
    same 'supervised, killed' 137 $?
    same 'supervised stdin' in "$(echo in | "${supervised[@]}" cat)"
    local pid status=()
    for _ in 1 2 3 4 5; do
        "${supervised[@]}" sleep 60 &
        pid=$!
        sleep "0.0$((RANDOM % 8))"
        kill -TERM "$pid"
        wait "$pid"
        status+=($?)
    done
    same 'a signal at any moment of the start ends it' '143 143 143 143 143' "${status[*]}"
}

test_run_kinds() {
    # shellcheck disable=SC2016
    local kind=(bash -c 'source "$1/packaging/run"; shift; kind_of_start "$@"' tst_env "$top")
    same 'window' window "$("${kind[@]}" --data /x)"
    same 'tour' tour "$("${kind[@]}" --tour /x)"
    same 'tour with =' tour "$("${kind[@]}" --tour=/x)"
    same 'version' text "$("${kind[@]}" --version)"
    same 'after --' window "$("${kind[@]}" -- --version)"
    # shellcheck disable=SC2016
    local where=(bash -c 'source "$1/packaging/run"; shift; says_where "$@"' tst_env "$top")
    truth 'nothing said: the sample company' no "${where[@]}" --data /x
    truth 'a server' yes "${where[@]}" --data /x --connect wss://x
    truth 'a configuration' yes "${where[@]}" --config=/x
}

# The screen servers want a cookie, and VNC answers on loopback only, with a password file of ours.
test_screens() {
    if ! command -v Xtigervnc >/dev/null || ! command -v xdotool >/dev/null; then
        echo 'SKIP screens: no VNC server here'
        return
    fi
    local answer
    # shellcheck disable=SC2016
    answer=$(bash -c 'source "$1/packaging/display.bash"; trap stop_display EXIT
        prepare_display && start_vnc || { cat "$display_dir/log"; exit 1; }
        stat -c %a "$display_dir/password" "$display_dir"
        xdotool getdisplaygeometry
        XAUTHORITY=/dev/null xdotool getdisplaygeometry >/dev/null 2>&1 || echo refused
        ss -Hltn "sport = :$vnc_port" | awk "{ print \$4 }" | sed "s/:.*//"
        echo "${#vnc_password} $display_dir"' tst_env "$top")
    says 'VNC' "$answer" $'600\n700\n1440 900\nrefused\n127.0.0.1\n8 *'
    truth 'nothing is left' no test -e "${answer##* }"
    # shellcheck disable=SC2016
    says 'Xvfb' "$(bash -c 'source "$1/packaging/display.bash"; trap stop_display EXIT
        prepare_display && start_xvfb && xdotool getdisplaygeometry' tst_env "$top")" '2560 1440'
}

test_sources
test_system
test_binds
test_progress
test_arguments
test_signals
test_run_kinds
test_screens
echo "$passed passed, $failed failed"
((failed == 0))
