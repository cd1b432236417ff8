# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# X servers of our own, for packaging/run and packaging/test: they pick a free display number, want a
# cookie, listen on no network address (VNC: on loopback) and go when the caller goes.

# Makes a private folder in $display_dir, removed with the server by stop_display.
prepare_display() {
    display_dir=$(mktemp -d "${XDG_RUNTIME_DIR:-/tmp}/quntai-display.XXXXXX" 2>/dev/null) ||
        display_dir=$(mktemp -d /tmp/quntai-display.XXXXXX)
    cookie=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    : >"$display_dir/auth"
    xauth -q -f "$display_dir/auth" add :0 . "$cookie" 2>/dev/null
}

# Starts X server "$@" and sets DISPLAY and XAUTHORITY; false when it does not come up.
start_server() {
    local number='' answer
    exec {answer}<> <(:)
    setsid setpriv --pdeathsig TERM "$@" -displayfd "$answer" -auth "$display_dir/auth" \
        -nolisten tcp -noreset </dev/null >"$display_dir/log" 2>&1 &
    server=$!
    for _ in {1..100}; do
        read -r -t 0.2 -u "$answer" number && break
        kill -0 "$server" 2>/dev/null || break
    done
    exec {answer}>&-
    [[ -n $number ]] || {
        stop_server
        return 1
    }
    xauth -q -f "$display_dir/auth" add ":$number" . "$cookie"
    unset WAYLAND_DISPLAY
    export DISPLAY=:$number XAUTHORITY=$display_dir/auth
}

# Large enough for a window of 1280×720 where two pixels make a step.
start_xvfb() { start_server Xvfb -screen 0 2560x1440x24 -dpi 96; }

# True when nothing answers on loopback port $1.
is_free_port() { ! (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Serves a screen over VNC: loopback only, with a new password in a file only we can read. Sets
# $vnc_port and $vnc_password.
start_vnc() {
    vnc_password=$(head -c 512 /dev/urandom | LC_ALL=C tr -dc 'a-hjkmnp-z2-9')
    vnc_password=${vnc_password:0:8}
    (umask 077 && printf '%s\n' "$vnc_password" | vncpasswd -f >"$display_dir/password")
    for vnc_port in {5901..5999}; do
        is_free_port "$vnc_port" || continue
        start_server Xtigervnc -rfbport "$vnc_port" -localhost -interface 127.0.0.1 -UseIPv6=0 \
            -SecurityTypes TLSVnc,VncAuth -rfbauth "$display_dir/password" -AlwaysShared \
            -geometry 1440x900 -depth 24 -dpi 96 -desktop Quntai && return 0
    done
    return 1
}

stop_server() {
    [[ -n ${server-} ]] || return 0
    kill -TERM "$server" 2>/dev/null
    wait "$server" 2>/dev/null
    server=
}

stop_display() {
    stop_server
    [[ -z ${display_dir-} ]] || rm -rf -- "$display_dir"
    display_dir=
}

# Runs "$@" as our child, hands our signals on to it, and returns its exit code.
run_child() {
    local child status interrupted=1
    env --default-signal=INT,QUIT setpriv --pdeathsig TERM "$@" <&0 &
    child=$!
    trap 'interrupted=1; kill -TERM "$child" 2>/dev/null' TERM
    trap 'interrupted=1; kill -INT "$child" 2>/dev/null' INT
    trap 'interrupted=1; kill -HUP "$child" 2>/dev/null' HUP
    while ((interrupted)); do
        interrupted=0
        wait "$child"
        status=$?
    done
    return "$status"
}
