from openai.types.beta.threads import AnnotationDelta
