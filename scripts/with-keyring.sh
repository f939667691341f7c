#!/usr/bin/env bash
# Runs a command with a session bus and an unlocked Secret Service of its own, in a home of its own:
#   scripts/with-keyring.sh COMMAND ARGS…
# Nothing of the person's own keyring is touched. The keyring's password is "test"; an empty one would never unlock.
set -euo pipefail
home="$(mktemp -d "${TMPDIR:-/tmp}/chorale-keyring-XXXXXX")"
trap 'rm -rf "$home"' EXIT
# The cache stays the person's: what set-up fetched is found there.
export XDG_CACHE_HOME="${XDG_CACHE_HOME:-$HOME/.cache}" HOME="$home" XDG_RUNTIME_DIR="$home/run"
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME DBUS_SESSION_BUS_ADDRESS
mkdir -m 700 "$XDG_RUNTIME_DIR"
dbus-run-session -- sh -c '
  printf %s test | gnome-keyring-daemon --unlock --components=secrets >&2 &&
  gdbus wait --session --timeout 20 org.freedesktop.secrets &&
  exec "$@"' sh "$@"
