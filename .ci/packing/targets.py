"""The computers that the wheel bundle is for: an operating system and a Python each."""

from dataclasses import dataclass

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# glibc 2.17 first: pip takes the wheel that runs on the oldest system
GLIBC = (17, 28, *range(5, 17), *range(18, 28))
WINDOWS_PLATFORMS = ("win_amd64",)
LINUX_PLATFORMS = ("manylinux2014_x86_64", *(f"manylinux_2_{minor}_x86_64" for minor in GLIBC))


@dataclass(frozen=True, slots=True)
class Target:
    """One operating system (``linux`` or ``windows``, both x86-64) with one Python."""

    system: str
    python: str

    @property
    def name(self) -> str:
        """Return the name of its list of requirements."""
        return f"{self.system}-{self.python}"

    @property
    def abi(self) -> str:
        """Return the tag of its CPython: 3.11 is ``cp311``."""
        return "cp" + self.python.replace(".", "")

    def pip_options(self) -> list[str]:
        """Return what makes pip look for wheels of this target instead of its own."""
        platforms = WINDOWS_PLATFORMS if self.system == "windows" else LINUX_PLATFORMS
        options = ["--only-binary=:all:", "--implementation", "cp", "--python-version", self.python]
        for abi in (self.abi, "abi3", "none"):
            options += ["--abi", abi]
        for platform in platforms:
            options += ["--platform", platform]
        return options

    def environment(self) -> dict[str, str]:
        """Return what the markers of a requirement see there.

        pip judges markers by the computer that it runs on, also when it is asked for another one,
        so that what only Windows needs would be missing from a bundle made on Linux.
        """
        windows = self.system == "windows"
        return {
            "os_name": "nt" if windows else "posix",
            "sys_platform": "win32" if windows else "linux",
            "platform_system": "Windows" if windows else "Linux",
            "platform_machine": "AMD64" if windows else "x86_64",
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "platform_release": "",
            "platform_version": "",
        }


TARGETS = tuple(Target(system, python) for system in ("linux", "windows") for python in PYTHONS)
