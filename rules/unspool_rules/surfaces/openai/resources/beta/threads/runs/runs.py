from openai.resources.beta.threads.runs import AsyncRuns, Runs
