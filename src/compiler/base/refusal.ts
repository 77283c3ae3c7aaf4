/**
 * What was asked for cannot be done, for a reason outside the code: a key that is not there, a folder
 * that is half. The message says what to do; the command line prints it without a stack and ends
 * with 1.
 */
export class Refusal extends Error {
	override readonly name = 'Refusal';
}
