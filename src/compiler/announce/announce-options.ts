/** What was typed. */
export interface AnnounceOptions {
	/** `undefined`: make an announcement and send it. */
	readonly action: string | undefined;
	/** Where an announcement that waits for approvers is kept. */
	readonly file: string | undefined;
	readonly edition: number | undefined;
	readonly severity: string | undefined;
	readonly isCancelled: boolean;
	/** The server's address. Absent: the publisher's address in the edition. */
	readonly to: string | undefined;
	readonly keys: string | undefined;
	readonly out: string;
	readonly content: string;
	/** Nobody is asked before it is sent. */
	readonly isConfirmed: boolean;
}
