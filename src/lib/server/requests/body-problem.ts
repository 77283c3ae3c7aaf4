import { problem } from './problem.ts';
import type { BodyProblem } from './read-body.ts';

/** What is left of the body is not read, so the connection cannot serve another request. */
export const bodyProblem = (code: BodyProblem): Response => problem(code, { connection: 'close' });
