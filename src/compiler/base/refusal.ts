/**
 * A command cannot do what was asked, for a reason outside the code: a missing key, an incomplete
 * folder. The message says what to do; `cli.ts` prints it without a stack and exits with 1.
 */
export class Refusal extends Error {
	override readonly name = 'Refusal';
}
