import type { ApiAction } from '#lib/server/requests/api-call.ts';
import { guard } from '#lib/server/requests/guard.ts';
import { jsonAnswer } from '#lib/server/requests/json-answer.ts';
import { openApi } from './openapi.ts';

/** The OpenAPI description of this API. */
export const getOpenApi: ApiAction = guard('shared', () => Promise.resolve(jsonAnswer(openApi)));
