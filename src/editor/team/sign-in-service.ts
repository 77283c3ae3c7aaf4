import type { Entry } from './team.ts';

/** How long a browser may take there. */
export const WAY_SECONDS = 600;

/** Another service that says who somebody is: its name, and the way there and back. */
export interface SignInService {
	/** As the sign-in shows it. */
	readonly name: string;
	/** Where the browser goes, and what it must bring back. */
	begin(): Promise<{ readonly location: string; readonly way: string }>;
	finish(url: URL, way: string | undefined, address: string): Promise<Entry>;
}
