#!/usr/bin/env bash
# Run the tests under the Windows Python that prepare.sh made; `make test-windows` runs it.
#
#   tools/windows/test.sh WORK [TESTS …]
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(cd "$1" && pwd)
shift
pip="$root/.venv/bin/python -m pip"
for_windows=(--platform win_amd64 --python-version 3.13 --implementation cp --only-binary=:all:)

if [ ! -d "$work/tests-need" ]; then
    # beside the packages that ship: a build must not find them
    $pip download -q "${for_windows[@]}" -d "$work/tests-wheels" -c "$root/constraints.txt" \
        pytest pytest-qt pytest-timeout pytest-randomly hypothesis time-machine openpyxl colorama
    $pip install -q --no-index --no-deps --ignore-requires-python "${for_windows[@]}" \
        --target "$work/tests-need" "$work"/tests-wheels/*.whl
fi

rm -rf "$work/tested" && mkdir "$work/tested"
tar -C "$root" --exclude=__pycache__ --exclude=.venv --exclude=.git --exclude=build --exclude=dist -c . | tar -C "$work/tested" -x
cd "$work/tested"
PYTHONPATH="$work/python/Lib/site-packages" "$root/.venv/bin/python" -c 'from setuptools import setup; setup()' -q egg_info

# Windows has no signal that could end one test alone
QT_QPA_PLATFORM=offscreen PYTHONPATH="Z:$work/tests-need" "$work/wine" "$work/python/python.exe" -X utf8 -m pytest -q \
    -m "not bench and not packaged and not soak and not fuzz and not kill" -p no:randomly --timeout=0 --timeout-method=thread "${@:-tests}"
