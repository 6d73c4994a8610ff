from openai.types.responses import (
    ContainerAuto,
    ContainerNetworkPolicyAllowlist,
    ContainerNetworkPolicyDisabled,
    InlineSkill,
    SkillReference,
)

NetworkPolicy = ContainerNetworkPolicyDisabled | ContainerNetworkPolicyAllowlist
Skill = SkillReference | InlineSkill
