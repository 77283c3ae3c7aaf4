/** The command line was not understood: `cli.ts` prints the message and the usage, and exits with 2. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
	/** How the command is called; absent where it is not known which one was meant. */
	readonly usage: string | undefined;

	constructor(message: string, usage?: string) {
		super(message);
		this.usage = usage;
	}
}
