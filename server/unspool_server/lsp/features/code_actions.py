"""The offers at a place as code actions; their edits are made when one is chosen."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcInvalidParams

from unspool_rules.model import Span
from unspool_server.lsp import offers
from unspool_server.lsp.client import EXPLAIN_RULE
from unspool_server.lsp.connection import Server
from unspool_server.lsp.linked import asks_for_more, may_need_others
from unspool_server.lsp.offers import Offer, What
from unspool_server.lsp.views import View, view
from unspool_server.lsp.workspace_edit import workspace_edit
from unspool_server.session import Checked, Snapshot

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.unspool"
_QUICK_FIX = types.CodeActionKind.QuickFix.value
_log = logging.getLogger(__name__)


def register(server: Server) -> None:
    options = types.CodeActionOptions(
        code_action_kinds=[_QUICK_FIX, FIX_ALL], resolve_provider=True
    )
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(code_action)
    server.feature(types.CODE_ACTION_RESOLVE)(resolve)


async def code_action(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    checked = await _current(server, server.notebooks.home(uri))
    if checked is None:
        return []
    text = view(checked, uri, server.client.encoding)
    span = text.span(params.range)
    automatic = params.context.trigger_kind == types.CodeActionTriggerKind.Automatic
    saving = automatic and params.context.only is not None  # which should not change other files
    hurried = automatic and server.client.resolve  # a light bulb at each step of the cursor
    if not saving and (asks_for_more if hurried else may_need_others)(checked, span):
        checked = await _with_others(server, checked)
    found = [o for o in _found(checked, span, params.context.only) if o]
    wanted = [o for o in found if _wanted(server, checked, o, params.context)]
    if any(o.what is What.FILE and not o.unsafe for o in wanted):  # the same under another name
        wanted = [o for o in wanted if o.what is not What.ALL]
    actions = [_action(checked, o, text, params.context.diagnostics) for o in wanted]
    if not server.client.resolve:
        for action, offer in zip(actions, wanted, strict=True):
            await _complete(server, checked, action, offer)
    return [a for a in actions if a.edit or a.command or a.disabled or server.client.resolve]


async def resolve(server: Server, action: types.CodeAction) -> types.CodeAction:
    reference = Reference.read(action.data)
    checked = await server.session.checked(reference.uri)
    if checked is None or Reference.stamp_of(checked.snapshot) != reference.stamp:
        raise JsonRpcContentModified("the document has changed since this was offered")
    if may_need_others(checked, reference.span):
        checked = await _with_others(server, checked)
    offer = offers.again(checked, reference.what, reference.code, reference.span)
    if offer is None:
        server.warn(_refuted(checked, reference.span))
        raise JsonRpcContentModified("this is no longer on offer")
    await _complete(server, checked, action, offer)
    return action


def _refuted(checked: Checked, span: Span) -> str:
    """What to say where other files show that an offer does not hold."""
    near = (f for f in checked.outcome.analysis.findings if f.span.touches(span))
    reasons = dict.fromkeys(b.message for f in near for b in f.blockers)
    why = "; ".join(reasons) or "they use it in another way"
    return f"Other files stand in the way of this change: {why}"


@dataclass(frozen=True, slots=True)
class Reference:
    """An offer in a form that survives the way to the client and back."""

    uri: str
    stamp: tuple[int, int]
    """The document's version, and a sum of its text: some clients use one version twice."""
    what: What
    code: str
    span: Span

    @staticmethod
    def stamp_of(snapshot: Snapshot) -> tuple[int, int]:
        return snapshot.version, zlib.crc32(snapshot.source.encode("utf-8", "surrogatepass"))

    def write(self) -> dict[str, object]:
        return {
            "uri": self.uri,
            "version": self.stamp[0],
            "text": self.stamp[1],
            "what": self.what.value,
            "code": self.code,
            "span": [self.span.start, self.span.end],
        }

    @classmethod
    def read(cls, data: object) -> Reference:
        """Raises: JsonRpcInvalidParams: this was not written by us."""
        try:
            if not isinstance(data, Mapping):
                raise TypeError
            start, end = data["span"]
            stamp = (int(data["version"]), int(data["text"]))
            span = Span(int(start), int(end))
            return cls(str(data["uri"]), stamp, What(data["what"]), str(data["code"]), span)
        except (KeyError, TypeError, ValueError):
            raise JsonRpcInvalidParams("not a code action of this server") from None


async def _current(server: Server, uri: str) -> Checked | None:
    """The answer for the text that the client asked about.

    Raises:
        JsonRpcContentModified: the text changed while the question waited.
    """
    asked = server.session.snapshot(uri)
    checked = await server.session.checked(uri)
    if checked and asked and checked.snapshot.source != asked.source:
        raise JsonRpcContentModified("the document has changed meanwhile")
    return checked


async def _with_others(server: Server, checked: Checked) -> Checked:
    """The answer with the fixes that change other files as well."""
    opened = server.session.snapshots()
    return await server.session.run(lambda: server.linked.view(checked, opened))


def _found(checked: Checked, span: Span, only: Sequence[str] | None) -> Iterator[Offer | None]:
    """Offers of the kinds that the client asked for."""
    if _within(_QUICK_FIX, only):
        yield from offers.offers(checked, span)
    if _within(FIX_ALL, only):
        yield offers.fix_all(checked)


def _within(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(not o or kind == o or kind.startswith(f"{o}.") for o in only)


def _wanted(
    server: Server, checked: Checked, offer: Offer, context: types.CodeActionContext
) -> bool:
    automatic = context.trigger_kind == types.CodeActionTriggerKind.Automatic
    if offer.what is What.BLOCKED and (automatic or not server.client.disabled):
        return False
    if offer.what is What.EXPLAIN and not server.client.explains:
        return False
    # Who asks for no kind shows a menu; who asks for one may apply what comes, as on saving.
    applied = automatic and context.only is not None
    if applied and offer.unsafe and not checked.outcome.settings.unsafe_fixes:
        return False
    return context.only is not None or not (automatic and offer.what is What.ALL)


def _action(
    checked: Checked, offer: Offer, text: View, known: Sequence[types.Diagnostic]
) -> types.CodeAction:
    finding = offer.finding
    code, span = (finding.code, finding.span) if finding else ("", Span(0, 0))
    stamp = Reference.stamp_of(checked.snapshot)
    reference = Reference(checked.snapshot.uri, stamp, offer.what, code, span)
    action = types.CodeAction(title=_title(offer), kind=_kind(offer))
    if finding:
        place = text.range(span)
        action.diagnostics = [d for d in known if d.code == code and d.range == place] or None
    if offer.what is What.BLOCKED:
        action.disabled = types.CodeActionDisabled("; ".join(offer.notes))
    else:
        action.data = reference.write()
    if offer.what is What.EXPLAIN:
        action.command = types.Command(offer.title, EXPLAIN_RULE, arguments=[code])
    if offer.what is What.FIX and not offer.unsafe:
        action.is_preferred = True
    return action


async def _complete(
    server: Server, checked: Checked, action: types.CodeAction, offer: Offer
) -> None:
    """Give an action its edit; without one the person is told, and it is not offered again."""
    if action.disabled or offer.what is What.EXPLAIN:
        return
    try:
        edits, others = await server.session.run(
            lambda: (offers.edits(checked, offer), offers.beside(checked, offer))
        )
        if edits:
            opened = {s.path: s for s in server.session.snapshots()}
            documents = [(opened.get(one.path), one) for one in others]
            action.edit = workspace_edit(server.client, checked.snapshot, offer, edits, documents)
            return
    except ValueError as error:
        _log.warning("no edit for %r: %s", offer.title, error)
    reason = offers.refuse(checked, offer)
    if server.client.resolve:  # else it was not chosen yet
        server.warn(f"Unspool: {reason}")


def _kind(offer: Offer) -> str:
    return FIX_ALL if offer.what is What.ALL else _QUICK_FIX


def _title(offer: Offer) -> str:
    return f"{offer.title} (needs review)" if offer.unsafe else offer.title
