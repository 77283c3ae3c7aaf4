/** What a command uses of the outside world. `cli.ts` passes the real one, a test its own. */
export interface Io {
	readonly print: (line: string) => void;
	readonly printError: (line: string) => void;
	/** Whether `print` goes to a terminal that shows colours. */
	readonly hasColours?: boolean;
	readonly now: () => Date;
	/** Asks for the passphrase of the keys, at most once in a run, when an encrypted key is opened. */
	readonly passphrase: () => Promise<string>;
	/** Asks for the passphrase of new keys; a person types it twice, as a typing error would lose them. */
	readonly newPassphrase: () => Promise<string>;
	/** Asks a yes-or-no question. Refuses where there is no terminal to ask at. */
	readonly confirm: (question: string) => Promise<boolean>;
	/** The network, for what is sent to a server. */
	readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
	/** The operator token of the server, if the environment has one. */
	readonly operatorToken: () => string | undefined;
}
