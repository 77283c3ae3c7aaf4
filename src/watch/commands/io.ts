import type { Answer } from '../ask/answer.ts';

/** What a command uses of the outside world besides the hosts that it asks. */
export interface Io {
	readonly print: (line: string) => void;
	readonly printError: (line: string) => void;
	readonly now: () => Date;
	/** A key of a register of law, from the environment. */
	readonly key: (name: 'LEGISTAR_TOKEN' | 'OPENLEG_KEY') => string | undefined;
	/** Another place for the network, in tests. */
	readonly askApi?: (url: string) => Promise<Answer>;
}
