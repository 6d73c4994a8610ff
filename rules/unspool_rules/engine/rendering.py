"""Plans turned into edits: texts spliced from the inside out, names kept fresh, imports settled."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from textwrap import dedent

from unspool_rules.catalogue.model_names import model_name
from unspool_rules.engine.clients.receivers import Clients
from unspool_rules.engine.comments import Comments, comment_tokens
from unspool_rules.engine.exports import is_taken
from unspool_rules.engine.facts import Facts, Site
from unspool_rules.engine.imports import ImportPlan
from unspool_rules.engine.plan import CannotRender, Plan
from unspool_rules.engine.widening import texts_of
from unspool_rules.model import Edit, Span, Target, apply_edits
from unspool_rules.syntax.fields import children, walk
from unspool_rules.syntax.layout import Brackets, Code, Item, flat, lay_out
from unspool_rules.syntax.scopes import Scope, Variable

BY_NAME = {"locals", "globals", "vars", "eval", "exec"}
"""Functions that read variables by their names."""
_WORD = re.compile(r"\w")


class Rendering:
    """One change to the file, made of one or more plans."""

    def __init__(
        self,
        facts: Facts,
        target: Target,
        plans: Iterable[Plan],
        line_length: int,
        aliased: frozenset[str] = frozenset(),
    ) -> None:
        self.facts = facts
        self.tree = facts.tree
        self.target = target
        self.limit = line_length
        self.plans = list(plans)
        self.sites = {site for plan in self.plans for site in plan.sites}
        self.imports = ImportPlan(facts, aliased)
        self.replacements: dict[ast.AST, Callable[[Rendering], Code]] = {}
        self.rewritten: dict[ast.stmt, Callable[[Rendering], list[str]]] = {}
        self.in_place: set[ast.stmt] = set()
        """Statements that go for others that are put after them."""
        self._before: dict[ast.stmt, list[str]] = {}
        self._after: dict[ast.stmt, list[str]] = {}
        self._placed: set[ast.stmt] = set()
        """Statements that stand in others that are written anew, with the lines around them."""
        self._taken: list[tuple[str, Scope]] = []
        self._said: dict[Scope, frozenset[str]] = {}
        self.stand_ins: dict[str, str] = {}
        """New names that are set where and when an old one is."""
        self.names: dict[Variable, str] = {}
        self._made: dict[tuple[str, Site], str] = {}
        self._made_at: dict[tuple[str, ast.AST], str] = {}
        self._comments = Comments(self.tree)
        for plan in self.plans:
            self.replacements.update(plan.replacements)
            self.rewritten.update(plan.rewritten)
            self.imports.dropped |= plan.dropped
        for plan in self.plans:
            for variable, (old, new) in plan.renames.items():
                self.rename(variable, old, new)
        self.clients = Clients(self)

    # -- what writers ask ----------------------------------------------------------------------

    def code(self, node: ast.AST) -> Code:
        """The node's new code; its old text where nothing in it changes."""
        writer = self.replacements.get(node)
        if writer is not None:
            return self._with_comments(node, writer(self))
        return self._splice(node)

    def _with_comments(self, node: ast.AST, code: Code) -> Code:
        """Comments that the new code has no place for stand below its last item."""
        if not isinstance(code, Brackets) or "#" not in self.tree.segment(node):
            return code
        text = lay_out(code, indent="", column=0, limit=self.limit)
        there = Counter(comment_tokens(text))
        lost = []
        for comment in self.comments_within(self.tree.span(node)):
            if there[comment] > 0:
                there[comment] -= 1
            else:
                lost.append(comment)
        return replace(code, below=(*code.below, *lost)) if lost else code

    def text(self, node: ast.AST) -> str:
        """The node's new code on as few lines as it can stand on."""
        code = self.code(node)
        if isinstance(code, str):
            return code
        one_line = flat(code)
        if one_line is not None:
            return one_line
        indent = self.tree.indent(self.tree.statement(node))
        return lay_out(code, indent=indent, column=len(indent), limit=self.limit)

    def operand(self, node: ast.expr) -> str:
        """The node's text, fit to stand before a dot."""
        text = self.text(node)
        simple = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.JoinedStr)
        if isinstance(node, simple) or text.startswith(("(", "[")):
            return text
        return f"({text})"

    def openai(self, site: Site) -> str:
        """The expression of the client that has conversations and responses."""
        return self.clients.openai(site)

    def project(self, site: Site) -> str:
        """The expression of the client that has agents."""
        return self.clients.project(site)

    def model(self, name: str) -> str:
        """A class of azure.ai.projects.models, by the name it has in the target version."""
        return self.imports.need("azure.ai.projects.models", model_name(name, self.target.version))

    def conversation(self, site: Site) -> str:
        """The name of the conversation that is made right before a site."""
        return self.made("conversation", site)

    def made(self, wanted: str, site: Site) -> str:
        """The name of something that is made right before a site."""
        if (wanted, site) not in self._made:
            self._made[wanted, site] = self.fresh(wanted, site.func)
        return self._made[wanted, site]

    def made_at(self, wanted: str, node: ast.AST) -> str:
        """The name of something that is bound beside a node."""
        if (wanted, node) not in self._made_at:
            self._made_at[wanted, node] = self.fresh(wanted, node)
        return self._made_at[wanted, node]

    def item(self, prefix: str, code: Code, *sources: ast.expr | None) -> Item:
        """An argument that takes over the comments of the legacy arguments it is made of."""
        above: list[str] = []
        behind = ""
        for source in sources:
            if source is None:
                continue
            above += self._comments.above(source)
            tail = self._comments.behind(source)
            if tail and behind:
                above.append(behind)
            behind = tail or behind
        return Item(code, prefix, tuple(above), behind)

    def leftovers(self, call: ast.Call, used: Iterable[ast.expr | None]) -> tuple[str, ...]:
        """Comments of a call's arguments that have no place in the new call."""
        return self._comments.left(call, used)

    def comments_within(self, span: Span, spared: Iterable[Span] = ()) -> list[str]:
        """Comments of a range that do not lie in the spared parts of it."""
        return self._comments.within(span, spared)

    def before(self, statement: ast.stmt, line: str) -> None:
        """Put a line before a statement, once."""
        lines = self._before.setdefault(statement, [])
        if line not in lines:
            lines.append(line)

    def after(self, statement: ast.stmt, line: str) -> None:
        """Put a line after a statement, once."""
        lines = self._after.setdefault(statement, [])
        if line not in lines:
            lines.append(line)

    def fresh(self, wanted: str, node: ast.AST) -> str:
        """A name near ``wanted`` that nothing visible at the node uses."""
        name, number = wanted, 1
        while self._is_taken(name, node):
            number += 1
            name = f"{wanted}_{number}"
        self._taken.append((name, self.facts.scopes.scope_of(node)))
        return name

    def inner(self, wanted: str, *read: ast.expr) -> str:
        """A name for the variable of a comprehension that hides nothing its conditions read."""
        names = {n.id for node in read for n in ast.walk(node) if isinstance(n, ast.Name)}
        names |= {self.names[v] for v in self.names if v.name in names}
        name, number = wanted, 1
        while name in names:
            number += 1
            name = f"{wanted}_{number}"
        return name

    def _is_taken(self, name: str, node: ast.AST) -> bool:
        scope = self.facts.scopes.scope_of(node)
        if any(name == other and related(scope, home) for other, home in self._taken):
            return True
        if self.facts.scopes.visible(name, scope):
            return True
        return name in self._words(scope)

    def rename(self, variable: Variable, old: str, new: str) -> None:
        if old not in variable.name.lower():
            return
        position = variable.name.lower().index(old)
        end = position + len(old)
        before, after = variable.name[:position], variable.name[end:]
        if (before and before[-1].isalpha()) or (after and after[0].isalpha() and after != "s"):
            return
        wanted = before + new + after
        if not self._in_view(variable):
            return
        uses = self.facts.scopes.uses(variable)
        declared = self._declarations(variable)
        scope = variable.scope
        clash = wanted in scope.bindings or any(
            self.facts.scopes.visible(wanted, self.facts.scopes.scope_of(use))
            for use in (*uses, *declared)
        )
        if clash or any(
            wanted == name and related(scope, other.scope) for other, name in self.names.items()
        ):
            return
        if wanted in self._words(scope):
            return
        self.names[variable] = wanted
        for use in uses:
            self.replacements.setdefault(use, lambda _, text=wanted: text)  # type: ignore[misc]
        for statement in declared:
            self.replacements.setdefault(statement, lambda r, s=statement: r._declaring(s))  # type: ignore[misc]

    def _in_view(self, variable: Variable) -> bool:
        """Whether all that says a variable's name are names and ``global`` or ``nonlocal``."""
        scope = variable.scope
        if isinstance(scope.node, ast.ClassDef):
            return False  # also an attribute
        if any(not isinstance(b.node, ast.Name) for b in self.facts.scopes.bindings(variable)):
            return False  # a parameter, an import, an exception, a pattern
        if is_taken(self.facts, variable):
            return False
        return BY_NAME.isdisjoint(self._words(scope))

    def _words(self, scope: Scope) -> frozenset[str]:
        """All names that the code of a scope says, those of scopes in it included."""
        if scope not in self._said:
            names = (node.id for node in walk(scope.node) if isinstance(node, ast.Name))
            self._said[scope] = frozenset(names)
        return self._said[scope]

    def _declarations(self, variable: Variable) -> list[ast.Global | ast.Nonlocal]:
        """The ``global`` and ``nonlocal`` statements that say the variable's name."""
        scopes = self.facts.scopes
        return [
            node
            for node in self.tree.of(ast.Global, ast.Nonlocal)
            if variable.name in node.names
            and scopes.lookup(variable.name, scopes.scope_of(node)) == variable
        ]

    def _declaring(self, statement: ast.Global | ast.Nonlocal) -> str:
        scopes = self.facts.scopes
        names = []
        for name in statement.names:
            variable = scopes.lookup(name, scopes.scope_of(statement))
            names.append(self.names.get(variable, name) if variable is not None else name)
        word = "global" if isinstance(statement, ast.Global) else "nonlocal"
        return f"{word} {', '.join(names)}"

    # -- splicing ------------------------------------------------------------------------------

    def _splice(self, node: ast.AST) -> str:
        span = self.tree.span(node)
        edits = []
        inside = self._inside(node)
        done = [c for c, _ in inside if isinstance(c, ast.stmt) and c in self.rewritten]
        rest = [(c, place) for c, place in inside if c not in done]
        pieces = [self._statement_text(c) for c in done]
        if isinstance(node, ast.stmt):
            pieces += texts_of(self, (c for c, _ in rest))
        else:
            pieces += [(place, self._nested(c, place)) for c, place in rest]
        for place, text in pieces:
            start, end = place.start - span.start, place.end - span.start
            edits.append(Edit(Span(start, min(end, span.end - span.start)), text))
        if isinstance(node, ast.stmt):
            last = self.tree.source[: span.end]
            for edit in edits:
                if edit.span.end == span.end - span.start and not edit.text:
                    last = self.tree.source[: span.start + edit.span.start]
            fresh = not last.rpartition("\n")[2].strip()
            edits = self._merge([*edits, *self._insertions_in(node, span, fresh=fresh)])
        return apply_edits(self.tree.source[span.start : span.end], edits)

    def _insertions_in(self, node: ast.stmt, span: Span, *, fresh: bool) -> Iterator[Edit]:
        """Lines before and after statements within one that is written anew as a whole.

        Args:
            fresh: whether its text ends at the beginning of a line.
        """
        stack = [n for n in self._children(node) if n not in self.replacements]
        while stack:
            child = stack.pop()
            if isinstance(child, ast.stmt):
                yield from self._around(child, span, fresh=fresh)
                if child in self.rewritten:
                    continue
            stack += [n for n in self._children(child) if n not in self.replacements]

    def _around(self, statement: ast.stmt, span: Span, *, fresh: bool) -> Iterator[Edit]:
        indent = self.tree.indent(statement)
        before, after = self._before.get(statement, ()), self._after.get(statement, ())
        self._placed.add(statement)
        if self._shares_line(statement, (*before, *after)):
            for edit in self._on_its_line(statement, before, after):
                place = edit.span.start - span.start
                yield Edit(Span(place, place), edit.text)
            return
        if before:
            start = self.lines_span(_head(statement)).start - span.start
            text = "".join(self._inserted(indent, line) for line in before)
            yield Edit(Span(start, start), text)
        if after:
            end = min(self.lines_span(statement).end, span.end) - span.start
            text = "".join(self._inserted(indent, line) for line in after)
            if end == span.end - span.start:
                text = ("" if fresh else self.newline) + text.removesuffix(self.newline)
            yield Edit(Span(end, end), text)

    def _inside(self, node: ast.AST) -> list[tuple[ast.AST, Span]]:
        """The outermost replaced nodes below a node."""
        found = []
        stack = list(self._children(node))
        while stack:
            child = stack.pop()
            if child in self.replacements or child in self.rewritten:
                found.append((child, self.tree.span(child)))
            else:
                stack += self._children(child)
        return found

    def _children(self, node: ast.AST) -> Iterator[ast.AST]:
        """A node's children, with made-up ones in the place of those that they cover."""
        for child in children(node):
            if self.tree.parents.get(child) is node or not self._is_covered(child):
                yield child
        yield from (n for n in self.tree.placed.get(node, ()) if n in self.replacements)

    def _is_covered(self, node: ast.AST) -> bool:
        return self.tree.parents.get(node) in self.replacements

    def _nested(self, node: ast.AST, span: Span) -> str:
        return self.placed(node, span, self.code(node))

    def placed(self, node: ast.AST, span: Span, code: Code) -> str:
        """The text of a node's new code where the node stands."""
        text = code if isinstance(code, str) else flat(code)
        in_string = any(isinstance(a, ast.JoinedStr) for a in self.tree.ancestors(node))
        if in_string:
            if text is None or "\n" in text:
                raise CannotRender("an f-string field cannot hold several lines")
            return self._in_fstring(node, text)
        if text is not None and isinstance(code, str):
            return text
        start = self.tree.lines.line_start(span.start)
        line = self.tree.source[start : span.start]
        indent = line[: len(line) - len(line.lstrip())]
        stop = self.line_rest(span.end)
        return lay_out(
            code, indent=indent, column=span.start - start, limit=self.limit, reserve=stop
        )

    def line_rest(self, offset: int) -> int:
        """How many characters of code follow on the line, without a comment.

        None count where code follows that is written anew: that breaks the line if it has to.
        """
        end = self.tree.lines.line_end(offset)
        if not _WORD.search(self.tree.source, offset, end):
            return len(self.tree.source[offset:end].rstrip())
        if any(
            isinstance(node, ast.Call) and offset < self.tree.span(node).start < end
            for node in self.replacements
        ):
            return 0
        rest = self.tree.source[offset:end].split("#")[0].rstrip()
        return len(rest)

    def _in_fstring(self, node: ast.AST, text: str) -> str:
        """Quotes inside an f-string must differ from the string's own (Python before 3.12)."""
        outer = next(a for a in self.tree.ancestors(node) if isinstance(a, ast.JoinedStr))
        segment = self.tree.segment(outer)
        quote = '"' if '"' in segment.split("{")[0] else "'"
        if quote not in text:
            return text
        other = "'" if quote == '"' else '"'
        if other in text or "\\" in text:
            raise CannotRender("both kinds of quotes inside an f-string")
        return text.replace(quote, other)

    # -- statements ----------------------------------------------------------------------------

    def lines_span(self, statement: ast.AST) -> Span:
        """The whole lines of a statement, with its trailing comment and line end."""
        span = self.tree.span(statement)
        return Span(self.tree.lines.line_start(span.start), self.tree.lines.line_end(span.end))

    def dedented(self, statement: ast.stmt) -> list[str]:
        """A statement's new text, with its comment, as lines that begin at column zero."""
        span = self.lines_span(statement)
        tail = self.tree.source[self.tree.span(statement).end : span.end].rstrip("\r\n")
        text = self.tree.indent(statement) + self._splice_statement(statement) + tail
        return dedent(text.replace("\r\n", "\n")).split("\n")

    def _splice_statement(self, statement: ast.stmt) -> str:
        return self._splice(statement)

    # -- the edits -----------------------------------------------------------------------------

    def edits(self) -> tuple[Edit, ...]:
        """All edits, sorted and disjoint.

        Raises:
            CannotRender: the result would not be right.
        """
        for plan in self.plans:
            for statement, writers in plan.inserted.items():
                for write in writers:
                    self.before(statement, write(self))
            for write_more in plan.also:
                write_more(self)
        edits = [*self._statement_edits(), *self._expression_edits()]
        edits += self.clients.edits()
        edits += self._insertions()
        edits = self._merge(edits)
        changed = apply_edits(self.tree.source, edits)
        edits = self._merge([*self.imports.edits(changed, self.newline), *edits])
        return tuple(sorted(edits))

    @cached_property
    def newline(self) -> str:
        source = self.tree.source
        first = source.find("\n")
        if first > 0 and source[first - 1] == "\r":
            return "\r\n"
        return "\n" if first >= 0 or "\r" not in source else "\r"

    def _expression_edits(self) -> list[Edit]:
        found: list[Edit] = []
        outermost = []
        for node in self.replacements:
            parents = list(self.tree.ancestors(node))
            if any(p in self.replacements or p in self.rewritten for p in parents):
                continue
            outermost.append(node)
        for span, text in texts_of(self, outermost):
            if text != self.tree.source[span.start : span.end]:
                found.append(Edit(span, self._lines(text)))
        return found

    def _lines(self, text: str) -> str:
        if self.newline == "\n":
            return text
        return text.replace("\r\n", "\n").replace("\n", self.newline)

    def _statement_edits(self) -> list[Edit]:
        found: list[Edit] = []
        for statement in sorted(self.rewritten, key=lambda s: self.tree.span(s).start):
            above = self.tree.ancestors(statement)
            if any(p in self.rewritten or p in self.replacements for p in above):
                continue
            span, text = self._statement_text(statement)
            ends = self.tree.source[span.start : span.end].endswith(("\n", "\r"))
            if not text and ends and statement not in self.in_place:
                span = self._with_blank_line(span)
            found.append(Edit(span, text))
        return found

    def _statement_text(self, statement: ast.stmt) -> tuple[Span, str]:
        """The lines that take a statement's lines; ``pass`` where a block would be left empty."""
        lines = self.rewritten[statement](self)
        block = self.tree.block_of(statement)
        if not _has_code(lines) and statement is block[-1]:
            others = [s for s in block if s is not statement]
            if all(s in self.rewritten and not _has_code(self.rewritten[s](self)) for s in others):
                lines = [*lines, "pass"]
        span = self.lines_span(statement)
        indent = self.tree.indent(statement)
        text = "".join((indent + line if line.strip() else "") + self.newline for line in lines)
        if not self.tree.source[span.start : span.end].endswith(("\n", "\r")):
            text = text[: -len(self.newline)] if text else text
        return span, text

    def _with_blank_line(self, span: Span) -> Span:
        """Take one of two blank lines along that a removed statement would leave side by side."""
        source, lines = self.tree.source, self.tree.lines
        before = lines.line_start(span.start - 1) if span.start else span.start
        blank_before = span.start == 0 or not source[before : span.start].strip()
        end = lines.line_end(span.end) if span.end < len(source) else span.end
        if blank_before and end > span.end and not source[span.end : end].strip():
            return Span(span.start, end)
        return span

    def _insertions(self) -> list[Edit]:
        found = []
        for statement in {**self._before, **self._after}:
            before, after = self._before.get(statement, ()), self._after.get(statement, ())
            if statement not in self._placed and self._shares_line(statement, (*before, *after)):
                self._placed.add(statement)
                found += self._on_its_line(statement, before, after)
        for statement, lines in self._after.items():
            if statement in self._placed:
                continue
            span = self.lines_span(statement)
            indent = self.tree.indent(statement)
            text = "".join(self._inserted(indent, line) for line in lines)
            if not self.tree.source[span.start : span.end].endswith(("\n", "\r")):
                text = self.newline + text[: -len(self.newline)]
            found.append(Edit(Span(span.end, span.end), text))
        for statement, lines in self._before.items():
            if statement in self._placed:
                continue
            span = self.lines_span(_head(statement))
            indent = self.tree.indent(statement)
            text = "".join(self._inserted(indent, line) for line in lines)
            found.append(Edit(Span(span.start, span.start), text))
        return found

    def _shares_line(self, statement: ast.stmt, lines: Sequence[str]) -> bool:
        """Whether a statement has other code on its line, where further statements can stand."""
        simple = not any("\n" in line or line.endswith(":") for line in lines)
        return simple and _head(statement) is statement and not self.tree.stands_alone(statement)

    def _on_its_line(
        self, statement: ast.stmt, before: Sequence[str], after: Sequence[str]
    ) -> list[Edit]:
        span = self.tree.span(statement)
        found = [Edit(Span(span.start, span.start), f"{line}; ") for line in before]
        return found + [Edit(Span(span.end, span.end), f"; {line}") for line in after]

    def _inserted(self, indent: str, line: str) -> str:
        return self._lines(indent + line.replace("\n", "\n" + indent)) + self.newline

    def _merge(self, edits: Iterable[Edit]) -> list[Edit]:
        """Put insertions at one place together, and those at the edge of an edit into it."""
        merged: list[Edit] = []
        for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
            last = merged[-1] if merged else None
            if (
                last is not None
                and edit.span.start == last.span.end
                and (edit.span.start == edit.span.end or last.span.start == last.span.end)
            ):
                text = edit.text
                removed = not last.text and self.tree.lines.position(last.span.start)[1] == 0
                if removed and edit.span.start == len(self.tree.source):
                    text = text.removeprefix(self.newline)  # the line before has its end
                merged[-1] = Edit(Span(last.span.start, edit.span.end), last.text + text)
            else:
                merged.append(edit)
        return merged


def related(one: Scope, other: Scope) -> bool:
    """Whether one scope lies within the other."""
    for inner, outer in ((one, other), (other, one)):
        current: Scope | None = inner
        while current is not None:
            if current is outer:
                return True
            current = current.parent
    return False


def _head(statement: ast.stmt) -> ast.AST:
    """What a statement begins with: its first decorator, if it has any."""
    decorators = getattr(statement, "decorator_list", None)
    return decorators[0] if decorators else statement


def _has_code(lines: list[str]) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)
