import type { ApiAction } from './api-call.ts';
import { guard } from './guard.ts';
import { jsonAnswer } from './json-answer.ts';
import { openApi } from './openapi.ts';

/** This API, described for programs. */
export const getOpenApi: ApiAction = guard('shared', () => Promise.resolve(jsonAnswer(openApi)));
