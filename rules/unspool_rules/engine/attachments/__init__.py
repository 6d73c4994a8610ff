"""Files and vector stores that messages and threads bring for the agent's tools."""
