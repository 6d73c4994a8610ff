from openai.resources.responses import (
    AsyncResponses,
    AsyncResponsesConnection,
    AsyncResponsesConnectionManager,
    AsyncResponsesResponseResource,
    BaseAsyncResponsesConnectionResource,
    BaseResponsesConnectionResource,
    Responses,
    ResponsesConnection,
    ResponsesConnectionManager,
    ResponsesResponseResource,
)
