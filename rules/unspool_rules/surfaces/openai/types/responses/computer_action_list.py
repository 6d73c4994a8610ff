from openai.types.responses import ComputerActionList
