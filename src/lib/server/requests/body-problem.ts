import { problem } from './problem.ts';
import type { BodyProblem } from './read-body.ts';

/** The problem document for a body that was not read to its end, so the connection must close. */
export const bodyProblem = (code: BodyProblem): Response => problem(code, { connection: 'close' });
