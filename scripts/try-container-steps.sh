#!/usr/bin/env bash
# Takes the Dockerfile's own steps in an empty folder, where no container engine is at hand, and starts what comes of them as
# an ordinary user with the program read-only: it must become healthy, stop when told to, and start again after it was killed.
# As root it starts it in namespaces of its own, as a container is: node is process 1, and only its data and an empty /tmp can be
# written to.
# It needs the npm registry, and takes about half a minute.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp --directory --tmpdir=/var/tmp steamscope-container-XXXXXX)
trap 'kill -KILL "${started:-}" 2>/dev/null || true; chmod --recursive u+w "$folder"; rm --recursive --force "$folder"' EXIT
app="$folder/app" data="$folder/data"
mkdir "$app" "$data"

# What an instruction of the Dockerfile says, a line each; lines that end in \ are one.
instructions() { sed -e ':a' -e '/\\$/{N;s/\\\n//;ba' -e '}' Dockerfile | sed -n "s/^$1 *//p"; }
# A list in JSON, a line each.
items() { node -e 'for (const item of JSON.parse(process.argv[1])) console.log(item)' "$1"; }

# COPY what is not of another stage, with .dockerignore's consent; then RUN npm.
while read -r -a words; do
  to="$app/${words[-1]}"
  for source in "${words[@]::${#words[@]}-1}"; do
    grep --quiet --line-regexp "!$source" .dockerignore || { echo ".dockerignore leaves $source out" >&2; exit 1; }
    if [ -d "$source" ]; then mkdir -p "$to" && cp -r "$source/." "$to"; else cp "$source" "$to"; fi
  done
done < <(instructions COPY | grep --invert-match '^--from')
npm_step=$(instructions RUN | grep '^npm ')
(cd "$app" && bash -c "$npm_step")
[ ! -e "$app/node_modules/typescript" ] || { echo "a development dependency is there" >&2; exit 1; }

mapfile -t environment < <(instructions ENV)
mapfile -t start < <(items "$(instructions CMD)")
mapfile -t health < <(items "$(instructions HEALTHCHECK | sed 's/^.*CMD *//')")
port=$(node -e 'const s = require("node:net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
environment+=("DATA_FOLDER=$data" "HTTP_PORT=$port" "PATH=$PATH")

chmod --recursive a-w "$app"
chmod a+rx "$folder"
if [ "$(id -u)" -eq 0 ]; then
  chown nobody "$data"
  # The rest of the system is as it is, and read-only.
  as_container() {
    exec unshare --mount --pid --fork --kill-child --mount-proc bash -c '
      data=$1; shift
      mount --make-rprivate / && mount --bind "$data" "$data" && mount -o remount,bind,ro / && mount -t proc proc /proc
      mount -t tmpfs -o mode=1777 tmpfs /tmp
      cd "$1"; shift
      exec setpriv --reuid nobody --regid nogroup --clear-groups --no-new-privs env -i "$@"
    ' bash "$data" "$app" "${environment[@]}" "$@"
  }
else
  as_container() { cd "$app" && exec env -i "${environment[@]}" "$@"; }
fi

begin() {
  as_container "${start[@]}" >>"$folder/log" 2>&1 &
  started=$!
  for _ in $(seq 300); do
    if env "${environment[@]}" "${health[@]}"; then return; fi
    kill -0 "$started" 2>/dev/null || break
    sleep 0.1
  done
  echo "it did not become healthy:" >&2
  cat "$folder/log" >&2
  exit 1
}

# The program itself, where it runs inside of unshare.
program() { if [ "$(id -u)" -eq 0 ]; then pgrep --parent "$started"; else echo "$started"; fi; }

begin
echo "healthy, as an ordinary user, with the program read-only"
kill -KILL "$(program)"
wait "$started" || true
begin
echo "healthy again after it was killed"
kill -TERM "$(program)"
wait "$started" || { echo "it did not stop as it should:" >&2; cat "$folder/log" >&2; exit 1; }
grep --quiet '"signal":"SIGTERM"' "$folder/log"
echo "stopped when told to"
