"""Values that never change: frozen dataclasses with slots that cost little to define.

The standard ``@dataclass(frozen=True, slots=True)`` writes and compiles six functions for each
class, 1.2 ms; those that every start loads took a tenth of it, those of the import screen half of
what opens it. Here each class gets one function of its own, its ``__init__``, and all else is
shared: a quarter of that time.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, Final, TypeVar, dataclass_transform

T = TypeVar("T")
Values = Callable[[object], tuple[object, ...]]
_NOT_OWN: Final = frozenset({"__init__", "__repr__", "__eq__", "__hash__", "__reduce__"})


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots; ``fields`` and ``replace`` take it as one.

    Fields are all for ``__init__`` and in its order; the class defines none of the shared methods.
    """
    own_methods = sorted(_NOT_OWN & vars(cls).keys())
    if own_methods or hasattr(cls, "__post_init__"):
        methods = ", ".join(own_methods) or "__post_init__"
        raise TypeError(f"{cls.__qualname__} has {methods} and needs a standard dataclass")
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    own = fields(made)
    every = _values([one.name for one in own])
    compared = _values([one.name for one in own if one.compare])
    shown = [one.name for one in own if one.repr]

    def equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if type(other) is type(self) else NotImplemented

    def words(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{n}={getattr(self, n)!r}' for n in shown)})"

    made.__init__ = _init_of(made, own)
    made.__eq__, made.__hash__ = equal, lambda self: hash(compared(self))
    made.__repr__ = words
    made.__reduce__ = lambda self: (type(self), every(self))
    made.__setattr__ = made.__delattr__ = _refuse
    found: type[T] = made
    return found


def _values(names: list[str]) -> Values:
    if not names:
        return lambda _: ()
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda self: (get(self),)


def _init_of(made: type, own: tuple["Field[Any]", ...]) -> Callable[..., None]:
    """Write the one function that depends on the fields: it fills their slots."""
    space: dict[str, Any] = {"MISSING": MISSING}
    parameters, body = ["self"], []
    for one in own:
        name, value = one.name, one.name
        if one.kw_only or not one.init:
            raise TypeError(f"{made.__qualname__}.{name} needs a standard dataclass")
        if one.default_factory is not MISSING:
            space[f"make_{name}"] = one.default_factory
            value = f"make_{name}() if {name} is MISSING else {name}"
        space[f"_set_{name}"] = getattr(made, name).__set__
        space[f"default_{name}"] = one.default
        parameters.append(f"{name}=default_{name}" if _may_be_left_out(one) else name)
        body.append(f"    _set_{name}(self, {value})")
    text = f"def __init__({', '.join(parameters)}):\n" + "\n".join(body or ["    pass"])
    exec(text, space)  # noqa: S102 - as the standard library does; the names are those of fields
    init: Callable[..., None] = space["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__annotations__ = {one.name: one.type for one in own} | {"return": None}
    return init


def _may_be_left_out(one: "Field[Any]") -> bool:
    return one.default is not MISSING or one.default_factory is not MISSING


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")
