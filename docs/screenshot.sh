#!/usr/bin/env bash
# Takes the picture in the README from the running product: `mvn spring-boot:run` in another terminal, then this.
# Needs Chromium (package chromium).
set -euo pipefail
cd "$(dirname "$0")"
site=${1:-http://localhost:8080}
list=$(curl --silent --output /dev/null --write-out '%{redirect_url}' --data-urlencode 'text=Vi har fått barn och flyttat till Malmö' --data 'lang=sv' "$site/")
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" \
  --window-size=1000,1500 --screenshot=images/checklist.png "$list" 2>/dev/null
