# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Makes the private Debian 13 root of packaging/env. Sourced by it; uses its say, die, is_root, have.

debian_default=http://deb.debian.org/debian
security_default=http://deb.debian.org/debian-security

# ---- the mirror --------------------------------------------------------------------------------

# Prints "URI SUITE COMPONENT…" for each binary package source in the given files, one-line lists
# (*.list) and deb822 (*.sources); what cannot be understood is left out.
read_sources() {
    local file
    for file in "$@"; do
        [[ -r $file ]] || continue
        case $file in
        *.sources) read_deb822 "$file" ;;
        *) read_one_line "$file" ;;
        esac
    done
}

machine_sources() {
    read_sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list \
        /etc/apt/sources.list.d/*.sources
}

read_one_line() {
    sed -n -e 's/#.*//' -e 's/\[[^]]*\]//' -e 's/^[[:space:]]*deb[[:space:]]\{1,\}//p' "$1" |
        awk 'NF >= 3 { $1 = $1; print }'
}

read_deb822() {
    awk '
        function flush(   u, s, i, j, nu, ns) {
            if ((" " field["types"] " ") ~ / deb / && tolower(field["enabled"]) !~ /^ *(no|false) *$/) {
                nu = split(field["uris"], u, " ")
                ns = split(field["suites"], s, " ")
                for (i = 1; i <= nu; i++)
                    for (j = 1; j <= ns; j++)
                        if (field["components"] ~ /[^ ]/)
                            print u[i], s[j], field["components"]
            }
            split("", field)
            key = ""
        }
        { sub(/\r$/, "") }
        /^#/ { next }
        /^[ \t]*$/ { flush(); next }
        /^[ \t]/ { if (key != "") field[key] = field[key] " " $0; next }
        /^[A-Za-z-]+:/ {
            key = tolower(substr($0, 1, index($0, ":") - 1))
            field[key] = substr($0, index($0, ":") + 1)
            next
        }
        { key = "" }
        END { flush() }' "$1" | awk '{ $1 = $1; print }'
}

# Out of such lines, the addresses that may be Debian itself: a release of Debian, its section main,
# a name that says debian. $1 is "security" or "main". In order, each once.
debian_candidates() {
    local wanted=$1 uri suite components seen=' '
    local names='(bullseye|bookworm|trixie|forky|duke|sid|testing|unstable|(old)*stable)'
    while read -r uri suite components; do
        [[ $suite =~ ^$names(-security|/updates|-updates|-backports)?$ ]] || continue
        [[ " $components " == *' main '* ]] || continue
        case $suite in
        *-security | */updates) [[ $wanted == security ]] || continue ;;
        *) [[ $wanted == main ]] || continue ;;
        esac
        uri=$(plain_address "$uri") && [[ $uri == *debian* && $seen != *" $uri "* ]] || continue
        seen+="$uri "
        printf '%s\n' "$uri"
    done
}

# An address apt can reach over the network; a mirror list file stands for its first line.
plain_address() {
    local uri=$1
    case $uri in
    mirror+file:*)
        uri=${uri#mirror+file:}
        uri=$(sed -e 's/[[:space:]].*//' -e '/^\(#.*\)\{0,1\}$/d' "/${uri##/}" 2>/dev/null | head -n 1)
        ;;
    esac
    [[ $uri =~ ^https?://[^[:space:]]+$ ]] && printf '%s\n' "${uri%/}"
}

# True when address $1 serves suite $2 of Debian with label $3, asked with apt's own proxy settings.
serves() {
    local helper=/usr/lib/apt/apt-helper file ok=1
    [[ -x $helper ]] || return 1
    file=$(mktemp -d) || return 1
    chmod 755 "$file"
    if "$helper" -o Acquire::Retries=1 -o Acquire::http::Timeout=15 -o Acquire::https::Timeout=15 \
        download-file "$1/dists/$2/InRelease" "$file/InRelease" >/dev/null 2>&1; then
        grep -qx 'Origin: Debian' "$file/InRelease" && grep -qx "Label: $3" "$file/InRelease" && ok=0
    fi
    rm -rf "$file"
    return "$ok"
}

# Sets mirror and security_mirror from the machine's sources, or to the defaults.
choose_mirrors() {
    local lines uri
    mirror='' security_mirror=''
    lines=$(machine_sources)
    while read -r uri && [[ -z $mirror ]]; do
        serves "$uri" trixie Debian && mirror=$uri
    done < <(debian_candidates main <<<"$lines")
    while read -r uri && [[ -z $security_mirror ]]; do
        serves "$uri" trixie-security Debian-Security && security_mirror=$uri
    done < <(
        debian_candidates security <<<"$lines"
        [[ $mirror != */debian ]] || printf '%s\n' "$mirror-security"
    )
    : "${mirror:=$debian_default}" "${security_mirror:=$security_default}"
}

# ---- the tools ---------------------------------------------------------------------------------

# The machine's own archive as one-line entries: what apt-get needs, and no third party.
own_archive() {
    local uri suite components
    while read -r uri suite components; do
        [[ " $components " == *' main '* && $uri =~ (debian|ubuntu) ]] || continue
        [[ $suite == *[!a-z/-]* ]] || printf 'deb %s %s %s\n' "$uri" "$suite" "$components"
    done
}

# apt-get with nothing but that archive, so that a broken source of somebody else does no harm.
install_tools() {
    local list ok apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120)
    list=$(mktemp --suffix=.list) && chmod 644 "$list" || return 1
    machine_sources | own_archive >"$list"
    [[ ! -s $list ]] || apt+=(-o "Dir::Etc::SourceList=$list" -o Dir::Etc::SourceParts=/dev/null
        -o APT::Get::List-Cleanup=0)
    local install=("${apt[@]}" install -y --no-install-recommends "$@")
    { "${install[@]}" || { "${apt[@]}" update && "${install[@]}"; }; } >>"$log" 2>&1 </dev/null
    ok=$?
    rm -f "$list"
    return "$ok"
}

# Makes sure that mmdebstrap and bubblewrap are there, or says in one sentence what to install.
need_tools() {
    local missing=()
    have mmdebstrap || missing+=(mmdebstrap)
    have bwrap || missing+=(bubblewrap)
    is_root || have newuidmap || missing+=(uidmap)
    if ((${#missing[@]})); then
        have apt-get || die "this is not a Debian system: install mmdebstrap and bubblewrap" \
            "(and apt) with its package manager, or use Debian 12 or newer."
        is_root || die "please install ${missing[*]} first: sudo apt-get install ${missing[*]}"
        say "installing ${missing[*]} (apt-get)"
        install_tools "${missing[@]}" debian-archive-keyring || {
            tail -n 5 "$log" >&2
            die "apt-get could not install ${missing[*]}: install them, then run this again."
        }
    fi
    need_namespaces
    is_root || grep -qE "^($(id -un)|$EUID):" /etc/subuid 2>/dev/null || die \
        "user $(id -un) has no subordinate ids: sudo usermod --add-subuids 100000-165535" \
        "--add-subgids 100000-165535 $(id -un)"
}

# Before minutes are spent on a root that could not be entered.
need_namespaces() {
    bwrap --bind / / true 2>/dev/null || bwrap --unshare-user --bind / / true 2>/dev/null ||
        { is_root && unshare -m true 2>/dev/null; } || refuse_namespaces
}

refuse_namespaces() {
    is_root && die "this container may neither mount nor make namespaces: give it CAP_SYS_ADMIN," \
        "or install the packages of $package_list on Debian 13."
    die "this system refuses user namespaces: run this as root, or allow them as root" \
        "(sysctl -w kernel.unprivileged_userns_clone=1, on Ubuntu" \
        "kernel.apparmor_restrict_unprivileged_userns=0)."
}

# ---- the root ----------------------------------------------------------------------------------

root_folder() { printf '%s/root-%s\n' "$cache" "$(sha256sum <"$package_list" | cut -c 1-16)"; }

# Reads mmdebstrap's output on stdin, keeps it in file $1 and tells where it stands, every 5 s.
show_progress() {
    local line phase='' told='' total=0 got=0 unpacked=0 ready=0 next=0 text
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$1"
        case $line in
        'I: running apt-get update'*) phase='reading the package lists' ;;
        'I: downloading packages'*) phase='base system' ;;
        'I: installing remaining packages'*) phase='packages' total=0 ;;
        'I: cleaning'*) phase='cleaning up' total=0 ;;
        *' newly installed, '*)
            total=${line#*, }
            total=${total%% *} got=0 unpacked=0 ready=0
            ;;
        Get:*) ((++got)) ;;
        'Unpacking '*) ((++unpacked)) ;;
        'Setting up '*) ((++ready)) ;;
        esac
        ((SECONDS >= next)) || [[ $phase != "$told" ]] || continue
        [[ -n $phase ]] || continue
        text=$phase
        if ((total > 0)); then
            text+=": $got/$total fetched, $unpacked/$total unpacked, $ready/$total set up"
        fi
        say "root: $text (${SECONDS} s)"
        told=$phase next=$((SECONDS + 5))
    done
}

# The host's own rules for fetching (proxy, certificates, expired snapshots) as mmdebstrap options.
fetch_options() {
    apt-config dump 2>/dev/null |
        grep -E '^Acquire::(Check-Valid-Until|Check-Date|Retries|ForceIPv[46]|https?::.*) "[^"]+";$' |
        sed 's/^/--aptopt=/'
}

# Arguments of mmdebstrap that make the root, one a line.
bootstrap_arguments() {
    printf '%s\n' --verbose --variant=apt \
        --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "false"' \
        --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
        --include="$(wanted_packages "$package_list" | paste -s -d ,)"
    fetch_options
}

# Runs mmdebstrap into folder $1 in a process group of its own, so that all of it can be ended. A user
# gets the files as a stream and owns them: deleting the root needs no namespace then.
bootstrap() {
    local arguments into=$1
    mapfile -t arguments < <(bootstrap_arguments)
    local entries="deb $mirror trixie main
deb $mirror trixie-updates main
deb $security_mirror trixie-security main"
    if is_root; then
        setsid mmdebstrap "${arguments[@]}" --format=directory trixie "$into" - \
            <<<"$entries" > >(show_progress "$log") 2>&1 &
    else
        # shellcheck disable=SC2016
        TMPDIR=/var/tmp setsid bash -c '
            set -o pipefail
            "${@:2}" | tar -x -C "$1" --no-same-owner --exclude="./dev/*"' _ "$into" \
            mmdebstrap "${arguments[@]}" --mode=unshare --format=tar trixie - - \
            <<<"$entries" 2> >(show_progress "$log") &
    fi
    maker=$!
    wait "$maker"
}

remove_tree() { [[ ! -e $1 ]] || rm -rf --one-file-system -- "$1"; }

abandon() {
    trap '' INT TERM HUP
    [[ -z ${maker-} ]] || kill -TERM -- "-$maker" 2>/dev/null
    [[ -z ${maker-} ]] || wait "$maker" 2>/dev/null
    remove_tree "$building"
    say "interrupted; nothing half-made is left."
    exit "$1"
}

make_root() {
    local building=$cache/building maker=''
    SECONDS=0
    remove_tree "$building"
    trap 'abandon 130' INT
    trap 'abandon 143' TERM
    trap 'abandon 129' HUP
    : >"$log"
    need_tools
    choose_mirrors
    say "making a private Debian 13 root (once, some minutes, 2 GB) in $root from $mirror"
    mkdir "$building" || die "cannot write in $cache."
    if ! bootstrap "$building"; then
        grep -E '^(E:|W:|Err:|dpkg: error|tar:|.*No space)' "$log" | tail -n 8 >&2
        remove_tree "$building"
        die "mmdebstrap failed; its whole output is in $log."
    fi
    od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$building/etc/machine-id"
    basename "$root" >"$building/etc/quntai-root"
    chmod 755 "$building"
    mv -T "$building" "$root" || die "cannot rename the finished root."
    trap - INT TERM HUP
    say "root ready after $SECONDS s"
}

# Sets $root to a finished root, making it when it is not there. One caller makes it, others wait.
prepare_root() {
    local lock log
    root=$(root_folder)
    log=$cache/root.log
    if [[ ! -e $root/etc/quntai-root ]]; then
        mkdir -p "$cache" || die "cannot write in $cache."
        exec {lock}>"$cache/lock"
        if ! flock -n "$lock"; then
            say "another call is making the root; waiting for it"
            flock "$lock"
        fi
        [[ -e $root/etc/quntai-root ]] || make_root
        exec {lock}>&-
        drop_old_roots
    elif ! have bwrap && [[ ${QUNTAI_ENV_ENTER-} != chroot ]] && ! is_root; then
        die "please install bubblewrap first: sudo apt-get install bubblewrap"
    fi
    touch -c "$root" 2>/dev/null || true
}

# Roots of older package lists that nobody used for a month.
drop_old_roots() {
    local old
    while IFS= read -r old; do
        [[ $old == "$root" ]] || remove_tree "$old"
    done < <(find "$cache" -maxdepth 1 -name 'root-*' -type d -mtime +30)
}
