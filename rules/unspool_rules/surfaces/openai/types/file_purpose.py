from openai.types import FilePurpose
