/** What a command uses of the outside world besides the hosts that it asks. */
export interface Io {
	readonly print: (line: string) => void;
	readonly printError: (line: string) => void;
	readonly now: () => Date;
}
