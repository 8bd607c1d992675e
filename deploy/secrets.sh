#!/usr/bin/env bash
# Makes .env with a random secret for each name of .env.example. What is there already is kept.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -e .env ]; then
  echo "There is a .env already; it is kept. To begin anew, remove it, and the volumes with it:" >&2
  echo "Postgres goes on asking for the passwords that it was made with." >&2
  exit 1
fi
umask 077
grep -o '^[A-Z_]*=' .env.example | while read -r name; do
  printf '%s%s\n' "$name" "$(head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n')"
done > .env
echo "Made .env. Next: docker compose up -d --build"
