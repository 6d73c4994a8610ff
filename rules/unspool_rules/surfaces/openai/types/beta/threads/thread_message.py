from openai.types.beta.threads import ImageFileContentBlock, Message as ThreadMessage, TextContentBlock

Content = ImageFileContentBlock | TextContentBlock
