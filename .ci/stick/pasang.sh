#!/bin/sh
# Memasang skp-tui bagi pemakai ini: tanpa jaringan, tanpa administrator.
set -eu
sini=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cocok='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'
for python in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$python" >/dev/null 2>&1 && "$python" -I -c "$cocok" 2>/dev/null; then
        exec "$python" -I "$sini/pasang.py" "$@"
    fi
done
echo "pasang: komputer ini tidak punya Python 3.11 sampai 3.14." >&2
echo "Pakai bentuk folder (skp-tui-...-linux-x86_64), yang tidak memerlukan Python." >&2
exit 2
