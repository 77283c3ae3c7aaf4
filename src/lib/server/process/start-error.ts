/**
 * The server cannot start, for a reason outside the code: a setting, a database that is away. The
 * message says what to do, and is printed without a stack. By its name, because the built app has a
 * class of its own.
 */
export class StartError extends Error {
	override readonly name = 'StartError';
}

export const isStartError = (error: unknown): error is StartError =>
	error instanceof Error && error.name === 'StartError';
