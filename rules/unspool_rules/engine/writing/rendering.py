"""Plans turned into edits: texts spliced from the inside out, names kept fresh, imports settled."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from textwrap import dedent, indent

from unspool_rules.catalogue.model_names import model_name
from unspool_rules.engine.clients.receivers import Clients
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.imports.below import insert
from unspool_rules.engine.imports.changes import ImportPlan
from unspool_rules.engine.plan import CannotRender, Plan
from unspool_rules.engine.sites import Site
from unspool_rules.engine.waiting.idle_counters import drop_idle
from unspool_rules.engine.writing.comments import Comments, comment_tokens
from unspool_rules.engine.writing.line_edits import LineEdits
from unspool_rules.engine.writing.naming import Names
from unspool_rules.engine.writing.widening import texts_of
from unspool_rules.engine.writing.writers import said
from unspool_rules.model import Edit, Span, Target, apply_edits
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.fields import children
from unspool_rules.syntax.layout import Brackets, Code, Item, flat, lay_out

_WORD = re.compile(r"\w")


class Rendering:
    """One change to a file, made of one or more plans; of several files, each has its own."""

    def __init__(
        self,
        facts: Facts,
        target: Target,
        plans: Iterable[Plan],
        line_length: int,
        aliased: frozenset[str] = frozenset(),
        part: int = 0,
    ) -> None:
        self.facts = facts
        self.tree = facts.tree
        self.part = part
        """The number of the module that is written."""
        self.module = self.tree.modules[part]
        self.extent = self.tree.extent(part)
        self.target = target
        self.limit = line_length
        self.plans = list(plans)
        self.sites = {site for plan in self.plans for site in plan.sites}
        self.imports = ImportPlan(facts, aliased, part)
        self.replacements: dict[ast.AST, Callable[[Rendering], Code]] = {}
        self.rewritten: dict[ast.stmt, Callable[[Rendering], list[str]]] = {}
        self.in_place: set[ast.stmt] = set()
        """Statements that go for others that are put after them."""
        self.module_code: dict[str, None] = {}
        """Constants and functions that the module gets below its imports."""
        self.lines = LineEdits(self)
        self.naming = Names(facts)
        self.stand_ins: dict[str, str] = {}
        """New names that are set where and when an old one is."""
        self._made: dict[tuple[str, Site], str] = {}
        self._made_at: dict[tuple[str, ast.AST], str] = {}
        self._comments = Comments(self.tree)
        for plan in self.plans:
            self.replacements.update(plan.replacements)
            self.rewritten.update(plan.rewritten)
            self.imports.dropped |= plan.dropped
        for plan in self.plans:
            for variable, (old, new) in plan.renames.items():
                if self.tree.module_of(variable.scope.node) is not self.module:
                    continue
                if not self._holds_new(variable):
                    continue
                self.naming.rename(variable, old, new, self.replacements)
        drop_idle(self)
        self.clients = Clients(self)

    def _holds_new(self, variable: Variable) -> bool:
        """Whether all that old calls give a name is new by then: another flow may stay."""
        for binding in self.facts.scopes.bindings(variable):
            value = binding.value.value if isinstance(binding.value, ast.Await) else binding.value
            site = self.facts.by_call.get(value) if isinstance(value, ast.Call) else None
            if site is not None and site not in self.sites:
                return False
        return True

    def writes(self, node: ast.AST) -> bool:
        """Whether a node stands in the module that is written."""
        return self.tree.part_of(node) == self.part

    # -- what writers ask ----------------------------------------------------------------------

    def code(self, node: ast.AST) -> Code:
        """The node's new code; its old text where nothing in it changes.

        Raises:
            CannotRender: it stands in another file, where names mean other things.
        """
        if not self.writes(node) and not isinstance(node, ast.Constant):
            raise CannotRender("this code stands in another file")
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

    @contextmanager
    def spelled(self, texts: Mapping[ast.AST, str]) -> Iterator[None]:
        """Let nodes have other texts for a while: where their names mean nothing."""
        before = self.replacements
        self.replacements = {**before, **{n: said(t) for n, t in texts.items()}}
        try:
            yield
        finally:
            self.replacements = before

    def fresh(self, wanted: str, node: ast.AST) -> str:
        return self.naming.fresh(wanted, node)

    def inner(self, wanted: str, *read: ast.expr) -> str:
        return self.naming.inner(wanted, *read)

    # -- splicing ------------------------------------------------------------------------------

    def _splice(self, node: ast.AST) -> str:
        span = self.tree.span(node)
        edits = []
        inside = self._inside(node)
        done = [c for c, _ in inside if isinstance(c, ast.stmt) and c in self.rewritten]
        rest = [(c, place) for c, place in inside if c not in done]
        pieces = [self.lines.statement_text(c) for c in done]
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
            edits = self.lines.merge([*edits, *self.lines.within(node, span, fresh=fresh)])
        return apply_edits(self.tree.source[span.start : span.end], edits)

    def _inside(self, node: ast.AST) -> list[tuple[ast.AST, Span]]:
        """The outermost replaced nodes below a node."""
        found = []
        stack = list(self.children(node))
        while stack:
            child = stack.pop()
            if child in self.replacements or child in self.rewritten:
                found.append((child, self.tree.span(child)))
            else:
                stack += self.children(child)
        return found

    def children(self, node: ast.AST) -> Iterator[ast.AST]:
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
        text = self.tree.indent(statement) + self._splice(statement) + tail
        return dedent(text.replace("\r\n", "\n")).split("\n")

    def head(self, word: str, test: ast.expr) -> list[str]:
        """The head of a statement with a test, as lines that begin at column zero.

        A test that goes on over several lines only within parentheses of its own gets them again.
        """
        text = self.text(test)
        try:
            ast.parse(f"if {text}: pass")
        except SyntaxError:
            first, rest = text.replace("\r\n", "\n").split("\n", 1)
            return [f"{word} (", *indent(f"{first}\n{dedent(rest)}", "    ").split("\n"), "):"]
        return [f"{word} {text}:"]

    # -- the edits -----------------------------------------------------------------------------

    def edits(self) -> tuple[Edit, ...]:
        """All edits, sorted and disjoint.

        Raises:
            CannotRender: the result would not be right.
        """
        for plan in self.plans:
            for statement, writers in plan.inserted.items():
                if not self.writes(statement):
                    continue
                for write in writers:
                    self.lines.before(statement, write(self))
            for place, write_more in plan.also:
                if self.writes(place):
                    write_more(self)
        edits = [*self.lines.of_statements(), *self._expression_edits()]
        edits += self.clients.edits()
        insert(self)
        edits += self.lines.insertions()
        edits = self.lines.merge(edits)
        changed = self.changed(edits)
        edits = self.lines.merge([*self.imports.edits(changed, self.newline, edits), *edits])
        return tuple(sorted(edits))

    def changed(self, edits: Iterable[Edit]) -> str:
        """The module's text after edits."""
        start, end = self.extent.start, self.extent.end
        moved = [Edit(Span(e.span.start - start, e.span.end - start), e.text) for e in edits]
        return apply_edits(self.tree.source[start:end], moved)

    @cached_property
    def newline(self) -> str:
        source = self.tree.source[self.extent.start : self.extent.end]
        first = source.find("\n")
        if first > 0 and source[first - 1] == "\r":
            return "\r\n"
        return "\n" if first >= 0 or "\r" not in source else "\r"

    def _expression_edits(self) -> list[Edit]:
        found: list[Edit] = []
        outermost = []
        for node in self.replacements:
            if not self.writes(node):
                continue
            parents = list(self.tree.ancestors(node))
            if any(p in self.replacements or p in self.rewritten for p in parents):
                continue
            outermost.append(node)
        for span, text in texts_of(self, outermost):
            if text != self.tree.source[span.start : span.end]:
                found.append(Edit(span, self.with_line_ends(text)))
        return found

    def with_line_ends(self, text: str) -> str:
        if self.newline == "\n":
            return text
        return text.replace("\r\n", "\n").replace("\n", self.newline)
