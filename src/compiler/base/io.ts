/** The world as a command sees it. `cli.ts` passes the real one, a test its own. */
export interface Io {
	readonly print: (line: string) => void;
	readonly printError: (line: string) => void;
	/** What is printed goes to a terminal that shows colours. */
	readonly hasColours?: boolean;
	readonly now: () => Date;
	/** Asked for at most once a run, and only when an encrypted key must be opened. */
	readonly passphrase: () => Promise<string>;
	/** For new keys: asked for twice where a person types, since a slip would lose them. */
	readonly newPassphrase: () => Promise<string>;
	/** A yes or no of a person. Refuses where nobody sits at the machine. */
	readonly confirm: (question: string) => Promise<boolean>;
	/** The network, for what is sent to a server. */
	readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
	/** The server's operator token, if the environment has it. */
	readonly operatorToken: () => string | undefined;
}
