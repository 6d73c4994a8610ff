from typing import Any

from openai.types.responses import ContainerAuto, ContainerNetworkPolicyAllowlist, ContainerNetworkPolicyDisabled

NetworkPolicy = ContainerNetworkPolicyDisabled | ContainerNetworkPolicyAllowlist
Skill = Any
