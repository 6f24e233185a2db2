"""An AWS on loopback, MiniStack, with the two things corrected that our machines need.

AWS evaluates a time-out written as JSONata, and fails a token task whose function throws; MiniStack 1.5 takes the text as
a number, and waits on.
"""

import contextlib
import threading

from ministack import app
from ministack.services import stepfunctions as machines

here = threading.local()

evaluate_arguments = machines._apply_jsonata_arguments
invoke_with_callback = machines._invoke_with_callback
call_lambda = machines._call_lambda


class Thrown(Exception):
    """Carries a function's error past the place that would swallow it."""


def arguments_and_timeout(state, given, ctx=None):
    timeout = state.get("TimeoutSeconds")
    here.timeout = None
    if isinstance(timeout, str):
        here.timeout = machines._apply_jsonata_template(timeout, given, ctx)
    return evaluate_arguments(state, given, ctx)


def invoke_and_wait(resource, given, token, state):
    timeout = getattr(here, "timeout", None)
    here.waiting = True
    try:
        return invoke_with_callback(resource, given, token, state if timeout is None else {**state, "TimeoutSeconds": timeout})
    except Thrown as thrown:
        machines._task_tokens.pop(token, None)
        raise thrown.args[0]
    finally:
        here.waiting = False


def call(function, event):
    waiting, here.waiting = getattr(here, "waiting", False), False
    try:
        return call_lambda(function, event)
    except machines._ExecutionError as error:
        raise Thrown(error) if waiting else error


machines._apply_jsonata_arguments = arguments_and_timeout
machines._invoke_with_callback = invoke_and_wait
machines._call_lambda = call

with contextlib.suppress(KeyboardInterrupt):
    app.main()
