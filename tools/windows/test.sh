#!/usr/bin/env bash
# Run the tests under the Windows Python that prepare.sh made; `make test-windows` runs it.
#
#   tools/windows/test.sh WORK [TESTS …]
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(cd "$1" && pwd)
shift
pip=("$root/.venv/bin/python" -m pip)
for_windows=(--platform win_amd64 --python-version 3.13 --implementation cp --only-binary=:all:)

needs="pytest pytest-qt pytest-timeout pytest-randomly hypothesis time-machine openpyxl colorama cyclonedx-python-lib"
made_of=$(cat "$root/constraints.txt" - <<<"$needs" | sha256sum)
if [ "$(cat "$work/tests-need/made-of" 2>/dev/null)" != "$made_of" ]; then
    # beside the packages that ship: a build must not find them
    rm -rf "$work/tests-need" "$work/tests-wheels"
    "${pip[@]}" download -q "${for_windows[@]}" -d "$work/tests-wheels" -c "$root/constraints.txt" $needs
    "${pip[@]}" install -q --no-index --no-deps --ignore-requires-python "${for_windows[@]}" \
        --target "$work/tests-need" "$work"/tests-wheels/*.whl
    echo "$made_of" >"$work/tests-need/made-of"
fi

rm -rf "$work/tested" && mkdir "$work/tested"
tar -C "$root" --exclude=__pycache__ --exclude=.venv --exclude=.git --exclude=build --exclude=dist -c . | tar -C "$work/tested" -x
cd "$work/tested"
PYTHONPATH="$work/python/Lib/site-packages" "$root/.venv/bin/python" -c 'from setuptools import setup; setup()' -q egg_info

# a Chinese system, but what a process of a test says is told in the code that the test reads
export LC_ALL=zh_CN.UTF-8 PYTHONIOENCODING=utf-8
# Windows has no signal that could end one test alone
QT_QPA_PLATFORM=offscreen PYTHONPATH="Z:$work/tests-need;Z:$work/tested" "$work/wine" "$work/python/python.exe" -X utf8 -m pytest -q \
    -m "not bench and not packaged and not soak and not fuzz and not kill" -p no:randomly --timeout=0 --timeout-method=thread "${@:-tests}"
