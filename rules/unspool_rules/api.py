"""The one entry to the core: a text goes in, an analysis comes out."""

from __future__ import annotations

from datetime import date

from unspool_rules.engine.beside.generated import generated, left_alone
from unspool_rules.engine.beside.spots import findings as spot_findings
from unspool_rules.engine.beside.spots import plans_of
from unspool_rules.engine.beside.surroundings import look_around
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.findings import Reporter, ignores_file, suppressed
from unspool_rules.engine.plan import CannotRender
from unspool_rules.engine.ways import planned
from unspool_rules.engine.writing.change import edits_of
from unspool_rules.engine.writing.marks import marked
from unspool_rules.explain import explain
from unspool_rules.model import Analysis, Edit, Failure, Quotes, Settings, Target
from unspool_rules.rules.registry import by_code
from unspool_rules.semantics.resolver import NoResolver, Resolver
from unspool_rules.syntax.tree import Tree

__all__ = ["analyse", "explain", "is_candidate"]

_MARKS = (
    *("openai", "azure.ai", ".beta.", ".agents.", "create_agent", "delete_agent"),
    *(".threads.", ".runs.", ".messages.", "create_thread", "create_message", "list_messages"),
    *("/assistants", "/threads", "asst_", "agent_reference"),
)


def is_candidate(data: str | bytes) -> bool:
    """Whether a text can hold a legacy reference at all; costs one scan of its characters."""
    if isinstance(data, str):
        return any(mark in data for mark in _MARKS)
    return any(mark.encode() in data for mark in _MARKS)


def is_left_alone(source: str) -> bool:
    """Whether nothing in a text may change: its author says so, or a program wrote it."""
    return ignores_file(source) or generated(source) is not None


def analyse(
    source: str,
    *,
    today: date,
    settings: Settings | None = None,
    target: Target | None = None,
    line_length: int | None = None,
    quotes: Quotes | None = None,
    resolver: Resolver | None = None,
) -> Analysis:
    """Find and explain every legacy reference of one Python file.

    Args:
        source: the text; any line endings, without a byte order mark.
        today: decides whether a retirement lies behind or ahead (severity and wording).
        settings: which codes to report.
        target: the SDK version and service that fixes are written for.
        line_length: longest line that a fix may write, in characters; without it, the one with
            which a formatter leaves the text as it is, else 88.
        quotes: those of the strings that a fix writes; without them, those of most of the text.
        resolver: looks beyond the file; without one only the file itself is read.

    Returns:
        Findings in order of their position. Never raises for any text.
    """
    if not is_candidate(source) or ignores_file(source):
        return Analysis()
    try:
        tree = Tree(source)
    except SyntaxError:
        return Analysis(parsed=False)
    try:
        return analyse_tree(
            tree,
            today,
            settings or Settings(),
            target or Target(),
            line_length,
            quotes,
            resolver or NoResolver(),
        )
    except Exception as error:  # a defect of ours must not take the editor down
        return Analysis(failures=(Failure("analysis", f"{type(error).__name__}: {error}"),))


def analyse_tree(
    tree: Tree,
    today: date,
    settings: Settings,
    target: Target,
    line_length: int | None,
    quotes: Quotes | None,
    resolver: Resolver,
) -> Analysis:
    """Find and explain every legacy reference of one tree; may raise where ``analyse`` does not."""
    facts = Facts(tree, resolver)
    spots = look_around(facts, target, today)
    if not facts.sites and not facts.references and not spots:
        return Analysis()
    planner = planned(facts, target)
    if planner.facts is not facts:
        facts = planner.facts
        spots = look_around(facts, target, today)
    planner.plans += plans_of(spots)
    by_group = {plan.group: plan for plan in planner.plans}

    made: dict[frozenset[str], tuple[Edit, ...]] = {}
    unwritten: dict[str, str] = {}

    def combine(groups: frozenset[str]) -> tuple[Edit, ...]:
        if groups not in made:
            made[groups] = written(groups)
        return made[groups]

    def written(groups: frozenset[str]) -> tuple[Edit, ...]:
        wanted = {part for group in groups for part in group.split("+")}
        plans = [by_group[g] for g in sorted(wanted) if not by_group[g].blocked]
        try:
            return edits_of(facts, target, plans, line_length, quotes)
        except CannotRender as error:
            if len(groups) < 2:
                unwritten.update(dict.fromkeys(groups, str(error)))
                return ()
        good = frozenset(g for g in groups if combine(frozenset((g,))))
        return combine(good) if good and good != groups else ()

    def flow_of(group: str) -> frozenset[str]:
        return frozenset(
            other for part in group.split("+") for other in (by_group[part].flow | {part})
        )

    rules = by_code()
    found = [
        *Reporter(facts, planner, today, combine, rules).findings(),
        *spot_findings(spots, combine, rules),
    ]
    findings = tuple(
        finding
        for finding in sorted(found, key=lambda f: (f.span, f.code))
        if settings.reports(finding.code)
        and not suppressed(
            tree.source,
            tree.lines.line_start(finding.span.start),
            tree.lines.line_end(finding.span.end),
            finding.code,
        )
    )
    written_by_program = generated(tree.source)
    if written_by_program is not None:
        return Analysis(left_alone(findings, written_by_program))

    def mark(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        return marked(tree.source, findings, edits)

    return Analysis(findings, combine=combine, flow_of=flow_of, mark=mark, unwritten=unwritten)
