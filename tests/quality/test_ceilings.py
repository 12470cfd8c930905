"""The ceilings of the style page, counted: lines of a module, lines and parameters of a function."""

from __future__ import annotations

import ast

from tests.quality.repository import Function, decorators, iter_functions, name_of, python_files

MODULE_LINES = 400
FUNCTION_LINES = 40
PARAMETERS = 5
POSITIONAL = 2

# Exempt by name and reason: public constructors and measured hot loops, nothing else. An entry nobody needs is a failure.
EXEMPT: dict[str, str] = {
    "overrides/decoding.py::ModelCheck.on_setattr": "attrs calls a setter with three positional arguments",
    "overrides/base_client.py::BaseClient.__init__": "public constructor; its options are the public face",
    "overrides/base_client.py::BaseClient.with_options": "the same options for a copy",
    "overrides/settings.py::Settings.changed": "the same options as a value",
}


def test_modules_stay_short() -> None:
    """No hand-written module has more than 400 lines."""
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in python_files()}

    too_long = [f"{name}: {length} lines" for name, length in lengths.items() if length > MODULE_LINES]

    assert too_long == []


def test_functions_stay_short_and_take_few_arguments() -> None:
    """No hand-written function has more than 40 lines or takes more than 5 parameters, 2 of them positional."""
    functions = [found for path in python_files() for found in iter_functions(path)]

    faults = {name: fault for name, function in functions if (fault := fault_of(function))}

    assert [f"{name}: {fault}" for name, fault in faults.items() if name not in EXEMPT] == []
    assert sorted(set(EXEMPT) - set(faults)) == [], "exemptions that nobody needs"


def fault_of(function: Function) -> str:
    """Return what is too much about a function, or nothing."""
    lines = count_lines(function)
    if lines > FUNCTION_LINES:
        return f"{lines} lines"
    if is_called_by_pytest(function) or is_protocol(function):
        return ""
    positional = [a for a in (*function.args.posonlyargs, *function.args.args) if is_parameter(a)]
    total = len(positional) + len([a for a in function.args.kwonlyargs if is_parameter(a)])
    if total > PARAMETERS or len(positional) > POSITIONAL:
        return f"{total} parameters, {len(positional)} positional"
    return ""


def count_lines(function: Function) -> int:
    """Return the lines of a function without its decorators, docstring and the functions inside it."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function, clean=False) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if has_docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def is_called_by_pytest(function: Function) -> bool:
    """Tell whether pytest fills the parameters in by name."""
    return function.name.startswith("test_") or any("fixture" in name for name in decorators(function))


def is_protocol(function: Function) -> bool:
    """Tell whether the language or a protocol fixes the parameters, as those of `__exit__`; a constructor's are ours."""
    return function.name.startswith("__") and function.name != "__init__"


def is_parameter(argument: ast.arg) -> bool:
    """Tell whether callers see an argument: the instance is none, an option of the command line is one of the user's."""
    annotation = ast.unparse(argument.annotation) if argument.annotation else ""
    is_option = annotation.startswith("Annotated[") and "typer." in annotation
    return argument.arg not in {"self", "cls"} and not is_option
