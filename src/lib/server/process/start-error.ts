/**
 * The server cannot start for a reason outside the code, such as a setting. The message says what to
 * do, and is printed without a stack trace.
 */
export class StartError extends Error {
	override readonly name = 'StartError';
}

/** By name and not by `instanceof`: the built app has a copy of the class. */
export const isStartError = (error: unknown): error is StartError =>
	error instanceof Error && error.name === 'StartError';
