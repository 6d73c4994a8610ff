"""Which programs the product is measured on."""

from __future__ import annotations

from tests.corpora.lookalikes import LOOKALIKES
from tests.corpora.model import Corpus, sdist
from tests.corpora.requirements import COMMON, HUB, OPENAI, TRACING
from tests.corpora.wild import WILD

CORPORA: dict[str, Corpus] = {
    corpus.name: corpus
    for corpus in (
        Corpus(
            "agents-1.1.0",
            "programs under samples/ of azure-ai-agents 1.1.0",
            ("azure-ai-agents==1.1.0", "azure-ai-projects==1.0.0", OPENAI, *COMMON),
            (
                sdist(
                    "azure-ai-agents",
                    "1.1.0",
                    "eb9d7226282d03206c3fab3f3ee0a2fc71e0ad38e52d2f4f19a92c56ed951aea",
                    "samples/*.py",
                ),
            ),
        ),
        Corpus(
            "agents-1.2.0b5",
            "programs under samples/ of azure-ai-agents 1.2.0b5",
            ("azure-ai-agents==1.2.0b5", "azure-ai-projects==1.0.0", OPENAI, *COMMON),
            (
                sdist(
                    "azure-ai-agents",
                    "1.2.0b5",
                    "1a16ef3f305898aac552269f01536c34a00473dedee0bca731a21fdb739ff9d5",
                    "samples/*.py",
                ),
            ),
        ),
        Corpus(
            "projects-1.0.0",
            "programs under samples/ of azure-ai-projects 1.0.0",
            ("azure-ai-agents==1.1.0", "azure-ai-projects==1.0.0", OPENAI, *COMMON),
            (
                sdist(
                    "azure-ai-projects",
                    "1.0.0",
                    "b5f03024ccf0fd543fbe0f5abcc74e45b15eccc1c71ab87fc71c63061d9fd63c",
                    "samples/*.py",
                ),
            ),
        ),
        Corpus(
            "projects-1.0.0b10",
            "programs under samples/ of azure-ai-projects 1.0.0b10",
            HUB,
            (
                sdist(
                    "azure-ai-projects",
                    "1.0.0b10",
                    "cdc8055305cec762f09f7581796ea97599d2a2fb26f2c8486f34f728d5bdc98a",
                    "samples/*.py",
                ),
            ),
        ),
        Corpus(
            "projects-1.0.0b5",
            "programs under samples/ of azure-ai-projects 1.0.0b5",
            ("azure-ai-projects==1.0.0b5", OPENAI, *COMMON),
            (
                sdist(
                    "azure-ai-projects",
                    "1.0.0b5",
                    "7bb068b38a8810c5a59a628e18f196c76af2a06cb774e725b97bfc8b61b3aaf0",
                    "samples/*.py",
                ),
            ),
        ),
        Corpus(
            "openai-1.40.0",
            "programs under examples/ of openai 1.40.0",
            ("openai==1.40.0", *COMMON),
            (
                sdist(
                    "openai",
                    "1.40.0",
                    "1b7b316e27b2333b063ee62b6539b74267c7282498d9a02fc4ccb38a9c14336c",
                    "examples/*.py",
                ),
            ),
        ),
        Corpus(
            "openai-1.65.5",
            "programs under examples/ of openai 1.65.5",
            (OPENAI, *COMMON),
            (
                sdist(
                    "openai",
                    "1.65.5",
                    "17d39096bbcaf6c86580244b493a59e16613460147f0ba5ab6e608cdb6628149",
                    "examples/*.py",
                ),
            ),
        ),
        Corpus(
            "wild",
            "modules of published packages that use the legacy APIs",
            ("azure-ai-agents==1.1.0", "azure-ai-projects==1.0.0", OPENAI, *COMMON),
            WILD,
        ),
        Corpus(
            "lookalikes",
            "code that only looks like the legacy APIs",
            (),
            LOOKALIKES,
        ),
    )
}
"""Every corpus by its name."""

LEGACY = tuple(name for name in CORPORA if name != "lookalikes")
"""The corpora that are to be migrated."""

TARGET = (
    "azure-ai-projects==2.10.0",
    "openai==3.54.0",
    "azure-identity==1.27.0",
    "aiohttp",
    *TRACING,
)
"""Requirements of the environment that migrated code is for."""
