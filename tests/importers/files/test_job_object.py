"""Windows is asked for the bound in the form that it wants."""

from __future__ import annotations

import ctypes
import sys

import pytest

from ksdesk.importers.files.job_object import MemoryLimits, bound_memory


class Kernel:
    """Stands for kernel32: keeps what it was asked, and refuses what it is told to."""

    def __init__(self, refuses: str = "") -> None:
        self.refuses = refuses
        self.asked: list[str] = []
        self.limits = MemoryLimits()
        for name in ("CreateJobObjectW", "GetCurrentProcess", "SetInformationJobObject"):
            self.__dict__[name] = self._call(name)
        self.AssignProcessToJobObject = self._call("AssignProcessToJobObject")

    def _call(self, name: str):
        def call(*given):
            self.asked.append(name)
            if name == "SetInformationJobObject":
                job, kind, place, size = given
                assert (job.value, kind, size.value) == (77, 9, ctypes.sizeof(MemoryLimits))
                ctypes.memmove(ctypes.byref(self.limits), place, size.value)
            return 0 if name == self.refuses else 77

        return call


def test_the_process_joins_a_job_that_bounds_its_memory():
    kernel = Kernel()
    assert bound_memory(kernel, 1300 << 20)
    assert kernel.asked[0] == "CreateJobObjectW" and kernel.asked[-1] == "AssignProcessToJobObject"
    assert kernel.limits.Basic.LimitFlags == 0x100
    assert kernel.limits.ProcessMemoryLimit == 1300 << 20


@pytest.mark.parametrize(
    "refuses", ["CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"]
)
def test_what_the_system_refuses_ends_nothing(refuses):
    assert not bound_memory(Kernel(refuses), 1300 << 20)


@pytest.mark.skipif(sys.maxsize < 2**32, reason="the sizes are those of 64 bits")
def test_the_limits_lie_where_windows_looks_for_them():
    assert ctypes.sizeof(MemoryLimits) == 144
    assert MemoryLimits.ProcessMemoryLimit.offset == 112
    assert MemoryLimits.Basic.size == 64
