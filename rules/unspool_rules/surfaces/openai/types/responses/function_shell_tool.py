from openai.types.responses import ContainerAuto, ContainerReference, FunctionShellTool, LocalEnvironment

Environment = ContainerAuto | LocalEnvironment | ContainerReference | None
