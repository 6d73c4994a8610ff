from typing import Any


class OpenAIError(Exception): ...


class APIError(OpenAIError):
    message: str
    request: Any
    body: Any
    code: str | None
    param: str | None
    type: str | None


class APIResponseValidationError(APIError):
    response: Any
    status_code: int


class APIStatusError(APIError):
    response: Any
    status_code: int
    request_id: str | None


class APIConnectionError(APIError): ...


class APITimeoutError(APIConnectionError): ...


class BadRequestError(APIStatusError): ...


class AuthenticationError(APIStatusError): ...


class PermissionDeniedError(APIStatusError): ...


class NotFoundError(APIStatusError): ...


class ConflictError(APIStatusError): ...


class UnprocessableEntityError(APIStatusError): ...


class RateLimitError(APIStatusError): ...


class InternalServerError(APIStatusError): ...


class LengthFinishReasonError(OpenAIError): ...


class ContentFilterFinishReasonError(OpenAIError): ...
