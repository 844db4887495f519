#!/usr/bin/env bash
# Tests the Dockerfile on machines without a container engine. It follows the Dockerfile's steps in an empty folder and starts the
# result as an ordinary user, with the program read-only. The program must become healthy, start again after a kill, and stop
# on SIGTERM. Run as root, the script uses namespaces as a container does: node is process 1, and only the data folder and an
# empty /tmp are writable.
# It needs the npm registry, and takes about half a minute.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp --directory --tmpdir=/var/tmp steamscope-container-XXXXXX)
trap 'kill -KILL "${started:-}" 2>/dev/null || true; chmod --recursive u+w "$folder"; rm --recursive --force "$folder"' EXIT
app="$folder/app" data="$folder/data"
mkdir "$app" "$data"

# The arguments of all uses of an instruction in the Dockerfile, a line each; continued lines are joined.
instructions() { sed -e ':a' -e '/\\$/{N;s/\\\n//;ba' -e '}' Dockerfile | sed -n "s/^$1 *//p"; }
# The items of a JSON list, a line each.
items() { node -e 'for (const item of JSON.parse(process.argv[1])) console.log(item)' "$1"; }

# COPY from the folder, not from another stage, as far as .dockerignore allows it; then RUN npm.
while read -r -a words; do
  to="$app/${words[-1]}"
  for source in "${words[@]::${#words[@]}-1}"; do
    grep --quiet --line-regexp "!$source" .dockerignore || { echo ".dockerignore leaves $source out" >&2; exit 1; }
    if [ -d "$source" ]; then mkdir -p "$to" && cp -r "$source/." "$to"; else cp "$source" "$to"; fi
  done
done < <(instructions COPY | grep --invert-match '^--from')
npm_step=$(instructions RUN | grep '^npm ')
(cd "$app" && bash -c "$npm_step")
[ ! -e "$app/node_modules/typescript" ] || { echo "a development dependency was installed" >&2; exit 1; }

mapfile -t environment < <(instructions ENV)
mapfile -t start < <(items "$(instructions CMD)")
mapfile -t health < <(items "$(instructions HEALTHCHECK | sed 's/^.*CMD *//')")
port=$(node -e 'const s = require("node:net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
environment+=("DATA_FOLDER=$data" "HTTP_PORT=$port" "PATH=$PATH")

chmod --recursive a-w "$app"
chmod a+rx "$folder"
if [ "$(id -u)" -eq 0 ]; then
  chown nobody "$data"
  # The rest of the system stays visible, but read-only.
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
  echo "the program did not become healthy:" >&2
  cat "$folder/log" >&2
  exit 1
}

# The process id of the program itself, which as root runs inside unshare.
program() { if [ "$(id -u)" -eq 0 ]; then pgrep --parent "$started"; else echo "$started"; fi; }

begin
echo "healthy, as an ordinary user, with the program read-only"
kill -KILL "$(program)"
wait "$started" || true
begin
echo "healthy again after it was killed"
kill -TERM "$(program)"
wait "$started" || { echo "the program did not stop with status 0:" >&2; cat "$folder/log" >&2; exit 1; }
grep --quiet '"signal":"SIGTERM"' "$folder/log"
echo "stopped when told to"
