"""Findings in files that declare dependencies: old SDKs, and pins that keep new ones out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from unspool_rules.catalogue.retirement import AZURE_AGENTS
from unspool_rules.dependencies import versions
from unspool_rules.dependencies.declarations import Declaration, Declared, declared
from unspool_rules.dependencies.usage import (
    AGENTS,
    CONVERSATIONS,
    OPENAI,
    PROJECTS,
    PROJECTS_2,
    Usage,
)
from unspool_rules.engine.findings import ignores_file, suppressed
from unspool_rules.model import (
    Analysis,
    Applicability,
    Blocker,
    Edit,
    Finding,
    Fix,
    LineIndex,
    Settings,
    Severity,
    Target,
    TargetService,
)
from unspool_rules.model.settings import NEWEST

CODE = "UNS801"
NAME = "old-dependency"

_INSTALL = "the lock file and the environment are to be brought up to date"


def analyse_dependencies(
    text: str,
    filename: str,
    *,
    usage: Usage | None = None,
    target: Target | None = None,
    settings: Settings | None = None,
    today: date,
) -> Analysis:
    """Find old SDKs among the dependencies of one file.

    Args:
        text: the file's text.
        filename: its name, without folders, from which its form follows.
        usage: what the code of the workspace needs; fixes are offered for what nothing needs.
        target: the SDK version and service that migrated code is for.
        settings: which codes to report.
        today: decides whether a retirement lies behind or ahead.
    """
    if ignores_file(text):
        return Analysis()
    found = declared(text, filename)
    if not found.parsed:
        return Analysis(parsed=False)
    maker = _Maker(found, usage or Usage(), target or Target(), today)
    maker.look()
    return maker.analysis(text, settings or Settings())


@dataclass(eq=False, slots=True)
class _Change:
    """Declarations that change together."""

    group: str
    edits: list[Edit] = field(default_factory=list)
    blockers: list[Blocker] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Said:
    declaration: Declaration
    message: str
    target: str | None
    change: _Change
    retirement: date | None
    severity: Severity


class _Maker:
    def __init__(self, found: Declared, usage: Usage, target: Target, today: date) -> None:
        self._found = found.found
        self._usage = usage
        self._target = target
        self._today = today
        self._said: list[_Said] = []
        self._removal = _Change("dependencies-agents")
        self._update = _Change("dependencies-projects")
        python = found.python
        old_python = python is not None and any(python.contains(v) for v in versions.OLD_PYTHON)
        new_python = python is None or any(python.contains(v) for v in versions.NEW_PYTHON)
        self._only_old = old_python and not new_python
        version = target.version if target.version >= versions.STABLE else NEWEST
        self._old_python = old_python and version >= versions.NEEDS_OPENAI_3
        self._openai_3 = version >= versions.NEEDS_OPENAI_3 and not self._old_python
        if self._openai_3:
            self.projects, self.openai = f">={version}", ">=3.0.0"
        elif self._old_python:
            self.projects, self.openai = ">=2.0.0,<2.5", ">=2.8.0,<3"
        else:
            self.projects, self.openai = f">={version},<2.5", ">=2.8.0,<3"
        self._pin = version
        self._written: tuple[Declaration, _Change] | None = None
        """The first place where a fix writes azure-ai-projects."""

    def _named(self, name: str) -> list[Declaration]:
        return [d for d in self._found if d.name == name]

    def look(self) -> None:
        projects = self._named(PROJECTS)
        old = [d for d in projects if not _allows(d, versions.PROJECTS_2)]
        for one in old:
            self._old_projects(one)
        self._agents(bool(projects))
        if projects or self._named(AGENTS):
            self._openai(projects, old)
        elif self._usage.needs.keys() & {OPENAI, CONVERSATIONS}:
            self._plain_openai()
        if projects and not old and not self._named(AGENTS) and not self._said:
            self._missing_agents(projects[0])

    # -- azure ---------------------------------------------------------------------------------

    def _agents(self, has_projects: bool) -> None:
        for one in self._named(AGENTS):
            change = self._removal
            takes_over = not has_projects and (
                "azure.ai.projects" in self._roots or not self._usage.imports
            )
            self._need(change, one, AGENTS)
            if takes_over:
                change.edits += one.change(PROJECTS, self._spec(one, self.projects))
                has_projects = True
                self._written = (one, change)
            else:
                change.edits += one.gone
            verb = "retired" if self._today >= AZURE_AGENTS else "retire"
            self._say(
                one,
                f"`azure-ai-agents` is for the classic agents, which {verb} on "
                f"{AZURE_AGENTS.isoformat()}; {self._state(AGENTS)}",
                f"{PROJECTS}{self.projects}",
                change,
                AZURE_AGENTS,
            )

    def _old_projects(self, one: Declaration) -> None:
        change = self._update
        self._need(change, one, PROJECTS)
        change.edits += one.change(PROJECTS, self._spec(one, self.projects))
        self._written = self._written or (one, change)
        if self._old_python:
            change.notes["azure-ai-projects 2.5 and newer need Python 3.10"] = None
        self._say(
            one,
            f"`azure-ai-projects` {one.words} has the classic agents only; {self._state(PROJECTS)}",
            f"{PROJECTS}{self.projects}",
            change,
            AZURE_AGENTS,
        )

    def _missing_agents(self, one: Declaration) -> None:
        if AGENTS not in self._usage.needs:
            return
        change = _Change("dependencies-missing")
        files = _still(self._usage.needs[AGENTS], "import `azure.ai.agents`")
        change.blockers.append(Blocker(one.span, files))
        self._say(
            one,
            f"`azure-ai-projects` 2 does not bring `azure-ai-agents` along any more; {files}",
            None,
            change,
            None,
        )

    # -- openai ----------------------------------------------------------------------------------

    def _openai(self, projects: list[Declaration], old: list[Declaration]) -> None:
        """The pin of openai has to fit the new azure-ai-projects."""
        current = [d for d in projects if d not in old]
        needs_3, words = self._openai_3, f"{PROJECTS}{self.projects}"
        if current:
            allowed = [v for v in versions.PROJECTS_2 if current[0].specifier.contains(v, True)]
            newest = max(allowed)
            if self._only_old:
                newest = max((v for v in allowed if v < versions.NEEDS_OPENAI_3), default=newest)
            needs_3, words = newest >= versions.NEEDS_OPENAI_3, f"{PROJECTS} {current[0].words}"
            if newest < versions.STABLE:
                return
        right = versions.OPENAI_3 if needs_3 else versions.OPENAI_2
        specifier = ">=3.0.0" if needs_3 else ">=2.8.0,<3"
        change = self._update
        for one in self._named(OPENAI):
            reason = ""
            if not _allows(one, right):
                reason = (
                    f"`openai` {one.words} does not go with `{words}`, "
                    f"which needs openai{specifier}"
                )
            elif not needs_3 and not self._only_old and _allows(one, versions.OPENAI_3):
                reason = f"`{words}` fails on openai 3, which `openai` {one.words} allows"
            if not reason:
                continue
            if one.frozen:
                change.blockers.append(Blocker(one.span, one.frozen))
            change.edits += one.change(OPENAI, self._openai_spec(one, specifier))
            self._say(one, reason, f"openai{specifier}", change, None)
        if needs_3 or self._named(OPENAI) or self._only_old:
            return
        if not current:
            self._add_openai(specifier)
        else:
            missing = _Change("dependencies-openai")
            if current[0].frozen:
                missing.blockers.append(Blocker(current[0].span, current[0].frozen))
            elif current[0].beside is None:
                missing.blockers.append(Blocker(current[0].span, "openai is not declared here"))
            else:
                missing.edits.append(current[0].beside(OPENAI, specifier))
            self._say(
                current[0],
                f"`{words}` fails on openai 3, which nothing here excludes; add `openai>=2.8.0,<3`",
                "openai>=2.8.0,<3",
                missing,
                None,
            )

    def _add_openai(self, specifier: str) -> None:
        """What azure-ai-projects asks for itself lets openai 3 in, on which it fails."""
        if self._written is None:
            return
        one, change = self._written
        if one.beside is None:
            change.blockers.append(Blocker(one.span, "openai is not declared here"))
            return
        change.edits.append(one.beside(OPENAI, specifier))
        change.notes[f"up to 2.4 azure-ai-projects fails on openai 3: openai{specifier}"] = None

    def _plain_openai(self) -> None:
        """Without azure: responses and conversations exist since openai 1.101."""
        if self._target.service is TargetService.FOUNDRY:
            return
        for one in self._named(OPENAI):
            if _allows(one, (*versions.OPENAI_1, *versions.OPENAI_2, *versions.OPENAI_3)):
                continue
            change = self._update
            if one.frozen:
                change.blockers.append(Blocker(one.span, one.frozen))
            change.notes["a new major version of openai may change other calls"] = None
            change.edits += one.change(OPENAI, self._openai_spec(one, ">=2.8.0"))
            self._say(
                one,
                f"`openai` {one.words} has no conversations, which are there since 1.101.0",
                "openai>=2.8.0",
                change,
                None,
            )

    def _openai_spec(self, one: Declaration, specifier: str) -> str:
        if not one.pinned:
            return specifier
        return "==3.54.0" if specifier == ">=3.0.0" else "==2.54.0"

    # -- what they have in common ------------------------------------------------------------------

    @property
    def _roots(self) -> set[str]:
        return {".".join(name.split(".")[:3]) for name in self._usage.imports}

    def _spec(self, one: Declaration, specifier: str) -> str:
        """A pin stays a pin."""
        if not one.pinned:
            return specifier
        return f"=={'2.4.0' if self._old_python else self._pin}"

    def _need(self, change: _Change, one: Declaration, package: str) -> None:
        if one.frozen:
            change.blockers.append(Blocker(one.span, one.frozen))
        files = self._usage.needs.get(package)
        if files:
            change.blockers.append(Blocker(one.span, _still(files, "need it")))

    def _state(self, package: str) -> str:
        files = self._usage.needs.get(package)
        if files:
            return _still(files, "need it") + self._mixed(package)
        if package == AGENTS:
            return "no code needs it any more"
        return f"use `{PROJECTS}{self.projects}`"

    def _mixed(self, package: str) -> str:
        """Whether some code is of the new version while other code is of the old one."""
        moved = self._usage.needs.get(PROJECTS_2, ())
        if package != PROJECTS or not moved:
            return ""
        verb = "is" if len(moved) == 1 else "are"
        return f", and {_files(moved)} {verb} for version 2: both cannot be installed together"

    def _say(
        self,
        one: Declaration,
        message: str,
        target: str | None,
        change: _Change,
        retirement: date | None,
    ) -> None:
        over = retirement is not None and retirement <= self._today
        severity = Severity.ERROR if over else Severity.WARNING
        self._said.append(_Said(one, message, target, change, retirement, severity))

    def analysis(self, text: str, settings: Settings) -> Analysis:
        changes = {said.change.group: said.change for said in self._said}

        def combine(groups: frozenset[str]) -> tuple[Edit, ...]:
            edits = {e for g in groups for e in changes[g].edits if not changes[g].blockers}
            return tuple(sorted(edits))

        lines = LineIndex(text)
        findings = [
            _finding(said, combine)
            for said in self._said
            if settings.reports(CODE)
            and not suppressed(
                text,
                lines.line_start(said.declaration.span.start),
                lines.line_end(said.declaration.span.end),
                CODE,
            )
        ]
        return Analysis(tuple(sorted(findings, key=lambda f: f.span)), combine=combine)


def _finding(said: _Said, combine: Callable[[frozenset[str]], tuple[Edit, ...]]) -> Finding:
    change = said.change
    fix = None
    if not change.blockers:
        group = frozenset((change.group,))
        title = (
            "Remove what no code needs" if change.group.endswith("agents") else "Update the pins"
        )
        fix = Fix(
            title=title,
            applicability=Applicability.UNSAFE,
            render=lambda: combine(group),
            notes=(*change.notes, _INSTALL),
            group=change.group,
        )
    return Finding(
        code=CODE,
        name=NAME,
        message=said.message,
        span=said.declaration.span,
        severity=said.severity,
        symbol=f"azure.{said.declaration.name}"
        if said.declaration.name != OPENAI
        else "openai.dependency",
        target=said.target,
        retirement=said.retirement,
        fix=fix,
        blockers=tuple(sorted(set(change.blockers))),
    )


def _allows(one: Declaration, some: Iterable[Version]) -> bool:
    specifier: SpecifierSet = one.specifier
    return any(specifier.contains(version, prereleases=True) for version in some)


def _still(files: tuple[str, ...], what: str) -> str:
    verb, _, rest = what.partition(" ")
    return f"{_files(files)} still {verb}{'s' if len(files) == 1 else ''} {rest}"


def _files(files: tuple[str, ...]) -> str:
    shown = ", ".join(f"`{file}`" for file in files[:3])
    more = len(files) - 3
    return shown if more <= 0 else f"{shown} and {more} more file{'' if more == 1 else 's'}"
